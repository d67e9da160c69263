//! Tokens by which a program acts for a person, as rows that can be listed and taken back. What the record speaks of says who acted, not
//! by which token, so that this appends no event.

use std::collections::BTreeSet;

use chrono::{DateTime, TimeDelta, Utc};
use domain::{Message, scope::Scope};
use sea_orm::{ActiveValue::Set, QueryOrder, entity::prelude::*};

use crate::{Db, Stored, error::*};

/// How many tokens a person has at most.
pub const MOST: u32 = 50;
/// How exactly it is known when a token was last used.
const KNOWN_TO: TimeDelta = TimeDelta::minutes(1);

/// One token of one account.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "token")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    pub account_id: i64,
    /// What its owner calls it.
    pub name: String,
    /// The digest of the token; the token itself is not kept.
    pub digest: String,
    /// What it may be used for.
    pub scopes: Stored<BTreeSet<Scope>>,
    pub created_at: DateTime<Utc>,
    pub expires_at: DateTime<Utc>,
    /// To the minute; none before its first use.
    pub last_used_at: Option<DateTime<Utc>>,
}

/// Its rows refer to no table that is joined from here.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

/// A token on its way in.
#[derive(Clone, Debug)]
pub struct Making {
    pub name: String,
    pub digest: String,
    pub scopes: BTreeSet<Scope>,
    pub expires_at: DateTime<Utc>,
}

impl Entity {
    /// The token with this digest, unless it has expired or was taken back.
    pub async fn live(db: &impl ConnectionTrait, digest: &str, now: DateTime<Utc>) -> Result<Option<Model>> {
        let found = Self::find().filter(Column::Digest.eq(digest)).filter(Column::ExpiresAt.gt(now));
        Ok(found.one(db).await?)
    }

    /// Whether a token still holds.
    pub(crate) async fn holds(db: &impl ConnectionTrait, id: i64, now: DateTime<Utc>) -> Result<bool> {
        Ok(Self::find_by_id(id).filter(Column::ExpiresAt.gt(now)).one(db).await?.is_some())
    }

    /// The tokens of an account that have not expired, the newest first.
    pub async fn of(db: &impl ConnectionTrait, account: i64, now: DateTime<Utc>) -> Result<Vec<Model>> {
        let live = Self::find().filter(Column::AccountId.eq(account)).filter(Column::ExpiresAt.gt(now));
        Ok(live.order_by_desc(Column::Id).all(db).await?)
    }

    /// Keeps a new token of an account. Refuses when the account has as many as it may; they are counted in the turn in which it is written.
    pub async fn keep(db: &Db, account: i64, making: Making, now: DateTime<Utc>) -> Result<Model> {
        let tx = db.begin().await?;
        tx.shows_nothing();
        let live = Self::find().filter(Column::AccountId.eq(account)).filter(Column::ExpiresAt.gt(now));
        if live.count(&*tx).await? >= u64::from(MOST) {
            return Err(Error::Refused(Message::new("refusal-too-many-tokens").with("most", MOST)));
        }
        let row = ActiveModel {
            account_id: Set(account),
            name: Set(making.name),
            digest: Set(making.digest),
            scopes: Set(Stored(making.scopes)),
            created_at: Set(now),
            expires_at: Set(making.expires_at),
            ..Default::default()
        };
        let row = row.insert(&*tx).await?;
        tx.commit().await?;
        Ok(row)
    }

    /// Takes a token of an account back; does nothing when it is not theirs.
    pub async fn revoke(db: &impl ConnectionTrait, account: i64, id: i64) -> Result<()> {
        Self::delete_many().filter(Column::AccountId.eq(account)).filter(Column::Id.eq(id)).exec(db).await?;
        Ok(())
    }

    /// Removes what has expired.
    pub async fn sweep(db: &impl ConnectionTrait, now: DateTime<Utc>) -> Result<u64> {
        Ok(Self::delete_many().filter(Column::ExpiresAt.lte(now)).exec(db).await?.rows_affected)
    }
}

impl Model {
    /// Writes down that it was used, when that was not written within the last minute.
    pub async fn used(&self, db: &impl ConnectionTrait, now: DateTime<Utc>) -> Result<()> {
        if self.last_used_at.is_some_and(|last| now - last < KNOWN_TO) {
            return Ok(());
        }
        let row = ActiveModel { id: Set(self.id), last_used_at: Set(Some(now)), ..Default::default() };
        Entity::update_many().set(row).filter(Column::Id.eq(self.id)).exec(db).await?;
        Ok(())
    }
}
