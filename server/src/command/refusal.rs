//! Why a command did not do what it was asked.

use std::{io, net::SocketAddr, path::PathBuf};

use app::{locale::Locale, words};

use crate::{demo::NoDemo, key::NoKey};

/// A refusal, as the sentence that is printed.
#[derive(Debug, thiserror::Error)]
pub enum Refusal {
    #[error("The data folder {} cannot be written: {error}. Choose another with --data.", folder.display())]
    DataFolder { folder: PathBuf, error: io::Error },
    #[error(
        "{listen} is in use by another program. Choose another address with --listen, or port 0 for a free one."
    )]
    InUse { listen: SocketAddr },
    #[error("Cannot listen on {listen}: {error}.")]
    Listen { listen: SocketAddr, error: io::Error },
    #[error(
        "The database was written by a newer Comity than this one. Update the program, or use another --data."
    )]
    NewerDatabase,
    #[error("The database failed: {0}.")]
    Database(sea_orm::DbErr),
    #[error("E-mail cannot be sent as configured: {0}.")]
    Mail(String),
    #[error("{path}: {error}.", path = path.display())]
    File { path: PathBuf, error: io::Error },
    #[error(transparent)]
    Key(NoKey),
    #[error("The program cannot start its threads: {0}.")]
    Runtime(io::Error),
    #[error("{0}")]
    Said(String),
}

impl From<entity::Error> for Refusal {
    fn from(error: entity::Error) -> Self {
        match error {
            entity::Error::Database(error) => Self::Database(error),
            entity::Error::Refused(message)
            | entity::Error::RefusedPart(_, message)
            | entity::Error::Conflict(message)
            | entity::Error::Forbidden(message) => Self::Said(words::say_in(Locale::En, &message)),
            other => Self::Said(other.to_string()),
        }
    }
}

impl From<NoDemo> for Refusal {
    fn from(error: NoDemo) -> Self {
        match error {
            NoDemo::Entity(error) => error.into(),
            other => Self::Said(other.to_string()),
        }
    }
}

impl From<NoKey> for Refusal {
    fn from(error: NoKey) -> Self {
        match error {
            NoKey::Entity(error) => error.into(),
            other => Self::Key(other),
        }
    }
}

impl From<domain::Message> for Refusal {
    fn from(message: domain::Message) -> Self {
        Self::Said(words::say_in(Locale::En, &message))
    }
}
