//! What one mail tells, as far as whom it is for may see it at the instant it is sent.

mod changed;
mod remark;

use chrono::{DateTime, Utc};
use domain::{
    disposition::{ACKNOWLEDGEMENT, Disposition, EDIT_WINDOW, Life},
    position::PositionKind,
    record::{Kind, payload},
    stage::Stage,
    telling::Occasion,
};
use sea_orm::EntityTrait;

use super::{
    Head, Viewer,
    desk::{self, Slip},
    seats::{Seat, Since},
};
use crate::{
    account, comment, draft,
    error::*,
    event, forum, mandate,
    outbox::{About, Words},
    stakeholder, version,
};

use remark::{parts, remark, said, thread_of};

pub use changed::{Changed, Memo, Spot};
pub use remark::Remark;

/// The draft that it is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cited {
    pub reference: String,
    pub title: String,
    /// The name of its forum.
    pub forum: String,
    /// The IANA name of the zone in which its deadlines are set.
    pub zone: String,
}

/// An official answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Given {
    pub disposition: Disposition,
    pub reason: String,
    /// The name of the person who gave it.
    pub by: String,
    pub answered: DateTime<Utc>,
    /// Until when it can be said whether it satisfies.
    pub until: DateTime<Utc>,
}

/// A mandate that ends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ending {
    /// The name of the stakeholder it is for.
    pub seat: String,
    /// The slug of that stakeholder.
    pub slug: String,
    /// Whose mandate it is, when it is not the viewer's own.
    pub whose: Option<String>,
    /// The forum that granted it, for itself only; none when the stakeholder did.
    pub forum: Option<String>,
    pub ends: DateTime<Utc>,
}

/// What a mail tells.
#[derive(Clone, Debug)]
pub enum News {
    /// The reader posted a comment, which they may correct until `correct_until`.
    Receipt {
        on: Cited,
        remark: Remark,
        receipt: String,
        correct_until: DateTime<Utc>,
        closes: Option<DateTime<Utc>>,
    },
    /// Officials answered a thread in which the reader spoke.
    Answer { on: Cited, remark: Remark, given: Given },
    /// Somebody replied in a thread in which the reader spoke.
    Reply { on: Cited, remark: Remark },
    /// Somebody followed said something, or something was said on a clause that is followed.
    Said { on: Cited, remark: Remark },
    /// A seat took a position.
    Signed { on: Cited, seat: String, slug: String, position: PositionKind, version: u32 },
    /// A version was published.
    Version { on: Cited, number: u32, note: String, changed: Vec<Changed> },
    /// The words that a seat signed have changed.
    Stale { on: Cited, seat: String, newest: u32, since: Since },
    /// A stage with a deadline began.
    Began { on: Cited, stage: Stage, ends: DateTime<Utc> },
    /// An objection ended the last call on a version.
    Objected { on: Cited, seats: Vec<String>, version: u32 },
    /// A text was referred to `to`, or something came back; `came` tells that the reader is of that side. `kind` is that of the event.
    Went { on: Cited, number: i32, to: String, came: bool, kind: Kind, said: Option<String> },
    /// A stage ends soon.
    Deadline { on: Cited, stage: Stage, ends: DateTime<Utc> },
    /// What waits for the reader.
    Desk(Vec<Slip>),
    /// A mandate ends soon.
    MandateEnds(Ending),
    /// Words that are written already.
    Words(Words),
}

impl News {
    /// What it tells the one who looks. None when there is nothing to tell any more, or nothing that they may see: what was hidden, taken
    /// back, closed, or is no concern of theirs any longer.
    pub async fn of(
        viewer: Viewer<'_>,
        occasion: Occasion,
        about: &About,
        memo: &Memo,
    ) -> Result<Option<Self>> {
        let news = match about {
            About::Nothing => return Ok(None),
            About::Words(words) => return Ok(Some(Self::Words(words.clone()))),
            About::Event { sequence } => happened(viewer, occasion, *sequence, memo).await,
            About::Deadline { draft, ends, .. } => deadline(viewer, *draft, *ends).await,
            About::Mandate { mandate, ends } => mandate_ends(viewer, *mandate, *ends).await,
            About::Desk => desk(viewer).await,
        };
        match news {
            Err(Error::NotFound(_) | Error::Forbidden(_) | Error::SignedOut) => Ok(None),
            other => other,
        }
    }
}

