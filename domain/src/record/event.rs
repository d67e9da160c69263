//! One line of the record.

use std::{fmt, str::FromStr};

use chrono::{DateTime, DurationRound, TimeDelta, Utc};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::{Map, Value};

use super::{Kind, NotCanonical, canonical};
use crate::text::Digest;

/// The form of events that this program writes and reads.
const FORMAT: u32 = 2;

/// What happened, before it has its place in the chain. Personal fields, and words that may have to be hidden, are in it as
/// [`super::sealed`] digests only.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Counted from 1 without a gap.
    pub sequence: u64,
    /// Never before that of the event before.
    pub at: DateTime<Utc>,
    /// The account that acted; none for the clock or the command line.
    pub actor: Option<i64>,
    /// The name of that account, sealed.
    pub name: Option<Digest>,
    /// The mandate under which it acted.
    pub mandate: Option<i64>,
    /// What kind of thing happened.
    pub kind: Kind,
    /// What it happened to: `draft/DN-2026-001/thread/12`.
    pub subject: String,
    /// Only text, whole numbers, truth values, lists and objects.
    pub payload: Map<String, Value>,
}

/// Where an event is chained: to the event before in the whole record, and to the event before in its run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Links {
    /// The hash of the event before; [`FIRST`] for the first.
    pub previous: Digest,
    /// Counted within the run, from 1 without a gap.
    pub run_number: u64,
    /// The hash of the event before in its run; [`FIRST`] for the first.
    pub run_previous: Digest,
}

/// Sixteen bytes that nobody can guess: without them a digest says nothing of what it is of.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Salt(pub [u8; 16]);

/// One line of the record: an entry in its two chains, with the salt that keeps its hash from telling what it says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// What happened.
    pub entry: Entry,
    /// Where it is chained.
    pub links: Links,
    /// Part of what is hashed.
    pub salt: Salt,
    /// SHA-256 of its [`Event::line`].
    pub hash: Digest,
}

/// The hash that the first event names as the one before: all zeros.
pub const FIRST: Digest = Digest([0; 32]);

/// Why a line is not an event of the record.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BadEvent {
    /// It is not JSON of an event, or of a form that this program does not know.
    #[error("it is not an event: {0}")]
    Form(String),
    /// It is an event, but some byte is not as canonical JSON has it.
    #[error("it is written otherwise than the record writes it")]
    NotCanonical,
}

/// The run that a subject belongs to, which is its first two parts: `draft/DN-2026-001`.
pub fn run_of(subject: &str) -> &str {
    let mut slashes = subject.match_indices('/').map(|(index, _)| index);
    let end = slashes.nth(1).unwrap_or(subject.len());
    subject.get(..end).unwrap_or(subject)
}

/// The receipt of a comment: its number, and the first ten digits of its event's hash: `DN-2026-001/12.1-0f3a5c7b9d`.
pub fn receipt_of(reference: &str, thread: i32, comment: i32, event: Digest) -> String {
    let hash = event.to_string();
    format!("{reference}/{thread}.{comment}-{}", hash.get(..10).unwrap_or(&hash))
}

impl Entry {
    /// Chains the entry, its instant cut to milliseconds. Refuses a payload that has no canonical form.
    pub fn chained(mut self, links: Links, salt: Salt) -> Result<Event, NotCanonical> {
        self.at = self.at.duration_trunc(TimeDelta::milliseconds(1)).unwrap_or(self.at);
        let mut event = Event { entry: self, links, salt, hash: FIRST };
        event.hash = Digest::of(event.line()?.as_bytes());
        Ok(event)
    }

    /// The run of the record it belongs to: a draft, a forum, or the installation.
    pub fn run(&self) -> &str {
        run_of(&self.subject)
    }

    /// The subject below its run, part by part.
    pub fn parts(&self) -> Vec<&str> {
        self.subject.split('/').skip(2).collect()
    }
}

impl Event {
    /// The receipt of the comment that it is about; none when it is about something else.
    pub fn receipt(&self) -> Option<String> {
        let reference = self.entry.run().strip_prefix("draft/")?;
        let (thread, comment) = match self.entry.parts().as_slice() {
            ["thread", thread] if self.entry.kind == Kind::ThreadOpened => (thread.parse().ok()?, 1),
            ["thread", thread, "comment", comment] if self.entry.kind == Kind::CommentPosted => {
                (thread.parse().ok()?, comment.parse().ok()?)
            }
            _ => return None,
        };
        Some(receipt_of(reference, thread, comment, self.hash))
    }

