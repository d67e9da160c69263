//! What people type, parsed at the edge: trimmed, without control characters, neither empty nor too long, and without
//! characters that change how they read.

use serde::{Deserialize, Serialize};

mod digits;

pub use digits::{plain_digits, read};

use crate::{Message, unseen};

/// Why typed words are refused. Each kind of words has message ids of its own, so that the sentence names the field.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BadWords {
    /// Nothing was typed but white space.
    #[error("{id}")]
    Empty {
        /// The message that names the field.
        id: &'static str,
    },
    /// More bytes or characters than the kind of words allows, in its own unit.
    #[error("{id}: {length} of {limit}")]
    TooLong {
        /// The message that names the field.
        id: &'static str,
        /// How long it is, in the unit of `limit`.
        length: usize,
        /// Bytes or characters, as the kind of words has it.
        limit: usize,
    },
    /// A character changes how they read without being seen.
    #[error(transparent)]
    Misleading(#[from] unseen::Misleading),
}

impl BadWords {
    /// What to say to whoever typed them.
    pub fn message(&self) -> Message {
        match self {
            Self::Empty { id } => Message::new(id),
            Self::TooLong { id, length, limit } => {
                Message::new(id).with("length", count(*length)).with("limit", count(*limit))
            }
            Self::Misleading(bad) => bad.message(),
        }
    }
}

impl From<BadWords> for Message {
    fn from(bad: BadWords) -> Self {
        bad.message()
    }
}

/// Declares a type for one kind of typed words: `Name, "id", shape, limit unit`.
macro_rules! typed {
    ($(#[$doc:meta])* $name:ident, $id:literal, $shape:ident, $limit:literal $unit:ident) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(try_from = "String", into = "String")]
        pub struct $name(String);

        impl $name {
            #[doc = concat!("The most ", stringify!($unit), " it may have.")]
            pub const LIMIT: usize = $limit;

            /// Reads typed words, trimmed and without control characters. Refuses none at all, more than [`Self::LIMIT`], and misleading
            /// characters.
            pub fn parse(typed: &str) -> Result<Self, BadWords> {
                let kept = $shape(typed);
                let length = $unit(&kept);
                if kept.is_empty() {
                    return Err(BadWords::Empty { id: concat!("refusal-", $id, "-empty") });
                }
                unseen::check(&kept)?;
                if length > Self::LIMIT {
                    let id = concat!("refusal-", $id, "-too-long");
                    return Err(BadWords::TooLong { id, length, limit: Self::LIMIT });
                }
                Ok(Self(kept))
            }

            /// The words as they are kept.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl TryFrom<String> for $name {
            type Error = BadWords;

            fn try_from(typed: String) -> Result<Self, BadWords> {
                Self::parse(&typed)
            }
        }

        impl std::str::FromStr for $name {
            type Err = BadWords;

            fn from_str(typed: &str) -> Result<Self, BadWords> {
                Self::parse(typed)
            }
        }

        impl From<$name> for String {
            fn from(kept: $name) -> Self {
                kept.0
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(&self.0)
            }
        }
    };
}

typed!(
    /// The Markdown of one comment; 16 kB, measured in bytes as it is stored.
    CommentBody, "comment", paragraphs, 16_384 bytes
);
typed!(
    /// Why something was done: an answer, an extension, a withdrawal, an objection, a moderation.
    Reason, "reason", paragraphs, 4_000 characters
);
typed!(
    /// The text of a reservation, published with the final principles.
    ReservationText, "reservation", paragraphs, 4_000 characters
);
typed!(
    /// What would lift an objection.
    LiftTerms, "lift-terms", paragraphs, 4_000 characters
);
typed!(
    /// What a person says of a version when publishing it.
    VersionNote, "note", paragraphs, 4_000 characters
);
typed!(
    /// The proof behind a position that the secretariat records on behalf of a stakeholder.
    Evidence, "evidence", paragraphs, 2_000 characters
);
typed!(
    /// The charter of a forum, in Markdown.
    Charter, "charter", paragraphs, 20_000 characters
);
typed!(
    /// The title of a draft.
    Title, "title", one_line, 200 characters
);
typed!(
    /// The name of a person, a stakeholder or a forum.
    Name, "name", one_line, 120 characters
);

/// Wording proposed in place of the anchored words; empty proposes to remove them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Wording(String);

impl Wording {
    /// The most bytes it may have.
    pub const LIMIT: usize = 16_384;

    /// Reads typed words, trimmed and without control characters; none at all are allowed. Refuses more than [`Self::LIMIT`] bytes, and
    /// misleading characters.
    pub fn parse(typed: &str) -> Result<Self, BadWords> {
        let kept = paragraphs(typed);
        if kept.len() > Self::LIMIT {
            let (length, limit) = (kept.len(), Self::LIMIT);
            return Err(BadWords::TooLong { id: "refusal-wording-too-long", length, limit });
        }
        unseen::check(&kept)?;
        Ok(Self(kept))
    }

    /// The words as they are kept; empty for a removal.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for Wording {
    type Error = BadWords;

    fn try_from(typed: String) -> Result<Self, BadWords> {
        Self::parse(&typed)
    }
}

impl From<Wording> for String {
    fn from(kept: Wording) -> Self {
        kept.0
    }
}

/// Keeps line ends (as `\n`) and tabs, drops every other control character, trims the ends.
fn paragraphs(typed: &str) -> String {
    let lines = typed.replace("\r\n", "\n").replace('\r', "\n");
    let kept: String = lines.chars().filter(|c| matches!(c, '\n' | '\t') || !unwanted(*c)).collect();
    // The first line keeps its indentation, which Markdown gives a meaning.
    let start = kept.char_indices().take_while(|(_, c)| c.is_whitespace()).filter(|(_, c)| *c == '\n').last();
    let body = start.map_or(kept.as_str(), |(at, _)| kept.get(at + 1..).unwrap_or_default()).trim_end();
    if body.trim().is_empty() { String::new() } else { body.to_owned() }
}

/// One line: every run of white space becomes one space.
fn one_line(typed: &str) -> String {
    let kept: String = typed.chars().filter(|c| c.is_whitespace() || !unwanted(*c)).collect();
    kept.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Control characters, and the mark of byte order.
fn unwanted(c: char) -> bool {
    c.is_control() || c == '\u{feff}'
}

fn bytes(kept: &str) -> usize {
    kept.len()
}

fn characters(kept: &str) -> usize {
    kept.chars().count()
}

fn count(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests;
