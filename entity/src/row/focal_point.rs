//! Whom a stakeholder trusts with saying who speaks for it.

use chrono::{DateTime, Utc};
use sea_orm::{QueryOrder, entity::prelude::*};

use crate::{account, error::*};

/// One account that looks after the mandates of one stakeholder.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "focal_point")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    pub account_id: i64,
    pub stakeholder_id: i64,
    /// The account that named it.
    pub named_by: i64,
    pub named_at: DateTime<Utc>,
}

/// The tables its rows refer to, as joins ask for them.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {
    #[sea_orm(belongs_to = "account::Entity", from = "Column::AccountId", to = "account::Column::Id")]
    Account,
}

impl ActiveModelBehavior for ActiveModel {}

impl Entity {
    /// The focal points of a stakeholder, the first named first.
    pub async fn of(db: &impl ConnectionTrait, stakeholder: i64) -> Result<Vec<Model>> {
        let all = Self::find().filter(Column::StakeholderId.eq(stakeholder));
        Ok(all.order_by_asc(Column::Id).all(db).await?)
    }
}