/// An event of a draft, to whom it concerns.
async fn happened(
    viewer: Viewer<'_>,
    occasion: Occasion,
    sequence: i64,
    memo: &Memo,
) -> Result<Option<News>> {
    let db = viewer.db.read();
    let row = event::Entity::find_by_id(sequence).one(db).await?.or_missing("event")?;
    let reference = row.run.strip_prefix("draft/").ok_or(Error::NotFound("draft"))?;
    let (draft, forum) = draft::Entity::cited(db, viewer.reader, reference, viewer.now).await?;
    let on = cited(&draft, &forum);
    match occasion {
        Occasion::Receipt => receipt(viewer, &row, &draft, on).await,
        Occasion::Reply => {
            Ok(remark(viewer, &row, &draft).await?.map(|(remark, _)| News::Reply { on, remark }))
        }
        Occasion::Said
            if matches!(Kind::from_key(&row.kind), Some(Kind::SignedOff | Kind::SignedOffOnBehalf)) =>
        {
            signed(&row, on)
        }
        Occasion::Said => {
            Ok(remark(viewer, &row, &draft).await?.map(|(remark, _)| News::Said { on, remark }))
        }
        Occasion::Answer => answer(viewer, &row, &draft, on).await,
        Occasion::Version => {
            let number = parts(&row).get(3).and_then(|number| number.parse().ok()).unwrap_or(draft.latest);
            let published = version::Entity::kept(viewer.db, draft.id, number).await?;
            let is_followed = changed::is_followed(viewer, &draft, &forum).await?;
            let changed = changed::of(viewer, &draft, number, memo).await?;
            let note = published.note.clone();
            let number = number.unsigned_abs();
            // Whoever is told that what they signed has changed is not told at once that nothing changed where they spoke.
            if changed.is_empty() && stale(viewer, &draft, on.clone()).await?.is_some() {
                return Ok(None);
            }
            Ok((is_followed || !changed.is_empty()).then_some(News::Version { on, number, note, changed }))
        }
        Occasion::Stale => stale(viewer, &draft, on).await,
        Occasion::Round if Kind::from_key(&row.kind) == Some(Kind::LastCallObjected) => {
            objected(viewer, &draft, on).await
        }
        Occasion::Referral => went(viewer, &row, on).await,
        Occasion::Round => {
            let stage = draft.stage_at(viewer.now);
            Ok(stage.deadline().map(|ends| News::Began { on, stage, ends }))
        }
        Occasion::Invitation
        | Occasion::Joining
        | Occasion::Deadline
        | Occasion::Desk
        | Occasion::Mandate => Ok(None),
    }
}

/// A step of a referral.
async fn went(viewer: Viewer<'_>, row: &event::Model, on: Cited) -> Result<Option<News>> {
    let number =
        parts(row).get(3).and_then(|number| number.parse().ok()).ok_or(Error::NotFound("referral"))?;
    let sent = viewer.referral(&on.reference, number).await?;
    let Some(kind) = Kind::from_key(&row.kind) else { return Ok(None) };
    let step = sent.steps.iter().find(|step| step.kind.0 == kind && step.taken_at == row.at);
    let said = match kind {
        Kind::ReferralSent => Some(sent.referral.ask.note.to_string()),
        _ => step.and_then(|step| step.said.clone()),
    };
    let came = matches!(kind, Kind::ReferralSent | Kind::ReferralWithdrawn);
    Ok(Some(News::Went { on, number, to: sent.referral.to_name.clone(), came, kind, said }))
}

async fn receipt(
    viewer: Viewer<'_>,
    row: &event::Model,
    draft: &draft::Model,
    on: Cited,
) -> Result<Option<News>> {
    let Some((remark, comment)) = remark(viewer, row, draft).await? else { return Ok(None) };
    let closes = match draft.stage_at(viewer.now) {
        Stage::Consultation { closes, .. } | Stage::LastCall { closes, .. } => Some(closes),
        _ => None,
    };
    let correct_until = remark.posted + EDIT_WINDOW;
    Ok(Some(News::Receipt { on, remark, receipt: comment.receipt, correct_until, closes }))
}

/// The answer that stands, unless the thread was opened again or judged meanwhile.
async fn answer(
    viewer: Viewer<'_>,
    row: &event::Model,
    draft: &draft::Model,
    on: Cited,
) -> Result<Option<News>> {
    let db = viewer.db.read();
    let thread = thread_of(viewer, row, draft).await?;
    let Life::Answered { answer } = thread.life_at(viewer.now) else { return Ok(None) };
    if Some(thread.raised_by) != viewer.account() || answer.at != row.at {
        return Ok(None);
    }
    let opening = comment::Entity::numbered(db, thread.id, 1).await?;
    let by = account::Entity::names(db, [answer.by]).await?.remove(&answer.by).unwrap_or_default();
    let until = answer.at + ACKNOWLEDGEMENT;
    let remark = said(viewer, &thread, &opening).await?;
    let given = Given {
        disposition: answer.disposition,
        reason: answer.reason.as_str().to_owned(),
        by,
        answered: answer.at,
        until,
    };
    Ok(Some(News::Answer { on, remark, given }))
}

