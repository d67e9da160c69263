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

/// What the officials decided on what a thread asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "disposition", rename_all = "kebab-case", deny_unknown_fields)]
pub enum Disposition {
    /// The text will be changed as asked.
    Accepted,
    /// The text will be changed to some of what was asked.
    AcceptedInPart,
    /// Read, and nothing follows from it.
    Noted,
    /// The text stays as it is.
    Rejected,
    /// Not for this text.
    OutOfScope,
    /// Another thread, by its number within the draft, asks for the same.
    DuplicateOf {
        /// Its number within the draft.
        thread: u32,
    },
    /// For a later text.
    Deferred,
}

/// A disposition with its reason and who gave it: an answer without a reason cannot be built.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Answer {
    /// What became of the thread.
    pub disposition: Disposition,
    /// Why.
    pub reason: Reason,
    /// The account that answered.
    pub by: i64,
    /// When it was given.
    pub at: DateTime<Utc>,
}

/// Why an answer, an acknowledgement or an edit is refused.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// The key names no disposition.
    #[error("no disposition was chosen")]
    NoDisposition,
    /// What was typed names no thread.
    #[error("a duplicate needs the number of the other thread")]
    DuplicateOfNothing,
    /// The number is that of the thread itself.
    #[error("a thread cannot be a duplicate of itself")]
    DuplicateOfItself,
    /// The thread has an answer; it must be reopened first.
    #[error("already answered")]
    AlreadyAnswered,
    /// The thread has no answer yet.
    #[error("not answered yet")]
    NotAnswered,
    /// The raiser has said what they think of the answer.
    #[error("already acknowledged")]
    AlreadyAcknowledged,
    /// The raiser took the thread back.
    #[error("the thread was withdrawn")]
    ThreadWithdrawn,
    /// A comment can be changed for [`EDIT_WINDOW`] only, which ended at this instant.
    #[error("could be changed until {until}")]
    EditWindowOver {
        /// When the window ended.
        until: DateTime<Utc>,
    },
}

impl Disposition {
    /// The stable keys, in the order a form offers them.
    pub const KEYS: [&'static str; 7] =
        ["accepted", "accepted-in-part", "noted", "rejected", "out-of-scope", "duplicate-of", "deferred"];

    /// Reads a form: the key, the thread it is a duplicate of (as typed), and the thread being answered. Refuses a key that is none, and a
    /// duplicate of no thread or of the thread itself.
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

/// Lets an author change a comment within [`EDIT_WINDOW`] of posting it; refuses later.
pub fn may_edit(posted: DateTime<Utc>, now: DateTime<Utc>) -> Result<(), Refusal> {
    let until = posted.checked_add_signed(EDIT_WINDOW).unwrap_or(posted);
    if now < until { Ok(()) } else { Err(Refusal::EditWindowOver { until }) }
}

impl Refusal {
    /// The message for whoever was refused.
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
