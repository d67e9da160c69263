//! Somebody asks to speak for a stakeholder in a forum, or for one that is not entered yet.

use chrono::{DateTime, Utc};
use domain::{WishState, class::Class};
use sea_orm::{Condition, QueryOrder, QuerySelect, entity::prelude::*};

use crate::{Stored, error::*, row::listed::among};

/// One such wish. What it says is shown to whoever asked and to those who may decide it.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "wish")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    pub account_id: i64,
    pub forum_id: i64,
    /// None while it is for one that is not entered yet; `name`, `class` and `place` say which.
    pub stakeholder_id: Option<i64>,
    pub name: String,
    pub class: Stored<Class>,
    pub place: String,
    /// What the person is there.
    pub title: String,
    /// How it can be told that they may.
    pub evidence: String,
    pub state: Stored<WishState>,
    /// What those who decided it said: the evidence they went by, or why not.
    pub answer: Option<String>,
    pub decided_by: Option<i64>,
    pub decided_at: Option<DateTime<Utc>>,
    pub created_at: DateTime<Utc>,
}

/// Its rows refer to no table that is joined from here.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Entity {
    /// The wishes of an account, the latest first; at most fifty.
    pub async fn of(db: &impl ConnectionTrait, account: i64) -> Result<Vec<Model>> {
        let own = Self::find().filter(Column::AccountId.eq(account));
        Ok(own.order_by_desc(Column::Id).limit(50).all(db).await?)
    }

    /// The wishes that wait in these forums, or for these stakeholders, the earliest first; at most a hundred.
    pub async fn waiting(
        db: &impl ConnectionTrait,
        forums: impl IntoIterator<Item = i64>,
        stakeholders: impl IntoIterator<Item = i64>,
    ) -> Result<Vec<Model>> {
        let here = Condition::any().add(among(db, Column::ForumId, forums)).add(among(
            db,
            Column::StakeholderId,
            stakeholders,
        ));
        let waiting = Self::find().filter(Column::State.eq(Stored(WishState::Waiting))).filter(here);
        Ok(waiting.order_by_asc(Column::Id).limit(100).all(db).await?)
    }

    /// The wish with this id, if it waits; refuses with not found.
    pub async fn open(db: &impl ConnectionTrait, id: i64) -> Result<Model> {
        let open = Self::find_by_id(id).filter(Column::State.eq(Stored(WishState::Waiting)));
        open.one(db).await?.or_missing("wish")
    }
}