fn signed(row: &event::Model, on: Cited) -> Result<Option<News>> {
    let payload: payload::SignedOff =
        serde_json::from_str(&row.payload).map_err(|error| Error::Broken(error.to_string()))?;
    let position = PositionKind::from_key(&payload.position);
    Ok(position.map(|position| News::Signed {
        on,
        seat: payload.stakeholder.name,
        slug: payload.stakeholder.slug,
        position,
        version: payload.version.unsigned_abs(),
    }))
}

/// The words that changed since a stakeholder signed for whom the viewer speaks; the first of them.
async fn stale(viewer: Viewer<'_>, draft: &draft::Model, on: Cited) -> Result<Option<News>> {
    let Some(reader) = viewer.reader else { return Ok(None) };
    let head = Head::of(viewer, &draft.reference).await?;
    let voices: Vec<i64> =
        reader.voices_in(&head.forum, viewer.now).map(|voice| voice.stakeholder.id).collect();
    let seats = Seat::all(viewer, &head).await?.into_iter();
    let mut own = seats.filter(|seat| voices.contains(&seat.stakeholder.id));
    let newest = head.latest();
    Ok(own.find_map(|seat| {
        let since = seat.since?;
        Some(News::Stale { on: on.clone(), seat: seat.stakeholder.name, newest, since })
    }))
}

/// The objections that stand since one ended a last call; nothing once they are lifted.
async fn objected(viewer: Viewer<'_>, draft: &draft::Model, on: Cited) -> Result<Option<News>> {
    let head = Head::of(viewer, &draft.reference).await?;
    let objecting = head.tally.objecting.iter().map(|seat| seat.0);
    let seats = stakeholder::Entity::among(viewer.db.read(), objecting).await?;
    let seats: Vec<String> = seats.into_values().map(|seat| seat.name).collect();
    let version = head.latest();
    Ok((!seats.is_empty()).then_some(News::Objected { on, seats, version }))
}

async fn deadline(viewer: Viewer<'_>, draft: i64, ends: DateTime<Utc>) -> Result<Option<News>> {
    let db = viewer.db.read();
    let found = draft::Entity::find_by_id(draft).one(db).await?.or_missing("draft")?;
    let (draft, forum) = draft::Entity::cited(db, viewer.reader, &found.reference, viewer.now).await?;
    let stage = draft.stage_at(viewer.now);
    let on = cited(&draft, &forum);
    Ok((stage.deadline() == Some(ends)).then_some(News::Deadline { on, stage, ends }))
}

async fn mandate_ends(viewer: Viewer<'_>, mandate: i64, ends: DateTime<Utc>) -> Result<Option<News>> {
    let db = viewer.db.read();
    let mandate = mandate::Entity::by_id(db, mandate).await?;
    let concerns = viewer.reader.is_some_and(|reader| {
        mandate.account_id == reader.account.id || reader.looks_after.contains(&mandate.stakeholder_id)
    });
    if !concerns || mandate.ends_at != Some(ends) || mandate.is_over(viewer.now) {
        return Ok(None);
    }
    let seat = stakeholder::Entity::by_id(db, mandate.stakeholder_id).await?;
    let others = viewer.account() != Some(mandate.account_id);
    let whose = account::Entity::names(db, [mandate.account_id]).await?.remove(&mandate.account_id);
    let forum = forum::Entity::among(db, mandate.forum_id).await?.into_values().next();
    Ok(Some(News::MandateEnds(Ending {
        seat: seat.name,
        slug: seat.slug,
        whose: whose.filter(|_| others),
        forum: forum.map(|forum| forum.name),
        ends,
    })))
}

async fn desk(viewer: Viewer<'_>) -> Result<Option<News>> {
    let slips = desk::slips(viewer).await?;
    Ok((!slips.is_empty()).then_some(News::Desk(slips)))
}

fn cited(draft: &draft::Model, forum: &forum::Model) -> Cited {
    Cited {
        reference: draft.reference.clone(),
        title: draft.title.clone(),
        forum: forum.name.clone(),
        zone: forum.zone.clone(),
    }
}
