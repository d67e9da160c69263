//! One verb's transaction.

use std::{
    ops::Deref,
    sync::{Arc, Mutex as StdMutex, PoisonError},
};

use chrono::{DateTime, Utc};
use domain::record::{Kind, Salt};
use sea_orm::{ConnectionTrait, DatabaseTransaction, DbBackend, Statement};
use tokio::sync::{OwnedMutexGuard, oneshot};

use super::{
    Inner, Trouble,
    batch::{Abandoned, Batch, Left, RELEASE, SAVE},
    clock::Clock,
};
use crate::{
    Reader,
    allowance::Charge,
    db::changes::Touch,
    draft,
    error::{Error, Result},
    event, forum,
    verb::record::Chain,
};

/// One verb's transaction, on which every query of SeaORM can run. Dropped without `commit`, it leaves nothing behind.
#[derive(Debug)]
pub struct Tx {
    pub(super) outer: Arc<DatabaseTransaction>,
    pub(super) batch: Option<OwnedMutexGuard<Batch>>,
    pub(super) inner: Arc<Inner>,
    /// Whether its savepoint is known to be set.
    pub(super) is_saved: bool,
    pub(super) leaves: Option<Left>,
    pub(super) clock: Option<Clock>,
    touched: StdMutex<Option<Touched>>,
    /// What it writes for whom, as long as that is not counted.
    charge: StdMutex<Option<Charge>>,
}

/// What a verb has changed.
#[derive(Debug, Default)]
pub(super) struct Touched {
    /// The numbers of its events.
    pub events: Vec<i64>,
    pub changes: Vec<Touch>,
}

impl Tx {
    pub(super) fn new(
        outer: Arc<DatabaseTransaction>,
        batch: OwnedMutexGuard<Batch>,
        inner: Arc<Inner>,
    ) -> Self {
        Self {
            outer,
            batch: Some(batch),
            inner,
            is_saved: false,
            leaves: None,
            clock: None,
            touched: StdMutex::default(),
            charge: StdMutex::default(),
        }
    }

    /// Sets the savepoint, unless it is set.
    pub(super) async fn save(&mut self) -> Result<()> {
        if !self.is_saved {
            self.outer.execute_unprepared(SAVE).await?;
            self.is_saved = true;
        }
        Ok(())
    }

    /// Makes the verb's writes durable; returns when the disk has them.
    pub async fn commit(mut self) -> Result<()> {
        if self.charge.get_mut().unwrap_or_else(PoisonError::into_inner).is_some() {
            self.run(Vec::new()).await?;
        }
        if self.is_saved && self.outer.get_database_backend() == DbBackend::Sqlite {
            let released = self.outer.execute_unprepared(RELEASE).await;
            released.map_err(|error| Error::NotSaved(Trouble::of(&error)))?;
        }
        let (done, durable) = oneshot::channel();
        if let Some(mut batch) = self.batch.take() {
            batch.waiting.push(done);
            batch.left = self.leaves.take();
            batch.touched.push(self.touched());
        }
        let inner = self.inner.clone();
        drop(self);
        tokio::spawn(inner.settle());
        match durable.await {
            Ok(Ok(())) => Ok(()),
            Ok(Err(trouble)) => Err(Error::NotSaved(trouble)),
            Err(_) => Err(Error::NotSaved(None)),
        }
    }

    /// Gives the instant at which the verb has its turn, and refuses a reader who is no longer who they were when the request began.
    ///
    /// A request may have waited, for its body or for its turn. What counts is what holds when it is committed, so every verb of a reader
    /// begins with this.
    pub(crate) async fn confirm(&self, reader: &Reader, now: DateTime<Utc>) -> Result<DateTime<Utc>> {
        let now = self.instant(self.clock.as_ref().map_or(now, |clock| clock.now().max(now))).await?;
        reader.still_stands(&**self, now).await?;
        Ok(now)
    }

    /// Runs statements of which nothing is read back, in order; with them a verb that has no savepoint yet has done all its writing.
    /// SQLite takes them all in one turn, and every turn is a wait for whoever comes next; PostgreSQL takes one at a time.
    pub(crate) async fn run(&mut self, mut statements: Vec<Statement>) -> Result<()> {
        let charge = self.charge.get_mut().unwrap_or_else(PoisonError::into_inner).take();
        let backend = self.outer.get_database_backend();
        statements.extend(charge.map(|charge| charge.statement(backend)));
        match (self.write(statements).await, charge) {
            (Err(Error::Database(error)), Some(charge)) => Err(charge.refusal(error, &self.inner.read).await),
            (done, _) => done,
        }
    }

    async fn write(&mut self, statements: Vec<Statement>) -> Result<()> {
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

    /// Notes what an event of this verb changes.
    pub(crate) fn touch(&self, event: &event::Model, kind: Kind) {
        let mut touched = self.touched.lock().unwrap_or_else(PoisonError::into_inner);
        let touched = touched.get_or_insert_default();
        touched.events.push(event.sequence);
        touched.changes.push(Touch::by_event(&event.run, Some(kind)));
    }

    /// Says that the record is signed further than before, which is no event.
    pub(crate) fn signs(&self) {
        self.touched
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .get_or_insert_default()
            .changes
            .push(Touch::by_checkpoint());
    }

    /// Says that nothing it writes is shown to anybody but the one who asked.
    pub(crate) fn shows_nothing(&self) {
        self.touched.lock().unwrap_or_else(PoisonError::into_inner).get_or_insert_default();
    }

    /// What it has changed; of a verb that says nothing nothing is known.
    fn touched(&self) -> Touched {
        let touched = self.touched.lock().unwrap_or_else(PoisonError::into_inner).take();
        touched.unwrap_or_else(|| Touched { events: Vec::new(), changes: vec![Touch::unknown()] })
    }

    /// Says how the draft stands after this verb, for the one that comes next.
    pub(crate) fn leave(&mut self, draft: draft::Model, forum: forum::Model) {
        self.leaves = Some((draft, forum));
    }

    /// Counts a post of so many bytes of words among what this reader has written today. It is written with the verb, and refused with it.
    pub(crate) fn charge(&self, reader: &Reader, bytes: usize, now: DateTime<Utc>) {
        let Some(allowances) = self.inner.allowances.get() else { return };
        let mut charge = self.charge.lock().unwrap_or_else(PoisonError::into_inner);
        let most = allowances.of(reader);
        let sum = charge.get_or_insert(Charge { account: reader.account.id, now, posts: 0, bytes: 0, most });
        sum.posts += 1;
        sum.bytes = sum.bytes.saturating_add(i64::try_from(bytes).unwrap_or(i64::MAX));
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
