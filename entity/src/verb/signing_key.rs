//! Which key signs the record.

use chrono::{DateTime, Utc};
use domain::{Message, record::Kind};
use sea_orm::{ActiveValue::Set, IntoActiveModel, entity::prelude::*};

use crate::{
    Db,
    error::*,
    row::signing_key::{ActiveModel, Column, Entity, Model},
    verb::record::Happened,
};

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

/// Keeps the private key of the row with this number, encrypted.
pub async fn seal(db: &Db, number: i64, sealed: String) -> Result<()> {
    let tx = db.begin().await?;
    let row = ActiveModel { number: Set(number), sealed: Set(Some(sealed)), ..Default::default() };
    row.update(&*tx).await?;
    tx.commit().await
}

/// Keeps the private key of a row as it is encrypted anew, and forgets those of all other rows. Refuses when the row is no longer the
/// last, or was encrypted otherwise meanwhile.
pub async fn reseal(db: &Db, row: &Model, sealed: String) -> Result<()> {
    let tx = db.begin().await?;
    if Entity::last(&*tx).await?.as_ref() != Some(row) {
        return Err(Error::Conflict(Message::new("refusal-key-changed-meanwhile")));
    }
    let forgotten = Entity::update_many().col_expr(Column::Sealed, Expr::value(None::<String>));
    forgotten.filter(Column::Number.ne(row.number)).exec(&*tx).await?;
    let anew = ActiveModel { number: Set(row.number), sealed: Set(Some(sealed)), ..Default::default() };
    anew.update(&*tx).await?;
    tx.commit().await
}
