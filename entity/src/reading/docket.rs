//! Lists of drafts. They ask the database for what they show and no more, so that a page does not grow with the drafts that exist.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};
use domain::{
    permission::{Action, Role},
    visibility::Visibility,
};
use sea_orm::{Condition, QueryOrder, QuerySelect, Select, entity::prelude::*};

use crate::{
    Reader, Stored, access,
    draft::{Column, Entity, Model},
    error::*,
    forum,
    row::listed,
    seat,
};

/// The stages in which comments are taken.
const COMMENT: [&str; 2] = ["consultation", "last-call"];
/// The stages in which life goes on.
const RUNNING: [&str; 7] =
    ["drafting", "consultation", "disposition", "last-call", "sign-off", "silence", "suspended"];

/// A stretch of a list: the drafts the reader may see, each with its forum, and how many the whole list has.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Docket {
    /// At most as many as the stretch asks for.
    pub drafts: Vec<(Model, forum::Model)>,
    /// How many the whole list has.
    pub total: u64,
}

/// Which stretch: from `skip` on, at most `limit`.
#[derive(Clone, Copy, Debug)]
pub struct Stretch {
    pub skip: u64,
    pub limit: u64,
}

/// What is announced or open for comment, closing soon first.
pub async fn open_for_comment(
    db: &impl ConnectionTrait,
    reader: Option<&Reader>,
    stretch: Stretch,
    now: DateTime<Utc>,
) -> Result<Docket> {
    let open =
        Entity::find().filter(listed::one_of(Column::StageName, &COMMENT)).filter(Column::StageEnds.gt(now));
    list(db, reader, open.order_by_asc(Column::StageEnds).order_by_asc(Column::Id), stretch, now).await
}

/// What was adopted, the latest first.
pub async fn adopted(
    db: &impl ConnectionTrait,
    reader: Option<&Reader>,
    stretch: Stretch,
    now: DateTime<Utc>,
) -> Result<Docket> {
    // A silence that was not broken has adopted the text by the clock.
    let by_clock = Condition::all().add(Column::StageName.eq("silence")).add(Column::StageEnds.lte(now));
    let adopted = Condition::any().add(Column::StageName.eq("adopted")).add(by_clock);
    let adopted = Entity::find().filter(adopted);
    list(db, reader, adopted.order_by_desc(Column::StageEnds).order_by_desc(Column::Id), stretch, now).await
}

/// The drafts of these forums whose life goes on, the newest first.
pub async fn running_in(
    db: &impl ConnectionTrait,
    reader: Option<&Reader>,
    forums: impl IntoIterator<Item = i64>,
    stretch: Stretch,
    now: DateTime<Utc>,
) -> Result<Docket> {
    let running = Entity::find()
        .filter(listed::among(db, Column::ForumId, forums))
        .filter(listed::one_of(Column::StageName, &RUNNING));
    list(db, reader, running.order_by_desc(Column::Id), stretch, now).await
}

/// The drafts of these forums whose life is over, the latest first.
pub async fn over_in(
    db: &impl ConnectionTrait,
    reader: Option<&Reader>,
    forums: impl IntoIterator<Item = i64>,
    stretch: Stretch,
    now: DateTime<Utc>,
) -> Result<Docket> {
    let over = Entity::find()
        .filter(listed::among(db, Column::ForumId, forums))
        .filter(listed::one_of(Column::StageName, &RUNNING).not());
    list(db, reader, over.order_by_desc(Column::StageEnds).order_by_desc(Column::Id), stretch, now).await
}

/// At most `limit` drafts that a reader may see, of one forum or of all, the newest first, from before an id on.
pub async fn newest(
    db: &impl ConnectionTrait,
    reader: Option<&Reader>,
    (forum, before): (Option<i64>, Option<i64>),
    limit: u64,
    now: DateTime<Utc>,
) -> Result<Vec<(Model, forum::Model)>> {
    let mut wanted = Entity::find().filter(seen_by(db, reader, now).await?);
    if let Some(forum) = forum {
        wanted = wanted.filter(Column::ForumId.eq(forum));
    }
    if let Some(before) = before {
        wanted = wanted.filter(Column::Id.lt(before));
    }
    let rows = wanted.order_by_desc(Column::Id).limit(limit).all(db).await?;
    visible(db, reader, rows, now).await
}

/// Which of these drafts a reader may see: by id, each with its forum.
pub async fn among(
    db: &impl ConnectionTrait,
    reader: Option<&Reader>,
    ids: impl IntoIterator<Item = i64>,
    now: DateTime<Utc>,
) -> Result<BTreeMap<i64, (Model, forum::Model)>> {
    let rows = Entity::find().filter(listed::among(db, Column::Id, ids)).all(db).await?;
    let seen = visible(db, reader, rows, now).await?;
    Ok(seen.into_iter().map(|(draft, forum)| (draft.id, (draft, forum))).collect())
}

