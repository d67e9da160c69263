//! A dated right of an account to speak for a stakeholder: everywhere, where its own focal point granted it; in one forum only, where the
//! secretariat of that forum did.

use chrono::{DateTime, Utc};
use domain::Tier;
use sea_orm::{Condition, QueryOrder, entity::prelude::*};

use crate::{Stored, account, error::*, forum, row::listed::among, stakeholder};

/// One mandate. It counts from `starts_at` until `ends_at`.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "mandate")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    pub account_id: i64,
    pub stakeholder_id: i64,
    /// The only forum in which it counts, with its working groups; none when the stakeholder itself granted it.
    pub forum_id: Option<i64>,
    pub tier: Stored<Tier>,
    /// What the person is there: "Minister for Digital Affairs".
    pub title: String,
    pub starts_at: DateTime<Utc>,
    /// None for a mandate without an end.
    pub ends_at: Option<DateTime<Utc>>,
    /// The account that granted it.
    pub granted_by: i64,
    pub granted_at: DateTime<Utc>,
}

/// The tables its rows refer to, as joins ask for them.
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
    #[sea_orm(belongs_to = "forum::Entity", from = "Column::ForumId", to = "forum::Column::Id")]
    Forum,
}

impl Related<forum::Entity> for Entity {
    fn to() -> RelationDef {
        Relation::Forum.def()
    }
}

impl Related<stakeholder::Entity> for Entity {
    fn to() -> RelationDef {
        Relation::Stakeholder.def()
    }
}

impl ActiveModelBehavior for ActiveModel {}

impl Entity {
    /// The mandates to speak for these stakeholders in this forum that hold at this instant.
    pub async fn live_in(
        db: &impl ConnectionTrait,
        forum: &forum::Model,
        stakeholders: impl IntoIterator<Item = i64>,
        now: DateTime<Utc>,
    ) -> Result<Vec<Model>> {
        let here =
            Condition::any().add(Column::ForumId.is_null()).add(Column::ForumId.is_in(forum.lineage()));
        let live = Self::find().filter(among(db, Column::StakeholderId, stakeholders)).filter(here);
        Ok(live.filter(holds(now)).order_by_asc(Column::Id).all(db).await?)
    }

    /// Those of these stakeholders for whom somebody can speak at this instant, anywhere or in some forum.
    pub async fn spoken_for(
        db: &impl ConnectionTrait,
        stakeholders: impl IntoIterator<Item = i64>,
        now: DateTime<Utc>,
    ) -> Result<std::collections::BTreeSet<i64>> {
        let live = Self::find().filter(among(db, Column::StakeholderId, stakeholders)).filter(holds(now));
        Ok(live.all(db).await?.into_iter().map(|mandate| mandate.stakeholder_id).collect())
    }

    /// The mandate with this id; refuses with not found.
    pub async fn by_id(db: &impl ConnectionTrait, id: i64) -> Result<Model> {
        Self::find_by_id(id).one(db).await?.or_missing("mandate")
    }

    /// The mandates for these stakeholders that forums granted since an instant and that have not ended, the latest first.
    pub async fn granted_by_forums(
        db: &impl ConnectionTrait,
        stakeholders: impl IntoIterator<Item = i64>,
        since: DateTime<Utc>,
        now: DateTime<Utc>,
    ) -> Result<Vec<Model>> {
        let granted = Self::find()
            .filter(among(db, Column::StakeholderId, stakeholders))
            .filter(Column::ForumId.is_not_null())
            .filter(Column::GrantedAt.gt(since))
            .filter(goes_on(now));
        Ok(granted.order_by_desc(Column::Id).all(db).await?)
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
        self.starts_at <= now && !self.is_over(now)
    }

    /// Whether it has ended, be it before it began.
    pub fn is_over(&self, now: DateTime<Utc>) -> bool {
        self.ends_at.is_some_and(|end| end <= now)
    }

    /// Whether what it lets say counts in this forum: that of a forum does there and in its working groups, and nowhere else.
    pub fn counts_in(&self, forum: &forum::Model) -> bool {
        self.forum_id.is_none_or(|granted| forum.lineage().contains(&granted))
    }
}

fn holds(now: DateTime<Utc>) -> Condition {
    Condition::all().add(Column::StartsAt.lte(now)).add(goes_on(now))
}

fn goes_on(now: DateTime<Utc>) -> Condition {
    Condition::any().add(Column::EndsAt.is_null()).add(Column::EndsAt.gt(now))
}
