//! How many things wait for whom, remembered between pages.

use std::{
    collections::HashMap,
    sync::{Mutex, PoisonError},
};

use chrono::{DateTime, TimeDelta, Utc};

/// How long a count is true enough while nothing is written: what waits also comes and goes by the clock.
const FRESH: TimeDelta = TimeDelta::seconds(30);
/// How many people's counts are remembered.
const ROOM: usize = 10_000;

/// The counts by account. The bar at the top of every page asks, and a page of text has better things to do than to look through a desk.
#[derive(Debug, Default)]
pub struct Counted(Mutex<HashMap<i64, Count>>);

#[derive(Clone, Copy, Debug)]
struct Count {
    head: u64,
    at: DateTime<Utc>,
    slips: u32,
}

impl Counted {
    /// The count for an account; none when something was written since (`head` tells), or it is half a minute old.
    pub fn get(&self, account: i64, head: u64, now: DateTime<Utc>) -> Option<u32> {
        let counts = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let known = counts.get(&account).filter(|known| known.head == head && now - known.at < FRESH);
        known.map(|known| known.slips)
    }

    /// Keeps the count for an account, with how far the record went when it was made. Forgets all others when there is no room.
    pub fn keep(&self, account: i64, head: u64, now: DateTime<Utc>, slips: u32) {
        let mut counts = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if counts.len() >= ROOM {
            counts.clear();
        }
        counts.insert(account, Count { head, at: now, slips });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_count_is_true_until_something_is_written_or_half_a_minute_has_gone() {
        let (counted, now) = (Counted::default(), DateTime::UNIX_EPOCH);
        counted.keep(7, 1, now, 4);
        assert_eq!(counted.get(7, 1, now + TimeDelta::seconds(29)), Some(4));
        assert_eq!(counted.get(7, 2, now), None);
        assert_eq!(counted.get(7, 1, now + TimeDelta::seconds(30)), None);
        assert_eq!(counted.get(8, 1, now), None);
    }
}
