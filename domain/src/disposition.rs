//! The official answer to a thread, and the life of the thread around it.

mod life;

use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

use crate::Message;
use crate::typed::{self, Reason};

pub use life::{Life, Satisfaction};

/// How long an author may change a comment; later corrections are new comments.
pub const EDIT_WINDOW: TimeDelta = TimeDelta::minutes(15);
/// How long the raiser has to acknowledge an answer before the acknowledgement lapses.
pub const ACKNOWLEDGEMENT: TimeDelta = TimeDelta::days(14);

/// What became of what a thread asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "disposition", rename_all = "kebab-case", deny_unknown_fields)]
pub enum Disposition {
    Accepted,
    AcceptedInPart,
    Noted,
    Rejected,
    OutOfScope,
    /// The number of the thread, within the draft, that asks for the same.
    DuplicateOf {
        thread: u32,
    },
    Deferred,
}

/// A disposition with its reason and who gave it: an answer without a reason cannot be built.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Answer {
    pub disposition: Disposition,
    pub reason: Reason,
    /// The account that answered.
    pub by: i64,
    pub at: DateTime<Utc>,
}

/// Why an answer, an acknowledgement or an edit is refused.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    #[error("no disposition was chosen")]
    NoDisposition,
    #[error("a duplicate needs the number of the other thread")]
    DuplicateOfNothing,
    #[error("a thread cannot be a duplicate of itself")]
    DuplicateOfItself,
    #[error("already answered")]
    AlreadyAnswered,
    #[error("not answered yet")]
    NotAnswered,
    #[error("already acknowledged")]
    AlreadyAcknowledged,
    #[error("the thread was withdrawn")]
    ThreadWithdrawn,
    #[error("could be changed until {until}")]
    EditWindowOver { until: DateTime<Utc> },
}

impl Disposition {
    /// The stable keys, in the order a form offers them.
    pub const KEYS: [&'static str; 7] =
        ["accepted", "accepted-in-part", "noted", "rejected", "out-of-scope", "duplicate-of", "deferred"];

    /// Reads a form: the key, the thread it is a duplicate of (as typed), and the thread being answered.
    pub fn parse(key: &str, duplicate_of: &str, answering: u32) -> Result<Self, Refusal> {
        match key.trim() {
            "accepted" => Ok(Self::Accepted),
            "accepted-in-part" => Ok(Self::AcceptedInPart),
            "noted" => Ok(Self::Noted),
            "rejected" => Ok(Self::Rejected),
            "out-of-scope" => Ok(Self::OutOfScope),
            "deferred" => Ok(Self::Deferred),
            "duplicate-of" => match typed::read(duplicate_of.trim().trim_start_matches(['#', '№']).trim()) {
                Ok(thread) if thread == answering => Err(Refusal::DuplicateOfItself),
                Ok(thread) => Ok(Self::DuplicateOf { thread }),
                Err(_) => Err(Refusal::DuplicateOfNothing),
            },
            _ => Err(Refusal::NoDisposition),
        }
    }

    /// The stable name, in files, forms and message ids.
    pub const fn key(&self) -> &'static str {
        match self {
            Self::Accepted => "accepted",
            Self::AcceptedInPart => "accepted-in-part",
            Self::Noted => "noted",
            Self::Rejected => "rejected",
            Self::OutOfScope => "out-of-scope",
            Self::DuplicateOf { .. } => "duplicate-of",
            Self::Deferred => "deferred",
        }
    }

    /// Whether it promises a change of the text, which can then be looked for.
    pub const fn promises_change(&self) -> bool {
        matches!(self, Self::Accepted | Self::AcceptedInPart)
    }
}

/// Lets an author change a comment within the first minutes; refuses later.
pub fn may_edit(posted: DateTime<Utc>, now: DateTime<Utc>) -> Result<(), Refusal> {
    let until = posted.checked_add_signed(EDIT_WINDOW).unwrap_or(posted);
    if now < until { Ok(()) } else { Err(Refusal::EditWindowOver { until }) }
}

impl Refusal {
    /// What to say to whoever answers.
    pub fn message(&self) -> Message {
        match *self {
            Self::NoDisposition => Message::new("refusal-no-disposition"),
            Self::DuplicateOfNothing => Message::new("refusal-duplicate-of-nothing"),
            Self::DuplicateOfItself => Message::new("refusal-duplicate-of-itself"),
            Self::AlreadyAnswered => Message::new("refusal-already-answered"),
            Self::NotAnswered => Message::new("refusal-not-answered"),
            Self::AlreadyAcknowledged => Message::new("refusal-already-acknowledged"),
            Self::ThreadWithdrawn => Message::new("refusal-thread-withdrawn"),
            Self::EditWindowOver { until } => Message::new("refusal-edit-window-over").with("until", until),
        }
    }
}

impl From<Refusal> for Message {
    fn from(refusal: Refusal) -> Self {
        refusal.message()
    }
}

#[cfg(test)]
mod tests;
