//! The use of a version elsewhere.

use chrono::{DateTime, Utc};
use domain::adoption::{Adoption, Status};
use sea_orm::{PaginatorTrait, QueryOrder, entity::prelude::*};

use crate::{
    Stored,
    error::*,
    row::{listed::among, version::VersionId},
};

/// One adoption.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "adoption")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    pub draft_id: i64,
    #[sea_orm(column_name = "version_id")]
    pub version: VersionId,
    /// Counted within the draft.
    pub number: i32,
    /// The stakeholder that said so itself; none where the secretariat recorded it.
    pub stakeholder_id: Option<i64>,
    pub adoption: Stored<Adoption>,
    /// The two letters of the country, for lists.
    pub country: String,
    /// What the instrument is today, for lists.
    pub status: Stored<Status>,
    /// The proof on which the secretariat recorded it.
    pub evidence: Option<String>,
    /// The instrument's own text, where it was given.
    pub source: Option<String>,
    /// The language of that text, as a BCP 47 tag.
    pub language: Option<String>,
    pub account_id: i64,
    pub mandate_id: Option<i64>,
    pub recorded_at: DateTime<Utc>,
    /// The token of the form it came by, so that the form sent twice records one.
    pub once: Option<String>,
}

/// Its rows refer to no table that is joined from here.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Entity {
    /// The adoptions of some drafts, in the order they were recorded.
    pub async fn of(db: &impl ConnectionTrait, drafts: impl IntoIterator<Item = i64>) -> Result<Vec<Model>> {
        let all = Self::find().filter(among(db, Column::DraftId, drafts));
        Ok(all.order_by_asc(Column::Id).all(db).await?)
    }

    /// How many adoptions of a draft are recorded.
    pub async fn counted(db: &impl ConnectionTrait, draft: i64) -> Result<u64> {
        Ok(Self::find().filter(Column::DraftId.eq(draft)).count(db).await?)
    }

    /// The adoption of a draft with this number; refuses with not found.
    pub async fn numbered(db: &impl ConnectionTrait, draft: i64, number: i32) -> Result<Model> {
        let found = Self::find().filter(Column::DraftId.eq(draft)).filter(Column::Number.eq(number));
        found.one(db).await?.or_missing("adoption")
    }
}
