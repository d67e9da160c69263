//! What a draft can take over from another that has its origin in common with it: newer words of the text it was made of, or the words of
//! an answer.

use std::sync::Arc;

use domain::{
    clause_map::ClauseMap,
    crosswalk::is_translation,
    offer::{Offer, answered, offers},
    permission::{Action, Role},
    referral::Fate,
    text::{Manner, Text},
};
use sea_orm::{Condition, QueryOrder, QuerySelect, entity::prelude::*};

use super::{Viewer, lineage::Lineage, uptake::name};
use crate::{
    Reader, access, account, clause_map, decision, draft,
    error::*,
    forum, referral,
    row::{
        listed::among,
        version::{Entity as Versions, Model as Version, VersionId},
    },
    working_text,
};

/// Which way the words go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// From the text that was handed over to the draft that was made of it.
    Down,
    /// From the answer to the text it is about.
    Up,
}

/// A decision with the name of whoever took it.
#[derive(Clone, Debug)]
pub struct Decided {
    pub row: decision::Model,
    pub name: String,
}

/// What one draft offers another.
#[derive(Clone, Debug)]
pub struct Offered {
    pub way: Way,
    pub referral: referral::Model,
    /// The draft that may take it over.
    pub draft: draft::Model,
    pub forum: forum::Model,
    /// The draft it comes from.
    pub other: draft::Model,
    pub other_forum: forum::Model,
    /// The version of that draft which is compared.
    pub version: VersionId,
    /// Our text: the one in preparation for those who may see it, else the newest version.
    pub text: Arc<Text>,
    /// The text that was handed over.
    pub base: Arc<Text>,
    /// The edition of the text in preparation; 0 while there is none, or for those who may not see it.
    pub edition: i32,
    /// The changes on which nothing was decided, in the order of their text.
    pub open: Vec<Offer>,
    /// What was decided, in order; of each change the last word.
    pub decided: Vec<Decided>,
    /// Whether the texts are in different languages: then no word is offered.
    pub translation: bool,
    /// Why the reader may not decide now; none where they may.
    pub against: Option<domain::Message>,
}

/// Changes that wait, with the drafts they go from and to.
#[derive(Clone, Debug)]
pub struct Waiting {
    pub draft: draft::Model,
    pub other: draft::Model,
    pub forum: forum::Model,
    pub changes: usize,
}

/// So many texts are compared for one look at a desk.
const MOST: u64 = 8;

