//! The keys that sign the record, one after the other.

use chrono::{DateTime, Utc};
use domain::{Message, record::Kind};
use sea_orm::{ActiveValue::Set, IntoActiveModel, QueryOrder, entity::prelude::*};

use crate::{Db, error::*, record::Happened};

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "signing_key")]
pub struct Model {
    /// Counted from 1; the last signs.
    #[sea_orm(primary_key, auto_increment = false)]
    pub number: i64,
    /// As a C2SP verifier key.
    pub public: String,
    /// The private key, encrypted; none when it is kept in a file.
    pub sealed: Option<String>,
    /// The note by which the key before handed over to this one; none for the first, and for one that took its place without it.
    pub handover: Option<String>,
    pub made_at: DateTime<Utc>,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Entity {
    /// All keys, the first first.
    pub async fn all(db: &impl ConnectionTrait) -> Result<Vec<Model>> {
        Ok(Self::find().order_by_asc(Column::Number).all(db).await?)
    }

    /// The key that signs now; none before there is any.
    pub async fn last(db: &impl ConnectionTrait) -> Result<Option<Model>> {
        Ok(Self::find().order_by_desc(Column::Number).one(db).await?)
    }
}

/// Keeps the first key, unless somebody else has kept one meanwhile. Like a checkpoint it is about the record, and no event of it.
pub async fn begin(db: &Db, first: Model) -> Result<()> {
    let tx = db.begin().await?;
    if Entity::last(&*tx).await?.is_none() {
        first.into_active_model().insert(&*tx).await?;
    }
    tx.commit().await
}

/// Keeps a key that comes after all others, and says so in the record: that the key before handed over to it, or that it took its
/// place without. Refuses one that does not come right after the last, as somebody else was quicker.
pub async fn succeed(db: &Db, next: Model, now: DateTime<Utc>) -> Result<()> {
    let tx = db.begin().await?;
    let last = Entity::last(&*tx).await?.or_missing("signing key")?;
    if last.number + 1 != next.number {
        return Err(Error::Conflict(Message::new("refusal-key-changed-meanwhile")));
    }
    let kind = if next.handover.is_some() { Kind::KeyHandedOver } else { Kind::KeyReplaced };
    let event = Happened::to(kind, format!("key/{}", next.number));
    let event = event.with("from", last.public).with("to", next.public.clone());
    next.into_active_model().insert(&*tx).await?;
    event.conclude(tx, None, None, now).await
}

/// Keeps the private key of a row, encrypted.
pub async fn seal(db: &Db, number: i64, sealed: String) -> Result<()> {
    let tx = db.begin().await?;
    let row = ActiveModel { number: Set(number), sealed: Set(Some(sealed)), ..Default::default() };
    row.update(&*tx).await?;
    tx.commit().await
}
