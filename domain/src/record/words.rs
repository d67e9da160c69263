//! Words that stand outside of the record and are sealed in it: with their salt they can be checked, without it they cannot be guessed.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::Salt;
use crate::text::Digest;

/// What somebody is called who had their name erased.
pub const WITHDRAWN: &str = "A withdrawn participant";

/// The digest that stands in the record for a personal field, or for words that may have to be hidden. The salt is kept
/// beside the words and erased with them; without it the digest says nothing of them.
pub fn sealed(salt: Salt, field: &str, words: &str) -> Digest {
    let mut bytes = b"comity sealed words 2\0".to_vec();
    bytes.extend_from_slice(&salt.0);
    bytes.extend_from_slice(field.as_bytes());
    bytes.push(0);
    bytes.extend_from_slice(words.as_bytes());
    Digest::of(&bytes)
}

/// Words with what opens their seal, as an archive has them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Unsealed {
    /// What the words are of: `body`, `reason`. It is part of what is sealed.
    pub field: String,
    /// Kept beside the words, and erased with them.
    pub salt: Salt,
    /// The words as they were sealed.
    pub words: String,
}

/// The words that can be opened, by the digest that stands for them in the record.
#[derive(Clone, Debug, Default)]
pub struct Words {
    by_digest: BTreeMap<Digest, (Unsealed, bool)>,
}

impl Words {
    /// Gathers words with what opens their seals.
    pub fn of(words: impl IntoIterator<Item = Unsealed>) -> Self {
        let by_digest = words.into_iter().map(|unsealed| {
            let digest = sealed(unsealed.salt, &unsealed.field, &unsealed.words);
            (digest, (unsealed, false))
        });
        Self { by_digest: by_digest.collect() }
    }

    /// The words of a field behind this digest, which then count as used; none when no words here have that seal and field.
    pub fn open(&mut self, field: &str, digest: Digest) -> Option<String> {
        let (unsealed, used) = self.by_digest.get_mut(&digest)?;
        if unsealed.field != field {
            return None;
        }
        *used = true;
        Some(unsealed.words.clone())
    }

    /// The words that [`Self::open`] gave, in the order of their digests.
    pub fn used(&self) -> impl Iterator<Item = &Unsealed> {
        self.by_digest.values().filter(|(_, used)| *used).map(|(unsealed, _)| unsealed)
    }

    /// The words that [`Self::open`] never gave.
    pub fn unused(&self) -> impl Iterator<Item = &Unsealed> {
        self.by_digest.values().filter(|(_, used)| !used).map(|(unsealed, _)| unsealed)
    }
}
