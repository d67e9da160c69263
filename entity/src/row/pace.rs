//! How often something may be tried, counted in the database, so that it holds for several servers together.

use chrono::{DateTime, TimeDelta, Utc};
use domain::Message;
use sea_orm::{
    ActiveValue::Set,
    QueryTrait,
    entity::prelude::*,
    sea_query::{ExprTrait, OnConflict},
};

use crate::{Db, allowance::is_check, error::*};

/// How often one key was used in the span of time that began then.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "pace")]
pub struct Model {
    /// What is tried and who tries: `link/192.0.2.7`.
    #[sea_orm(primary_key, auto_increment = false)]
    pub key: String,
    /// When the counting began.
    #[sea_orm(primary_key, auto_increment = false)]
    pub since: DateTime<Utc>,
    /// How often it was tried since then.
    pub tries: i64,
    /// How often it may be.
    pub most: i64,
}

/// Its rows refer to no table that is joined from here.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

/// How often something may be tried, in how many minutes.
#[derive(Clone, Copy, Debug)]
pub struct Pace {
    /// How many tries are let through.
    pub tries: i64,
    /// In how many minutes.
    pub minutes: i64,
}

impl Pace {
    /// Counts a try by this key; refuses one too many with when the next may come. A try that is refused is not written.
    pub async fn step(self, db: &Db, key: String, now: DateTime<Utc>) -> Result<()> {
        self.step_by(1, db, key, now).await
    }

    /// Counts so many tries at once; refuses them when they are too many.
    pub async fn step_by(self, tries: i64, db: &Db, key: String, now: DateTime<Utc>) -> Result<()> {
        let span = self.minutes * 60;
        let since = DateTime::from_timestamp(now.timestamp().div_euclid(span) * span, 0).unwrap_or(now);
        let row = ActiveModel { key: Set(key), since: Set(since), tries: Set(tries), most: Set(self.tries) };
        let add = OnConflict::columns([Column::Key, Column::Since])
            .value(Column::Tries, Expr::col((Entity, Column::Tries)).add(tries))
            .update_column(Column::Most)
            .to_owned();
        let owner = db.owner();
        let statement = Entity::insert(row).on_conflict(add).build(owner.get_database_backend());
        match owner.execute_raw(statement).await {
            Err(error) if is_check(&error) => {
                let until = since + TimeDelta::seconds(span);
                Err(Error::TooMany(Message::new("refusal-too-often").with("until", until)))
            }
            done => Ok(done.map(drop)?),
        }
    }
}

/// Forgets what was tried before the last day.
pub async fn sweep(db: &impl ConnectionTrait, now: DateTime<Utc>) -> Result<()> {
    Entity::delete_many().filter(Column::Since.lt(now - TimeDelta::days(1))).exec(db).await?;
    Ok(())
}
