//! Parts of a text that are kept once and shared.

use std::{
    fmt,
    ops::{Deref, Range},
    sync::Arc,
};

use serde::{Serialize, Serializer};

/// Some of what a clause says, or all of it. A clause and its lines share one copy.
#[derive(Clone)]
pub struct Part {
    all: Arc<str>,
    start: u32,
    end: u32,
}

impl Part {
    pub(super) fn whole(text: &str) -> Self {
        Self { all: Arc::from(text), start: 0, end: text.len() as u32 }
    }

    /// The part with these bytes of it; nothing where they cut a character.
    pub(super) fn part(&self, bytes: &Range<usize>) -> Self {
        Self {
            all: Arc::clone(&self.all),
            start: self.start + bytes.start as u32,
            end: self.start + bytes.end as u32,
        }
    }

    /// Its words.
    pub fn as_str(&self) -> &str {
        self.all.get(self.start as usize..self.end as usize).unwrap_or_default()
    }
}

impl Deref for Part {
    type Target = str;

    fn deref(&self) -> &str {
        self.as_str()
    }
}

impl PartialEq for Part {
    fn eq(&self, other: &Self) -> bool {
        self.as_str() == other.as_str()
    }
}

impl Eq for Part {}

impl PartialEq<str> for Part {
    fn eq(&self, other: &str) -> bool {
        self.as_str() == other
    }
}

impl PartialEq<&str> for Part {
    fn eq(&self, other: &&str) -> bool {
        self.as_str() == *other
    }
}

impl fmt::Debug for Part {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self.as_str(), f)
    }
}

impl fmt::Display for Part {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self)
    }
}

impl Serialize for Part {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self)
    }
}
