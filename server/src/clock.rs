//! The only clock, and the only source of randomness.

#![expect(clippy::disallowed_methods, reason = "this is the one place that reads the clock and draws lots")]

use std::sync::{
    Arc,
    atomic::{AtomicI64, Ordering},
};

use chrono::{DateTime, TimeDelta, Utc};
use sha2::{Digest, Sha256};

/// Tells the time; a test can move it forward.
#[derive(Clone, Debug, Default)]
pub struct Clock {
    ahead: Arc<AtomicI64>,
}

impl Clock {
    /// This instant, to the second: what is stored compares equal to what was given.
    pub fn now(&self) -> DateTime<Utc> {
        let seconds = Utc::now().timestamp() + self.ahead.load(Ordering::Relaxed);
        DateTime::from_timestamp(seconds, 0).unwrap_or_default()
    }

    /// Moves this clock forward.
    pub fn advance(&self, by: TimeDelta) {
        self.ahead.fetch_add(by.num_seconds(), Ordering::Relaxed);
    }
}

/// A token nobody can guess: 128 random bits, in hex.
pub fn token() -> String {
    hex(&rand::random::<[u8; 16]>())
}

/// Bytes that nobody can guess, for a key.
pub fn secret() -> [u8; 32] {
    rand::random()
}

/// What is kept of a token: enough to know it again, too little to use it.
pub fn digest(token: &str) -> String {
    hex(&Sha256::digest(token.as_bytes()))
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut hex, byte| {
        for half in [byte >> 4, byte & 15] {
            hex.extend(char::from_digit(half.into(), 16));
        }
        hex
    })
}
