//! The record: one append-only chain of events, and the Merkle tree that a checkpoint signs.

mod canonical;
mod chain;
mod checkpoint;
mod credit;
mod kind;
mod merkle;

use chrono::{DateTime, DurationRound, TimeDelta, Utc};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::text::Digest;

pub use canonical::{NotCanonical, canonical};
pub use chain::{Broken, Why, verify_chain};
pub use checkpoint::{BadCheckpoint, Checkpoint};
pub use credit::Credit;
pub use kind::Kind;
pub use merkle::{path, path_holds, root};

/// What happened, before it has its place in the chain. Personal fields are in it as [`personal`] digests only.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entry {
    /// Counted from 1 without a gap.
    pub sequence: u64,
    #[serde(with = "milliseconds")]
    pub at: DateTime<Utc>,
    /// The account that acted; none for the clock or the command line.
    pub actor: Option<i64>,
    /// The mandate under which it acted.
    pub mandate: Option<i64>,
    pub kind: Kind,
    /// What it happened to: `draft/DN-2026-001/thread/12`.
    pub subject: String,
    /// Only text, whole numbers, truth values, lists and objects.
    pub payload: Map<String, Value>,
}

/// One line of the record: an entry chained to the one before.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Event {
    pub entry: Entry,
    /// The hash of the event before; [`FIRST`] for the first.
    pub previous: Digest,
    /// SHA-256 of the previous hash and the canonical entry.
    pub hash: Digest,
}

/// What the first event follows.
pub const FIRST: Digest = Digest([0; 32]);

impl Entry {
    /// Chains the entry to the event before; refuses a payload that has no canonical form.
    pub fn after(mut self, previous: Digest) -> Result<Event, NotCanonical> {
        self.at = self.at.duration_trunc(TimeDelta::milliseconds(1)).unwrap_or(self.at);
        let hash = self.hash(previous)?;
        Ok(Event { entry: self, previous, hash })
    }

    fn hash(&self, previous: Digest) -> Result<Digest, NotCanonical> {
        let mut bytes = previous.0.to_vec();
        let value = serde_json::to_value(self).map_err(|_| NotCanonical::Unwritable)?;
        bytes.extend_from_slice(canonical(&value)?.as_bytes());
        Ok(Digest::of(&bytes))
    }
}

/// The digest that stands in the record for a personal field. Without its salt, which is kept apart and can be
/// erased, it says nothing of the field; with it, the field can be checked.
pub fn personal(salt: &[u8; 16], field: &str, value: &str) -> Digest {
    let mut bytes = b"comity personal field 1\0".to_vec();
    bytes.extend_from_slice(salt);
    bytes.extend_from_slice(field.as_bytes());
    bytes.push(0);
    bytes.extend_from_slice(value.as_bytes());
    Digest::of(&bytes)
}

/// Instants with exactly three decimals, so that one instant has one form whatever database kept it.
mod milliseconds {
    use chrono::{DateTime, SecondsFormat, Utc};
    use serde::{Deserialize, Deserializer, Serializer};

    pub fn serialize<S: Serializer>(at: &DateTime<Utc>, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&at.to_rfc3339_opts(SecondsFormat::Millis, true))
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<DateTime<Utc>, D::Error> {
        let written = String::deserialize(deserializer)?;
        let at: DateTime<Utc> = written.parse().map_err(serde::de::Error::custom)?;
        if at.to_rfc3339_opts(SecondsFormat::Millis, true) != written {
            return Err(serde::de::Error::custom("an instant of the record is UTC with three decimals"));
        }
        Ok(at)
    }
}

#[cfg(test)]
mod tests;
