//! How many are served at once, and how long each is waited for.

use std::{
    collections::HashMap,
    hash::Hash,
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use app::body::{Patience, Room};
use clap::Args;
use tokio::sync::Semaphore;

/// Descriptors that are kept for the database, its files and what the server sends itself.
const RESERVE: u64 = 256;
/// As many descriptors are asked for, where the system gives as many.
const DESCRIPTORS: u64 = 65_536;

/// How much the server takes on at once, and from whom.
#[derive(Args, Clone, Copy, Debug)]
pub struct Traffic {
    /// How many connections one network may hold, at most half of all, and how many of its requests are answered at once
    #[arg(long, env = "COMITY_PER_NETWORK", default_value_t = 1024, value_name = "N")]
    pub per_network: usize,
    /// How many seconds the head of a request may take, a connection may be idle, and a body may stand still
    #[arg(long, env = "COMITY_PATIENCE", default_value_t = 20, value_name = "SECONDS")]
    pub patience: u64,
    /// How many bytes a second come over the slowest line that is waited for
    #[arg(long, env = "COMITY_SLOWEST", default_value_t = 6 << 10, value_name = "BYTES")]
    pub slowest: u64,
    /// How many MiB of forms may be on their way at once
    #[arg(long, env = "COMITY_FORMS_MIB", default_value_t = 256, value_name = "MIB")]
    pub forms: usize,
    /// How often one network may call the API a minute
    #[arg(long, env = "COMITY_CALLS", default_value_t = 1200, value_name = "N")]
    pub calls: u32,
}

impl Default for Traffic {
    fn default() -> Self {
        Self { per_network: 1024, patience: 20, slowest: 6 << 10, forms: 256, calls: 1200 }
    }
}

impl Traffic {
    /// How long the head of a request may take, and how long a connection may be idle.
    pub fn head(self) -> Duration {
        Duration::from_secs(self.patience.max(1))
    }

    /// The room that all forms share while they are received, and how long each may take.
    pub fn room(self) -> Room {
        let patience = Patience { grace: self.head(), slowest: self.slowest };
        Room { room: Arc::new(Semaphore::new(self.forms << 10)), patience }
    }
}

/// How many connections the server can hold: as many as the system gives descriptors, but for a reserve.
pub fn connections() -> usize {
    let given = rlimit::increase_nofile_limit(DESCRIPTORS).unwrap_or(1024);
    usize::try_from(given.saturating_sub(RESERVE).max(RESERVE)).unwrap_or(usize::MAX)
}

/// Counts who is here, by network.
#[derive(Debug)]
pub struct Here<Key: Eq + Hash> {
    most: usize,
    here: Arc<Mutex<HashMap<Key, usize>>>,
}

impl<Key: Clone + Eq + Hash> Here<Key> {
    /// A count that lets in at most so many with one key.
    pub fn at_most(most: usize) -> Self {
        Self { most, here: Arc::default() }
    }

    /// Lets one more in, until the place is dropped; none when there are as many as may be.
    pub fn enter(&self, key: Key) -> Option<Seated<Key>> {
        let mut here = self.here.lock().unwrap_or_else(PoisonError::into_inner);
        let count = here.entry(key.clone()).or_default();
        if *count >= self.most {
            return None;
        }
        *count += 1;
        Some(Seated { key, here: self.here.clone() })
    }
}

impl<Key: Eq + Hash> Clone for Here<Key> {
    fn clone(&self) -> Self {
        Self { most: self.most, here: self.here.clone() }
    }
}

/// One that was let in.
#[derive(Debug)]
pub struct Seated<Key: Eq + Hash> {
    key: Key,
    here: Arc<Mutex<HashMap<Key, usize>>>,
}

impl<Key: Eq + Hash> Drop for Seated<Key> {
    fn drop(&mut self) {
        let mut here = self.here.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(count) = here.get_mut(&self.key) {
            *count -= 1;
            if *count == 0 {
                here.remove(&self.key);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn as_many_are_let_in_as_may_be_and_others_do_not_count() {
        let here = Here::at_most(2);
        let (first, second) = (here.enter("a"), here.enter("a"));
        assert!(first.is_some() && second.is_some());
        assert!(here.enter("a").is_none());
        assert!(here.enter("b").is_some());
        drop(first);
        assert!(here.enter("a").is_some());
    }
}
