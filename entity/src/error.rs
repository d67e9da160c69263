//! Why a verb did nothing: the caller's mistake kept apart from ours.

use domain::Message;
use sea_orm::DbErr;

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
    /// Somebody else was first; the message says what happened meanwhile.
    #[error("conflict: {}", .0.id)]
    Conflict(Message),
    /// The database failed.
    #[error("database: {0}")]
    Database(#[from] DbErr),
    /// What is stored does not make sense.
    #[error("broken: {0}")]
    Broken(String),
}

impl Error {
    /// A refusal without arguments.
    pub fn refused(id: &'static str) -> Self {
        Self::Refused(Message::new(id))
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
