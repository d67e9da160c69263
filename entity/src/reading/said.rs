//! What was said: to an account, for a stakeholder, and which wordings stand.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use sea_orm::{QueryOrder, QuerySelect, QueryTrait, Select, entity::prelude::*};

use crate::{
    Reader, draft,
    error::*,
    reading::{docket, thread_count},
    row::{
        comment::{Column, Entity, Model},
        listed::{among, one_of},
    },
    thread,
};

/// The latest wording that was proposed in each of these threads and not taken back or hidden; nothing for one without any.
pub(crate) async fn proposed_in(
    db: &impl ConnectionTrait,
    threads: Vec<i64>,
) -> Result<BTreeMap<i64, String>> {
    let found = Entity::find()
        .filter(among(db, Column::ThreadId, threads))
        .filter(Column::Suggestion.is_not_null())
        .filter(Column::WithdrawnAt.is_null())
        .filter(Column::Hidden.is_null())
        .order_by_asc(Column::Id);
    let found = found.all(db).await?;
    Ok(found.into_iter().filter_map(|one| Some((one.thread_id, one.suggestion?))).collect())
}

/// How long a reply waits on the desk of whoever began the thread.
const REPLY: chrono::TimeDelta = chrono::TimeDelta::days(14);

/// The last words in the open threads an account raised where they are somebody else's and new, each with its thread; at most fifty.
pub async fn replies_to(
    db: &impl ConnectionTrait,
    account: i64,
    now: DateTime<Utc>,
) -> Result<Vec<(Model, thread::Model)>> {
    let own = thread::Entity::find()
        .select_only()
        .column(thread::Column::Id)
        .filter(thread::Column::RaisedBy.eq(account))
        .filter(one_of(thread::Column::State, &thread_count::WAITING));
    let recent = Entity::find()
        .filter(Column::ThreadId.in_subquery(own.into_query()))
        .filter(Column::CreatedAt.gt(now - REPLY))
        .filter(Column::WithdrawnAt.is_null())
        .filter(Column::Hidden.is_null())
        .order_by_desc(Column::Id)
        .limit(200)
        .all(db)
        .await?;
    let mut last = BTreeMap::new();
    for comment in recent {
        last.entry(comment.thread_id).or_insert(comment);
    }
    last.retain(|_, comment| comment.author_id != account);
    let ids = last.keys().copied();
    let threads = thread::Entity::find().filter(among(db, thread::Column::Id, ids)).all(db).await?;
    Ok(threads.into_iter().filter_map(|thread| Some((last.remove(&thread.id)?, thread))).take(50).collect())
}

/// What was said for a stakeholder on drafts that this reader may see. Hidden words are left out.
async fn said_for(
    db: &impl ConnectionTrait,
    reader: Option<&Reader>,
    stakeholder: i64,
    now: DateTime<Utc>,
) -> Result<Select<Entity>> {
    let seen = draft::Entity::find().select_only().column(draft::Column::Id);
    let seen = seen.filter(docket::seen_by(db, reader, now).await?);
    let there = thread::Entity::find().select_only().column(thread::Column::Id);
    let there = there.filter(thread::Column::DraftId.in_subquery(seen.into_query()));
    Ok(Entity::find()
        .filter(Column::StakeholderId.eq(stakeholder))
        .filter(Column::Hidden.is_null())
        .filter(Column::ThreadId.in_subquery(there.into_query())))
}

/// What was said for a stakeholder where this reader may see it, the latest first, each with its thread: from `skip` on, at most `limit`.
pub async fn of_stakeholder(
    db: &impl ConnectionTrait,
    reader: Option<&Reader>,
    stakeholder: i64,
    (skip, limit): (u64, u64),
    now: DateTime<Utc>,
) -> Result<Vec<(Model, thread::Model)>> {
    let said = said_for(db, reader, stakeholder, now).await?;
    let said = said.order_by_desc(Column::Id).offset(skip).limit(limit).all(db).await?;
    let ids = said.iter().map(|comment| comment.thread_id);
    let threads = thread::Entity::find().filter(among(db, thread::Column::Id, ids)).all(db).await?;
    let find = |id| threads.iter().find(|thread: &&thread::Model| thread.id == id).cloned();
    Ok(said.into_iter().filter_map(|comment| Some((comment.clone(), find(comment.thread_id)?))).collect())
}

/// How many comments [`of_stakeholder`] would give without a limit.
pub async fn count_of_stakeholder(
    db: &impl ConnectionTrait,
    reader: Option<&Reader>,
    stakeholder: i64,
    now: DateTime<Utc>,
) -> Result<u64> {
    Ok(said_for(db, reader, stakeholder, now).await?.count(db).await?)
}
