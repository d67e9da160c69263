//! The body of a request, taken off the line before anything is decided by it.

use std::{
    sync::Arc,
    time::{Duration, Instant},
};

use axum::body::{Body, Bytes};
use futures::StreamExt;
use tokio::{
    sync::{OwnedSemaphorePermit, Semaphore},
    time::timeout,
};

use crate::error::AppError;

/// How much of a form is read. A text of 2 MiB can take three times that when pasted, as its letters are percent-encoded.
pub const READ: usize = 8 << 20;

/// How many times as much is taken off the line unread, so that the browser gets our answer instead of a broken connection.
const DRAINED: usize = 8;

/// How long a body is waited for.
#[derive(Clone, Copy, Debug)]
pub struct Patience {
    /// How long it may take however small it is, and how long nothing at all may come of it.
    pub grace: Duration,
    /// So many bytes a second come over the slowest line that is waited for.
    pub slowest: u64,
}

/// What came of a body: as much as is read, and whether that was all.
#[derive(Clone, Debug)]
pub struct Taken {
    pub bytes: Bytes,
    /// Why the rest was not read; nothing is wrong when all was.
    pub whole: Result<(), AppError>,
    /// Its part of the room for all bodies that are being read or used.
    pub room: Option<Arc<OwnedSemaphorePermit>>,
}

/// The room for bodies, in KiB, and how long they are waited for.
#[derive(Clone, Debug)]
pub struct Room {
    pub room: Arc<Semaphore>,
    pub patience: Patience,
}

impl Room {
    /// Takes a body off the line, at most so much of it. Refuses one that is larger, one that breaks off, one that comes too slowly, and
    /// one for which there is no room beside all others.
    pub async fn take(&self, body: Body, most: usize) -> Taken {
        let (mut stream, mut bytes, mut seen) = (body.into_data_stream(), Vec::new(), 0);
        let mut held: Option<OwnedSemaphorePermit> = None;
        let begun = Instant::now();
        let whole = loop {
            let chunk = match timeout(self.patience.left(seen, begun.elapsed()), stream.next()).await {
                Ok(Some(Ok(chunk))) => chunk,
                Ok(Some(Err(_))) => break Err(AppError::refused("form-broken")),
                Ok(None) if seen <= most => break Ok(()),
                Ok(None) => break Err(AppError::TooLarge),
                Err(_) => break Err(AppError::TooSlow),
            };
            seen += chunk.len();
            if seen > most.saturating_mul(DRAINED) {
                break Err(AppError::TooLarge);
            }
            if seen <= most {
                if !self.hold(&mut held, seen) {
                    break Err(AppError::Busy);
                }
                bytes.extend_from_slice(&chunk);
            }
        };
        Taken { bytes: bytes.into(), whole, room: held.map(Arc::new) }
    }

    /// Holds room for so many bytes, if there is.
    fn hold(&self, held: &mut Option<OwnedSemaphorePermit>, bytes: usize) -> bool {
        let wanted = u32::try_from(bytes.div_ceil(1 << 10)).unwrap_or(u32::MAX);
        let more = wanted.saturating_sub(held.as_ref().map_or(0, |held| held.num_permits() as u32));
        let Ok(more) = self.room.clone().try_acquire_many_owned(more) else { return false };
        match held {
            Some(held) => held.merge(more),
            None => *held = Some(more),
        }
        true
    }
}

impl Patience {
    /// How long the next piece of a body may be waited for, of which so much has come in so long.
    fn left(self, seen: usize, elapsed: Duration) -> Duration {
        let earned = Duration::from_secs(u64::try_from(seen).unwrap_or(u64::MAX) / self.slowest.max(1));
        (self.grace + earned).saturating_sub(elapsed).min(self.grace)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slow_line_is_waited_for_and_one_that_stands_still_is_not() {
        let seconds = Duration::from_secs;
        let patience = Patience { grace: seconds(20), slowest: 6 << 10 };
        assert_eq!(patience.left(0, seconds(0)), seconds(20));
        assert_eq!(patience.left(0, seconds(21)), seconds(0));
        assert_eq!(patience.left(2 << 20, seconds(300)), seconds(20));
        assert_eq!(patience.left(2 << 20, seconds(400)), seconds(0));
    }
}
