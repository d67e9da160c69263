//! Why a verb did nothing: the caller's mistake kept apart from ours.

use domain::{Message, anchor::BadAnchor};
use sea_orm::DbErr;

use crate::Trouble;

/// What a scope, a reading or a verb gives, or why it does not. Each can fail with [`Error::Database`] or [`Error::Broken`]; what else it
/// refuses, it says itself.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// Everything a scope or a verb can answer instead of its result.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// There is no such thing, or the reader may not know that there is.
    #[error("not found: {0}")]
    NotFound(&'static str),
    /// The reader is not signed in, and would have to be.
    #[error("not signed in")]
    SignedOut,
    /// The reader may not; the message says who may.
    #[error("forbidden: {}", .0.id)]
    Forbidden(Message),
    /// A rule says no; the message says what is missing.
    #[error("refused: {}", .0.id)]
    Refused(Message),
    /// A rule says no to one part of what was asked.
    #[error("refused in its {0:?}: {id}", id = .1.id)]
    RefusedPart(Field, Message),
    /// As things stand it cannot be done: the stage is another, or somebody was first. The message says which.
    #[error("conflict: {}", .0.id)]
    Conflict(Message),
    /// It was too much or too often; the message says when it can be tried again.
    #[error("too many: {}", .0.id)]
    TooMany(Message),
    /// It was not saved, as the disk or the database failed; nothing of it is there.
    #[error("not saved: {}", .0.map_or_else(|| "the transaction was lost".to_owned(), |trouble| trouble.to_string()))]
    NotSaved(Option<Trouble>),
    /// The database failed.
    #[error("database: {0}")]
    Database(#[from] DbErr),
    /// What is stored does not make sense.
    #[error("broken: {0}")]
    Broken(String),
}

/// A part of what was asked that a refusal can be about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// The lines that a comment is on.
    Lines,
    /// The words that are quoted from them.
    Quote,
    /// The wording that is proposed.
    Wording,
    /// The stakeholder that is spoken for.
    Speaker,
    /// The thread that another one is said to repeat.
    Duplicate,
}

impl From<BadAnchor> for Error {
    fn from(bad: BadAnchor) -> Self {
        let part = match bad {
            BadAnchor::NoSuchLine { .. } => Field::Lines,
            BadAnchor::QuoteNotThere { .. } | BadAnchor::QuoteSeveral { .. } => Field::Quote,
            BadAnchor::WrongIds { .. } => return Self::Broken(bad.to_string()),
        };
        Self::RefusedPart(part, bad.message())
    }
}

impl Error {
    /// A refusal without arguments.
    pub fn refused(id: &'static str) -> Self {
        Self::Refused(Message::new(id))
    }

    /// What is wrong with the database, when that is why.
    pub fn trouble(&self) -> Option<Trouble> {
        match self {
            Self::NotSaved(trouble) => *trouble,
            Self::Database(error) => Trouble::of(error),
            _ => None,
        }
    }
}

/// Gives a row or says what was not found.
pub trait OrMissing<T> {
    fn or_missing(self, what: &'static str) -> Result<T>;
}

impl<T> OrMissing<T> for Option<T> {
    fn or_missing(self, what: &'static str) -> Result<T> {
        self.ok_or(Error::NotFound(what))
    }
}