async fn list(
    db: &impl ConnectionTrait,
    reader: Option<&Reader>,
    wanted: Select<Entity>,
    stretch: Stretch,
    now: DateTime<Utc>,
) -> Result<Docket> {
    let wanted = wanted.filter(seen_by(db, reader, now).await?);
    let rows = wanted.clone().offset(stretch.skip).limit(stretch.limit).all(db).await?;
    let read = u64::try_from(rows.len()).unwrap_or(u64::MAX);
    let whole = stretch.skip == 0 && read < stretch.limit;
    let total = if whole { read } else { wanted.count(db).await? };
    Ok(Docket { drafts: visible(db, reader, rows, now).await?, total })
}

/// The drafts that a reader may see, as the database tells them: `domain::permission` says the same of each. Counts go by it, so that
/// they tell of nothing that is not shown.
pub(crate) async fn seen_by(
    db: &impl ConnectionTrait,
    reader: Option<&Reader>,
    now: DateTime<Utc>,
) -> Result<Condition> {
    let members: Value = Stored(Visibility::Members).into();
    let embargo_over = Condition::any().add(Column::EmbargoEnds.is_null()).add(Column::EmbargoEnds.lte(now));
    let published = Column::Latest.gt(0);
    let public =
        Condition::all().add(Column::Visibility.ne(members)).add(embargo_over).add(published.clone());
    let Some(reader) = reader else { return Ok(public) };
    if reader.account.admin {
        return Ok(Condition::all());
    }
    let forums = forum::Entity::among(db, forums_of(db, reader, now).await?).await?;
    let roles = access::roles_among(db, Some(reader), forums.values(), now).await?;
    let where_held = |held: &dyn Fn(&Role) -> bool| {
        let there = roles.iter().filter(|(_, roles)| roles.iter().any(held)).map(|(forum, _)| *forum);
        listed::among(db, Column::ForumId, there)
    };
    let writes = where_held(&|role| matches!(role, Role::Secretariat | Role::Editor));
    let belongs = where_held(&|role| role.belongs());
    Ok(Condition::any().add(public).add(writes).add(Condition::all().add(belongs).add(published)))
}

/// The forums a reader belongs to by a role or a seat it speaks for or looks after, with their working groups.
pub async fn forums_of(
    db: &impl ConnectionTrait,
    reader: &Reader,
    now: DateTime<Utc>,
) -> Result<BTreeSet<i64>> {
    let mut own: BTreeSet<i64> = reader.roles.iter().map(|role| role.forum_id).collect();
    let live = || reader.voices.iter().filter(|voice| voice.mandate.is_live(now));
    let everywhere = live().filter(|voice| voice.forum.is_none()).map(|voice| voice.stakeholder.id);
    let everywhere: Vec<_> = everywhere.chain(reader.looks_after.iter().copied()).collect();
    own.extend(seat::forums_where(db, everywhere).await?);
    let here_only = live().filter_map(|voice| Some((voice.forum.as_ref()?, voice.stakeholder.id)));
    let here_only: Vec<_> = here_only.collect();
    let held = seat::held_by(db, here_only.iter().map(|(_, stakeholder)| *stakeholder)).await?;
    let sits = |(forum, stakeholder): &&(&forum::Model, i64)| {
        let lineage = forum.lineage();
        held.iter().any(|seat| seat.stakeholder_id == *stakeholder && lineage.contains(&seat.forum_id))
    };
    own.extend(here_only.iter().filter(sits).map(|(forum, _)| forum.id));
    if own.is_empty() {
        return Ok(own);
    }
    let groups =
        forum::Entity::find().filter(listed::among(db, forum::Column::ParentId, own.iter().copied()));
    let groups: Vec<i64> = groups.select_only().column(forum::Column::Id).into_tuple().all(db).await?;
    own.extend(groups);
    Ok(own)
}

async fn visible(
    db: &impl ConnectionTrait,
    reader: Option<&Reader>,
    rows: Vec<Model>,
    now: DateTime<Utc>,
) -> Result<Vec<(Model, forum::Model)>> {
    let forums = forum::Entity::among(db, rows.iter().map(|draft| draft.forum_id)).await?;
    let roles = access::roles_among(db, reader, forums.values(), now).await?;
    let seen = rows.into_iter().filter_map(|draft| {
        let forum = forums.get(&draft.forum_id)?;
        let roles = roles.get(&draft.forum_id)?;
        access::may(roles, forum, &draft, Action::See, now).ok()?;
        Some((draft, forum.clone()))
    });
    Ok(seen.collect())
}
