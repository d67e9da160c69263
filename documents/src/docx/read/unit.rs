//! A paragraph or a row of a table, as pieces of words that each have one fate.

use chrono::{DateTime, Utc};

/// A paragraph, or a row of a table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Unit {
    pub kind: Kind,
    pub pieces: Vec<Piece>,
    /// What became of the end of the paragraph, or of the row.
    pub end: Option<Change>,
    /// The number that the file counts for it, where that is no plain number of an item.
    pub label: Option<String>,
}

/// What a unit is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Kind {
    #[default]
    Plain,
    Heading(u8),
    /// An item of a list, at a level from 0, bulleted or numbered by the file.
    Item {
        level: u8,
        numbered: bool,
    },
    /// A row of a table; cells are apart by a tab. `first` begins a table.
    Row {
        head: bool,
        first: bool,
    },
    /// A note, by its number.
    Note(u32),
    Quote,
    Code,
}

/// Words with one look and one fate.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Piece {
    pub words: String,
    pub strong: bool,
    pub emphasis: bool,
    pub strike: bool,
    pub href: Option<String>,
    /// The number of the note whose mark this is.
    pub note: Option<u32>,
    pub change: Option<Change>,
}

/// A tracked change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    pub fate: Fate,
    pub author: String,
    pub written: Option<DateTime<Utc>>,
}

/// What a tracked change does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    Added,
    Removed,
    /// Added by one, and removed again by another: in neither text.
    Undone,
}

/// Before a piece of a unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct At {
    pub unit: usize,
    pub piece: usize,
}

impl Piece {
    /// Whether it stood in the text before anything was changed.
    pub fn was(&self) -> bool {
        self.change.as_ref().is_none_or(|change| change.fate == Fate::Removed)
    }

    /// Whether it stands in the text once all changes are accepted.
    pub fn is(&self) -> bool {
        self.change.as_ref().is_none_or(|change| change.fate == Fate::Added)
    }
}

impl Unit {
    /// What it said before anything was changed.
    pub fn before(&self) -> String {
        self.pieces.iter().filter(|piece| piece.was()).map(|piece| piece.words.as_str()).collect()
    }

    /// What it says once all changes are accepted.
    pub fn after(&self) -> String {
        self.pieces.iter().filter(|piece| piece.is()).map(|piece| piece.words.as_str()).collect()
    }
}
