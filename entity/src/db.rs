//! The database, and the one way to write to it.

use std::{
    fmt,
    ops::Deref,
    sync::{
        Arc, Mutex as StdMutex, PoisonError,
        atomic::{AtomicBool, AtomicU64, Ordering},
    },
    time::Duration,
};

use domain::{Message, record::Salt, text::Digest};
use sea_orm::{
    ConnectOptions, ConnectionTrait, Database, DatabaseConnection, DatabaseTransaction, DbBackend, DbErr,
    QueryResult, SqliteTransactionMode, Statement, TransactionOptions, TransactionTrait,
};
use tokio::sync::{Mutex, OwnedMutexGuard, oneshot};

use crate::{
    draft,
    error::{Error, Result},
    forum,
    recent::Recent,
    record::Chain,
    version,
};

/// A SQLite file or a PostgreSQL database: many readers, and writers that take turns and share commits.
#[derive(Clone, Debug)]
pub struct Db {
    inner: Arc<Inner>,
}

#[derive(Debug)]
struct Inner {
    read: DatabaseConnection,
    write: DatabaseConnection,
    batch: Arc<Mutex<Batch>>,
    head: AtomicU64,
    versions: Recent<version::Model>,
    salts: Salts,
    /// Whether the record was found rewritten: then nothing is written any more.
    is_rewritten: AtomicBool,
}

const SAVE: &str = "SAVEPOINT verb";
const RELEASE: &str = "RELEASE SAVEPOINT verb";

/// How many bytes of versions are kept.
const VERSIONS: usize = 2 << 20;

/// The transaction that the writers of the moment share, each in a savepoint of its own.
///
/// A commit waits for the disk, so writers that come together should wait for it together: each does its writing,
/// queues up once more, and whoever is first in the queue then commits for all.
#[derive(Debug, Default)]
struct Batch {
    outer: Option<Arc<DatabaseTransaction>>,
    waiting: Vec<oneshot::Sender<bool>>,
    abandoned: Option<Abandoned>,
    /// Where the record and its runs end.
    chain: StdMutex<Chain>,
    /// What the verb before left, if it says so: nobody else can have changed it since.
    left: Option<Left>,
}

/// A draft and its forum, as a verb leaves them.
pub(crate) type Left = (draft::Model, forum::Model);

/// A verb that came to no end.
#[derive(Clone, Copy, Debug)]
struct Abandoned {
    is_saved: bool,
}

/// Draws salts from a secret that is drawn anew whenever the program starts, and kept nowhere: a salt that was erased is gone.
struct Salts {
    secret: [u8; 32],
    drawn: AtomicU64,
}

impl Salts {
    fn draw(&self) -> Salt {
        let count = self.drawn.fetch_add(1, Ordering::Relaxed).to_be_bytes();
        let bytes = Digest::of(&[&self.secret[..], &count].concat()).0;
        let mut salt = [0; 16];
        salt.copy_from_slice(&bytes[..16]);
        Salt(salt)
    }
}

impl fmt::Debug for Salts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Salts")
    }
}

/// One verb's transaction, on which every query of SeaORM can run. Dropped without `commit`, it leaves nothing behind.
#[derive(Debug)]
pub struct Tx {
    outer: Arc<DatabaseTransaction>,
    batch: Option<OwnedMutexGuard<Batch>>,
    inner: Arc<Inner>,
    /// Whether its savepoint is known to be set.
    is_saved: bool,
    leaves: Option<Left>,
}

impl Db {
    /// Opens `sqlite://…` or `postgres://…`. SQLite runs in WAL mode with synchronous=FULL, so what was committed survives a crash. The
    /// secret is what salts are drawn from: fresh bytes that nobody can guess, which are not kept.
    pub async fn open(url: &str, secret: [u8; 32]) -> std::result::Result<Self, DbErr> {
        let write = connect(url, 1).await?;
        let read = connect(url, 4).await?;
        Ok(Self {
            inner: Arc::new(Inner {
                read,
                write,
                batch: Arc::default(),
                head: AtomicU64::new(0),
                versions: Recent::with_room(VERSIONS),
                salts: Salts { secret, drawn: AtomicU64::new(0) },
                is_rewritten: AtomicBool::new(false),
            }),
        })
    }

