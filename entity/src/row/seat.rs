//! The seat of a stakeholder in a forum.

use std::collections::BTreeSet;

use sea_orm::{JoinType, QueryOrder, QuerySelect, entity::prelude::*};

use crate::{error::*, row::listed::among, stakeholder};

/// One seat. A working group without seats of its own has those of its parent, and no rows.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "seat")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    pub forum_id: i64,
    pub stakeholder_id: i64,
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
}

impl ActiveModelBehavior for ActiveModel {}

/// The stakeholders with a seat of this forum's own, by name.
pub async fn of(db: &impl ConnectionTrait, forum: i64) -> Result<Vec<stakeholder::Model>> {
    let seats = stakeholder::Entity::find()
        .join_rev(JoinType::InnerJoin, Relation::Stakeholder.def())
        .filter(Column::ForumId.eq(forum));
    Ok(seats.order_by_asc(stakeholder::Column::Name).all(db).await?)
}

/// The forums in which a stakeholder has a seat.
pub async fn forums_of(db: &impl ConnectionTrait, stakeholder: i64) -> Result<Vec<i64>> {
    let seats = Entity::find().filter(Column::StakeholderId.eq(stakeholder)).all(db).await?;
    Ok(seats.into_iter().map(|seat| seat.forum_id).collect())
}

/// The forums in which any of these stakeholders has a seat.
pub async fn forums_where(
    db: &impl ConnectionTrait,
    stakeholders: impl IntoIterator<Item = i64>,
) -> Result<BTreeSet<i64>> {
    let stakeholders: Vec<_> = stakeholders.into_iter().collect();
    if stakeholders.is_empty() {
        return Ok(BTreeSet::new());
    }
    let seats = Entity::find().filter(among(db, Column::StakeholderId, stakeholders)).all(db).await?;
    Ok(seats.into_iter().map(|seat| seat.forum_id).collect())
}

/// Which of these forums have seats of their own.
pub async fn given_in(
    db: &impl ConnectionTrait,
    forums: impl IntoIterator<Item = i64>,
) -> Result<BTreeSet<i64>> {
    let forums: Vec<_> = forums.into_iter().collect();
    if forums.is_empty() {
        return Ok(BTreeSet::new());
    }
    let seats = Entity::find().select_only().column(Column::ForumId).distinct();
    Ok(seats.filter(among(db, Column::ForumId, forums)).into_tuple().all(db).await?.into_iter().collect())
}

/// The seats of these stakeholders, as forum and stakeholder.
pub async fn held_by(
    db: &impl ConnectionTrait,
    stakeholders: impl IntoIterator<Item = i64>,
) -> Result<Vec<Model>> {
    Ok(Entity::find().filter(among(db, Column::StakeholderId, stakeholders)).all(db).await?)
}

/// The seats of these forums' own.
pub async fn of_forums(
    db: &impl ConnectionTrait,
    forums: impl IntoIterator<Item = i64>,
) -> Result<Vec<Model>> {
    Ok(Entity::find().filter(among(db, Column::ForumId, forums)).all(db).await?)
}
