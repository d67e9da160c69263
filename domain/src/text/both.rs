//! Two texts that are read together.

use super::{
    Manner, Text,
    blocks::{Pieces, Places, Raw},
};

/// Two texts of which what is equal in both is read once, in parts, by whoever is free. They are what they are when each is read alone.
pub struct Both<'a> {
    old: &'a str,
    new: &'a str,
    manner: &'a Manner,
    pieces: Pieces<'a>,
}

/// What was read of one part.
pub struct ReadPart(Raw);

impl<'a> Both<'a> {
    /// Prepares two sources to be read in the same manner; nothing is read yet.
    pub fn of(old: &'a str, new: &'a str, manner: &'a Manner) -> Self {
        Self { old, new, manner, pieces: Pieces::of(old, new, manner) }
    }

    /// How many parts there are to be read.
    pub fn parts(&self) -> usize {
        self.pieces.all.len()
    }

    /// Reads one part. Nothing when there is none of this index.
    pub fn read(&self, part: usize) -> Option<ReadPart> {
        Some(ReadPart(self.pieces.all.get(part)?.read(self.manner)))
    }

    /// The old text, of all parts in their order.
    pub fn old_text(&self, parts: &[ReadPart]) -> Text {
        self.text(self.old, parts, &self.pieces.old)
    }

    /// The new text, of all parts in their order.
    pub fn new_text(&self, parts: &[ReadPart]) -> Text {
        self.text(self.new, parts, &self.pieces.new)
    }

    fn text(&self, source: &str, parts: &[ReadPart], places: &Places) -> Text {
        let raw = Raw::joined(parts.iter().map(|part| &part.0), places);
        Text::of(source, self.manner, raw.settled())
    }
}