    /// The connection for reading; it sees every commit that was acknowledged.
    pub fn read(&self) -> &DatabaseConnection {
        &self.inner.read
    }

    /// The connection that migrations run on, before anything else does.
    pub fn owner(&self) -> &DatabaseConnection {
        &self.inner.write
    }

    /// Counts the commits of this process: what was made from the database is still right while it stays the same.
    pub fn head(&self) -> u64 {
        self.inner.head.load(Ordering::Acquire)
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

    /// The same with the first row the verb reads; SQLite does both in one turn.
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
        batch.forget_abandoned().await?;
        let outer = match batch.outer.clone() {
            Some(outer) => outer,
            None => {
                batch.chain.get_mut().unwrap_or_else(PoisonError::into_inner).unconfirm();
                batch.outer.insert(Arc::new(begin_outer(&inner.write).await?)).clone()
            }
        };
        let left = batch.left.take();
        Ok((Tx { outer, batch: Some(batch), inner, is_saved: false, leaves: None }, left))
    }
}

impl Tx {
    /// Sets the savepoint, unless it is set.
    async fn save(&mut self) -> Result<()> {
        if !self.is_saved {
            self.outer.execute_unprepared(SAVE).await?;
            self.is_saved = true;
        }
        Ok(())
    }

    /// Makes the verb's writes durable; returns when the disk has them.
    pub async fn commit(mut self) -> Result<()> {
        if self.is_saved && self.outer.get_database_backend() == DbBackend::Sqlite {
            self.outer.execute_unprepared(RELEASE).await?;
        }
        let (done, durable) = oneshot::channel();
        if let Some(mut batch) = self.batch.take() {
            batch.waiting.push(done);
            batch.left = self.leaves.take();
        }
        let inner = self.inner.clone();
        drop(self);
        tokio::spawn(inner.settle());
        match durable.await {
            Ok(true) => Ok(()),
            _ => Err(Error::Broken("the shared commit failed".to_owned())),
        }
    }
}

impl Tx {
    /// Runs statements of which nothing is read back, in order; with them a verb that has no savepoint yet has done all its writing.
    /// SQLite takes them all in one turn, and every turn is a wait for whoever comes next; PostgreSQL takes one at a time.
    pub(crate) async fn run(&mut self, statements: Vec<Statement>) -> Result<()> {
        if self.outer.get_database_backend() != DbBackend::Sqlite {
            self.save().await?;
            for statement in statements {
                self.outer.execute_raw(statement).await?;
            }
            return Ok(());
        }
        let mut sql: Vec<_> = statements.iter().map(|statement| statement.sql.as_str()).collect();
        if !self.is_saved {
            sql.insert(0, SAVE);
            sql.push(RELEASE);
        }
        let sql = sql.join("; ");
        let values =
            statements.into_iter().filter_map(|statement| statement.values).flat_map(|values| values.0);
        self.outer.execute_raw(Statement::from_sql_and_values(DbBackend::Sqlite, sql, values)).await?;
        Ok(())
    }

    /// Says how the draft stands after this verb, for the one that comes next.
    pub(crate) fn leave(&mut self, draft: draft::Model, forum: forum::Model) {
        self.leaves = Some((draft, forum));
    }

    /// A salt that nobody can guess, and that no other words have.
    pub(crate) fn salt(&self) -> Salt {
        self.inner.salts.draw()
    }

