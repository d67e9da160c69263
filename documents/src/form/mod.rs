//! The commenting form of ISO and IEC, and any table of comments: filled in by clause and line, and read back row by row.
//!
//! A row says where it is by a line, a clause and a paragraph of it, as people write them. What it says is never changed; where it cannot be
//! placed, its verdict says why and what is nearest.

mod carry;
mod column;
mod comma;
mod grid;
mod number;
mod place;
mod wish;
mod word;
mod workbook;
mod write;

use domain::{Message, ThreadKind, text::LineRange};

pub use carry::carried;
pub use grid::read;
pub use place::Numbers;
pub use write::{docx, xlsx};

/// A table of comments as a file has it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Form {
    /// The reference of the draft that the form was made from, where it says so.
    pub draft: Option<String>,
    /// The number of the version it was made from.
    pub version: Option<u32>,
    /// The rows that say something, in order.
    pub rows: Vec<Row>,
    /// How many cells have a formula; its last value was read.
    pub formulas: u32,
}

/// A row of the table, as it was written.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Row {
    /// Counted from 1 in the file, heads included: what the margin of a spreadsheet says.
    pub number: u32,
    pub who: String,
    pub line: String,
    pub clause: String,
    pub paragraph: String,
    /// What it is about, where the row says so in a way that is known.
    pub kind: Option<ThreadKind>,
    pub comment: String,
    pub proposed: String,
    /// The thread of ours that the row is, where it was written here.
    pub known: Option<u32>,
    /// A spreadsheet took the clause for a day, and nobody knows what was typed.
    pub is_day: bool,
    /// A spreadsheet took the clause for a number: 5.10 and 5.1 are the same to it.
    pub is_number: bool,
}

/// Where a row belongs in a version, and what it asks for there.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Verdict {
    /// Its lines; none for the whole draft, and where no place was found.
    pub lines: Option<LineRange>,
    /// The words meant in the lines, where the row quotes them.
    pub words: Option<String>,
    /// How many characters from the start of the lines those words stand.
    pub offset: u32,
    /// The wording it proposes in place of those words, or of the lines; none where it says what to do in its own words.
    pub wording: Option<String>,
    /// Whether it is about the whole draft, by its own words.
    pub whole: bool,
    /// The number of the nearest clause, where the row names one that does not exist.
    pub near: Option<String>,
    /// What is wrong with the place; none when nothing is.
    pub fault: Option<Message>,
    /// Other places it may be.
    pub candidates: Vec<LineRange>,
}

/// The sign before the number of a thread in a row of ours.
pub(crate) use crate::docx::NUMBER;
