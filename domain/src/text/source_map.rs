//! From the text one reads back to the source it was read from.

use std::ops::Range;

/// Where each stretch of a clause's text stands in the source, in order. Most clauses are one stretch.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum SourceMap {
    One(Piece),
    Many(Vec<Piece>),
}

/// A stretch of the text and the source it was read from; `same` when they are byte for byte alike.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Piece {
    pub text: Range<usize>,
    pub source: Range<usize>,
    pub same: bool,
}

impl SourceMap {
    /// The map of some stretches, which are in order.
    pub fn of(pieces: &[Piece]) -> Self {
        match pieces {
            [one] => Self::One(one.clone()),
            many => Self::Many(many.to_vec()),
        }
    }

    /// This map for a text that begins so many bytes of source further on.
    pub fn later(&self, by: usize) -> Self {
        let later = |piece: &Piece| Piece {
            source: piece.source.start + by..piece.source.end + by,
            text: piece.text.clone(),
            same: piece.same,
        };
        match self {
            Self::One(one) => Self::One(later(one)),
            Self::Many(many) => Self::Many(many.iter().map(later).collect()),
        }
    }

    fn pieces(&self) -> &[Piece] {
        match self {
            Self::One(one) => std::slice::from_ref(one),
            Self::Many(many) => many,
        }
    }

    /// The source of some bytes of the text; nothing when a mark of Markdown stands in between, or only part of an entity is meant.
    pub fn source_of(&self, bytes: &Range<usize>) -> Option<Range<usize>> {
        let pieces = self.pieces().iter().filter(|piece| !piece.text.is_empty());
        let touched = |piece: &&Piece| piece.text.start < bytes.end && bytes.start < piece.text.end;
        let here =
            |piece: &&Piece| bytes.is_empty() && (piece.text.start..=piece.text.end).contains(&bytes.start);
        let mut pieces = pieces.filter(|piece| touched(piece) || here(piece)).peekable();
        let mut span = pieces.peek()?.at(bytes.start)?..0;
        if bytes.is_empty() {
            return Some(span.start..span.start);
        }
        let mut end = None;
        for piece in pieces {
            if end.is_some_and(|end| end != piece.source.start) {
                return None;
            }
            end = Some(piece.source.end);
            span.end = piece.at(bytes.end.min(piece.text.end))?;
        }
        Some(span)
    }
}

impl Piece {
    fn at(&self, text: usize) -> Option<usize> {
        match text {
            at if at == self.text.start => Some(self.source.start),
            at if at == self.text.end => Some(self.source.end),
            at => self.same.then(|| self.source.start + (at - self.text.start)),
        }
    }
}
