//! Runs of lines, as people write them.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::{Message, typed::plain_digits};

/// What people write between two numbers: hyphens, dashes, a minus, and the wide form of East Asian keyboards.
const DASHES: [char; 7] = ['-', '\u{2010}', '\u{2011}', '\u{2013}', '\u{2014}', '\u{2212}', '\u{ff0d}'];

/// A non-empty run of lines, counted from 1. Written `L12` or `L12-L18`; `12` and `12-18` are read too, in
/// the digits of any keyboard.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LineRange {
    first: u32,
    last: u32, // 1 <= first <= last
}

/// Not a run of lines.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{written:?} is not a run of lines such as L12 or L12-L18")]
pub struct BadLineRange {
    /// What was written; its first 40 characters where it was typed.
    pub written: String,
}

impl LineRange {
    /// A run from one line to another, both included. Refuses line 0, and a last line before the first.
    pub fn new(first: u32, last: u32) -> Result<Self, BadLineRange> {
        if first >= 1 && first <= last {
            Ok(Self { first, last })
        } else {
            Err(BadLineRange { written: format!("{first}-{last}") })
        }
    }

    /// The run with both of these lines, in either order; line 0 counts as 1.
    pub fn spanning(one: u32, other: u32) -> Self {
        Self { first: one.min(other).max(1), last: one.max(other).max(1) }
    }

    /// The run so many lines further on.
    pub(super) fn later(self, by: u32) -> Self {
        Self { first: self.first + by, last: self.last + by }
    }

    /// The first line, counted from 1.
    pub fn first(self) -> u32 {
        self.first
    }

    /// The last line, which belongs to the run.
    pub fn last(self) -> u32 {
        self.last
    }

    /// How many lines the run has; at least one.
    pub fn count(self) -> u32 {
        self.last - self.first + 1
    }

    /// Whether a line belongs to the run.
    pub fn contains(self, line: u32) -> bool {
        (self.first..=self.last).contains(&line)
    }

    /// Whether two runs have a line in common.
    pub fn overlaps(self, other: Self) -> bool {
        self.first <= other.last && other.first <= self.last
    }

    /// The numbers of the lines in order.
    pub fn iter(self) -> std::ops::RangeInclusive<u32> {
        self.first..=self.last
    }
}

impl BadLineRange {
    /// The message for whoever wrote something that names no lines.
    pub fn message(&self) -> Message {
        Message::new("refusal-bad-line-range").with("written", self.written.as_str())
    }
}

impl fmt::Display for LineRange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.first == self.last {
            write!(f, "L{}", self.first)
        } else {
            write!(f, "L{}-L{}", self.first, self.last)
        }
    }
}

impl FromStr for LineRange {
    type Err = BadLineRange;

    fn from_str(written: &str) -> Result<Self, BadLineRange> {
        let refuse = || BadLineRange { written: written.chars().take(40).collect() };
        let plain = plain_digits(written);
        let line =
            |part: &str| part.trim().trim_start_matches(['L', 'l', '#']).parse::<u32>().map_err(|_| refuse());
        let (first, last) = match plain.split_once(DASHES) {
            Some((first, last)) => (line(first)?, line(last)?),
            None => (line(&plain)?, line(&plain)?),
        };
        Self::new(first, last).map_err(|_| refuse())
    }
}

impl Serialize for LineRange {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for LineRange {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        std::borrow::Cow::<str>::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
    }
}
