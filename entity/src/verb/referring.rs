//! What the steps of every referral have in common: a row for the step, and an event in both records.

use chrono::{DateTime, Utc};
use domain::{
    record::{
        Kind,
        payload::{ReferralAnswered, ReferralStepped},
    },
    referral::{Answer, Refusal, State},
    typed::Reason,
};
use sea_orm::{ActiveValue::Set, entity::prelude::*};

use super::crossing;
use crate::{
    Reader, Stored, Tx, draft, error::*, forum, referral, referral_step, row::referral::Model,
    verb::record::Happened,
};

/// A step that the rules allow.
#[derive(Clone, Debug)]
pub(super) struct Step {
    pub kind: Kind,
    pub state: State,
    /// What is said to the other side.
    pub said: Option<Reason>,
    pub answer: Option<Answer>,
}

/// A rule of referrals said no.
pub(super) fn refused(refusal: Refusal) -> Error {
    match refusal {
        Refusal::WrongState { .. } | Refusal::Twice { .. } => Error::Conflict(refusal.message()),
        _ => Error::Refused(refusal.message()),
    }
}

/// Takes a step: the row of the referral, a row of the step, and an event in the record of the sender's draft and of the receiver's.
pub(super) async fn take(
    tx: &Tx,
    reader: &Reader,
    both: (&draft::Model, &Model),
    step: Step,
    now: DateTime<Utc>,
) -> Result<Model> {
    take_heard(tx, reader, both, step, None, now).await
}

/// Takes a step that another installation took at an instant, or one that is taken here.
pub(super) async fn take_heard(
    tx: &Tx,
    reader: &Reader,
    (draft, referral): (&draft::Model, &Model),
    step: Step,
    heard: Option<(&str, DateTime<Utc>)>,
    now: DateTime<Utc>,
) -> Result<Model> {
    let derived = match referral.derived_id {
        Some(id) => Some(draft::Entity::find_by_id(id).one(&**tx).await?.or_missing("draft")?),
        None => None,
    };
    let id = id_of(referral)?;
    let ours = Happened::to_draft(step.kind, draft).part("referral", referral.number);
    let theirs = match (&derived, referral.to_forum_id) {
        (Some(derived), _) => Some(Happened::to_draft(step.kind, derived).part("referral", &id)),
        (None, Some(to)) => {
            let to = forum::Entity::by_id(&**tx, to).await?;
            Some(Happened::to_forum(step.kind, &to).part("referral", &id))
        }
        (None, None) => None,
    };
    let derived = derived.map(|derived| derived.reference);
    for happened in std::iter::once(ours).chain(theirs) {
        let happened = match &step.answer {
            Some(answer) => {
                happened.saying(&ReferralAnswered { referral: id.clone(), answer: answer.clone() })?
            }
            None => happened.saying(&ReferralStepped {
                referral: id.clone(),
                state: step.state.clone(),
                said: step.said.clone(),
                derived: derived.clone(),
            })?,
        };
        happened.append(tx, Some(reader), None, now).await?;
    }
    let mut row = referral::ActiveModel {
        id: Set(referral.id),
        derived_id: Set(referral.derived_id),
        ..Default::default()
    };
    if let Some(answer) = &step.answer {
        row.answer = Set(Some(Stored(answer.clone())));
    }
    let row = row.in_state(step.state.clone()).update(&**tx).await?;
    let (from, at) = (heard.map(|(from, _)| from), heard.map_or(now, |(_, at)| at));
    keep(tx, reader, &row, &step, from, at).await?;
    Ok(row)
}

/// Keeps the row of a step, and tells the installation at the other end of it, unless it was heard from there.
pub(super) async fn keep(
    tx: &Tx,
    reader: &Reader,
    referral: &Model,
    step: &Step,
    heard: Option<&str>,
    now: DateTime<Utc>,
) -> Result<()> {
    let row = referral_step::ActiveModel {
        referral_id: Set(referral.id),
        kind: Set(Stored(step.kind)),
        state: Set(Stored(step.state.clone())),
        said: Set(step.said.as_ref().map(ToString::to_string)),
        answer: Set(step.answer.clone().map(Stored)),
        account_id: Set(reader.account.id),
        taken_at: Set(now),
        heard_from: Set(heard.map(str::to_owned)),
        ..Default::default()
    };
    let row = row.insert(&**tx).await?;
    match heard {
        Some(_) => Ok(()),
        None => crossing::tell(tx, referral, &format!("step/{}", row.id), now).await,
    }
}

/// How a referral is cited, which is settled when it is sent.
pub(super) fn id_of(referral: &Model) -> Result<String> {
    let statement = referral.statement.as_ref();
    Ok(statement.ok_or_else(|| Error::refused("refusal-referral-not-open"))?.id.clone())
}