    /// Asks, or says, where the record ends.
    pub(crate) fn chain<T: Default>(&self, ask: impl FnOnce(&mut Chain) -> T) -> T {
        let Some(batch) = &self.batch else { return T::default() };
        ask(&mut batch.chain.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

impl Deref for Tx {
    type Target = DatabaseTransaction;

    fn deref(&self) -> &DatabaseTransaction {
        &self.outer
    }
}

impl Drop for Tx {
    fn drop(&mut self) {
        if let Some(mut batch) = self.batch.take() {
            batch.abandoned = Some(Abandoned { is_saved: self.is_saved });
            if let Ok(runtime) = tokio::runtime::Handle::try_current() {
                runtime.spawn(self.inner.clone().settle());
            }
        }
    }
}

impl Inner {
    /// Commits for everyone who waits, unless somebody before has.
    async fn settle(self: Arc<Self>) {
        let mut batch = self.batch.lock().await;
        let undone = batch.forget_abandoned().await;
        let Some(mut shared) = batch.outer.take() else { return };
        batch.abandoned = None;
        batch.left = None;
        // A verb lets go of its turn a moment before it lets go of the transaction.
        let outer = loop {
            match Arc::try_unwrap(shared) {
                Ok(outer) => break outer,
                Err(held) => shared = held,
            }
            tokio::task::yield_now().await;
        };
        let durable = match undone {
            Ok(()) => outer.commit().await.map_err(Error::from),
            Err(error) => Err(error),
        };
        if let Err(error) = &durable {
            batch.chain = StdMutex::default();
            tracing::error!(%error, "A shared commit failed");
        }
        self.head.fetch_add(1, Ordering::Release);
        for done in batch.waiting.drain(..) {
            // A writer whose request was cut off no longer listens; its write stands all the same.
            done.send(durable.is_ok()).ok();
        }
    }
}

impl Batch {
    /// Undoes what a dropped transaction left in the shared one. Whoever asks may be cut off in the middle: the next one then asks again.
    async fn forget_abandoned(&mut self) -> Result<()> {
        if let Some(abandoned) = self.abandoned
            && let Some(outer) = &self.outer
        {
            (self.chain, self.left) = (StdMutex::default(), None);
            abandoned.undo(outer).await?;
        }
        self.abandoned = None;
        Ok(())
    }
}

impl Abandoned {
    /// Goes back to the savepoint. Of a verb that was cut off it may be unknown whether its savepoint was set, or whether it was released
    /// again, with all writes done. SQLite can be asked: a verb that ends leaves no savepoint, so that one that is there is its own.
    /// To PostgreSQL that question is an error that ends the transaction; there a verb sets its savepoint by itself and then writes, and to
    /// go back twice does no harm.
    async fn undo(self, outer: &DatabaseTransaction) -> Result<()> {
        let sqlite = outer.get_database_backend() == DbBackend::Sqlite;
        if !sqlite && !self.is_saved {
            return Ok(());
        }
        let undone = match sqlite {
            true => outer.execute_unprepared("ROLLBACK TO verb; RELEASE verb").await,
            false => outer.execute_unprepared("ROLLBACK TO SAVEPOINT verb").await,
        };
        match undone {
            Err(error) if sqlite && error.to_string().contains("no such savepoint") => Ok(()),
            undone => Ok(undone.map(drop)?),
        }
    }
}

/// Begins the shared transaction. The record is one chain, so there is one writer at a time: SQLite by its write lock, PostgreSQL by an advisory one.
async fn begin_outer(write: &DatabaseConnection) -> Result<DatabaseTransaction> {
    match write.get_database_backend() {
        DbBackend::Sqlite => {
            let sqlite_transaction_mode = Some(SqliteTransactionMode::Immediate);
            Ok(write
                .begin_with_options(TransactionOptions { sqlite_transaction_mode, ..Default::default() })
                .await?)
        }
        _ => {
            let outer = write.begin().await?;
            outer.execute_unprepared("SELECT pg_advisory_xact_lock(727465001)").await?;
            Ok(outer)
        }
    }
}

async fn connect(url: &str, connections: u32) -> std::result::Result<DatabaseConnection, DbErr> {
    let mut options = ConnectOptions::new(url);
    options.max_connections(connections).sqlx_logging(false);
    // A ping is a turn at the database like a query. A connection that was in use a moment ago is there.
    options.test_before_acquire_if_idle_for(Duration::from_secs(10));
    options.map_sqlx_sqlite_opts(|sqlite| {
        sqlite
            .create_if_missing(true)
            .foreign_keys(true)
            .busy_timeout(Duration::from_secs(10))
            .pragma("journal_mode", "WAL")
            .pragma("synchronous", "FULL")
    });
    Database::connect(options).await
}
