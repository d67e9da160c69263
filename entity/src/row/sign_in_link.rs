//! One-time links that sign a person in, sent by e-mail.

use chrono::{DateTime, TimeDelta, Utc};
use sea_orm::{ActiveValue::Set, entity::prelude::*};

use crate::{Db, account, db::BEAT, error::*};

/// How long a link can be used.
pub const LIFETIME: TimeDelta = TimeDelta::minutes(15);

/// One link to one account.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "sign_in_link")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    pub account_id: i64,
    /// The digest of the token in the link; the token itself is not kept.
    pub digest: String,
    /// The path on this site to go to afterwards.
    pub back: String,
    pub created_at: DateTime<Utc>,
    pub expires_at: DateTime<Utc>,
    /// When it was used, after which it signs nobody in.
    pub used_at: Option<DateTime<Utc>>,
}

/// Its rows refer to no table that is joined from here.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

/// How many links an account gets within the lifetime of one, and in a day.
const MOST: (u64, u64) = (5, 40);

/// Keeps a link for this account; refuses one too many, so that nobody's mailbox can be flooded.
pub async fn issue(db: &Db, account: i64, digest: String, back: String, now: DateTime<Utc>) -> Result<Model> {
    let tx = db.begin().await?;
    tx.shows_nothing();
    let recent = Entity::find()
        .filter(Column::AccountId.eq(account))
        .filter(Column::ExpiresAt.gt(now))
        .count(&*tx)
        .await?;
    let today = Entity::find()
        .filter(Column::AccountId.eq(account))
        .filter(Column::CreatedAt.gt(now - TimeDelta::days(1)))
        .count(&*tx)
        .await?;
    if recent >= MOST.0 || today >= MOST.1 {
        return Err(Error::refused("refusal-too-many-links"));
    }
    let row = ActiveModel {
        account_id: Set(account),
        digest: Set(digest),
        back: Set(back),
        created_at: Set(now),
        expires_at: Set(now + LIFETIME),
        ..Default::default()
    };
    let link = row.insert(&*tx).await?;
    tx.commit().await?;
    Ok(link)
}

/// Does the same work for an address that nobody has: what takes longer for those who have an account would tell who they are.
pub async fn issue_to_nobody(db: &Db, now: DateTime<Utc>) -> Result<()> {
    let tx = db.begin().await?;
    tx.shows_nothing();
    Entity::find().filter(Column::AccountId.eq(0_i64)).filter(Column::ExpiresAt.gt(now)).count(&*tx).await?;
    tx.execute_unprepared(BEAT).await?;
    tx.commit().await
}

/// Removes links that nobody can use any more.
pub async fn sweep(db: &impl ConnectionTrait, now: DateTime<Utc>) -> Result<()> {
    Entity::delete_many().filter(Column::ExpiresAt.lt(now - TimeDelta::days(1))).exec(db).await?;
    Ok(())
}

/// Uses a link up and gives whom it signs in; refuses one that is unknown, used or too old.
pub async fn redeem(db: &Db, digest: &str, now: DateTime<Utc>) -> Result<(account::Model, String)> {
    let tx = db.begin().await?;
    tx.shows_nothing();
    let link = Entity::find()
        .filter(Column::Digest.eq(digest))
        .filter(Column::UsedAt.is_null())
        .filter(Column::ExpiresAt.gt(now))
        .one(&*tx)
        .await?
        .ok_or_else(|| Error::refused("refusal-link-used"))?;
    let account = account::Entity::find_by_id(link.account_id)
        .filter(account::Column::DisabledAt.is_null())
        .one(&*tx)
        .await?
        .ok_or_else(|| Error::refused("refusal-link-used"))?;
    ActiveModel { id: Set(link.id), used_at: Set(Some(now)), ..Default::default() }.update(&*tx).await?;
    tx.commit().await?;
    Ok((account, link.back))
}
