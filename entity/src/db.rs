//! The database, and the one way to write to it.

mod batch;
pub(crate) mod changes;
mod clock;
mod connect;
mod look;
pub(crate) mod recent;
mod salts;
mod trouble;
mod tx;

use std::sync::{
    Arc, OnceLock,
    atomic::{AtomicBool, Ordering},
};

use chrono::{DateTime, Utc};
use domain::Message;
use sea_orm::{ConnectionTrait, DatabaseConnection, DbBackend, DbErr, QueryResult, Statement};
use tokio::sync::Mutex;

use self::{
    batch::{Batch, Left, SAVE},
    changes::Changes,
    clock::Clock,
    look::Lookout,
    recent::Recent,
    salts::Salts,
};
use crate::{
    allowance::Allowances,
    error::{Error, Result},
    version,
};

pub use self::{
    changes::{Freshness, Source},
    trouble::Trouble,
    tx::Tx,
};

/// A SQLite file or a PostgreSQL database: many readers, and writers that take turns and share commits.
#[derive(Clone, Debug)]
pub struct Db {
    inner: Arc<Inner>,
    clock: Option<Clock>,
}

#[derive(Debug)]
struct Inner {
    read: DatabaseConnection,
    write: DatabaseConnection,
    /// By which it is looked whether the database is there, and what others wrote.
    lookout_line: DatabaseConnection,
    batch: Arc<Mutex<Batch>>,
    changes: Changes,
    lookout: Lookout,
    versions: Recent<version::Model>,
    salts: Salts,
    allowances: OnceLock<Allowances>,
    /// Whether the record was found rewritten: then nothing is written any more.
    is_rewritten: AtomicBool,
}

/// A write that changes nothing that is shown.
pub(crate) const BEAT: &str =
    "INSERT INTO pulse (id, beats) VALUES (1, 1) ON CONFLICT (id) DO UPDATE SET beats = pulse.beats + 1";

/// What empties the log of SQLite. Gives 0 first where that was done.
const CLEAR: &str = "PRAGMA wal_checkpoint(TRUNCATE)";

/// How many bytes of versions are kept.
const VERSIONS: usize = 2 << 20;

impl Db {
    /// Opens `sqlite://…` or `postgres://…`. SQLite runs in WAL mode with synchronous=FULL, so what was committed survives a crash. The
    /// secret is what salts are drawn from: fresh bytes that nobody can guess, which are not kept.
    pub async fn open(url: &str, secret: [u8; 32]) -> std::result::Result<Self, DbErr> {
        let write = connect::connect(url, 1).await?;
        let read = connect::connect(url, 4).await?;
        let lookout_line = connect::lookout(url, &read).await?;
        Ok(Self {
            inner: Arc::new(Inner {
                read,
                write,
                lookout_line,
                batch: Arc::default(),
                changes: Changes::default(),
                lookout: Lookout::default(),
                versions: Recent::with_room(VERSIONS),
                salts: Salts::of(secret),
                allowances: OnceLock::new(),
                is_rewritten: AtomicBool::new(false),
            }),
            clock: None,
        })
    }

    /// This database, on which each verb asks a clock when it has its turn. Without one a verb takes the instant it is given.
    #[must_use]
    pub fn told_by(self, clock: impl Fn() -> DateTime<Utc> + Send + Sync + 'static) -> Self {
        Self { clock: Some(Clock::of(clock)), ..self }
    }

    /// This database without a clock: for what is told to have happened before.
    #[must_use]
    pub fn without_clock(&self) -> Self {
        Self { inner: self.inner.clone(), clock: None }
    }

    /// The connection for reading; it sees every commit that was acknowledged.
    pub fn read(&self) -> &DatabaseConnection {
        &self.inner.read
    }

    /// The connection that migrations run on, before anything else does.
    pub fn owner(&self) -> &DatabaseConnection {
        &self.inner.write
    }

    /// Empties the log of SQLite, in which pages of the file stand as they were before; PostgreSQL keeps its own. While somebody reads what was
    /// before, it is not emptied, and this says so in the log of the server; it is tried again once an hour.
    pub async fn clear_log(&self) -> Result<()> {
        if self.inner.write.get_database_backend() != DbBackend::Sqlite {
            return Ok(());
        }
        let row = self.inner.write.query_one_raw(Statement::from_string(DbBackend::Sqlite, CLEAR)).await?;
        let is_held = row.is_none_or(|row| row.try_get_by_index::<i64>(0).unwrap_or(1) != 0);
        if is_held {
            tracing::warn!("The log of the database is read by somebody, and is not emptied yet");
        }
        Ok(())
    }

    /// Counts the changes known here: what was made from the database is still right while it stays the same. A verb that came to
    /// nothing changes nothing.
    pub fn head(&self) -> u64 {
        self.inner.changes.now()
    }

    /// How something stands that was made of this source when `head` was so much.
    pub fn standing(&self, source: &Source, head: u64) -> Freshness {
        self.inner.changes.standing(source, head)
    }

    /// Says how much an account may write in a day. Unless that is said once, nothing is counted.
    pub fn allow(&self, allowances: Allowances) {
        self.inner.allowances.set(allowances).ok();
    }

    /// How much an account may write in a day; none where nothing is counted.
    pub fn allowances(&self) -> Option<Allowances> {
        self.inner.allowances.get().copied()
    }

    /// The versions last asked for.
    pub(crate) fn versions(&self) -> &Recent<version::Model> {
        &self.inner.versions
    }

    /// Refuses every verb from now on: the record is not the one that was signed, and no more should be built on it.
    pub fn refuse_writes(&self) {
        self.inner.is_rewritten.store(true, Ordering::Release);
    }

    /// Whether it refuses them.
    pub fn is_rewritten(&self) -> bool {
        self.inner.is_rewritten.load(Ordering::Acquire)
    }

    /// Starts a verb's transaction, once the writers before it have had their turn.
    pub async fn begin(&self) -> Result<Tx> {
        let (mut tx, _) = self.turn().await?;
        tx.save().await?;
        Ok(tx)
    }

    /// Begins a verb together with the first row it reads; SQLite does both in one turn.
    pub(crate) async fn begin_with(&self, mut first: Statement) -> Result<(Tx, Option<QueryResult>)> {
        let (mut tx, _) = self.turn().await?;
        if first.db_backend == DbBackend::Sqlite {
            first.sql.insert_str(0, &format!("{SAVE}; "));
        } else {
            tx.save().await?;
        }
        let row = tx.outer.query_one_raw(first).await?;
        tx.is_saved = true;
        Ok((tx, row))
    }

    /// Waits for the writers before, and gives the shared transaction with the draft that the verb before left, which is then forgotten. A
    /// verb that begins with it writes by `Tx::run` alone, which sets the savepoint.
    pub(crate) async fn turn(&self) -> Result<(Tx, Option<Left>)> {
        if self.is_rewritten() {
            return Err(Error::Conflict(Message::new("refusal-record-rewritten")));
        }
        let inner = self.inner.clone();
        let mut batch = inner.batch.clone().lock_owned().await;
        let outer = batch.shared(&inner).await?;
        let left = batch.left.take();
        let mut tx = Tx::new(outer, batch, inner);
        tx.clock.clone_from(&self.clock);
        Ok((tx, left))
    }

    /// Tells whether something can be written now, and kept: a row is written, committed and so made durable like any other. Nothing
    /// that is shown changes with it.
    pub async fn try_to_write(&self) -> Result<()> {
        self.owner().execute_unprepared(BEAT).await?;
        Ok(())
    }
}
