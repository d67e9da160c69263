//! What waits for somebody who commented: answers, places and replies; and their mandates that end.

use std::collections::BTreeMap;

use chrono::TimeDelta;

use super::Slip;
use crate::{
    Reader, account, comment, draft,
    error::*,
    forum, placement,
    reading::{Viewer, docket, said, triage, waiting},
    stakeholder, thread,
};

/// How long before its end a mandate is spoken of.
const NOTICE: TimeDelta = TimeDelta::days(30);
/// How much of a reply is shown.
const REPLY: usize = 90;

type Drafts = BTreeMap<i64, (draft::Model, forum::Model)>;

/// What waits for the reader as somebody who commented or holds a mandate.
pub async fn waiting(viewer: Viewer<'_>, reader: &Reader) -> Result<Vec<Slip>> {
    let (db, account) = (viewer.db.read(), reader.account.id);
    let answered = waiting::to_acknowledge(db, account, viewer.now).await?;
    let places = triage::to_confirm(db, account).await?;
    let replies = said::replies_to(db, account, viewer.now).await?;
    let threads = places.iter().map(|(_, thread)| thread).chain(replies.iter().map(|(_, thread)| thread));
    let ids: Vec<i64> = answered.iter().chain(threads).map(|thread| thread.draft_id).collect();
    let mut slips = Vec::new();
    if !ids.is_empty() {
        let drafts = docket::among(db, Some(reader), ids, viewer.now).await?;
        slips.extend(answered.iter().filter_map(|thread| judge(viewer, &drafts, thread)));
        slips.extend(places.iter().filter_map(|(place, thread)| confirm(&drafts, place, thread)));
        slips.extend(replied(viewer, &drafts, &replies).await?);
    }
    slips.extend(mandates(viewer, reader));
    Ok(slips)
}

fn judge(viewer: Viewer<'_>, drafts: &Drafts, thread: &thread::Model) -> Option<Slip> {
    let life = thread.life_at(viewer.now);
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
    viewer: Viewer<'_>,
    drafts: &Drafts,
    replies: &[(comment::Model, thread::Model)],
) -> Result<Vec<Slip>> {
    let db = viewer.db.read();
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
            gist: domain::gist(&reply.body, REPLY),
        })
    });
    Ok(slips.collect())
}

fn mandates(viewer: Viewer<'_>, reader: &Reader) -> Vec<Slip> {
    let soon = |ends: chrono::DateTime<chrono::Utc>| ends < viewer.now + NOTICE;
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
