//! That somebody says, with evidence, that a recorded adoption is not so.

use chrono::{DateTime, Utc};
use domain::record::Salt;
use sea_orm::{QueryOrder, entity::prelude::*};

use crate::{Stored, error::*, row::listed::among};

/// One dispute.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "dispute")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    pub adoption_id: i64,
    /// For whom it is disputed; none in a personal capacity.
    pub stakeholder_id: Option<i64>,
    pub evidence: String,
    /// What the evidence is sealed with in the record; erased with it.
    pub salt: Option<Stored<Salt>>,
    pub account_id: i64,
    pub disputed_at: DateTime<Utc>,
}

/// Its rows refer to no table that is joined from here.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Entity {
    /// The disputes of some adoptions, in order.
    pub async fn of(
        db: &impl ConnectionTrait,
        adoptions: impl IntoIterator<Item = i64>,
    ) -> Result<Vec<Model>> {
        let all = Self::find().filter(among(db, Column::AdoptionId, adoptions));
        Ok(all.order_by_asc(Column::Id).all(db).await?)
    }
}
