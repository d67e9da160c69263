//! The work: one text through all its versions.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use domain::{permission::Action, stage::Stage, visibility::Visibility};
use sea_orm::{ActiveValue::Set, FromQueryResult, QueryResult, QueryTrait, entity::prelude::*};

use crate::{
    Db, Reader, Stored, Tx, access,
    error::*,
    forum,
    row::{listed::among, version::VersionId},
};

/// One draft. No two have the same reference.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "draft")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    pub forum_id: i64,
    /// How it is cited: `DN-2026-001`.
    pub reference: String,
    pub title: String,
    /// The language of its text: `en`, `ar`.
    pub language: String,
    /// As the last event left it; what it is now follows from the clock, by `stage_at`.
    pub stage: Stored<Stage>,
    /// The key of that stage, by which lists are made.
    pub stage_name: String,
    /// The instant at which that stage ends by itself, or at which the life of the draft ended.
    pub stage_ends: Option<DateTime<Utc>>,
    pub visibility: Stored<Visibility>,
    /// When an embargo ends, for lists; the visibility says it too.
    pub embargo_ends: Option<DateTime<Utc>>,
    /// The number of its newest version; 0 before the first.
    pub latest: i32,
    /// The id that the next new clause gets.
    pub next_clause: i64,
    /// The number that the next thread gets.
    pub next_thread: i64,
    pub created_by: i64,
    pub created_at: DateTime<Utc>,
    /// The token of the form it came by, so that the form sent twice makes one draft.
    pub once: Option<String>,
}

/// The tables its rows refer to, as joins ask for them.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {
    #[sea_orm(belongs_to = "forum::Entity", from = "Column::ForumId", to = "forum::Column::Id")]
    Forum,
}

impl Related<forum::Entity> for Entity {
    fn to() -> RelationDef {
        Relation::Forum.def()
    }
}

impl ActiveModelBehavior for ActiveModel {}

fn with_forum(found: Option<(Model, Option<forum::Model>)>) -> Result<(Model, forum::Model)> {
    let (draft, forum) = found.or_missing("draft")?;
    Ok((draft, forum.or_missing("forum")?))
}

impl Entity {
    /// The draft with this reference and its forum. Refuses with not found one that there is not, or that this reader may not see.
    pub async fn cited(
        db: &impl ConnectionTrait,
        reader: Option<&Reader>,
        reference: &str,
        now: DateTime<Utc>,
    ) -> Result<(Model, forum::Model)> {
        let found = Self::find().filter(Column::Reference.eq(reference)).find_also_related(forum::Entity);
        let (draft, forum) = with_forum(found.one(db).await?)?;
        access::require(db, reader, &forum, &draft, Action::See, now).await?;
        Ok((draft, forum))
    }

    /// The draft with this id, whoever may see it; refuses with not found.
    pub async fn by_id(db: &impl ConnectionTrait, id: i64) -> Result<Model> {
        Self::find_by_id(id).one(db).await?.or_missing("draft")
    }

    /// Drafts by id, for everything on a page at once, whoever may see them.
    pub(crate) async fn among(
        db: &impl ConnectionTrait,
        ids: impl IntoIterator<Item = i64>,
    ) -> Result<BTreeMap<i64, Model>> {
        let rows = Self::find().filter(among(db, Column::Id, ids)).all(db).await?;
        Ok(rows.into_iter().map(|row| (row.id, row)).collect())
    }

    /// A draft with its forum, whoever may see it.
    pub(crate) async fn with_its_forum(db: &impl ConnectionTrait, id: i64) -> Result<(Model, forum::Model)> {
        with_forum(Self::find_by_id(id).find_also_related(forum::Entity).one(db).await?)
    }

    /// Begins a verb on a draft: its transaction, with the draft and its forum as they stand now.
    pub(crate) async fn begin(db: &Db, id: i64) -> Result<(Tx, Model, forum::Model)> {
        let select = Self::find_by_id(id).find_also_related(forum::Entity);
        let (tx, row) = db.begin_with(select.build(db.read().get_database_backend())).await?;
        let (draft, forum) = both(row)?;
        Ok((tx, draft, forum))
    }

    /// Begins a verb on a draft that writes by `Tx::run` alone; it takes no turn at the database when the verb before left the draft as it is.
    pub(crate) async fn begin_to_run(db: &Db, id: i64) -> Result<(Tx, Model, forum::Model)> {
        let (tx, left) = db.turn().await?;
        let (draft, forum) = match left.filter(|(draft, _)| draft.id == id) {
            Some(left) => left,
            None => {
                let select = Self::find_by_id(id).find_also_related(forum::Entity);
                both(tx.query_one_raw(select.build(tx.get_database_backend())).await?)?
            }
        };
        Ok((tx, draft, forum))
    }
}

/// A draft and its forum of one row, in which the columns of each have their letter.
fn both(row: Option<QueryResult>) -> Result<(Model, forum::Model)> {
    let row = row.or_missing("draft")?;
    Ok((Model::from_query_result(&row, "A_")?, forum::Model::from_query_result(&row, "B_")?))
}

impl ActiveModel {
    /// This row in a stage, with what lists need of it.
    #[must_use]
    pub(crate) fn in_stage(mut self, stage: Stage) -> Self {
        self.stage_name = Set(stage.name().to_owned());
        self.stage_ends = Set(match &stage {
            Stage::Adopted { at, .. } | Stage::Withdrawn { at, .. } | Stage::Superseded { at, .. } => {
                Some(*at)
            }
            running => running.deadline(),
        });
        self.stage = Set(Stored(stage));
        self
    }
}

impl Model {
    /// Its newest version; before the first nothing has this id.
    pub fn newest(&self) -> VersionId {
        VersionId::new(self.id, self.latest)
    }

    /// Its run of the record.
    pub fn run(&self) -> String {
        format!("draft/{}", self.reference)
    }

    /// Where it is in its life at this instant.
    pub fn stage_at(&self, now: DateTime<Utc>) -> Stage {
        self.stage.0.clone().as_of(now)
    }
}
