//! Salts for what the record keeps as a digest.

use std::{
    fmt,
    sync::atomic::{AtomicU64, Ordering},
};

use domain::{record::Salt, text::Digest};

/// Draws salts from a secret that is drawn anew whenever the program starts, and kept nowhere: a salt that was erased is gone.
pub(super) struct Salts {
    secret: [u8; 32],
    drawn: AtomicU64,
}

impl Salts {
    /// Salts that are drawn from this secret, which is kept nowhere.
    pub fn of(secret: [u8; 32]) -> Self {
        Self { secret, drawn: AtomicU64::new(0) }
    }

    /// A salt that nobody can guess, and that was not drawn before.
    pub fn draw(&self) -> Salt {
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
