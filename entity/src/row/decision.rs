//! What was decided on a change of another text, which was offered to a draft.

use chrono::{DateTime, Utc};
use sea_orm::{Condition, QueryOrder, entity::prelude::*};

use crate::{error::*, row::version::VersionId};

/// One decision. A later row about the same change takes its place.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "decision")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    /// The draft it was offered to.
    pub draft_id: i64,
    /// The draft it comes from.
    pub other_id: i64,
    /// The version it comes from.
    #[sea_orm(column_name = "version_id")]
    pub version: VersionId,
    /// The name of the change, as `domain::offer::Offer` gives it.
    pub change: String,
    /// What was handed over.
    pub before: String,
    /// What the other text says.
    pub after: String,
    /// Whether it was taken over; else it was left.
    pub taken: bool,
    /// What the draft says now; none where it was left, or where clauses were taken out.
    pub words: Option<String>,
    pub reason: Option<String>,
    /// The number of the version that was in preparation.
    pub next: i32,
    pub account_id: i64,
    pub decided_at: DateTime<Utc>,
}

/// Its rows refer to no table that is joined from here.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Entity {
    /// What was decided in a draft on changes of another, in order.
    pub async fn between(db: &impl ConnectionTrait, draft: i64, other: i64) -> Result<Vec<Model>> {
        let both = Condition::all().add(Column::DraftId.eq(draft)).add(Column::OtherId.eq(other));
        Ok(Self::find().filter(both).order_by_asc(Column::Id).all(db).await?)
    }

    /// What a version of a draft took over from other drafts, in order.
    pub async fn taken_into(db: &impl ConnectionTrait, draft: i64, version: i32) -> Result<Vec<Model>> {
        let taken = Condition::all()
            .add(Column::DraftId.eq(draft))
            .add(Column::Next.eq(version))
            .add(Column::Taken.eq(true));
        Ok(Self::find().filter(taken).order_by_asc(Column::Id).all(db).await?)
    }
}
