//! Signed statements of how long the record is and what its Merkle root is.

use chrono::{DateTime, Utc};
use sea_orm::{ActiveValue::Set, QueryOrder, QuerySelect, entity::prelude::*};

use crate::{Db, error::*};

/// One signed checkpoint.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "checkpoint")]
pub struct Model {
    /// How many events it covers.
    #[sea_orm(primary_key, auto_increment = false)]
    pub size: i64,
    /// A C2SP signed note.
    pub note: String,
    /// Whether an archive was written under it: later archives then prove that they add to it.
    pub used: bool,
    pub signed_at: DateTime<Utc>,
}

/// Its rows refer to no table that is joined from here.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Entity {
    /// The newest checkpoint; none before the first.
    pub async fn last(db: &impl ConnectionTrait) -> Result<Option<Model>> {
        Ok(Self::find().order_by_desc(Column::Size).one(db).await?)
    }

    /// The sizes of those under which archives were written, the newest first; at most `limit`.
    pub async fn used(db: &impl ConnectionTrait, limit: u64) -> Result<Vec<i64>> {
        let sizes = Self::find().select_only().column(Column::Size).filter(Column::Used.eq(true));
        Ok(sizes.order_by_desc(Column::Size).limit(limit).into_tuple().all(db).await?)
    }
}

/// Keeps a checkpoint. It is about the record, so it is not an event of it.
pub async fn keep(db: &Db, size: i64, note: String, now: DateTime<Utc>) -> Result<()> {
    let tx = db.begin().await?;
    tx.signs();
    let row = ActiveModel { size: Set(size), note: Set(note), used: Set(false), signed_at: Set(now) };
    if Entity::find_by_id(size).one(&*tx).await?.is_none() {
        row.insert(&*tx).await?;
    }
    tx.commit().await
}

/// Keeps one more signature on a checkpoint: another key signs by now.
pub async fn cosign(db: &Db, checkpoint: Model, note: String) -> Result<Model> {
    let tx = db.begin().await?;
    tx.signs();
    let row = ActiveModel { size: Set(checkpoint.size), note: Set(note.clone()), ..Default::default() };
    row.update(&*tx).await?;
    tx.commit().await?;
    Ok(Model { note, ..checkpoint })
}

/// Remembers that an archive was written under a checkpoint.
pub async fn mark_used(db: &Db, checkpoint: &Model) -> Result<()> {
    if checkpoint.used {
        return Ok(());
    }
    let tx = db.begin().await?;
    tx.shows_nothing();
    let row = ActiveModel { size: Set(checkpoint.size), used: Set(true), ..Default::default() };
    row.update(&*tx).await?;
    tx.commit().await
}
