//! What positions are worth: carried to a later version, and counted against the rule of a forum.

use std::collections::{BTreeMap, btree_map::Entry};

use chrono::{DateTime, Utc};
use domain::{
    carry::{self, Held},
    class::StakeholderId,
    position::{Position, PositionKind},
    tally::{Tally, tally},
};
use sea_orm::{FromQueryResult, QueryOrder, QuerySelect, Select, entity::prelude::*};

use crate::{
    Stored, draft,
    error::*,
    forum,
    reading::changes,
    row::{
        listed::among,
        sign_off::{Column, Entity, Model},
        version::VersionId,
    },
    stakeholder, version,
};

/// A sign-off with what it is worth on a later version.
#[derive(Clone, Debug, PartialEq)]
pub struct Carried {
    pub sign_off: Model,
    pub standing: carry::Worth,
}

/// A sign-off without its words, for lists.
#[derive(Clone, Debug, PartialEq, Eq, FromQueryResult)]
pub struct Brief {
    pub draft_id: i64,
    pub stakeholder_id: i64,
    pub version: VersionId,
    pub kind: Stored<PositionKind>,
    pub signed_at: DateTime<Utc>,
}

fn briefly() -> Select<Entity> {
    Entity::find()
        .select_only()
        .columns([Column::DraftId, Column::StakeholderId, Column::Kind, Column::SignedAt])
        .column_as(Column::Version, "version")
        .order_by_asc(Column::Id)
}

/// The last sign-off of each stakeholder on these drafts, by draft and stakeholder.
pub async fn last_in(
    db: &impl ConnectionTrait,
    drafts: impl IntoIterator<Item = i64>,
) -> Result<BTreeMap<(i64, i64), Brief>> {
    let all = briefly().filter(among(db, Column::DraftId, drafts)).into_model::<Brief>().all(db).await?;
    Ok(all.into_iter().map(|one| ((one.draft_id, one.stakeholder_id), one)).collect())
}

/// The last sign-off of a stakeholder on each draft, the latest first; at most `limit`.
pub async fn last_of(db: &impl ConnectionTrait, stakeholder: i64, limit: usize) -> Result<Vec<Brief>> {
    let all = briefly().filter(Column::StakeholderId.eq(stakeholder)).into_model::<Brief>().all(db).await?;
    let last: BTreeMap<i64, Brief> = all.into_iter().map(|one| (one.draft_id, one)).collect();
    let mut last: Vec<_> = last.into_values().collect();
    last.sort_by_key(|one| std::cmp::Reverse(one.signed_at));
    last.truncate(limit);
    Ok(last)
}

/// The last sign-off of each stakeholder up to this version, carried to it by the carry-over table.
pub async fn carried(
    db: &impl ConnectionTrait,
    versions: &[version::Model],
    sign_offs: &[Model],
    target: i32,
) -> Result<BTreeMap<i64, Carried>> {
    let mut last = BTreeMap::new();
    for sign_off in sign_offs.iter().filter(|sign_off| sign_off.version.number() <= target) {
        last.insert(sign_off.stakeholder_id, sign_off.clone());
    }
    let mut changes = BTreeMap::new();
    let mut carried = BTreeMap::new();
    for (stakeholder, sign_off) in last {
        let since = match changes.entry(sign_off.version) {
            Entry::Occupied(known) => known.into_mut(),
            Entry::Vacant(new) => {
                new.insert(changes::changes(db, versions, sign_off.version.number(), target).await?)
            }
        };
        let covered: Vec<_> = sign_off.clauses.iter().map(|clause| clause.id).collect();
        let standing = carry::standing(Held::Position(&sign_off.position), &covered, since);
        carried.insert(stakeholder, Carried { sign_off, standing });
    }
    Ok(carried)
}

/// The positions that count on a version, against the forum's rule.
pub async fn tally_of(
    db: &impl ConnectionTrait,
    forum: &forum::Model,
    draft: &draft::Model,
    number: i32,
) -> Result<Tally> {
    let seats = forum.seat_ids(db).await?;
    let versions = version::Entity::of(db, draft.id).await?;
    let sign_offs = Entity::of(db, draft.id).await?;
    Ok(count(&seats, &carried(db, &versions, &sign_offs, number).await?, forum))
}

/// How an adopted draft was agreed: the positions in force on its newest version, and the seats whose reservation goes with it.
pub async fn agreed(
    db: &impl ConnectionTrait,
    forum: &forum::Model,
    draft: &draft::Model,
) -> Result<(Tally, Vec<String>)> {
    let seats = forum.seats(db).await?;
    let versions = version::Entity::of(db, draft.id).await?;
    let sign_offs = Entity::of(db, draft.id).await?;
    let carried = carried(db, &versions, &sign_offs, draft.latest).await?;
    let ids: Vec<_> = seats.iter().map(|seat| StakeholderId(seat.id)).collect();
    let reserved = |seat: &&stakeholder::Model| {
        carried.get(&seat.id).is_some_and(|one| {
            one.standing.carried.counts()
                && matches!(one.sign_off.position.0, Position::EndorseWithReservation { .. })
        })
    };
    let reserved = seats.iter().filter(reserved).map(|seat| seat.name.clone()).collect();
    Ok((count(&ids, &carried, forum), reserved))
}

/// Counts positions that are at hand against the rule of a forum; those that do not count any more are left out.
pub fn count(seats: &[StakeholderId], carried: &BTreeMap<i64, Carried>, forum: &forum::Model) -> Tally {
    let counting = carried.values().filter(|carried| carried.standing.carried.counts());
    let positions = counting
        .map(|carried| (StakeholderId(carried.sign_off.stakeholder_id), carried.sign_off.position.0.clone()))
        .collect();
    tally(seats, &positions, &forum.rule)
}
