//! Two texts of one lineage side by side by clause, with what a person corrected and the reasons that were given.

use std::{collections::BTreeMap, sync::Arc};

use domain::{
    clause_map::ClauseMap,
    crosswalk::{Crosswalk, Known, is_translation},
    permission::Action,
    text::{ClauseId, Text},
};
use serde::Serialize;

use super::{Viewer, lineage::Lineage};
use crate::{
    access, account, clause_map, draft,
    error::*,
    forum, pairing, referral,
    row::version::{Entity as Versions, Model as Version},
};

/// One of the two texts.
#[derive(Clone, Debug)]
pub struct Side {
    pub draft: draft::Model,
    pub forum: forum::Model,
    pub version: Arc<Version>,
    pub text: Arc<Text>,
}

/// Two texts side by side.
#[derive(Clone, Debug)]
pub struct Walk {
    pub old: Side,
    pub new: Side,
    pub crosswalk: Crosswalk,
    /// What became of every clause, with what a person corrected; none for a translation, of which no word is compared.
    pub map: Option<ClauseMap>,
    /// Why a clause of the old text was changed or dropped, by its id, as the answer said.
    pub reasons: BTreeMap<ClauseId, String>,
    /// What a person said, in order, with their name.
    pub corrections: Vec<(pairing::Model, String)>,
    /// The referral that leads from one to the other directly; none where there are more hands between.
    pub referral: Option<referral::Model>,
    /// Whether the reader may say what became of a clause.
    pub may_correct: bool,
}

/// A row of the table, as files have it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Row {
    pub relation: &'static str,
    pub moved: bool,
    pub by_hand: bool,
    /// The clauses of the old text, by their ids.
    pub old: Vec<u32>,
    /// Their words, one clause to a paragraph.
    pub old_text: String,
    pub new: Vec<u32>,
    pub new_text: String,
    pub words_gone: u32,
    pub words_come: u32,
    pub reason: Option<String>,
}

impl Viewer<'_> {
    /// The crosswalk of two drafts, of their newest versions or of those that are asked for. Refuses with not found drafts that the viewer
    /// may not see, and those that no referral joins.
    pub async fn crosswalk(
        &self,
        (old, new): (&str, &str),
        versions: (Option<i32>, Option<i32>),
    ) -> Result<Walk> {
        let old = self.side(old, versions.0).await?;
        let new = self.side(new, versions.1).await?;
        let db = self.db.read();
        let lineage = Lineage::of(db, old.draft.id).await?;
        if old.draft.id == new.draft.id || !lineage.has(new.draft.id) {
            return Err(Error::NotFound("crosswalk"));
        }
        let corrections = pairing::Entity::between(db, old.draft.id, new.draft.id).await?;
        let same = lineage.clauses(db, old.draft.id, new.draft.id).await?;
        let known = known(&old, &new, &corrections, &same);
        let (crosswalk, map) = if is_translation(&old.draft.language, &new.draft.language) {
            (Crosswalk::translated(&old.text, &new.text, &known), None)
        } else {
            let map = clause_map::between(db, &old.version, &new.version).await?;
            let map = map.knowing(&old.text, &new.text, &known);
            (Crosswalk::new(&old.text, &new.text, &map, &known), Some(map))
        };
        let direct = |draft: &draft::Model, from: &draft::Model| {
            lineage.behind(draft.id).filter(|row| row.draft_id == from.id).cloned()
        };
        let referral = direct(&new.draft, &old.draft);
        let reasons = referral.as_ref().map(reasons).unwrap_or_default();
        let referral = referral.or_else(|| direct(&old.draft, &new.draft));
        let may = |side: &Side, roles: &[_]| {
            access::may(roles, &side.forum, &side.draft, Action::CorrectPairing, self.now).is_ok()
        };
        let roles = access::roles_among(db, self.reader, [&old.forum, &new.forum], self.now).await?;
        let of = |side: &Side| roles.get(&side.forum.id).is_some_and(|roles| may(side, roles));
        let may_correct = of(&old) || of(&new);
        let people = account::Entity::names(db, corrections.iter().map(|one| one.account_id)).await?;
        let name = |row: &pairing::Model| people.get(&row.account_id).cloned();
        let corrections = corrections.into_iter().map(|row| (row.clone(), name(&row).unwrap_or_default()));
        let corrections = corrections.collect();
        Ok(Walk { old, new, crosswalk, map, reasons, corrections, referral, may_correct })
    }

    async fn side(&self, reference: &str, version: Option<i32>) -> Result<Side> {
        let (draft, forum) = draft::Entity::cited(self.db.read(), self.reader, reference, self.now).await?;
        let version = Versions::kept(self.db, draft.id, version.unwrap_or(draft.latest)).await?;
        Ok(Side { draft, forum, text: version.text(), version })
    }
}

