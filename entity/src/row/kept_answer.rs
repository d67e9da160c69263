//! What was answered to a request with a key of its own, so that the same request sent again does nothing twice and hears the same.

use chrono::{DateTime, TimeDelta, Utc};
use sea_orm::{
    ActiveValue::Set,
    Condition, DbBackend, TryInsertResult,
    entity::prelude::*,
    sea_query::{ExprTrait, Func, OnConflict},
};

use crate::error::*;

/// How long an answer is kept.
pub const KEPT: TimeDelta = TimeDelta::hours(24);
/// How long a request may be under way before whoever sends it again may begin it anew.
const UNDER_WAY: TimeDelta = TimeDelta::minutes(2);

/// The answer to one request.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "kept_answer")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub account_id: i64,
    /// What the caller calls the request.
    #[sea_orm(primary_key, auto_increment = false)]
    pub key: String,
    /// The digest of what was asked.
    pub asked: String,
    /// 0 while it is under way.
    pub status: i32,
    /// The body of the answer.
    pub content: String,
    /// The `Location` of the answer; none where it made nothing.
    pub location: Option<String>,
    pub kept_at: DateTime<Utc>,
}

/// Its rows refer to no table that is joined from here.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

/// What is to be done with a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Begun {
    /// It is new: do it.
    New,
    /// It was answered before.
    Answered(Model),
    /// It is being done.
    UnderWay,
    /// Something else was asked by this key.
    Other,
}

impl Entity {
    /// Begins a request by its key, and tells whether it is new, under way, or was answered before.
    pub async fn begin(
        db: &impl ConnectionTrait,
        account: i64,
        (key, asked): (&str, &str),
        now: DateTime<Utc>,
    ) -> Result<Begun> {
        let over = Self::delete_many().filter(Column::AccountId.eq(account)).filter(Column::Key.eq(key));
        let stuck = Column::Status.eq(0).and(Column::KeptAt.lt(now - UNDER_WAY));
        over.filter(stuck.or(Column::KeptAt.lt(now - KEPT))).exec(db).await?;
        let row = ActiveModel {
            account_id: Set(account),
            key: Set(key.to_owned()),
            asked: Set(asked.to_owned()),
            status: Set(0),
            content: Set(String::new()),
            location: Set(None),
            kept_at: Set(now),
        };
        let once = OnConflict::columns([Column::AccountId, Column::Key]).do_nothing().to_owned();
        let inserted = Self::insert(row).on_conflict(once).try_insert().exec_without_returning(db).await?;
        if matches!(inserted, TryInsertResult::Inserted(1..)) {
            return Ok(Begun::New);
        }
        Ok(match Self::find_by_id((account, key.to_owned())).one(db).await? {
            Some(row) if row.asked != asked => Begun::Other,
            Some(row) if row.status != 0 => Begun::Answered(row),
            _ => Begun::UnderWay,
        })
    }

    /// Keeps what was answered.
    pub async fn answer(
        db: &impl ConnectionTrait,
        account: i64,
        key: &str,
        (status, content, location): (u16, String, Option<String>),
    ) -> Result<()> {
        let row = ActiveModel {
            account_id: Set(account),
            key: Set(key.to_owned()),
            status: Set(status.into()),
            content: Set(content),
            location: Set(location),
            ..Default::default()
        };
        row.update(db).await?;
        Ok(())
    }

    /// Forgets a request that came to nothing, so that it can be sent again.
    pub async fn forget(db: &impl ConnectionTrait, account: i64, key: &str) -> Result<()> {
        Self::delete_by_id((account, key.to_owned())).exec(db).await?;
        Ok(())
    }

    /// Forgets all answers that speak of a draft, whoever got them: words of it are erased. The same request sent again finds what it did, and
    /// is answered as things are then.
    pub(crate) async fn forget_of(db: &impl ConnectionTrait, reference: &str) -> Result<()> {
        let named = Condition::any().add(holds(db, Column::Content, reference)).add(holds(
            db,
            Column::Location,
            reference,
        ));
        Self::delete_many().filter(named).exec(db).await?;
        Ok(())
    }

    /// Removes answers that were kept for [`KEPT`].
    pub async fn sweep(db: &impl ConnectionTrait, now: DateTime<Utc>) -> Result<u64> {
        Ok(Self::delete_many().filter(Column::KeptAt.lt(now - KEPT)).exec(db).await?.rows_affected)
    }
}

/// Whether a column has these words anywhere, letter by letter.
fn holds(db: &impl ConnectionTrait, column: Column, words: &str) -> Expr {
    let function = if db.get_database_backend() == DbBackend::Sqlite { "instr" } else { "strpos" };
    Expr::expr(Func::cust(function).arg(Expr::col(column)).arg(words)).gt(0)
}
