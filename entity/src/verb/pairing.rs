//! Saying what became of a clause in another draft.

use chrono::{DateTime, Utc};
use domain::{
    permission::Action,
    record::{Kind, payload::PairingCorrected},
    text::ClauseId,
    typed::Reason,
};
use sea_orm::{ActiveValue::Set, entity::prelude::*};

use crate::{
    Db, Reader, Stored, access, draft,
    error::*,
    reading::lineage,
    row::pairing::{ActiveModel, Model},
    verb::record::Happened,
};

/// A correction on its way in.
#[derive(Clone, Debug)]
pub struct Correction {
    /// A clause of the one draft.
    pub clause: ClauseId,
    /// The clauses of the other it became; none for one that was dropped.
    pub became: Vec<ClauseId>,
    pub reason: Option<Reason>,
}

impl Reader {
    /// Says what became of a clause of one draft in another, against what the program found. Whoever writes in either forum may. Refuses
    /// drafts that no referral joins, and clauses that they never had.
    pub async fn correct_pairing(
        &self,
        db: &Db,
        (draft, other): (&draft::Model, &draft::Model),
        correction: Correction,
        now: DateTime<Utc>,
    ) -> Result<Model> {
        let (tx, draft, forum) = draft::Entity::begin(db, draft.id).await?;
        let now = tx.confirm(self, now).await?;
        let (other, theirs) = draft::Entity::with_its_forum(&*tx, other.id).await?;
        for (forum, draft) in [(&forum, &draft), (&theirs, &other)] {
            access::require(&*tx, Some(self), forum, draft, Action::See, now).await?;
        }
        let here = access::require(&*tx, Some(self), &forum, &draft, Action::CorrectPairing, now).await;
        if here.is_err() {
            access::require(&*tx, Some(self), &theirs, &other, Action::CorrectPairing, now).await?;
        }
        if !lineage::joined(&*tx, draft.id, other.id).await? {
            return Err(Error::NotFound("crosswalk"));
        }
        let has = |draft: &draft::Model, clause: &ClauseId| i64::from(clause.0) < draft.next_clause;
        if !has(&draft, &correction.clause) || !correction.became.iter().all(|clause| has(&other, clause)) {
            return Err(Error::refused("refusal-referral-clause"));
        }
        let Correction { clause, became, reason } = correction;
        for (one, another) in [(&draft, &other), (&other, &draft)] {
            let said = PairingCorrected {
                from: draft.reference.clone(),
                other: other.reference.clone(),
                clause,
                became: became.clone(),
                reason: reason.clone(),
            };
            let happened = Happened::to_draft(Kind::PairingCorrected, one);
            let happened = happened.part("crosswalk", &another.reference).saying(&said)?;
            happened.append(&tx, Some(self), None, now).await?;
        }
        let row = ActiveModel {
            draft_id: Set(draft.id),
            other_id: Set(other.id),
            clause: Set(Stored(clause)),
            became: Set(Stored(became)),
            reason: Set(reason.map(String::from)),
            account_id: Set(self.account.id),
            corrected_at: Set(now),
            ..Default::default()
        };
        let row = row.insert(&*tx).await?;
        tx.commit().await?;
        Ok(row)
    }
}
