//! The outbox of bundles: which installation is to be told of which referral, and what became of it.
//!
//! A row is written in the transaction of the step it tells of. What is sent is made when it is sent, and has all that was said until then. A
//! server takes a row by a lease, as those of mails are; one that dies leaves a lease that runs out, and who gets the same twice
//! notices.

use std::collections::BTreeMap;

use chrono::{DateTime, TimeDelta, Utc};
use sea_orm::{
    ActiveValue::Set, Condition, DbBackend, QueryOrder, QuerySelect, Statement, Value, entity::prelude::*,
    sea_query::OnConflict,
};
use serde::{Deserialize, Serialize};

use crate::{Db, Stored, error::*, row::listed::among};

/// For how long whoever takes a row has it alone.
pub const LEASE: TimeDelta = TimeDelta::minutes(5);

/// One referral on its way to one installation.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "dispatch")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    pub peer_id: i64,
    pub referral_id: i64,
    /// What it tells of, so that nothing is put twice.
    pub once: String,
    pub state: Stored<State>,
    pub due_at: DateTime<Utc>,
    /// Which server has it, and until when.
    pub owner: Option<String>,
    pub leased_until: Option<DateTime<Utc>>,
    /// How often it was tried.
    pub tries: i64,
    /// Why it did not arrive the last time.
    pub trouble: Option<String>,
    pub made_at: DateTime<Utc>,
    /// When its sending ended, well or not; none while it waits.
    pub ended_at: Option<DateTime<Utc>>,
}

/// What became of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum State {
    /// It is to be sent, for the first time or again.
    Waiting,
    /// The other installation has taken it.
    Sent,
    /// The other installation said that it does not take it.
    Refused,
}

/// Its rows refer to no table that is joined from here.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Entity {
    /// Puts a row, unless the same is there.
    pub(crate) async fn put(
        db: &impl ConnectionTrait,
        (peer, referral): (i64, i64),
        once: String,
        now: DateTime<Utc>,
    ) -> Result<()> {
        let row = ActiveModel {
            peer_id: Set(peer),
            referral_id: Set(referral),
            once: Set(once),
            state: Set(Stored(State::Waiting)),
            due_at: Set(now),
            tries: Set(0),
            made_at: Set(now),
            ..Default::default()
        };
        let known = OnConflict::column(Column::Once).do_nothing().to_owned();
        Self::insert(row).on_conflict(known).exec_without_returning(db).await?;
        Ok(())
    }

    /// Whether anything is due that nobody has.
    pub async fn is_due(db: &impl ConnectionTrait, now: DateTime<Utc>) -> Result<bool> {
        let free = Condition::any().add(Column::LeasedUntil.is_null()).add(Column::LeasedUntil.lte(now));
        let due = Self::find()
            .filter(Column::State.eq(Stored(State::Waiting)))
            .filter(Column::DueAt.lte(now))
            .filter(free);
        Ok(due.limit(1).one(db).await?.is_some())
    }

    /// Takes the oldest row that is due: for [`LEASE`] nobody else gets it. What this owner has already and has not ended comes first, as
    /// PostgreSQL may give it more than one at a time.
    pub async fn take(db: &Db, owner: &str, now: DateTime<Utc>) -> Result<Option<Model>> {
        let own = Self::find()
            .filter(Column::Owner.eq(owner))
            .filter(Column::LeasedUntil.gt(now))
            .filter(Column::State.eq(Stored(State::Waiting)))
            .order_by_asc(Column::Id);
        if let Some(row) = own.clone().one(db.read()).await? {
            return Ok(Some(row));
        }
        if !Self::is_due(db.read(), now).await? {
            return Ok(None);
        }
        let backend = db.owner().get_database_backend();
        let skip = if backend == DbBackend::Sqlite { "" } else { "FOR UPDATE SKIP LOCKED" };
        let free = "state = 'waiting' AND due_at <= $3 AND (leased_until IS NULL OR leased_until <= $3)";
        let sql = format!(
            "UPDATE dispatch SET owner = $1, leased_until = $2, tries = tries + 1 WHERE {free} AND id IN \
             (SELECT id FROM dispatch WHERE {free} ORDER BY due_at, id LIMIT 1 {skip})"
        );
        let values: [Value; 3] = [owner.into(), (now + LEASE).into(), now.into()];
        db.owner().execute_raw(Statement::from_sql_and_values(backend, sql, values)).await?;
        Ok(own.one(db.read()).await?)
    }

    /// Says that everything that waited for this peer about this referral when it was made has ended so.
    pub async fn end(
        db: &Db,
        sent: &Model,
        state: State,
        trouble: Option<String>,
        now: DateTime<Utc>,
    ) -> Result<()> {
        let row = ActiveModel {
            state: Set(Stored(state)),
            trouble: Set(trouble),
            ended_at: Set(Some(now)),
            owner: Set(None),
            leased_until: Set(None),
            ..Default::default()
        };
        Self::update_many().set(row).filter(Column::Id.eq(sent.id)).exec(db.owner()).await?;
        Ok(())
    }

    /// Leaves it for later, with why.
    pub async fn again(db: &Db, row: &Model, trouble: String, due: DateTime<Utc>) -> Result<()> {
        let later = ActiveModel {
            due_at: Set(due),
            trouble: Set(Some(trouble)),
            owner: Set(None),
            leased_until: Set(None),
            ..Default::default()
        };
        Self::update_many().set(later).filter(Column::Id.eq(row.id)).exec(db.owner()).await?;
        Ok(())
    }

    /// Makes what waits for a peer due at once.
    pub async fn hurry(db: &Db, peer: i64, now: DateTime<Utc>) -> Result<()> {
        let waiting = Self::update_many()
            .col_expr(Column::DueAt, Expr::value(now))
            .filter(Column::PeerId.eq(peer))
            .filter(Column::State.eq(Stored(State::Waiting)));
        waiting.exec(db.owner()).await?;
        Ok(())
    }

    /// What waits or was refused, of some referrals, the newest first.
    pub async fn of(
        db: &impl ConnectionTrait,
        referrals: impl IntoIterator<Item = i64>,
    ) -> Result<Vec<Model>> {
        let all = Self::find().filter(among(db, Column::ReferralId, referrals));
        Ok(all.order_by_desc(Column::Id).all(db).await?)
    }

    /// How many wait, by peer.
    pub async fn waiting(db: &impl ConnectionTrait) -> Result<BTreeMap<i64, u32>> {
        let counted = Self::find()
            .select_only()
            .column(Column::PeerId)
            .column_as(Column::Id.count(), "count")
            .filter(Column::State.eq(Stored(State::Waiting)))
            .group_by(Column::PeerId);
        let rows: Vec<(i64, i64)> = counted.into_tuple().all(db).await?;
        Ok(rows.into_iter().map(|(peer, count)| (peer, u32::try_from(count).unwrap_or(u32::MAX))).collect())
    }

    /// What waits for, or was refused by, any peer: the newest first, at most `limit`.
    pub async fn in_trouble(db: &impl ConnectionTrait, limit: u64) -> Result<Vec<Model>> {
        let open = Self::find().filter(Column::State.ne(Stored(State::Sent)));
        Ok(open.order_by_desc(Column::Id).limit(limit).all(db).await?)
    }
}
