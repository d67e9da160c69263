//! The text of the next version, which officials edit before they publish it.

use chrono::{DateTime, Utc};
use domain::text::Cuts;
use sea_orm::entity::prelude::*;

use crate::{Stored, error::*};

/// The working text of one draft.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "working_text")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    pub draft_id: i64,
    /// Markdown; may be no valid text yet.
    pub source: String,
    /// The lines that an official joined or split in it.
    pub cuts: Stored<Cuts>,
    /// The number of the version it was begun from; 0 before the first.
    pub base: i32,
    /// Counts the saves, so that two people who edit at once notice.
    pub edition: i32,
    /// The comments whose suggestion was taken over into it.
    pub applied: Stored<Vec<i64>>,
    /// The account that saved it last.
    pub updated_by: i64,
    pub updated_at: DateTime<Utc>,
}

/// Its rows refer to no table that is joined from here.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Entity {
    /// The text of the next version of a draft; none while nobody has begun one.
    pub async fn of(db: &impl ConnectionTrait, draft: i64) -> Result<Option<Model>> {
        Ok(Self::find().filter(Column::DraftId.eq(draft)).one(db).await?)
    }
}
