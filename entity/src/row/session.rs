//! Sign-in sessions, as rows that can be listed and revoked.

use chrono::{DateTime, Utc};
use sea_orm::{
    ActiveValue::Set,
    QueryOrder, QuerySelect,
    entity::prelude::*,
    sea_query::{Func, OnConflict},
};

use crate::error::*;

/// One session.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "session")]
pub struct Model {
    /// The digest of the token in the cookie; the token itself is not kept.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: String,
    /// Who is signed in; none for a stranger.
    pub account_id: Option<i64>,
    /// What is kept in it, as JSON.
    pub content: String,
    /// What the browser called itself at sign-in.
    pub label: String,
    pub created_at: DateTime<Utc>,
    /// From then on it is no session any more.
    pub expires_at: DateTime<Utc>,
}

/// Its rows refer to no table that is joined from here.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Entity {
    /// The session with this id, unless it has expired.
    pub async fn live(db: &impl ConnectionTrait, id: &str, now: DateTime<Utc>) -> Result<Option<Model>> {
        Ok(Self::find_by_id(id.to_owned()).filter(Column::ExpiresAt.gt(now)).one(db).await?)
    }

    /// The live sessions of an account, newest first.
    pub async fn of(db: &impl ConnectionTrait, account: i64, now: DateTime<Utc>) -> Result<Vec<Model>> {
        let live = Self::find().filter(Column::AccountId.eq(account)).filter(Column::ExpiresAt.gt(now));
        Ok(live.order_by_desc(Column::CreatedAt).all(db).await?)
    }

    /// Ends one session of an account; does nothing when it is not theirs.
    pub async fn revoke(db: &impl ConnectionTrait, account: i64, id: &str) -> Result<()> {
        Self::delete_many().filter(Column::AccountId.eq(account)).filter(Column::Id.eq(id)).exec(db).await?;
        Ok(())
    }

    /// Ends a session, whoever it is of.
    pub async fn end(db: &impl ConnectionTrait, id: &str) -> Result<()> {
        Self::delete_by_id(id.to_owned()).exec(db).await?;
        Ok(())
    }

    /// How many characters are kept in the sessions of those who have not signed in.
    pub async fn held_for_visitors(db: &impl ConnectionTrait) -> Result<i64> {
        let held = Self::find()
            .select_only()
            .expr_as(Func::sum(Func::char_length(Expr::col(Column::Content))), "held")
            .filter(Column::AccountId.is_null());
        Ok(held.into_tuple::<Option<i64>>().one(db).await?.flatten().unwrap_or(0))
    }

    /// Removes what has expired.
    pub async fn sweep(db: &impl ConnectionTrait, now: DateTime<Utc>) -> Result<u64> {
        Ok(Self::delete_many().filter(Column::ExpiresAt.lte(now)).exec(db).await?.rows_affected)
    }
}

impl Model {
    /// Writes the session, new or changed. Sessions are not part of the record, so this appends no event.
    pub async fn keep(self, db: &impl ConnectionTrait) -> Result<()> {
        let replace = OnConflict::column(Column::Id)
            .update_columns([Column::AccountId, Column::Content, Column::Label, Column::ExpiresAt])
            .to_owned();
        Entity::insert(self.into_active_model()).on_conflict(replace).exec_without_returning(db).await?;
        Ok(())
    }

    fn into_active_model(self) -> ActiveModel {
        ActiveModel {
            id: Set(self.id),
            account_id: Set(self.account_id),
            content: Set(self.content),
            label: Set(self.label),
            created_at: Set(self.created_at),
            expires_at: Set(self.expires_at),
        }
    }
}
