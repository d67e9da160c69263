//! How much an account may write in a day, so that one person cannot fill the disk.
//!
//! Architecture Invariant: what is written is counted in the transaction that writes it, and the database itself refuses a count above the
//! allowance. Every event counts, whatever verb it is of (`Tx::charge`).

use chrono::{DateTime, Days, NaiveDate, NaiveTime, Utc};
use domain::{Message, permission::Role};
use sea_orm::{
    ActiveValue::Set,
    DbBackend, DbErr, QueryTrait, RuntimeErr, Statement,
    entity::prelude::*,
    sea_query::{ExprTrait, OnConflict},
    sqlx::error::ErrorKind,
};

use crate::{Db, Reader, error::*};

/// What one account has written on one day, as days are in UTC, beside what it may.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "usage")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub account_id: i64,
    #[sea_orm(primary_key, auto_increment = false)]
    pub day: NaiveDate,
    /// How many events of that day are the account's.
    pub posts: i64,
    /// How many bytes it wrote that day.
    pub bytes: i64,
    /// How many events it may have that day.
    pub most_posts: i64,
    /// How many bytes it may write that day.
    pub most_bytes: i64,
}

/// Its rows refer to no table that is joined from here.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

/// What one account may write in a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Allowance {
    /// Comments, edits, answers, sign-offs and whatever else is an event of the record, and saves of a working text.
    pub posts: i64,
    /// The words of these, in UTF-8.
    pub bytes: i64,
}

/// What those may write who run the site or a forum, or write its texts, and what everybody else may.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Allowances {
    pub officials: Allowance,
    pub others: Allowance,
}

impl Allowances {
    /// What this reader may write in a day.
    pub fn of(&self, reader: &Reader) -> Allowance {
        let official = |role: Role| matches!(role, Role::Admin | Role::Secretariat | Role::Editor);
        let is_official = reader.account.admin || reader.roles.iter().any(|held| official(held.role.0));
        if is_official { self.officials } else { self.others }
    }
}

/// How much of a reader's day is written already.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Today {
    /// Events written today.
    pub posts: i64,
    /// Bytes written today.
    pub bytes: i64,
    pub most: Allowance,
    /// When the next day begins, with nothing written.
    pub ends: DateTime<Utc>,
}

impl Today {
    /// What this reader has written today; none where nothing is counted.
    pub async fn of(db: &Db, reader: &Reader, now: DateTime<Utc>) -> Result<Option<Self>> {
        let Some(allowances) = db.allowances() else { return Ok(None) };
        let row = Entity::find_by_id((reader.account.id, now.date_naive())).one(db.read()).await?;
        let (posts, bytes) = row.map_or((0, 0), |row| (row.posts, row.bytes));
        Ok(Some(Self { posts, bytes, most: allowances.of(reader), ends: next_day(now) }))
    }

    /// Whether so little is left that it should be said: a fifth of either.
    pub fn is_nearly_spent(&self) -> bool {
        self.posts_left().is_some() || self.bytes_left().is_some()
    }

    /// How many posts are left, once that should be said.
    pub fn posts_left(&self) -> Option<i64> {
        left(self.posts, self.most.posts)
    }

    /// How many bytes of words are left, once that should be said.
    pub fn bytes_left(&self) -> Option<i64> {
        left(self.bytes, self.most.bytes)
    }
}

fn left(spent: i64, most: i64) -> Option<i64> {
    (spent >= most / 5 * 4).then(|| Ord::max(most - spent, 0))
}

/// What a verb writes, to be counted with it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Charge {
    pub account: i64,
    pub now: DateTime<Utc>,
    pub posts: i64,
    pub bytes: i64,
    pub most: Allowance,
}

impl Charge {
    /// The statement that counts it, and fails when it is too much.
    pub fn statement(&self, backend: DbBackend) -> Statement {
        let row = ActiveModel {
            account_id: Set(self.account),
            day: Set(self.now.date_naive()),
            posts: Set(self.posts),
            bytes: Set(self.bytes),
            most_posts: Set(self.most.posts),
            most_bytes: Set(self.most.bytes),
        };
        let add = OnConflict::columns([Column::AccountId, Column::Day])
            .value(Column::Posts, Expr::col((Entity, Column::Posts)).add(self.posts))
            .value(Column::Bytes, Expr::col((Entity, Column::Bytes)).add(self.bytes))
            .update_columns([Column::MostPosts, Column::MostBytes])
            .to_owned();
        Entity::insert(row).on_conflict(add).build(backend)
    }

    /// The error of a statement, said as a refusal when the database found the allowance spent.
    pub async fn refusal(&self, error: DbErr, read: &impl ConnectionTrait) -> Error {
        if !is_check(&error) {
            return error.into();
        }
        let before = match Entity::find_by_id((self.account, self.now.date_naive())).one(read).await {
            Ok(before) => before.map_or(0, |row| row.posts),
            Err(error) => return error.into(),
        };
        let message = if before + self.posts > self.most.posts {
            Message::new("refusal-day-posts").with("posts", self.most.posts)
        } else {
            Message::new("refusal-day-bytes").with("size", self.most.bytes >> 10)
        };
        Error::TooMany(message.with("until", next_day(self.now)))
    }
}

/// Whether a rule of the table said no.
pub(crate) fn is_check(error: &DbErr) -> bool {
    let (DbErr::Exec(RuntimeErr::SqlxError(error)) | DbErr::Query(RuntimeErr::SqlxError(error))) = error
    else {
        return false;
    };
    error.as_database_error().is_some_and(|refused| matches!(refused.kind(), ErrorKind::CheckViolation))
}

/// The beginning of the day after.
fn next_day(now: DateTime<Utc>) -> DateTime<Utc> {
    let today = now.date_naive();
    (today + Days::new(1)).and_time(NaiveTime::MIN).and_utc()
}

/// Forgets the days before yesterday.
pub async fn sweep(db: &impl ConnectionTrait, now: DateTime<Utc>) -> Result<()> {
    let yesterday = now.date_naive() - Days::new(1);
    Entity::delete_many().filter(Column::Day.lt(yesterday)).exec(db).await?;
    Ok(())
}
