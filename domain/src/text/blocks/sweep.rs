//! The sentences of one block in order: where each stands in the source, and its formatted pieces.

use std::ops::Range;

use super::paragraph::{Element, Mark, Paragraph, count, source_at};
use crate::text::{Look, Run, source_map::Piece};

/// How many times its source the addresses of a block's links may take. The pieces of a link have it each, so that one long address of
/// many pieces would be more than anybody reads; the first piece of a link always has it.
const ADDRESSES: usize = 16;

/// Goes through a block once from its beginning to its end.
pub(super) struct Sweep<'a> {
    body: &'a Paragraph,
    piece: usize,
    element: usize,
    /// The elements that begin before the sentence's end and end after its beginning, outermost first.
    here: Vec<&'a Element>,
    /// How many bytes of addresses may still be given.
    room: usize,
}

impl<'a> Sweep<'a> {
    /// Begins before the first sentence of a block, which takes these bytes of the source.
    pub fn of(body: &'a Paragraph, block: &Range<usize>) -> Self {
        Self { body, piece: 0, element: 0, here: Vec::new(), room: ADDRESSES * block.len() }
    }

    /// Goes on to a sentence, which must not begin before the end of the last.
    pub fn go_to(&mut self, sentence: &Range<usize>) {
        let marks = &self.body.marks;
        self.here.retain(|element| element.text.end > sentence.start);
        while let Some(element) = marks.get(self.element).filter(|next| next.text.start < sentence.end) {
            if element.text.end > sentence.start {
                self.here.push(element);
            }
            self.element += 1;
        }
        let passed = |piece: &Piece| piece.text.end <= sentence.start;
        while self.body.map.get(self.piece).is_some_and(passed) {
            self.piece += 1;
        }
    }

    /// The source of the sentence, with the marks of the elements in it; the whole block's for a row of empty cells.
    pub fn span(&self, sentence: &Range<usize>, block: &Range<usize>) -> Range<usize> {
        let (mut start, mut end) = (usize::MAX, 0);
        let pieces = self.body.map[self.piece..].iter().take_while(|piece| piece.text.start < sentence.end);
        for piece in pieces.filter(|piece| !piece.text.is_empty()) {
            start = start.min(source_at(piece, sentence.start, false));
            end = end.max(source_at(piece, sentence.end, true));
        }
        for element in &self.here {
            if element.text.start >= sentence.start {
                start = start.min(element.source.start);
            }
            if element.text.end <= sentence.end {
                end = end.max(element.source.end);
            }
        }
        let end = end.min(block.end);
        if start > end { block.clone() } else { start..end }
    }

    /// The formatted pieces of the sentence, which starts at character `from`; none when it is plain.
    pub fn runs(&mut self, sentence: &Range<usize>, from: u32) -> Vec<Run> {
        if self.here.is_empty() {
            return Vec::new();
        }
        let mut coming = self.here.iter().copied().peekable();
        let mut open: Vec<&Element> = Vec::new();
        let mut at = from;
        let cuts = self.cuts(sentence);
        let mut runs = Vec::with_capacity(cuts.len());
        for pair in cuts.windows(2) {
            open.retain(|element| element.text.end > pair[0]);
            while let Some(element) = coming.next_if(|next| next.text.start <= pair[0]) {
                if element.text.end > pair[0] {
                    open.push(element);
                }
            }
            let start = at;
            at += count(&self.body.text[pair[0]..pair[1]]);
            runs.push(Run { chars: start..at, look: look(&open, pair[0], &mut self.room) });
        }
        runs
    }

    /// Where the formatting changes, the ends of the sentence among them.
    fn cuts(&self, sentence: &Range<usize>) -> Vec<usize> {
        let mut cuts = vec![sentence.start, sentence.end];
        let ends = self.here.iter().flat_map(|element| [element.text.start, element.text.end]);
        cuts.extend(ends.filter(|end| sentence.contains(end)));
        cuts.sort_unstable();
        cuts.dedup();
        cuts
    }
}

/// How a piece looks that begins here, in these elements.
fn look(elements: &[&Element], start: usize, room: &mut usize) -> Look {
    let mut look = Look::default();
    for element in elements {
        match &element.mark {
            Mark::Strong => look.strong = true,
            Mark::Emphasis => look.emphasis = true,
            Mark::Strike => look.strike = true,
            Mark::Code => look.code = true,
            Mark::Link(href) if element.text.start == start => look.href = Some(href.clone()),
            Mark::Link(href) => {
                let left = room.checked_sub(href.len());
                *room = left.unwrap_or(*room);
                look.href = left.map(|_| href.clone());
            }
            Mark::Footnote(label) => look.footnote = Some(label.clone()),
        }
    }
    look
}
