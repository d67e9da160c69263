//! That a recorded adoption became something else: it came into force, or was repealed.

use chrono::{DateTime, NaiveDate, Utc};
use domain::adoption::Status;
use sea_orm::{QueryOrder, entity::prelude::*};

use crate::{Stored, error::*, row::listed::among};

/// One change.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "adoption_change")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    pub adoption_id: i64,
    /// What it is since.
    pub status: Stored<Status>,
    /// Since when.
    pub dated: NaiveDate,
    /// The proof on which the secretariat recorded it.
    pub evidence: Option<String>,
    pub account_id: i64,
    pub changed_at: DateTime<Utc>,
}

/// Its rows refer to no table that is joined from here.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Entity {
    /// What became of some adoptions, in order.
    pub async fn of(
        db: &impl ConnectionTrait,
        adoptions: impl IntoIterator<Item = i64>,
    ) -> Result<Vec<Model>> {
        let all = Self::find().filter(among(db, Column::AdoptionId, adoptions));
        Ok(all.order_by_asc(Column::Id).all(db).await?)
    }
}
