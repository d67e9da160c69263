//! Reading a Word file: its words with what was changed in them, and its comments with the words they stand on.

mod kind;
mod label;
mod markdown;
pub(crate) mod opened;
mod story;
mod unit;

use chrono::{DateTime, Utc};
use domain::Message;

pub use markdown::Side;
pub use opened::Unreadable;
pub(crate) use story::paragraph_words;
pub use unit::{At, Change, Fate, Kind, Piece, Unit};

use story::Story;

/// What a Word file says.
#[derive(Clone, Debug, Default)]
pub struct Read {
    /// The reference of the draft that the file was made from, where it says so.
    pub draft: Option<String>,
    /// The number of the version it was made from.
    pub version: Option<u32>,
    /// The digest of that version.
    pub digest: Option<String>,
    /// Paragraphs and rows, in order; notes after the rest.
    pub units: Vec<Unit>,
    /// In the order of the file.
    pub remarks: Vec<Remark>,
    /// What cannot be carried.
    pub lost: Vec<Lost>,
}

/// A comment of a Word file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Remark {
    /// Its number in the file.
    pub id: String,
    pub author: String,
    /// What stands for the author; in our own files the number of the thread.
    pub initials: String,
    pub written: Option<DateTime<Utc>>,
    /// Its paragraphs.
    pub paragraphs: Vec<String>,
    /// The comment it answers, by its place among the comments.
    pub parent: Option<usize>,
    /// Where its words begin and end; none for one that stands nowhere.
    pub span: Option<(At, At)>,
}

/// Something that cannot be carried, and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lost {
    pub what: Loss,
    /// The first words of the paragraph it stands in, or the last before it.
    pub beside: String,
    /// How many bytes it has, where that is known.
    pub bytes: Option<u64>,
}

/// What cannot be carried.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Loss {
    Picture,
    Formula,
    TextBox,
    Sign,
    Embedded,
    Macros,
}

impl Lost {
    /// What it is, and where, for people.
    pub fn message(&self) -> Message {
        let id = match self.what {
            Loss::Picture => "documents-lost-picture",
            Loss::Formula => "documents-lost-formula",
            Loss::TextBox => "documents-lost-text-box",
            Loss::Sign => "documents-lost-sign",
            Loss::Embedded => "documents-lost-embedded",
            Loss::Macros => "documents-lost-macros",
        };
        Message::new(id).with("beside", self.beside.as_str())
    }
}

/// Reads a Word file. Refuses, with a sentence for people, what is no Word file, is encrypted, cut off, or would be larger than anybody
/// reads, what declares entities, and what has no words.
pub fn read(bytes: &[u8]) -> Result<Read, Unreadable> {
    let parts = opened::open(bytes)?;
    let mut read = Read { lost: parts.lost.clone(), ..Read::default() };
    opened::properties(&parts, &mut read);
    read.remarks = opened::remarks(&parts)?;
    let mut story = Story::new(&parts, &mut read);
    story.all()?;
    if read.units.iter().all(|unit| unit.pieces.iter().all(|piece| piece.words.trim().is_empty())) {
        return Err(Unreadable::Empty);
    }
    Ok(read)
}
