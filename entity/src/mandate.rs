//! A dated right of an account to speak for a stakeholder.

use chrono::{DateTime, Utc};
use domain::Tier;
use sea_orm::{Condition, QueryOrder, entity::prelude::*};

use crate::{Stored, account, error::*, listed::among, stakeholder};

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "mandate")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    pub account_id: i64,
    pub stakeholder_id: i64,
    pub tier: Stored<Tier>,
    /// What the person is there: "Minister for Digital Affairs".
    pub title: String,
    pub starts_at: DateTime<Utc>,
    pub ends_at: Option<DateTime<Utc>>,
    pub granted_by: Option<i64>,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {
    #[sea_orm(
        belongs_to = "stakeholder::Entity",
        from = "Column::StakeholderId",
        to = "stakeholder::Column::Id"
    )]
    Stakeholder,
    #[sea_orm(belongs_to = "account::Entity", from = "Column::AccountId", to = "account::Column::Id")]
    Account,
}

impl Related<stakeholder::Entity> for Entity {
    fn to() -> RelationDef {
        Relation::Stakeholder.def()
    }
}

impl ActiveModelBehavior for ActiveModel {}

impl Entity {
    /// Those who speak for these stakeholders at this instant.
    pub async fn live_for(
        db: &impl ConnectionTrait,
        stakeholders: impl IntoIterator<Item = i64>,
        now: DateTime<Utc>,
    ) -> Result<Vec<Model>> {
        let live = Self::find().filter(among(db, Column::StakeholderId, stakeholders)).filter(holds(now));
        Ok(live.order_by_asc(Column::Id).all(db).await?)
    }

    /// The mandates with these ids, for everything on a page at once.
    pub async fn among(
        db: &impl ConnectionTrait,
        ids: impl IntoIterator<Item = i64>,
    ) -> Result<std::collections::BTreeMap<i64, Model>> {
        let rows = Self::find().filter(among(db, Column::Id, ids)).all(db).await?;
        Ok(rows.into_iter().map(|row| (row.id, row)).collect())
    }

    /// Everyone who has spoken or speaks for a stakeholder, the latest first.
    pub async fn for_stakeholder(db: &impl ConnectionTrait, stakeholder: i64) -> Result<Vec<Model>> {
        let all = Self::find().filter(Column::StakeholderId.eq(stakeholder));
        Ok(all.order_by_desc(Column::StartsAt).all(db).await?)
    }
}

impl Model {
    /// Whether it holds at this instant.
    pub fn is_live(&self, now: DateTime<Utc>) -> bool {
        self.starts_at <= now && self.ends_at.is_none_or(|end| now < end)
    }
}

fn holds(now: DateTime<Utc>) -> Condition {
    let open = Condition::any().add(Column::EndsAt.is_null()).add(Column::EndsAt.gt(now));
    Condition::all().add(Column::StartsAt.lte(now)).add(open)
}
