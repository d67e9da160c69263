//! What was done with a referral, step by step.

use chrono::{DateTime, Utc};
use domain::{
    record::Kind,
    referral::{Answer, State},
};
use sea_orm::{QueryOrder, entity::prelude::*};

use crate::{Stored, error::*, row::listed::among};

/// One step.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "referral_step")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    pub referral_id: i64,
    /// The kind of its event.
    pub kind: Stored<Kind>,
    /// The state it led to.
    pub state: Stored<State>,
    /// What was said to the other side.
    pub said: Option<String>,
    /// What was answered; none for other steps.
    pub answer: Option<Stored<Answer>>,
    pub account_id: i64,
    pub taken_at: DateTime<Utc>,
    /// The host of the installation that took it, whose bundle the account took in; none for a step that was taken here.
    pub heard_from: Option<String>,
}

/// Its rows refer to no table that is joined from here.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Entity {
    /// The steps of some referrals, in order.
    pub async fn of(
        db: &impl ConnectionTrait,
        referrals: impl IntoIterator<Item = i64>,
    ) -> Result<Vec<Model>> {
        let all = Self::find().filter(among(db, Column::ReferralId, referrals));
        Ok(all.order_by_asc(Column::Id).all(db).await?)
    }
}
