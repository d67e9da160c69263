//! Where each thread stands in each version.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use domain::{
    anchor::{Placement, Standing},
    text::Text,
};
use sea_orm::{ActiveValue::Set, QueryOrder, entity::prelude::*};

use crate::{
    Stored, Tx, draft,
    error::*,
    row::{listed::among, version::VersionId},
    thread,
};

/// Where one thread stands in one version.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "placement")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    pub thread_id: i64,
    /// The draft of the thread. Like `state` and `comments` it is here too, so that lists by line find all of it in one index.
    pub draft_id: i64,
    #[sea_orm(column_name = "version_id")]
    pub version: VersionId,
    /// The line it stands beside, or `GONE`.
    pub line: i32,
    pub placement: Stored<Placement>,
    /// The key of how sure the place is, for lists.
    pub standing: String,
    /// The account that put it there; none where the program did.
    pub repaired_by: Option<i64>,
    /// When they did.
    pub repaired_at: Option<DateTime<Utc>>,
    /// How the thread stands, as in the thread itself.
    pub state: String,
    /// How many comments the thread has, as in the thread itself.
    pub comments: i32,
}

/// The line of what stands beside none, as its words are gone together with their heading: after all others.
pub const GONE: i32 = i32::MAX;

/// The tables its rows refer to, as joins ask for them.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {
    #[sea_orm(belongs_to = "thread::Entity", from = "Column::ThreadId", to = "thread::Column::Id")]
    Thread,
    #[sea_orm(belongs_to = "draft::Entity", from = "Column::DraftId", to = "draft::Column::Id")]
    Draft,
}

impl Related<thread::Entity> for Entity {
    fn to() -> RelationDef {
        Relation::Thread.def()
    }
}

impl ActiveModelBehavior for ActiveModel {}

impl Entity {
    /// The placements of a draft's threads in one version, by thread.
    pub async fn in_version(
        db: &impl ConnectionTrait,
        threads: impl IntoIterator<Item = i64>,
        version: VersionId,
    ) -> Result<BTreeMap<i64, Model>> {
        let rows =
            Self::find().filter(Column::Version.eq(version)).filter(among(db, Column::ThreadId, threads));
        Ok(rows.all(db).await?.into_iter().map(|row| (row.thread_id, row)).collect())
    }

    /// Where these threads stand in every version since they were made, by thread.
    pub async fn of_all(
        db: &impl ConnectionTrait,
        threads: impl IntoIterator<Item = i64>,
    ) -> Result<BTreeMap<i64, Vec<Model>>> {
        let rows = Self::find().filter(among(db, Column::ThreadId, threads));
        let mut by_thread: BTreeMap<_, Vec<_>> = BTreeMap::new();
        for row in rows.order_by_asc(Column::Version).all(db).await? {
            by_thread.entry(row.thread_id).or_default().push(row);
        }
        Ok(by_thread)
    }

    /// Where one thread stands in every version since it was made.
    pub async fn of(db: &impl ConnectionTrait, thread: i64) -> Result<Vec<Model>> {
        let rows = Self::find().filter(Column::ThreadId.eq(thread));
        Ok(rows.order_by_asc(Column::Version).all(db).await?)
    }
}

/// Finds lines beside a text; each heading is looked for once.
#[derive(Default)]
pub(crate) struct Beside(BTreeMap<String, i32>);

impl Beside {
    /// The line that a thread stands beside by this place, or `GONE`.
    pub fn line(&mut self, text: &Text, placement: &Placement) -> i32 {
        let find = || placement.beside(text).and_then(|line| i32::try_from(line).ok()).unwrap_or(GONE);
        match &placement.last_heading {
            Some(heading) if placement.standing == Standing::Detached => {
                *self.0.entry(heading.clone()).or_insert_with(find)
            }
            _ => find(),
        }
    }
}

pub(crate) fn row(
    thread: &thread::Model,
    version: VersionId,
    line: i32,
    placement: Placement,
) -> ActiveModel {
    ActiveModel {
        thread_id: Set(thread.id),
        draft_id: Set(thread.draft_id),
        version: Set(version),
        line: Set(line),
        state: Set(thread.state.clone()),
        comments: Set(thread.comments),
        standing: Set(word(placement.standing).to_owned()),
        placement: Set(Stored(placement)),
        ..Default::default()
    }
}

/// Has the places of a thread say of it what it says of itself.
pub(crate) async fn follow(tx: &Tx, thread: i64, column: Column, value: impl Into<Value>) -> Result<()> {
    let places = Entity::update_many().col_expr(column, Expr::val(value)).filter(Column::ThreadId.eq(thread));
    places.exec(&**tx).await?;
    Ok(())
}

pub(crate) const fn word(standing: Standing) -> &'static str {
    match standing {
        Standing::Placed => "placed",
        Standing::Uncertain => "uncertain",
        Standing::Detached => "detached",
    }
}
