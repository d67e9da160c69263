//! Taking over, or leaving, a change of a text with which a draft has its origin in common.

use chrono::{DateTime, Utc};
use domain::{
    offer::Offer,
    permission::Action,
    record::{Kind, payload::ChangeDecided},
    typed::Reason,
};
use sea_orm::{ActiveValue::Set, entity::prelude::*};

use super::working_text::{self, Saved};
use crate::{
    Db, Reader, access, draft,
    error::*,
    reading::lineage,
    row::{
        decision::{ActiveModel, Entity, Model},
        version::VersionId,
    },
    verb::record::Happened,
};

/// A decision on its way in.
#[derive(Clone, Debug)]
pub struct Deciding {
    pub offer: Offer,
    /// The version that the change comes from.
    pub version: VersionId,
    /// The whole text with the change and the words that stand in it now; none where the change is left.
    pub taken: Option<(Saved, String)>,
    pub reason: Option<Reason>,
}

impl Reader {
    /// Says of a change that another draft offers whether it is taken over, which puts it into the text of the next version. Refuses drafts
    /// that no referral joins directly, a change that is left without a reason, and a text that somebody else saved or published meanwhile.
    pub async fn decide_change(
        &self,
        db: &Db,
        (draft, other): (&draft::Model, &draft::Model),
        deciding: Deciding,
        now: DateTime<Utc>,
    ) -> Result<Model> {
        let (tx, draft, forum) = draft::Entity::begin(db, draft.id).await?;
        let now = tx.confirm(self, now).await?;
        access::require(&*tx, Some(self), &forum, &draft, Action::EditWorkingText, now).await?;
        let (other, theirs) = draft::Entity::with_its_forum(&*tx, other.id).await?;
        access::require(&*tx, Some(self), &theirs, &other, Action::See, now).await?;
        if !lineage::joined(&*tx, draft.id, other.id).await? {
            return Err(Error::NotFound("draft"));
        }
        let Deciding { offer, version, taken, reason } = deciding;
        let earlier = Entity::between(&*tx, draft.id, other.id).await?;
        let last = earlier.into_iter().rev().find(|row| row.change == offer.key);
        if let Some(same) = last.filter(|row| row.taken == taken.is_some()) {
            return Ok(same);
        }
        if taken.is_none() && reason.is_none() {
            return Err(Error::refused("refusal-change-reason"));
        }
        let is_taken = taken.is_some();
        let words = match taken {
            Some((saved, words)) => {
                working_text::keep(&tx, self, &draft, saved, now).await?;
                Some(words).filter(|words| !words.trim().is_empty())
            }
            None => None,
        };
        let kind = if is_taken { Kind::ChangeTaken } else { Kind::ChangeLeft };
        let said = ChangeDecided {
            from: other.reference.clone(),
            forum: theirs.name.clone(),
            version: version.number(),
            change: offer.key.clone(),
            before: offer.before.clone(),
            after: offer.after.clone(),
            words: words.clone(),
            reason: reason.clone(),
        };
        let happened = Happened::to_draft(kind, &draft).part("crosswalk", &other.reference);
        happened.saying(&said)?.append(&tx, Some(self), None, now).await?;
        let row = ActiveModel {
            draft_id: Set(draft.id),
            other_id: Set(other.id),
            version: Set(version),
            change: Set(offer.key),
            before: Set(offer.before),
            after: Set(offer.after),
            taken: Set(is_taken),
            words: Set(words),
            reason: Set(reason.map(String::from)),
            next: Set(draft.latest + 1),
            account_id: Set(self.account.id),
            decided_at: Set(now),
            ..Default::default()
        };
        let row = row.insert(&*tx).await?;
        tx.commit().await?;
        Ok(row)
    }
}
