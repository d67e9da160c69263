//! What waits for somebody who commented: answers, places and replies; and their mandates that end.

use std::collections::BTreeMap;

use chrono::TimeDelta;
use entity::{Reader, account, comment, docket, draft, forum, placement, stakeholder, thread};

use super::Slip;
use crate::{context::Context, error::AppError, thread::gist};

/// How long before its end a mandate is spoken of.
const NOTICE: TimeDelta = TimeDelta::days(30);
/// How much of a reply is shown.
const REPLY: usize = 90;

type Drafts = BTreeMap<i64, (draft::Model, forum::Model)>;

pub async fn waiting(at: &Context, reader: &Reader) -> Result<Vec<Slip>, AppError> {
    let (db, account) = (at.db.read(), reader.account.id);
    let answered = thread::to_acknowledge(db, account, at.now).await?;
    let places = placement::to_confirm(db, account).await?;
    let replies = comment::replies_to(db, account, at.now).await?;
    let threads = places.iter().map(|(_, thread)| thread).chain(replies.iter().map(|(_, thread)| thread));
    let ids: Vec<i64> = answered.iter().chain(threads).map(|thread| thread.draft_id).collect();
    let mut slips = Vec::new();
    if !ids.is_empty() {
        let drafts = docket::among(db, Some(reader), ids, at.now).await?;
        slips.extend(answered.iter().filter_map(|thread| judge(at, &drafts, thread)));
        slips.extend(places.iter().filter_map(|(place, thread)| confirm(&drafts, place, thread)));
        slips.extend(replied(at, &drafts, &replies).await?);
    }
    slips.extend(mandates(at, reader));
    Ok(slips)
}

fn judge(at: &Context, drafts: &Drafts, thread: &thread::Model) -> Option<Slip> {
    let life = thread.life_at(at.now);
    let answer = life.standing_answer()?;
    Some(Slip::AnswerToJudge {
        reference: reference(drafts, thread)?,
        thread: thread.number.unsigned_abs(),
        disposition: answer.disposition,
    })
}

fn confirm(drafts: &Drafts, place: &placement::Model, thread: &thread::Model) -> Option<Slip> {
    Some(Slip::PlaceToConfirm {
        reference: reference(drafts, thread)?,
        thread: thread.number.unsigned_abs(),
        line: place.placement.lines.map(|lines| lines.first()),
    })
}

async fn replied(
    at: &Context,
    drafts: &Drafts,
    replies: &[(comment::Model, thread::Model)],
) -> Result<Vec<Slip>, AppError> {
    let db = at.db.read();
    let names = account::Entity::names(db, replies.iter().map(|(reply, _)| reply.author_id)).await?;
    let voices = replies.iter().filter_map(|(reply, _)| reply.stakeholder_id);
    let voices = stakeholder::Entity::among(db, voices).await?;
    let slips = replies.iter().filter_map(|(reply, thread)| {
        let name = names.get(&reply.author_id)?;
        let voice = reply.stakeholder_id.and_then(|id| voices.get(&id));
        Some(Slip::Reply {
            reference: reference(drafts, thread)?,
            thread: thread.number.unsigned_abs(),
            who: voice.map_or_else(|| name.clone(), |voice| format!("{name}, {}", voice.name)),
            gist: gist(&reply.body, REPLY),
        })
    });
    Ok(slips.collect())
}

fn mandates(at: &Context, reader: &Reader) -> Vec<Slip> {
    let soon = |ends: chrono::DateTime<chrono::Utc>| ends < at.now + NOTICE;
    let ending = reader.voices.iter().filter_map(|voice| {
        let ends = voice.mandate.ends_at.filter(|ends| soon(*ends))?;
        let (seat, slug) = (voice.stakeholder.name.clone(), voice.stakeholder.slug.clone());
        Some(Slip::MandateEnds { seat, slug, ends })
    });
    ending.collect()
}

fn reference(drafts: &Drafts, thread: &thread::Model) -> Option<String> {
    drafts.get(&thread.draft_id).map(|(draft, _)| draft.reference.clone())
}
