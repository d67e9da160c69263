//! What may be published at all.

use super::MAX_DEPTH;
use crate::{Message, unseen};

/// The most bytes that the source of a text may have.
pub const MAX_BYTES: usize = 2 * 1024 * 1024;
/// The most lines that a text may have.
pub const MAX_LINES: u32 = 20_000;

/// The most columns that a table may have.
pub const MAX_COLUMNS: usize = 64;

/// Why bytes are not the text of a version.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BadText {
    /// More than [`MAX_BYTES`].
    #[error("the text has {bytes} bytes, more than {MAX_BYTES}")]
    TooLarge {
        /// How many it has.
        bytes: usize,
    },
    /// `offset` is the first byte that is not.
    #[error("not UTF-8 at byte {offset}")]
    NotUtf8 {
        /// The byte where it stops being UTF-8, from 0.
        offset: usize,
    },
    /// Nothing but white space and marks.
    #[error("the text has no words")]
    Empty,
    /// More than [`MAX_LINES`].
    #[error("the text has {lines} lines, more than {MAX_LINES}")]
    TooManyLines {
        /// How many it has.
        lines: u32,
    },
    /// Lists, quotations or emphasis stand deeper in one another than [`MAX_DEPTH`], first on this line of the source.
    #[error("line {line} nests deeper than {MAX_DEPTH}")]
    TooDeep {
        /// A line of the source, counted from 1.
        line: u32,
    },
    /// A table has more than [`MAX_COLUMNS`], first on this line of the source.
    #[error("line {line} has more than {MAX_COLUMNS} columns")]
    TooWide {
        /// A line of the source, counted from 1.
        line: u32,
    },
    /// A character changes how it reads without being seen.
    #[error(transparent)]
    Misleading(#[from] unseen::Misleading),
}

impl BadText {
    /// What to say to whoever sent the text.
    pub fn message(&self) -> Message {
        let number = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        match self {
            Self::TooLarge { bytes } => Message::new("refusal-text-too-large")
                .with("bytes", number(*bytes))
                .with("limit", number(MAX_BYTES)),
            Self::NotUtf8 { offset } => Message::new("refusal-text-not-utf8").with("offset", number(*offset)),
            Self::Empty => Message::new("refusal-text-empty"),
            Self::TooManyLines { lines } => {
                Message::new("refusal-text-too-many-lines").with("lines", *lines).with("limit", MAX_LINES)
            }
            Self::TooDeep { line } => {
                Message::new("refusal-text-too-deep").with("line", *line).with("limit", MAX_DEPTH as u32)
            }
            Self::TooWide { line } => {
                Message::new("refusal-text-too-wide").with("line", *line).with("limit", MAX_COLUMNS as u32)
            }
            Self::Misleading(bad) => bad.message(),
        }
    }

    /// The refusal of a source in which something stands too deep, first at this byte.
    pub(super) fn too_deep(source: &str, place: usize) -> Self {
        Self::TooDeep { line: line_of(source, place) }
    }

    /// The refusal of a source with a table that is too wide and begins at this byte.
    pub(super) fn too_wide(source: &str, place: usize) -> Self {
        Self::TooWide { line: line_of(source, place) }
    }
}

/// The line of a source that a byte stands on, counted from 1.
fn line_of(source: &str, place: usize) -> u32 {
    let before = source.as_bytes().iter().take(place).filter(|byte| **byte == b'\n').count();
    u32::try_from(before).unwrap_or(u32::MAX).saturating_add(1)
}

pub(super) fn check(bytes: &[u8]) -> Result<&str, BadText> {
    if bytes.len() > MAX_BYTES {
        return Err(BadText::TooLarge { bytes: bytes.len() });
    }
    let source =
        std::str::from_utf8(bytes).map_err(|error| BadText::NotUtf8 { offset: error.valid_up_to() })?;
    unseen::check(source)?;
    Ok(source)
}
