//! Where texts are used: the instruments, the clauses they took over, and which of them travelled best.

use std::{collections::BTreeMap, sync::Arc};

use chrono::{DateTime, NaiveDate, Utc};
use domain::{
    adoption::Status,
    crosswalk::bodies,
    gist,
    permission::Action,
    referral::Fate,
    text::{Clause, ClauseId, ClauseKind, Text},
};
use sea_orm::{QueryOrder, entity::prelude::*};

use super::{Viewer, lineage::Lineage, referral::Sent};
use crate::{
    access, adoption, adoption_change, dispute, draft,
    error::*,
    forum,
    row::version::{Entity as Versions, Model as Version, VersionId},
    stakeholder,
};

/// A dispute with the name of whoever it was raised for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Disputed {
    pub row: dispute::Model,
    /// None in a personal capacity.
    pub stakeholder: Option<String>,
}

/// One adoption with the draft it is of.
#[derive(Clone, Debug)]
pub struct Used {
    pub row: adoption::Model,
    pub draft: draft::Model,
    pub forum: forum::Model,
    pub version: Arc<Version>,
    pub disputes: Vec<Disputed>,
    /// What became of it since it was recorded, in order.
    pub changes: Vec<adoption_change::Model>,
}

/// A clause with how many instruments took it over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Travelled {
    pub reference: String,
    pub version: i32,
    pub clause: ClauseId,
    /// The number and the words that name it.
    pub number: Option<String>,
    pub name: String,
    /// What each instrument of its text did with it, by the place of the instrument in the list; none where it did not take it.
    pub fates: BTreeMap<usize, Option<Fate>>,
}

/// What is asked of the observatory.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Asking {
    pub country: Option<String>,
    pub forum: Option<String>,
    pub reference: Option<String>,
    pub status: Option<Status>,
    /// Words of a clause that was taken over.
    pub words: Option<String>,
    /// Words of the title of a text.
    pub theme: Option<String>,
    /// As it was at the end of this day, in UTC: later entries, changes and disputes are left out.
    pub until: Option<NaiveDate>,
}

/// Where one text went: to whom it was sent, and where it is used, by however many hands.
#[derive(Clone, Debug)]
pub struct Uptake {
    pub draft: draft::Model,
    pub forum: forum::Model,
    pub sent: Vec<Sent>,
    pub used: Vec<Used>,
}

