//! What waits for those who run a forum or hold a seat in it.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};
use domain::{
    carry::{Carried, WITHDRAWAL},
    permission::{Action, Role},
    position::PositionKind,
    stage::Stage,
};

use super::Slip;
use crate::{
    Reader, access, draft,
    error::*,
    forum,
    reading::{
        Viewer,
        docket::{self, Stretch},
        positions::{self, Brief},
        thread_count, triage,
    },
    seat, sign_off, stakeholder, version,
};

/// More than anybody runs at once; a desk stays a page even then.
const MOST: Stretch = Stretch { skip: 0, limit: 100 };

type Drafts = Vec<(draft::Model, forum::Model)>;

/// What waits for the reader in the forums they belong to.
pub async fn waiting(viewer: Viewer<'_>, reader: &Reader) -> Result<Vec<Slip>> {
    let db = viewer.db.read();
    let forums = docket::forums_of(db, reader, viewer.now).await?;
    if forums.is_empty() {
        return Ok(Vec::new());
    }
    let drafts = docket::running_in(db, Some(reader), forums, MOST, viewer.now).await?.drafts;
    let roles =
        access::roles_among(db, Some(reader), drafts.iter().map(|(_, forum)| forum), viewer.now).await?;
    let may = |action: Action| -> Drafts { allowed(viewer, &drafts, &roles, action) };
    let (answering, signing, running) =
        (may(Action::Answer), may(Action::SignOff), may(Action::SignOffOnBehalf));
    let mut slips = answers(viewer, &answering).await?;
    if signing.is_empty() && running.is_empty() {
        return Ok(slips);
    }
    let ids: BTreeSet<i64> = signing.iter().chain(&running).map(|(draft, _)| draft.id).collect();
    let last = positions::last_in(db, ids).await?;
    slips.extend(objections(viewer, &running, &last).await?);
    slips.extend(positions(viewer, reader, &signing, &last).await?);
    Ok(slips)
}

fn allowed(viewer: Viewer<'_>, drafts: &Drafts, roles: &BTreeMap<i64, Vec<Role>>, action: Action) -> Drafts {
    let may = |(draft, forum): &&(draft::Model, forum::Model)| {
        roles.get(&forum.id).is_some_and(|roles| access::may(roles, forum, draft, action, viewer.now).is_ok())
    };
    drafts.iter().filter(may).cloned().collect()
}

/// Comments without an answer, and threads whose place is in question.
async fn answers(viewer: Viewer<'_>, drafts: &Drafts) -> Result<Vec<Slip>> {
    if drafts.is_empty() {
        return Ok(Vec::new());
    }
    let ids = || drafts.iter().map(|(draft, _)| draft.id);
    let counts = thread_count::counts(viewer.db.read(), ids()).await?;
    let triage = triage::triage(viewer.db.read(), ids()).await?;
    let mut slips = Vec::new();
    for (draft, _) in drafts {
        let (reference, title) = (draft.reference.clone(), draft.title.clone());
        if let Some(queue) = triage.get(&draft.id) {
            let (uncertain, detached) = (queue.uncertain, queue.detached);
            slips.push(Slip::Triage {
                reference: reference.clone(),
                title: title.clone(),
                uncertain,
                detached,
            });
        }
        let comments = counts.get(&draft.id).map_or(0, |count| count.unanswered);
        if comments > 0 {
            slips.push(Slip::AnswersDue { reference, title, comments });
        }
    }
    Ok(slips)
}

/// Objections of seats that stand, for the secretariat to meet; those of who has no seat (any more) hold nothing up.
async fn objections(
    viewer: Viewer<'_>,
    drafts: &Drafts,
    last: &BTreeMap<(i64, i64), Brief>,
) -> Result<Vec<Slip>> {
    let mut slips = Vec::new();
    for (draft, forum) in drafts {
        let objects = |seat: &stakeholder::Model| {
            last.get(&(draft.id, seat.id)).is_some_and(|one| one.kind.0 == PositionKind::Object)
        };
        if !last.iter().any(|((on, _), one)| *on == draft.id && one.kind.0 == PositionKind::Object) {
            continue;
        }
        for seat in forum.seats(viewer.db.read()).await?.into_iter().filter(objects) {
            let reference = draft.reference.clone();
            slips.push(Slip::ObjectionStands { reference, seat: seat.name, slug: seat.slug });
        }
    }
    Ok(slips)
}

