//! Looking for what other servers have written.

use std::{
    sync::{Mutex as StdMutex, PoisonError},
    time::{Duration, Instant},
};

use domain::record::Kind;
use sea_orm::{ConnectionTrait, DbBackend, DbErr, Statement};
use tokio::{
    sync::Mutex,
    time::{sleep, timeout},
};

use super::Db;
use crate::db::changes::Touch;

/// How long one look is good for.
const GOOD: Duration = Duration::from_millis(200);
/// How long it is, while somebody looks again. With this no change goes unnoticed for a second.
const GOOD_MEANWHILE: Duration = Duration::from_millis(700);
/// How long a look may take before the database is said to be away; with the wait before it, less than the two seconds in which a page says
/// so.
const PATIENCE: Duration = Duration::from_millis(700);
/// For how long nobody looks again after a look in vain.
const IN_VAIN: Duration = Duration::from_millis(300);
/// How long whoever waits for a page waits before looking whether it will ever come.
const WAIT: Duration = Duration::from_secs(1);
/// More events than this at once are not told apart.
const MANY: usize = 1000;

/// How far the record was looked at, and when.
#[derive(Debug, Default)]
pub(super) struct Lookout {
    turn: Mutex<Seen>,
    last: StdMutex<Option<Instant>>,
    pub own: Own,
}

#[derive(Debug, Default)]
struct Seen {
    /// The last event seen, and the size of the last checkpoint; none before the first look.
    end: Option<(i64, i64)>,
    /// When somebody last looked in vain.
    failed: Option<Instant>,
}

impl Lookout {
    fn age(&self) -> Option<Duration> {
        let last = self.last.lock().unwrap_or_else(PoisonError::into_inner);
        last.map(|last| last.elapsed())
    }
}

impl Db {
    /// Takes notice of what others have written to the database, at most some times a second however many ask. Gives whether all changes up
    /// to a moment ago are known; when they are not, as the database does not answer, nothing that is kept is known to be right.
    pub async fn look(&self) -> bool {
        let lookout = &self.inner.lookout;
        let asked = Instant::now();
        let age = lookout.age();
        if age.is_some_and(|age| age < GOOD) {
            return true;
        }
        let mut seen = match lookout.turn.try_lock() {
            Ok(seen) => seen,
            Err(_) if age.is_some_and(|age| age < GOOD_MEANWHILE) => return true,
            Err(_) => lookout.turn.lock().await,
        };
        if lookout.age().is_some_and(|age| age < GOOD) {
            return true;
        }
        // Whoever waited while another looked in vain does not try again after them.
        if seen.failed.is_some_and(|failed| failed + IN_VAIN > asked) {
            return false;
        }
        let began = Instant::now();
        match self.notice_soon(&mut seen).await {
            Ok(()) => {
                *lookout.last.lock().unwrap_or_else(PoisonError::into_inner) = Some(began);
                true
            }
            Err(error) => {
                tracing::warn!(%error, "It is not known what others wrote");
                seen.failed = Some(Instant::now());
                false
            }
        }
    }

    /// Tells whether the database no longer answers. One in a file does as long as its disk is there, and says itself what is wrong with it.
    pub async fn is_away(&self) -> bool {
        !self.is_file() && !self.look().await
    }

    /// Ends when the database no longer answers, and not before a page has had time to come.
    pub async fn goes_away(&self) {
        loop {
            sleep(WAIT).await;
            if self.is_away().await {
                return;
            }
        }
    }

    fn is_file(&self) -> bool {
        self.read().get_database_backend() == DbBackend::Sqlite
    }

    async fn notice_soon(&self, seen: &mut Seen) -> Result<(), DbErr> {
        if self.is_file() {
            return self.notice(seen).await;
        }
        let away = DbErr::Custom("the database does not answer".to_owned());
        timeout(PATIENCE, self.notice(seen)).await.unwrap_or(Err(away))
    }

    async fn notice(&self, seen: &mut Seen) -> Result<(), DbErr> {
        let changes = &self.inner.changes;
        let read = &self.inner.lookout_line;
        let (after, signed) = seen.end.unwrap_or((i64::MAX, -1));
        // The bounds are numbers of ours, and the statement is the same on both databases.
        let ends = "SELECT COALESCE((SELECT MAX(sequence) FROM event), 0), COALESCE((SELECT MAX(size) FROM checkpoint), 0)";
        let row = read.query_one_raw(Statement::from_string(read.get_database_backend(), ends)).await?;
        let row = row.ok_or_else(|| DbErr::RecordNotFound("the end of the record".to_owned()))?;
        let end: (i64, i64) = (row.try_get_by_index(0)?, row.try_get_by_index(1)?);
        if seen.end.is_none() || end.0 < after {
            changes.note(&[Touch::unknown()]);
        } else if end.0 > after && !self.inner.lookout.own.cover(after, end.0) {
            let touched = self.touched(after).await?;
            if touched.len() > MANY { changes.note(&[Touch::unknown()]) } else { changes.note(&touched) }
        }
        if end.1 != signed {
            changes.note(&[Touch::by_checkpoint()]);
        }
        seen.end = Some(end);
        Ok(())
    }

    /// What the events after this one changed, but for those of this process, of which it knows; a little more than `MANY` at most.
    async fn touched(&self, after: i64) -> Result<Vec<Touch>, DbErr> {
        let read = &self.inner.lookout_line;
        let limit = MANY + 1;
        let sql = format!(
            "SELECT sequence, run, kind FROM event WHERE sequence > {after} ORDER BY sequence LIMIT {limit}"
        );
        let rows = read.query_all_raw(Statement::from_string(read.get_database_backend(), sql)).await?;
        let mut touched = Vec::new();
        for row in rows {
            let sequence = row.try_get_by_index(0)?;
            if !self.inner.lookout.own.has(sequence) {
                let (run, kind): (String, String) = (row.try_get_by_index(1)?, row.try_get_by_index(2)?);
                touched.push(Touch::by_event(&run, Kind::from_key(&kind)));
            }
        }
        Ok(touched)
    }
}

/// The events that this process has written, as runs of numbers from the first to the last.
#[derive(Debug, Default)]
pub(super) struct Own(StdMutex<Vec<(i64, i64)>>);

impl Own {
    /// How many runs of numbers are remembered; of one that is forgotten its events are taken for those of others.
    const MOST: usize = 256;

    /// Notes an event that this process wrote.
    pub fn add(&self, sequence: i64) {
        let mut runs = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        match runs.last_mut() {
            Some(last) if last.1 + 1 == sequence => last.1 = sequence,
            _ => {
                if runs.len() >= Self::MOST {
                    runs.remove(0);
                }
                runs.push((sequence, sequence));
            }
        }
    }

    fn has(&self, sequence: i64) -> bool {
        self.cover(sequence - 1, sequence)
    }

    /// Whether all events after one, up to another, are of this process.
    fn cover(&self, after: i64, last: i64) -> bool {
        let runs = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        runs.iter().any(|run| run.0 <= after + 1 && last <= run.1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_this_process_wrote_is_told_from_what_others_did() {
        let own = Own::default();
        for sequence in [4, 5, 6, 9] {
            own.add(sequence);
        }
        assert!(own.cover(3, 6) && own.cover(4, 5) && own.has(9));
        assert!(!own.cover(3, 7) && !own.cover(5, 9) && !own.has(8));
    }
}
