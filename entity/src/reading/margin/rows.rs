//! What stands beside the lines of a version, counted line by line, and the threads that are shown there.

use std::collections::BTreeMap;

use sea_orm::{FromQueryResult, QueryOrder, QuerySelect, Select, Statement, entity::prelude::*};

use crate::{
    error::*,
    placement::{Column, Entity, Model},
    reading::thread_count::Count,
    row::{listed::among, version::VersionId},
    thread,
};

/// How many threads stand beside each line of a version (`GONE` for those that stand beside none), and how many are about the whole draft.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    pub by_line: BTreeMap<i32, Count>,
    pub whole: u32,
}

#[derive(FromQueryResult)]
struct Line {
    line: i32,
    standing: i64,
    waiting: i64,
    withdrawn: i64,
}

impl Counts {
    /// Counts them, in the indexes alone.
    pub async fn of(db: &impl ConnectionTrait, version: VersionId) -> Result<Self> {
        // The numbers are ours, and the words those that the rows have.
        let sql = format!(
            "SELECT line, SUM(CASE WHEN state <> 'withdrawn' THEN 1 ELSE 0 END) AS standing, \
             SUM(CASE WHEN state IN ('open', 'reopened') THEN 1 ELSE 0 END) AS waiting, \
             SUM(CASE WHEN state = 'withdrawn' THEN 1 ELSE 0 END) AS withdrawn \
             FROM placement WHERE version_id = {version} GROUP BY line ORDER BY line"
        );
        let statement = Statement::from_string(db.get_database_backend(), sql);
        let lines = Line::find_by_statement(statement).all(db).await?;
        let whole = thread::Entity::find()
            .filter(thread::Column::DraftId.eq(version.draft()))
            .filter(thread::Column::Anchor.is_null())
            .filter(thread::Column::Version.lte(version));
        let whole = u32::try_from(whole.count(db).await?).unwrap_or(u32::MAX);
        let number = |count: i64| u32::try_from(count).unwrap_or(u32::MAX);
        let count = |line: &Line| Count {
            standing: number(line.standing),
            unanswered: number(line.waiting),
            withdrawn: number(line.withdrawn),
        };
        Ok(Self { by_line: lines.iter().map(|line| (line.line, count(line))).collect(), whole })
    }

    /// How many there are in all.
    pub fn total(&self) -> u32 {
        self.by_line.values().map(|count| count.standing + count.withdrawn).sum::<u32>() + self.whole
    }
}

/// The threads beside all lines of a version with their places, by number.
pub async fn all(
    db: &impl ConnectionTrait,
    version: VersionId,
) -> Result<Vec<(thread::Model, Option<Model>)>> {
    let rows = Entity::find().filter(Column::Version.eq(version));
    with_threads(db, rows.order_by_asc(Column::ThreadId)).await
}

/// Of the threads beside each line the newest and the one with the most comments, but for those that were taken back; of those
/// beside none the same. With their places, by number.
pub async fn foremost(
    db: &impl ConnectionTrait,
    version: VersionId,
    counts: &Counts,
) -> Result<Vec<(thread::Model, Option<Model>)>> {
    let lines: Vec<_> = counts.by_line.keys().map(|line| format!("({line})")).collect();
    if lines.is_empty() {
        return Ok(Vec::new());
    }
    let of_line = format!(
        "FROM placement AS one WHERE one.version_id = {version} AND one.line = beside.line AND one.state <> 'withdrawn'"
    );
    // Both answers come from an index, line by line. A list of lines is no list of rows: a text has as many as it has.
    let sql = format!(
        "WITH beside (line) AS (VALUES {}) \
         SELECT (SELECT one.thread_id {of_line} ORDER BY one.thread_id DESC LIMIT 1) AS newest, \
         (SELECT one.thread_id {of_line} AND one.comments > 1 ORDER BY one.comments DESC, one.thread_id DESC LIMIT 1) AS talked \
         FROM beside",
        lines.join(", ")
    );
    let rows = db.query_all_raw(Statement::from_string(db.get_database_backend(), sql)).await?;
    let mut ids = Vec::new();
    for row in rows {
        ids.extend(row.try_get_by_index::<Option<i64>>(0)?);
        ids.extend(row.try_get_by_index::<Option<i64>>(1)?);
    }
    let rows = Entity::find().filter(among(db, Column::ThreadId, ids)).filter(Column::Version.eq(version));
    with_threads(db, rows.order_by_asc(Column::ThreadId)).await
}

/// The latest threads about the whole draft as of a version, at most `limit`, by number.
pub async fn whole(
    db: &impl ConnectionTrait,
    version: VersionId,
    limit: u64,
) -> Result<Vec<(thread::Model, Option<Model>)>> {
    let latest = thread::Entity::find()
        .filter(thread::Column::DraftId.eq(version.draft()))
        .filter(thread::Column::Anchor.is_null())
        .filter(thread::Column::Version.lte(version))
        .order_by_desc(thread::Column::Number)
        .limit(limit);
    let mut threads: Vec<_> = latest.all(db).await?.into_iter().map(|thread| (thread, None)).collect();
    threads.reverse();
    Ok(threads)
}

async fn with_threads(
    db: &impl ConnectionTrait,
    places: Select<Entity>,
) -> Result<Vec<(thread::Model, Option<Model>)>> {
    let rows = places.find_also_related(thread::Entity).all(db).await?;
    Ok(rows.into_iter().filter_map(|(place, thread)| Some((thread?, Some(place)))).collect())
}
