//! What domain says to a person: the id of a message in the catalogue and its arguments, never words.

use serde::{Deserialize, Serialize};

use crate::text::LineRange;

/// A message by its catalogue id (`refusal-still-open`) with named arguments; the catalogue holds the words in every language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Message {
    /// The id in the catalogue: `refusal-still-open`.
    pub id: std::borrow::Cow<'static, str>,
    /// Names and values, in the order they were given.
    pub args: Vec<(std::borrow::Cow<'static, str>, Arg)>,
}

/// One argument of a message. Instants are formatted by the page in the reader's zone, numbers in the reader's digits.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Arg {
    /// Shown as it is: a name, a key, typed words.
    Text(String),
    /// Shown in the reader's digits; decides the plural form too.
    Number(i64),
    /// Shown in the reader's time zone.
    Instant(chrono::DateTime<chrono::Utc>),
    /// A run of lines, which each language calls in its own way.
    Lines(LineRange),
}

impl Message {
    /// A message without arguments, by its id in the catalogue.
    pub fn new(id: &'static str) -> Self {
        Self { id: id.into(), args: Vec::new() }
    }

    /// This message with one more argument.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<Arg>) -> Self {
        self.args.push((name.into(), value.into()));
        self
    }

    /// This message about a run of lines: `first`, `last`, and their `count`, by which a language chooses its words.
    #[must_use]
    pub fn with_lines(self, lines: LineRange) -> Self {
        self.with("first", lines.first()).with("last", lines.last()).with("count", lines.count())
    }
}

impl From<String> for Arg {
    fn from(value: String) -> Self {
        Self::Text(value)
    }
}

impl From<&str> for Arg {
    fn from(value: &str) -> Self {
        Self::Text(value.to_owned())
    }
}

impl From<LineRange> for Arg {
    fn from(value: LineRange) -> Self {
        Self::Lines(value)
    }
}

impl From<u32> for Arg {
    fn from(value: u32) -> Self {
        Self::Number(value.into())
    }
}

impl From<chrono::DateTime<chrono::Utc>> for Arg {
    fn from(value: chrono::DateTime<chrono::Utc>) -> Self {
        Self::Instant(value)
    }
}

impl From<i64> for Arg {
    fn from(value: i64) -> Self {
        Self::Number(value)
    }
}

impl From<i32> for Arg {
    fn from(value: i32) -> Self {
        Self::Number(value.into())
    }
}

impl From<usize> for Arg {
    fn from(value: usize) -> Self {
        Self::Number(i64::try_from(value).unwrap_or(i64::MAX))
    }
}