impl Viewer<'_> {
    /// Where a text went. Refuses with not found a draft that the viewer may not see.
    pub async fn uptake(&self, reference: &str) -> Result<Uptake> {
        let db = self.db.read();
        let (draft, forum) = draft::Entity::cited(db, self.reader, reference, self.now).await?;
        let lineage = Lineage::of(db, draft.id).await?;
        let drafts = lineage.below(draft.id);
        let sent = self.sent_from(drafts.iter().copied()).await?;
        let used = self.used(adoption::Entity::of(db, drafts).await?).await?;
        Ok(Uptake { draft, forum, sent, used })
    }

    /// Every use of a text that the viewer may see and that is asked for, in the order they were recorded.
    pub async fn observed(&self, asking: &Asking) -> Result<Vec<Used>> {
        let mut rows = adoption::Entity::find();
        if let Some(country) = &asking.country {
            rows = rows.filter(adoption::Column::Country.eq(country));
        }
        if let Some(status) = asking.status.filter(|_| asking.until.is_none()) {
            rows = rows.filter(adoption::Column::Status.eq(status.key()));
        }
        let used = self.used(rows.order_by_asc(adoption::Column::Id).all(self.db.read()).await?).await?;
        let used = used.into_iter().filter_map(|one| match asking.until {
            Some(day) => one.until(day),
            None => Some(one),
        });
        Ok(used.filter(|one| asking.meets(one)).collect())
    }

    async fn used(&self, rows: Vec<adoption::Model>) -> Result<Vec<Used>> {
        let db = self.db.read();
        let drafts = draft::Entity::among(db, rows.iter().map(|row| row.draft_id)).await?;
        let forums = forum::Entity::among(db, drafts.values().map(|draft| draft.forum_id)).await?;
        let roles = access::roles_among(db, self.reader, forums.values(), self.now).await?;
        let versions = Versions::among(db, rows.iter().map(|row| row.version)).await?;
        let versions: BTreeMap<VersionId, Arc<Version>> =
            versions.into_iter().map(|(id, version)| (id, Arc::new(version))).collect();
        let disputes = dispute::Entity::of(db, rows.iter().map(|row| row.id)).await?;
        let names = disputes.iter().filter_map(|row| row.stakeholder_id);
        let names = stakeholder::Entity::among(db, names).await?;
        let mut disputed: BTreeMap<i64, Vec<Disputed>> = BTreeMap::new();
        for row in disputes {
            let stakeholder = row.stakeholder_id.and_then(|id| names.get(&id)).map(|one| one.name.clone());
            disputed.entry(row.adoption_id).or_default().push(Disputed { row, stakeholder });
        }
        let mut changed: BTreeMap<i64, Vec<adoption_change::Model>> = BTreeMap::new();
        for row in adoption_change::Entity::of(db, rows.iter().map(|row| row.id)).await? {
            changed.entry(row.adoption_id).or_default().push(row);
        }
        let used = rows.into_iter().filter_map(|row| {
            let draft = drafts.get(&row.draft_id)?;
            let forum = forums.get(&draft.forum_id)?;
            access::may(roles.get(&forum.id)?, forum, draft, Action::See, self.now).ok()?;
            Some(Used {
                draft: draft.clone(),
                forum: forum.clone(),
                version: versions.get(&row.version)?.clone(),
                disputes: disputed.remove(&row.id).unwrap_or_default(),
                changes: changed.remove(&row.id).unwrap_or_default(),
                row,
            })
        });
        Ok(used.collect())
    }
}

impl Used {
    /// What the instrument is today.
    pub fn status(&self) -> Status {
        self.row.status.0
    }

    /// As it was at the end of a day, in UTC; none where it was not recorded by then.
    fn until(mut self, day: NaiveDate) -> Option<Self> {
        let by = |instant: DateTime<Utc>| instant.date_naive() <= day;
        if !by(self.row.recorded_at) {
            return None;
        }
        self.changes.retain(|change| by(change.changed_at));
        self.disputes.retain(|dispute| by(dispute.row.disputed_at));
        let first = self.row.adoption.status;
        self.row.status.0 = self.changes.last().map_or(first, |change| change.status.0);
        Some(self)
    }

    /// Since when it is so.
    pub fn since(&self) -> NaiveDate {
        self.changes.last().map_or(self.row.adoption.dated, |change| change.dated)
    }

    /// What it did with a clause; none where it did not take it over.
    pub fn fate(&self, clause: ClauseId) -> Option<Fate> {
        self.row.adoption.clauses.iter().find(|taken| taken.clause == clause).map(|taken| taken.fate)
    }

    /// How many clauses it took over in this way.
    pub fn count(&self, fate: Fate) -> usize {
        self.row.adoption.clauses.iter().filter(|taken| taken.fate == fate).count()
    }
}

impl Asking {
    fn meets(&self, used: &Used) -> bool {
        let is = |asked: &Option<String>, has: &str| asked.as_deref().is_none_or(|asked| asked == has);
        let title = used.draft.title.to_lowercase();
        is(&self.forum, &used.forum.slug)
            && is(&self.reference, &used.draft.reference)
            && self.status.is_none_or(|status| status == used.status())
            && self.theme.as_ref().is_none_or(|theme| title.contains(&theme.to_lowercase()))
            && self.says(used)
    }

