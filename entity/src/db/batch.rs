//! The transaction that writers share, and its end.

use std::sync::{Arc, Mutex as StdMutex, PoisonError};

use sea_orm::{
    ConnectionTrait, DatabaseConnection, DatabaseTransaction, DbBackend, DbErr, SqliteTransactionMode,
    TransactionOptions, TransactionTrait,
};
use tokio::sync::oneshot;

use super::{Inner, Trouble, tx::Touched};
use crate::{
    draft,
    error::{Error, Result},
    forum,
    verb::record::Chain,
};

pub(super) const SAVE: &str = "SAVEPOINT verb";
pub(super) const RELEASE: &str = "RELEASE SAVEPOINT verb";

/// What a writer hears: that its words are on the disk, or why they are not.
type Outcome = std::result::Result<(), Option<Trouble>>;

/// The transaction that the writers of the moment share, each in a savepoint of its own.
///
/// A commit waits for the disk, so writers that come together should wait for it together: each does its writing,
/// queues up once more, and whoever is first in the queue then commits for all.
#[derive(Debug, Default)]
pub(super) struct Batch {
    pub outer: Option<Arc<DatabaseTransaction>>,
    pub waiting: Vec<oneshot::Sender<Outcome>>,
    /// What those who wait have changed.
    pub touched: Vec<Touched>,
    pub abandoned: Option<Abandoned>,
    /// Where the record and its runs end.
    pub chain: StdMutex<Chain>,
    /// What the verb before left, if it says so: nobody else can have changed it since.
    pub left: Option<Left>,
}

/// A draft and its forum, as a verb leaves them.
pub(crate) type Left = (draft::Model, forum::Model);

/// A verb that came to no end.
#[derive(Clone, Copy, Debug)]
pub(super) struct Abandoned {
    pub is_saved: bool,
}

impl Inner {
    /// What was committed is known before anybody who wrote it is told.
    fn note(&self, touched: &[Touched]) {
        for touched in touched {
            touched.events.iter().for_each(|sequence| self.lookout.own.add(*sequence));
            self.changes.note(&touched.changes);
        }
    }

    /// Commits for everyone who waits, unless somebody before has.
    pub(super) async fn settle(self: Arc<Self>) {
        let mut batch = self.batch.lock().await;
        let undone = batch.forget_abandoned().await;
        batch.end(&self, undone).await;
    }
}

impl Batch {
    /// The shared transaction, begun when there is none. One that a verb has left unusable is ended first, and those who waited for it hear so.
    pub(super) async fn shared(&mut self, inner: &Inner) -> Result<Arc<DatabaseTransaction>> {
        if let Err(error) = self.forget_abandoned().await {
            self.end(inner, Err(error)).await;
        }
        if let Some(outer) = &self.outer {
            return Ok(outer.clone());
        }
        self.chain.get_mut().unwrap_or_else(PoisonError::into_inner).unconfirm();
        Ok(self.outer.insert(Arc::new(begin(&inner.write).await?)).clone())
    }

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

    /// Ends the shared transaction, by a commit when all is well, and tells those who wait. Whatever fails here, the connection is let go of
    /// with its transaction open, and so it is closed (`connect`).
    async fn end(&mut self, inner: &Inner, undone: Result<()>) {
        self.abandoned = None;
        self.left = None;
        // Taken along now: should this be cut off, they hear that nothing was saved, and not of a commit that comes later.
        let waiting = std::mem::take(&mut self.waiting);
        let touched = std::mem::take(&mut self.touched);
        let Some(mut shared) = self.outer.take() else { return };
        // A verb lets go of its turn a moment before it lets go of the transaction.
        let outer = loop {
            match Arc::try_unwrap(shared) {
                Ok(outer) => break outer,
                Err(held) => shared = held,
            }
            tokio::task::yield_now().await;
        };
        let durable = match undone {
            Ok(()) => commit(outer).await.map_err(Error::from),
            Err(error) => Err(error),
        };
        let outcome = durable.map_err(|error| {
            self.chain = StdMutex::default();
            tracing::error!(%error, waiting = waiting.len(), "A shared commit failed");
            error.trouble()
        });
        if outcome.is_ok() {
            inner.note(&touched);
        }
        for done in waiting {
            // A writer whose request was cut off no longer listens; its write stands all the same.
            done.send(outcome).ok();
        }
    }
}

impl Abandoned {
    /// Goes back to the savepoint; refuses when the shared transaction is no longer there to go on with.
    ///
    /// Of a verb that was cut off it may be unknown whether its savepoint was set, or whether it was released again, with all writes
    /// done. SQLite can be asked: a verb that ends leaves no savepoint, so that one that is there is its own. But after a failed write SQLite
    /// may have ended the whole transaction, and with it every savepoint.
    /// To PostgreSQL that question is an error that ends the transaction; there a verb sets its savepoint by itself and then writes, and to
    /// go back twice does no harm.
    async fn undo(self, outer: &DatabaseTransaction) -> Result<()> {
        if outer.get_database_backend() != DbBackend::Sqlite {
            if self.is_saved {
                outer.execute_unprepared("ROLLBACK TO SAVEPOINT verb").await?;
            }
            return Ok(());
        }
        match outer.execute_unprepared("ROLLBACK TO verb; RELEASE verb").await {
            Err(error) if error.to_string().contains("no such savepoint") => still_open(outer).await,
            undone => Ok(undone.map(drop)?),
        }
    }
}

/// Refuses when SQLite has ended the transaction by itself: only within one it refuses to begin another.
async fn still_open(outer: &DatabaseTransaction) -> Result<()> {
    match outer.execute_unprepared("BEGIN").await {
        Err(error) if error.to_string().contains("within a transaction") => Ok(()),
        Err(error) => Err(error.into()),
        Ok(_) => Err(Error::NotSaved(Some(Trouble::Disk))),
    }
}

/// Commits. PostgreSQL answers the commit of a transaction in which something failed with a rollback and no error, so it is asked first.
async fn commit(outer: DatabaseTransaction) -> std::result::Result<(), DbErr> {
    if outer.get_database_backend() != DbBackend::Sqlite {
        outer.execute_unprepared("SELECT 1").await?;
    }
    outer.commit().await
}

/// Begins the shared transaction. The record is one chain, so there is one writer at a time: SQLite by its write lock, PostgreSQL by an advisory one.
async fn begin(write: &DatabaseConnection) -> Result<DatabaseTransaction> {
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