impl Viewer<'_> {
    /// What `other` offers `draft`. Refuses with not found drafts that the viewer may not see, and those that no referral joins directly.
    pub async fn offered(&self, draft: &str, other: &str) -> Result<Offered> {
        let db = self.db.read();
        let (draft, forum) = draft::Entity::cited(db, self.reader, draft, self.now).await?;
        let (other, other_forum) = draft::Entity::cited(db, self.reader, other, self.now).await?;
        let lineage = Lineage::of(db, draft.id).await?;
        let direct = |made: i64, of: i64| lineage.behind(made).filter(|row| row.draft_id == of).cloned();
        let (way, referral) = match (direct(draft.id, other.id), direct(other.id, draft.id)) {
            (Some(row), _) => (Way::Down, row),
            (None, Some(row)) => (Way::Up, row),
            (None, None) => return Err(Error::NotFound("draft")),
        };
        self.meet(way, referral, (draft, forum), (other, other_forum)).await
    }

    /// Every draft of the reader's to which another offers something that nobody has decided on; at most eight.
    pub async fn changes_waiting(&self, reader: &Reader) -> Result<Vec<Waiting>> {
        let db = self.db.read();
        let writes =
            reader.roles.iter().filter(|role| matches!(role.role.0, Role::Secretariat | Role::Editor));
        let forums: Vec<i64> = writes.map(|role| role.forum_id).collect();
        if forums.is_empty() {
            return Ok(Vec::new());
        }
        let column = |column| among(db, column, forums.iter().copied());
        let ours = Condition::any().add(column(referral::Column::ToForumId)).add(
            Condition::all()
                .add(column(referral::Column::ForumId))
                .add(referral::Column::Answer.is_not_null()),
        );
        let rows = referral::Entity::find().filter(referral::Column::DerivedId.is_not_null()).filter(ours);
        let rows = rows.order_by_desc(referral::Column::Id).limit(MOST * 4).all(db).await?;
        let ids = rows.iter().flat_map(|row| std::iter::once(row.draft_id).chain(row.derived_id));
        let drafts = draft::Entity::among(db, ids).await?;
        let mut waiting = Vec::new();
        let mut looked = 0;
        for row in rows {
            let (Some(origin), Some(derived)) =
                (drafts.get(&row.draft_id), row.derived_id.and_then(|id| drafts.get(&id)))
            else {
                continue;
            };
            let newer = origin.latest > row.version.number();
            let down = row.to_forum_id.is_some_and(|to| forums.contains(&to)) && newer;
            let up = forums.contains(&row.forum_id) && row.answer.is_some();
            for (is_asked, ours, theirs) in [(down, derived, origin), (up, origin, derived)] {
                if !is_asked || looked == MOST {
                    continue;
                }
                looked += 1;
                let found = self.offered(&ours.reference, &theirs.reference).await;
                let offered = match found {
                    Err(Error::NotFound(_)) => continue,
                    found => found?,
                };
                if offered.against.is_none() && !offered.open.is_empty() {
                    let Offered { draft, other, other_forum, open, .. } = offered;
                    waiting.push(Waiting { draft, other, forum: other_forum, changes: open.len() });
                }
            }
        }
        Ok(waiting)
    }

    /// The texts from which a version took words over, as far as the viewer may see them: the forum, the reference, and how many changes.
    pub async fn taken_over(&self, draft: i64, version: i32) -> Result<Vec<(String, String, usize)>> {
        let db = self.db.read();
        let taken = decision::Entity::taken_into(db, draft, version).await?;
        if taken.is_empty() {
            return Ok(Vec::new());
        }
        let drafts = draft::Entity::among(db, taken.iter().map(|row| row.other_id)).await?;
        let forums = forum::Entity::among(db, drafts.values().map(|draft| draft.forum_id)).await?;
        let roles = access::roles_among(db, self.reader, forums.values(), self.now).await?;
        let from = drafts.values().filter_map(|draft| {
            let forum = forums.get(&draft.forum_id)?;
            access::may(roles.get(&forum.id)?, forum, draft, Action::See, self.now).ok()?;
            let count = taken.iter().filter(|row| row.other_id == draft.id).count();
            Some((forum.name.clone(), draft.reference.clone(), count))
        });
        Ok(from.collect())
    }

    async fn meet(
        &self,
        way: Way,
        referral: referral::Model,
        (draft, forum): (draft::Model, forum::Model),
        (other, other_forum): (draft::Model, forum::Model),
    ) -> Result<Offered> {
        let db = self.db.read();
        let roles = access::roles_among(db, self.reader, [&forum], self.now).await?;
        let roles = roles.get(&forum.id).cloned().unwrap_or_default();
        let may = |action| access::may(&roles, &forum, &draft, action, self.now);
        let against = may(Action::EditWorkingText).err().map(|refusal| refusal.message());
        let sent = Versions::by_key(db, referral.version).await?;
        let working = match may(Action::SeeWorkingText) {
            Ok(()) => working_text::Entity::of(db, draft.id).await?,
            Err(_) => None,
        };
        let newest = Versions::kept(self.db, draft.id, draft.latest).await?;
        let text = match &working {
            Some(working) => {
                let manner = Manner { cuts: working.cuts.0.clone(), ..Manner::tagged(&draft.language) };
                Arc::new(Text::read(&working.source, &manner))
            }
            None => newest.text(),
        };
        let base = sent.text();
        let answered_by = referral.answer.as_ref().map_or(other.latest, |answer| answer.version);
        let theirs = match way {
            Way::Down => Versions::kept(self.db, other.id, other.latest).await?,
            Way::Up => Versions::kept(self.db, other.id, answered_by).await?,
        };
        let translation = is_translation(&draft.language, &other.language);
        let found = if translation {
            Vec::new()
        } else {
            let to_ours = match &working {
                Some(_) => ClauseMap::between(&base, &text),
                None => clause_map::between(db, &sent, &newest).await?,
            };
            match way {
                Way::Down => {
                    let to_theirs = clause_map::between(db, &sent, &theirs).await?;
                    offers(&base, &theirs.text(), &text, (&to_theirs, &to_ours))
                }
                Way::Up => answered(&base, &text, &to_ours, &adapted(&referral, &sent)),
            }
        };
        let (open, decided) = self.decided(found, &draft, &other).await?;
        Ok(Offered {
            way,
            version: theirs.key(),
            edition: working.as_ref().map_or(0, |working| working.edition),
            referral,
            draft,
            forum,
            other,
            other_forum,
            text,
            base,
            open,
            decided,
            translation,
            against,
        })
    }

    /// Parts what was decided from what was not.
    async fn decided(
        &self,
        found: Vec<Offer>,
        draft: &draft::Model,
        other: &draft::Model,
    ) -> Result<(Vec<Offer>, Vec<Decided>)> {
        let db = self.db.read();
        let mut rows: Vec<decision::Model> = Vec::new();
        for row in decision::Entity::between(db, draft.id, other.id).await? {
            rows.retain(|earlier| earlier.change != row.change);
            rows.push(row);
        }
        let names = account::Entity::names(db, rows.iter().map(|row| row.account_id)).await?;
        let is_decided = |offer: &Offer| rows.iter().any(|row| row.change == offer.key);
        let open = found.into_iter().filter(|offer| !is_decided(offer)).collect();
        let name = |row: &decision::Model| names.get(&row.account_id).cloned().unwrap_or_default();
        let decided = rows.into_iter().map(|row| Decided { name: name(&row), row }).collect();
        Ok((open, decided))
    }
}

/// The clauses that an answer adapted, by their index in the version that was sent, with the words they have there.
fn adapted(referral: &referral::Model, sent: &Version) -> Vec<(u32, String)> {
    let clauses = referral.answer.iter().flat_map(|answer| &answer.clauses);
    let adapted = clauses.filter(|one| one.fate == Fate::Adapted).filter_map(|one| {
        let place = u32::try_from(sent.position_of(one.clause)?).ok()?;
        Some((place, one.words.clone()?))
    });
    adapted.collect()
}

impl Offered {
    /// The number and the words by which people name the clause that an offer is about.
    pub fn name(&self, offer: &Offer) -> (Option<String>, String) {
        match (offer.base.first(), offer.ours.first()) {
            (Some(clause), _) => name(&self.base, *clause),
            (None, Some(clause)) => name(&self.text, *clause),
            (None, None) => (None, String::new()),
        }
    }
}