    /// The event in canonical JSON, as it is hashed and as archives have it. Refuses a payload that has no canonical form.
    pub fn line(&self) -> Result<String, NotCanonical> {
        let line = serde_json::to_value(Line::from(self)).map_err(|_| NotCanonical::Unwritable)?;
        canonical(&line)
    }

    /// Reads a line back; refuses one that [`Event::line`] would write differently in any byte.
    pub fn read(line: &str) -> Result<Self, BadEvent> {
        let read: Line = serde_json::from_str(line).map_err(|error| BadEvent::Form(error.to_string()))?;
        if read.format != FORMAT {
            return Err(BadEvent::Form(format!("the form {} is not known", read.format)));
        }
        let event = Self { hash: Digest::of(line.as_bytes()), ..Self::from(read) };
        if event.line().as_deref() == Ok(line) { Ok(event) } else { Err(BadEvent::NotCanonical) }
    }
}

/// An event as it is written: flat, so that a few lines of any language can check it.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Line {
    format: u32,
    sequence: u64,
    #[serde(with = "milliseconds")]
    at: DateTime<Utc>,
    actor: Option<i64>,
    name: Option<Digest>,
    mandate: Option<i64>,
    kind: Kind,
    subject: String,
    payload: Map<String, Value>,
    previous: Digest,
    run_number: u64,
    run_previous: Digest,
    salt: Salt,
}

impl From<&Event> for Line {
    fn from(event: &Event) -> Self {
        let (entry, links) = (event.entry.clone(), event.links);
        Self {
            format: FORMAT,
            sequence: entry.sequence,
            at: entry.at,
            actor: entry.actor,
            name: entry.name,
            mandate: entry.mandate,
            kind: entry.kind,
            subject: entry.subject,
            payload: entry.payload,
            previous: links.previous,
            run_number: links.run_number,
            run_previous: links.run_previous,
            salt: event.salt,
        }
    }
}

impl From<Line> for Event {
    fn from(line: Line) -> Self {
        let entry = Entry {
            sequence: line.sequence,
            at: line.at,
            actor: line.actor,
            name: line.name,
            mandate: line.mandate,
            kind: line.kind,
            subject: line.subject,
            payload: line.payload,
        };
        let links =
            Links { previous: line.previous, run_number: line.run_number, run_previous: line.run_previous };
        Self { entry, links, salt: line.salt, hash: FIRST }
    }
}

/// As JSON an event is its line.
impl Serialize for Event {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Line::from(self).serialize(serializer)
    }
}

impl fmt::Display for Salt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for Salt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Salt({self})")
    }
}

impl FromStr for Salt {
    type Err = &'static str;

    fn from_str(hex: &str) -> Result<Self, &'static str> {
        let bad = "a salt is 32 hexadecimal digits in small letters";
        if hex.len() != 32 || !hex.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f')) {
            return Err(bad);
        }
        let mut bytes = [0; 16];
        for (index, byte) in bytes.iter_mut().enumerate() {
            *byte = u8::from_str_radix(&hex[2 * index..2 * index + 2], 16).map_err(|_| bad)?;
        }
        Ok(Self(bytes))
    }
}

impl Serialize for Salt {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Salt {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        std::borrow::Cow::<str>::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
    }
}

/// Instants with exactly three decimals, so that one instant has one form whatever database kept it.
mod milliseconds {
    use chrono::{DateTime, SecondsFormat, Utc};
    use serde::{Deserialize, Deserializer, Serializer};

    /// Writes an instant in UTC with three decimals: `2026-05-04T09:00:00.000Z`.
    pub fn serialize<S: Serializer>(at: &DateTime<Utc>, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&at.to_rfc3339_opts(SecondsFormat::Millis, true))
    }

    /// Reads an instant of any precision; refuses what is none.
    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<DateTime<Utc>, D::Error> {
        let written = String::deserialize(deserializer)?;
        written.parse().map_err(serde::de::Error::custom)
    }
}