/// Positions to give for a seat, or to renew because its words changed.
async fn positions(
    viewer: Viewer<'_>,
    reader: &Reader,
    drafts: &Drafts,
    last: &BTreeMap<(i64, i64), Brief>,
) -> Result<Vec<Slip>> {
    let db = viewer.db.read();
    let held = seat::held_by(db, reader.voices.iter().map(|voice| voice.stakeholder.id)).await?;
    let own_seats = seat::given_in(db, drafts.iter().map(|(_, forum)| forum.id)).await?;
    let mut slips = Vec::new();
    for (draft, forum) in drafts {
        let seated =
            if own_seats.contains(&forum.id) { forum.id } else { forum.parent_id.unwrap_or(forum.id) };
        let mut carried = None;
        for voice in reader.voices_in(forum, viewer.now) {
            let here = held
                .iter()
                .any(|seat| seat.forum_id == seated && seat.stakeholder_id == voice.stakeholder.id);
            if !here {
                continue;
            }
            match last.get(&(draft.id, voice.stakeholder.id)) {
                None => slips.extend(due(viewer, draft, forum, &voice.stakeholder)),
                Some(one) if one.version < draft.newest() && one.kind.0 != PositionKind::Recuse => {
                    if carried.is_none() {
                        carried = Some(carry(viewer, draft).await?);
                    }
                    let Some((states, since)) = &carried else { continue };
                    let state = states.get(&voice.stakeholder.id);
                    slips.extend(state.and_then(|state| renew(draft, &voice.stakeholder, state)));
                    let until = *since + WITHDRAWAL;
                    let told = state.filter(|_| viewer.now < until);
                    slips.extend(told.and_then(|state| told_of(draft, &voice.stakeholder, state, until)));
                }
                Some(_) => {}
            }
        }
    }
    Ok(slips)
}

/// What the positions on a draft are worth on its newest version, and since when that is published: asked only where one of the
/// reader's is on an earlier one.
async fn carry(
    viewer: Viewer<'_>,
    draft: &draft::Model,
) -> Result<(BTreeMap<i64, positions::Carried>, DateTime<Utc>)> {
    let versions = version::Entity::of(viewer.db.read(), draft.id).await?;
    let sign_offs = sign_off::Entity::of(viewer.db.read(), draft.id).await?;
    let since = versions.last().ok_or(Error::NotFound("version"))?.published_at;
    Ok((positions::carried(viewer.db.read(), &versions, &sign_offs, draft.latest).await?, since))
}

/// A position that is asked for: from the last call on.
fn due(
    viewer: Viewer<'_>,
    draft: &draft::Model,
    forum: &forum::Model,
    seat: &stakeholder::Model,
) -> Option<Slip> {
    match draft.stage_at(viewer.now) {
        Stage::LastCall { closes, .. } | Stage::SignOff { closes, .. } => Some(Slip::SignOffDue {
            reference: draft.reference.clone(),
            title: draft.title.clone(),
            seat: seat.name.clone(),
            closes,
            zone: forum.zone.clone(),
        }),
        _ => None,
    }
}

/// A position that was carried over an editorial change, while its holder may still withdraw it.
fn told_of(
    draft: &draft::Model,
    seat: &stakeholder::Model,
    state: &positions::Carried,
    until: DateTime<Utc>,
) -> Option<Slip> {
    (state.standing.carried == Carried::Told).then(|| Slip::PositionCarried {
        reference: draft.reference.clone(),
        seat: seat.name.clone(),
        signed: state.sign_off.version.number().unsigned_abs(),
        newest: draft.latest.unsigned_abs(),
        until,
    })
}

fn renew(draft: &draft::Model, seat: &stakeholder::Model, state: &positions::Carried) -> Option<Slip> {
    let carried = state.standing.carried;
    carried.waits_for_holder().then(|| Slip::SignOffToRenew {
        reference: draft.reference.clone(),
        seat: seat.name.clone(),
        signed: state.sign_off.version.number().unsigned_abs(),
        newest: draft.latest.unsigned_abs(),
        resolved: carried == Carried::AskedIfResolved,
    })
}
