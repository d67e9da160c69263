//! What is wrong with the database when it does not do as it is told.

use std::fmt::{self, Display, Formatter};

use sea_orm::{DbErr, RuntimeErr, sqlx};

/// The troubles that somebody who runs the server can do something about. Others are mistakes of ours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// There is no room left on its disk.
    Full,
    /// Its disk does not read or write.
    Disk,
    /// It may be read only.
    ReadOnly,
    /// It does not answer, or not in time.
    Away,
}

impl Trouble {
    /// Finds the trouble behind an error; none when the statement itself was at fault.
    pub fn of(error: &DbErr) -> Option<Self> {
        match error {
            DbErr::ConnectionAcquire(_) => Some(Self::Away),
            DbErr::Conn(RuntimeErr::SqlxError(error))
            | DbErr::Exec(RuntimeErr::SqlxError(error))
            | DbErr::Query(RuntimeErr::SqlxError(error)) => Self::of_driver(error),
            DbErr::Conn(_) => Some(Self::Away),
            _ => None,
        }
    }

    fn of_driver(error: &sqlx::Error) -> Option<Self> {
        match error {
            sqlx::Error::Database(refused) => Self::of_code(&refused.code()?),
            sqlx::Error::Io(_)
            | sqlx::Error::Tls(_)
            | sqlx::Error::Protocol(_)
            | sqlx::Error::PoolTimedOut
            | sqlx::Error::PoolClosed
            | sqlx::Error::WorkerCrashed => Some(Self::Away),
            // The driver counted on a transaction that the database had ended by itself.
            sqlx::Error::InvalidSavePointStatement | sqlx::Error::BeginFailed => Some(Self::Disk),
            _ => None,
        }
    }

    /// SQLite gives numbers (<https://sqlite.org/rescode.html>, the low byte is the kind), PostgreSQL five characters
    /// (<https://www.postgresql.org/docs/current/errcodes-appendix.html>, the first two are the kind).
    fn of_code(code: &str) -> Option<Self> {
        if code.len() == 5 {
            return match (code, &code[..2]) {
                ("53100", _) => Some(Self::Full),
                ("25006", _) => Some(Self::ReadOnly),
                (_, "58") => Some(Self::Disk),
                (_, "08" | "53" | "57") => Some(Self::Away),
                _ => None,
            };
        }
        match code.parse::<u32>().ok()? & 0xff {
            13 => Some(Self::Full),
            10 | 11 | 14 | 26 => Some(Self::Disk),
            8 => Some(Self::ReadOnly),
            5 | 6 => Some(Self::Away),
            _ => None,
        }
    }
}

/// For whoever reads logs or `/health`.
impl Display for Trouble {
    fn fmt(&self, out: &mut Formatter<'_>) -> fmt::Result {
        out.write_str(match self {
            Self::Full => "the disk is full",
            Self::Disk => "the disk does not read or write",
            Self::ReadOnly => "the database is read-only",
            Self::Away => "the database does not answer",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_databases_say_what_is_wrong_by_their_codes() {
        for (code, trouble) in [
            ("13", Some(Trouble::Full)),
            ("53100", Some(Trouble::Full)),
            ("10", Some(Trouble::Disk)),
            ("1034", Some(Trouble::Disk)),
            ("58030", Some(Trouble::Disk)),
            ("8", Some(Trouble::ReadOnly)),
            ("25006", Some(Trouble::ReadOnly)),
            ("57P01", Some(Trouble::Away)),
            ("517", Some(Trouble::Away)),
            ("2067", None),
            ("23505", None),
        ] {
            assert_eq!(Trouble::of_code(code), trouble, "{code}");
        }
    }
}