fn reasons(referral: &referral::Model) -> BTreeMap<ClauseId, String> {
    let answered = referral.answer.iter().flat_map(|answer| &answer.clauses);
    answered.filter_map(|one| Some((one.clause, one.reason.as_ref()?.to_string()))).collect()
}

/// What is known besides the words, by index. What was said of the two the other way round holds too.
fn known(old: &Side, new: &Side, said: &[pairing::Model], same: &[(ClauseId, ClauseId)]) -> Known {
    let place = |side: &Side, clause: ClauseId| {
        side.version.position_of(clause).and_then(|place| u32::try_from(place).ok())
    };
    let mut by_hand: BTreeMap<u32, Vec<u32>> = BTreeMap::new();
    for row in said {
        if row.draft_id == old.draft.id {
            let Some(clause) = place(old, row.clause.0) else { continue };
            let became = row.became.iter().filter_map(|clause| place(new, *clause)).collect();
            by_hand.insert(clause, became);
        } else if let Some(clause) = place(new, row.clause.0) {
            for origin in row.became.iter().filter_map(|clause| place(old, *clause)) {
                by_hand.insert(origin, vec![clause]);
            }
        }
    }
    let pairs = same.iter().filter_map(|(one, other)| Some((place(old, *one)?, place(new, *other)?)));
    Known { by_hand: by_hand.into_iter().collect(), lineage: pairs.collect() }
}

impl Side {
    /// The ids of some of its clauses.
    pub fn ids(&self, clauses: &[u32]) -> Vec<ClauseId> {
        let id = |clause: &u32| self.version.clauses.get(*clause as usize).map(|covered| covered.id);
        clauses.iter().filter_map(id).collect()
    }

    fn words(&self, clauses: &[u32]) -> String {
        let words = clauses.iter().filter_map(|clause| self.text.clause(*clause as usize));
        words.map(|clause| clause.text.to_string()).collect::<Vec<_>>().join("\n\n")
    }
}

impl Walk {
    /// Why some clauses of the old text were changed or dropped, as the answer said; the first reason.
    pub fn reason(&self, clauses: &[u32]) -> Option<&str> {
        let ids = self.old.ids(clauses);
        ids.iter().find_map(|id| self.reasons.get(id)).map(String::as_str)
    }

    /// What files have of it: every pairing, headings too.
    pub fn rows(&self) -> Vec<Row> {
        let numbers = |side: &Side, clauses: &[u32]| side.ids(clauses).iter().map(|id| id.0).collect();
        let row = |one: &domain::crosswalk::Pairing| Row {
            relation: one.relation.key(),
            moved: one.moved,
            by_hand: one.by_hand,
            old: numbers(&self.old, &one.old),
            old_text: self.old.words(&one.old),
            new: numbers(&self.new, &one.new),
            new_text: self.new.words(&one.new),
            words_gone: one.weight.removed,
            words_come: one.weight.inserted,
            reason: self.reason(&one.old).map(str::to_owned),
        };
        self.crosswalk.pairings.iter().map(row).collect()
    }
}