    /// Whether a clause that was taken over has the words, or the heading above it.
    fn says(&self, used: &Used) -> bool {
        let Some(words) = self.words.as_deref().map(str::to_lowercase) else { return true };
        let text = used.version.text();
        used.row.adoption.clauses.iter().any(|taken| {
            let Some(place) = used.version.position_of(taken.clause) else { return false };
            let (_, name) = name(&text, place as u32);
            let said = text.clause(place).map(|clause| clause.text.to_lowercase()).unwrap_or_default();
            said.contains(&words) || name.to_lowercase().contains(&words)
        })
    }
}

/// The clauses of the texts that are used, ordered by the share of the instruments using the text that took them over.
pub fn travelled(used: &[Used]) -> Vec<Travelled> {
    let mut texts: BTreeMap<VersionId, Vec<usize>> = BTreeMap::new();
    for (place, one) in used.iter().enumerate() {
        texts.entry(one.row.version).or_default().push(place);
    }
    let mut all = Vec::new();
    for places in texts.into_values() {
        let Some(first) = places.first().and_then(|place| used.get(*place)) else { continue };
        let text = first.version.text();
        for place in bodies(&text) {
            let Some(clause) = first.version.clauses.get(place as usize).map(|covered| covered.id) else {
                continue;
            };
            let (number, name) = name(&text, place);
            let fate = |place: &usize| Some((*place, used.get(*place)?.fate(clause)));
            all.push(Travelled {
                reference: first.draft.reference.clone(),
                version: first.row.version.number(),
                clause,
                number,
                name,
                fates: places.iter().filter_map(fate).collect(),
            });
        }
    }
    all.sort_by_key(|one| (std::cmp::Reverse(one.per_mille()), std::cmp::Reverse(one.taken())));
    all
}

impl Travelled {
    /// How many instruments took it over.
    pub fn taken(&self) -> usize {
        self.fates.values().flatten().count()
    }

    /// How many of those did word for word.
    pub fn verbatim(&self) -> usize {
        self.fates.values().flatten().filter(|fate| **fate == Fate::Verbatim).count()
    }

    fn per_mille(&self) -> usize {
        self.taken() * 1000 / self.fates.len().max(1)
    }
}

/// The number and the words by which people name a clause: those of the heading above it where it is what first stands under it, and else
/// its own first words.
pub fn name(text: &Text, clause: u32) -> (Option<String>, String) {
    let Some(own) = text.clause(clause as usize) else { return (None, String::new()) };
    let is_first = own.heading.is_some_and(|above| above + 1 == clause) && own.kind != ClauseKind::Item;
    let above = own.heading.filter(|_| !own.is_heading() && is_first);
    // A title over the whole text names no clause.
    let is_title = |above: &u32| {
        let heads = |clause: &Clause| clause.is_heading() && clause.heading == Some(*above);
        let named = |above: &Clause| above.heading.is_some() || above.number.is_some();
        !text.clause(*above as usize).is_some_and(named) && text.clauses().iter().any(heads)
    };
    let above = above.filter(|above| !is_title(above)).and_then(|above| text.clause(above as usize));
    let named = above.unwrap_or(own);
    let number = own.number.clone().or_else(|| named.number.clone());
    (number, gist(named.title().trim(), 60))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clause_is_named_by_its_heading_only_where_it_is_the_first_under_it() {
        let text = Text::parse_unlimited(
            "# Rules\n\nWho we are.\n\n## Preamble\n\nWhy we write.\n\n## Article 2. Entries\n\nAn entry says\n\n- (a) what it does;\n- (b) who answers.\n\nIt is short.\n",
        );
        let names: Vec<_> = bodies(&text).into_iter().map(|clause| name(&text, clause)).collect();
        let named = |number: Option<&str>, words: &str| (number.map(str::to_owned), words.to_owned());
        let expected = [
            named(None, "Who we are."),
            named(None, "Preamble"),
            named(Some("2"), "Entries"),
            named(Some("(a)"), "what it does;"),
            named(Some("(b)"), "who answers."),
            named(None, "It is short."),
        ];
        assert_eq!(names, expected);
    }
}
