//! Whose words a version took over.

use super::{Entry, Kind};

/// A comment whose suggestion a version took over; the numbers are those by which people cite it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Credit {
    /// The number of the version within the draft.
    pub version: i32,
    /// The number of the thread within the draft.
    pub thread: i32,
    /// The number of the comment within the thread.
    pub comment: i32,
}

impl Credit {
    /// The credit that an event of kind [`Kind::SuggestionApplied`] gives; none for any other event.
    pub fn of(entry: &Entry) -> Option<Self> {
        if entry.kind != Kind::SuggestionApplied {
            return None;
        }
        let mut parts = entry.subject.rsplit('/');
        let (comment, "comment", thread, "thread") =
            (parts.next()?, parts.next()?, parts.next()?, parts.next()?)
        else {
            return None;
        };
        let version = entry.payload.get("version")?.as_i64()?;
        Some(Self {
            version: version.try_into().ok()?,
            thread: thread.parse().ok()?,
            comment: comment.parse().ok()?,
        })
    }
}
