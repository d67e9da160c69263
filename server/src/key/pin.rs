//! What a key is pinned by.

use domain::text::Digest;

use super::{BadNote, PublicKey};

/// The key that somebody trusts, as they wrote it down.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Pin {
    Key(PublicKey),
    /// As [`PublicKey::fingerprint`] gives it, with or without spaces.
    Fingerprint(String),
}

impl Pin {
    /// Whether this is the key that was written down.
    pub fn is(&self, key: &PublicKey) -> bool {
        match self {
            Self::Key(pinned) => pinned.is(key),
            Self::Fingerprint(pinned) => *pinned == key.fingerprint(),
        }
    }
}

impl std::fmt::Display for Pin {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Key(key) => f.write_str(&key.fingerprint()),
            Self::Fingerprint(fingerprint) => f.write_str(fingerprint),
        }
    }
}

impl std::str::FromStr for Pin {
    type Err = BadNote;

    /// Reads the first line: of a file from `/.well-known/comity-key` that is the key of the day.
    fn from_str(written: &str) -> Result<Self, BadNote> {
        let written = written.lines().next().unwrap_or_default().trim();
        if let Ok(key) = written.parse() {
            return Ok(Self::Key(key));
        }
        let digits: String = written.chars().filter(|c| !matches!(c, ' ' | ':')).collect();
        let digest: Digest = digits.to_lowercase().parse().map_err(|_| BadNote::Key)?;
        Ok(Self::Fingerprint(digest.to_string()))
    }
}
