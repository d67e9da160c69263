//! Seats and roles in a forum.

use chrono::{DateTime, Utc};
use domain::{
    permission::Role,
    record::{Kind, payload::SeatGiven},
};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, ModelTrait, QueryFilter};

use crate::{Db, Reader, Stored, error::*, forum, role, seat, stakeholder, verb::record::Happened};

impl Reader {
    /// Gives a stakeholder a seat in a forum. Refuses whoever may not manage the forum, and a stakeholder that has one.
    pub async fn seat(
        &self,
        db: &Db,
        forum: &forum::Model,
        stakeholder: &stakeholder::Model,
        now: DateTime<Utc>,
    ) -> Result<()> {
        let (tx, now) = self.managing(db, forum, now).await?;
        if seat::forums_of(&*tx, stakeholder.id).await?.contains(&forum.id) {
            return Err(Error::refused("refusal-seat-given"));
        }
        let row = seat::ActiveModel {
            forum_id: Set(forum.id),
            stakeholder_id: Set(stakeholder.id),
            ..Default::default()
        };
        row.insert(&*tx).await?;
        Happened::to_forum(Kind::SeatGiven, forum)
            .part("seat", &stakeholder.slug)
            .saying(&SeatGiven { stakeholder: stakeholder.into() })?
            .conclude(tx, Some(self), None, now)
            .await
    }

    /// Takes the seat of a stakeholder in a forum away. Refuses one that has none.
    pub async fn unseat(
        &self,
        db: &Db,
        forum: &forum::Model,
        stakeholder: &stakeholder::Model,
        now: DateTime<Utc>,
    ) -> Result<()> {
        let (tx, now) = self.managing(db, forum, now).await?;
        let seat = seat::Entity::find()
            .filter(seat::Column::ForumId.eq(forum.id))
            .filter(seat::Column::StakeholderId.eq(stakeholder.id))
            .one(&*tx)
            .await?;
        seat.or_missing("seat")?.delete(&*tx).await?;
        Happened::to_forum(Kind::SeatTaken, forum)
            .part("seat", &stakeholder.slug)
            .conclude(tx, Some(self), None, now)
            .await
    }

    /// Gives an account a role in a forum. Refuses the roles that nobody gives: that of a delegate comes with a mandate, that of a focal
    /// point from its stakeholder.
    pub async fn give_role(
        &self,
        db: &Db,
        forum: &forum::Model,
        account: i64,
        role: Role,
        now: DateTime<Utc>,
    ) -> Result<()> {
        if !matches!(role, Role::Secretariat | Role::Editor | Role::Observer | Role::Participant) {
            return Err(Error::refused("refusal-role-not-given"));
        }
        let (tx, now) = self.managing(db, forum, now).await?;
        let given = role::Entity::of(&*tx, account).await?;
        if given.iter().any(|given| given.forum_id == forum.id && given.role.0 == role) {
            return Err(Error::refused("refusal-role-given"));
        }
        let row = role::ActiveModel {
            forum_id: Set(forum.id),
            account_id: Set(account),
            role: Set(Stored(role)),
            granted_at: Set(now),
            ..Default::default()
        };
        row.insert(&*tx).await?;
        Happened::to(Kind::RoleGiven, format!("account/{account}"))
            .part("forum", &forum.slug)
            .with("role", role.key())
            .conclude(tx, Some(self), None, now)
            .await
    }

    /// Takes a role in a forum away from an account. Refuses a role that it does not have.
    pub async fn take_role(
        &self,
        db: &Db,
        forum: &forum::Model,
        account: i64,
        role: Role,
        now: DateTime<Utc>,
    ) -> Result<()> {
        let (tx, now) = self.managing(db, forum, now).await?;
        let given = role::Entity::of(&*tx, account).await?;
        let given = given.into_iter().find(|given| given.forum_id == forum.id && given.role.0 == role);
        given.or_missing("role")?.delete(&*tx).await?;
        Happened::to(Kind::RoleTaken, format!("account/{account}"))
            .part("forum", &forum.slug)
            .with("role", role.key())
            .conclude(tx, Some(self), None, now)
            .await
    }
}
