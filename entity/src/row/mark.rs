//! What a database is marked as.

use chrono::{DateTime, Utc};
use sea_orm::{ActiveValue::Set, entity::prelude::*, sea_query::OnConflict};

use crate::error::*;

/// One mark, by its name.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "mark")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub name: String,
    pub value: String,
    pub made_at: DateTime<Utc>,
}

/// Its rows refer to no table that is joined from here.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Entity {
    /// What the mark of this name says; none in a database without it.
    pub async fn value(db: &impl ConnectionTrait, name: &str) -> Result<Option<String>> {
        Ok(Self::find_by_id(name).one(db).await?.map(|mark| mark.value))
    }

    /// Marks the database, in place of what the mark said before.
    pub async fn put(db: &impl ConnectionTrait, name: &str, value: &str, now: DateTime<Utc>) -> Result<()> {
        let row = ActiveModel { name: Set(name.to_owned()), value: Set(value.to_owned()), made_at: Set(now) };
        let again =
            OnConflict::column(Column::Name).update_columns([Column::Value, Column::MadeAt]).to_owned();
        Self::insert(row).on_conflict(again).exec_without_returning(db).await?;
        Ok(())
    }
}
