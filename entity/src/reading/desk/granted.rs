//! What forums let people say for a stakeholder, told to all whom that concerns.

use std::collections::BTreeSet;

use chrono::TimeDelta;
use domain::permission::Role;

use super::Slip;
use crate::{Reader, account, error::*, forum, mandate, reading::Viewer, seat, stakeholder};

/// How long after it was granted a mandate is told of.
const TOLD: TimeDelta = TimeDelta::days(28);

/// The stakeholders that the reader looks after and for whom nobody can speak now.
pub async fn unspoken(viewer: Viewer<'_>, reader: &Reader) -> Result<Vec<Slip>> {
    let (db, own) = (viewer.db.read(), reader.looks_after.iter().copied());
    if reader.looks_after.is_empty() {
        return Ok(Vec::new());
    }
    let spoken = mandate::Entity::spoken_for(db, own.clone(), viewer.now).await?;
    let silent = stakeholder::Entity::among(db, own.filter(|one| !spoken.contains(one))).await?;
    let slips = silent.into_values().map(|one| Slip::NobodySpeaks { seat: one.name, slug: one.slug });
    Ok(slips.collect())
}

/// The mandates that forums granted of late for a stakeholder that the reader looks after, speaks for by its own mandate, or gave a seat
/// elsewhere.
pub async fn waiting(viewer: Viewer<'_>, reader: &Reader) -> Result<Vec<Slip>> {
    let db = viewer.db.read();
    let runs = reader.roles.iter().filter(|role| role.role.0 == Role::Secretariat);
    let runs: BTreeSet<i64> = runs.map(|role| role.forum_id).collect();
    let seated: BTreeSet<i64> = seat::of_forums(db, runs.iter().copied())
        .await?
        .into_iter()
        .map(|seat| seat.stakeholder_id)
        .collect();
    let own = reader.voices.iter().filter(|voice| voice.forum.is_none()).map(|voice| voice.stakeholder.id);
    let concerned: BTreeSet<i64> =
        own.chain(seated.iter().copied()).chain(reader.looks_after.iter().copied()).collect();
    if concerned.is_empty() {
        return Ok(Vec::new());
    }
    let granted = mandate::Entity::granted_by_forums(db, concerned, viewer.now - TOLD, viewer.now).await?;
    if granted.is_empty() {
        return Ok(Vec::new());
    }
    let names = account::Entity::names(db, granted.iter().map(|one| one.account_id)).await?;
    let seats = stakeholder::Entity::among(db, granted.iter().map(|one| one.stakeholder_id)).await?;
    let forums = forum::Entity::among(db, granted.iter().filter_map(|one| one.forum_id)).await?;
    let slips = granted.iter().filter_map(|one| {
        let forum = forums.get(&one.forum_id?)?;
        let by_themselves = runs.contains(&forum.id) || one.account_id == reader.account.id;
        let seat = seats.get(&one.stakeholder_id)?;
        let may_end = reader.looks_after.contains(&seat.id) || seated.contains(&seat.id);
        (!by_themselves || reader.looks_after.contains(&seat.id)).then(|| Slip::MandateGranted {
            seat: seat.name.clone(),
            slug: seat.slug.clone(),
            name: names.get(&one.account_id).cloned().unwrap_or_default(),
            forum: forum.name.clone(),
            may_end,
        })
    });
    Ok(slips.collect())
}
