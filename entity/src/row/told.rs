//! How far the record was told of, and which reminders were given.

use chrono::{DateTime, TimeDelta, Utc};
use sea_orm::{ActiveValue::Set, entity::prelude::*, sea_query::OnConflict};

use crate::error::*;

/// One thing that was told.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "told")]
pub struct Model {
    /// [`RECORD`], or a reminder: `deadline/7/2027-03-14T05:00:00Z/1`.
    #[sea_orm(primary_key, auto_increment = false)]
    pub name: String,
    /// The last event of the record that was told of; 0 for a reminder.
    pub sequence: i64,
    pub made_at: DateTime<Utc>,
}

/// Its rows refer to no table that is joined from here.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

/// The name of the row that says how far the record was told of.
const RECORD: &str = "record";

impl Entity {
    /// The last event that was told of; none before it was begun.
    pub async fn record(db: &impl ConnectionTrait) -> Result<Option<i64>> {
        Ok(Self::find_by_id(RECORD).one(db).await?.map(|row| row.sequence))
    }

    /// Begins to tell of what comes after this event, unless it was begun before.
    pub async fn begin(db: &impl ConnectionTrait, sequence: i64, now: DateTime<Utc>) -> Result<()> {
        Self::note(db, RECORD, sequence, now).await
    }

    /// Says that the record was told of up to this event. Another server may have come further meanwhile.
    pub async fn advance(db: &impl ConnectionTrait, sequence: i64) -> Result<()> {
        let further = Self::update_many().col_expr(Column::Sequence, Expr::value(sequence));
        let further = further.filter(Column::Name.eq(RECORD)).filter(Column::Sequence.lt(sequence));
        further.exec(db).await?;
        Ok(())
    }

    /// Whether a reminder was given.
    pub async fn is_given(db: &impl ConnectionTrait, reminder: &str) -> Result<bool> {
        Ok(Self::find_by_id(reminder).one(db).await?.is_some())
    }

    /// Says that a reminder was given, or is not needed.
    pub async fn give(db: &impl ConnectionTrait, reminder: &str, now: DateTime<Utc>) -> Result<()> {
        Self::note(db, reminder, 0, now).await
    }

    async fn note(db: &impl ConnectionTrait, name: &str, sequence: i64, now: DateTime<Utc>) -> Result<()> {
        let row = ActiveModel { name: Set(name.to_owned()), sequence: Set(sequence), made_at: Set(now) };
        let known = OnConflict::column(Column::Name).do_nothing().to_owned();
        Self::insert(row).on_conflict(known).exec_without_returning(db).await?;
        Ok(())
    }

    /// Removes reminders of long ago.
    pub async fn sweep(db: &impl ConnectionTrait, now: DateTime<Utc>) -> Result<()> {
        let old = Self::delete_many()
            .filter(Column::Name.ne(RECORD))
            .filter(Column::MadeAt.lt(now - TimeDelta::days(400)));
        old.exec(db).await?;
        Ok(())
    }
}
