//! What the pages show of a file: which of its physical lines are clauses, and which marks are no words.

use std::collections::HashMap;

use super::{Prose, key};
use crate::text::Text;

/// A file as a text of clauses.
pub(super) struct Shown {
    text: Text,
    /// Where each physical line but the first begins.
    starts: Vec<usize>,
    /// How many bytes of a physical line are the mark of its list, heading or note, and the number of its clause.
    marks: HashMap<u32, usize>,
}

impl Shown {
    /// Reads a file as Markdown.
    pub fn of(source: &str) -> Self {
        let text = Text::parse_unlimited(source);
        let starts: Vec<usize> = memchr::memchr_iter(b'\n', source.as_bytes()).map(|end| end + 1).collect();
        let mut shown = Self { text, starts, marks: HashMap::new() };
        for clause in shown.text.clauses() {
            let Some(first) = shown.text.line(clause.lines.first()) else { continue };
            let number = shown.line(first.span.start);
            let start = number.checked_sub(1).map_or(0, |before| shown.starts[before as usize]);
            if clause.span.start >= start {
                let typed = &first.text[..first.text.len() - first.said(clause).len()];
                let plain = source[first.span.start..].starts_with(typed);
                let mark = first.span.start - start + if plain { typed.len() } else { 0 };
                shown.marks.entry(number).or_insert(mark);
            }
        }
        shown
    }

    /// The physical line that holds a byte, from 0.
    fn line(&self, byte: usize) -> u32 {
        self.starts.partition_point(|start| *start <= byte) as u32
    }

    /// How many bytes of this line are no words.
    pub fn mark(&self, number: u32) -> usize {
        self.marks.get(&number).copied().unwrap_or_default()
    }

    /// Blocks that are clauses are equal where the clauses are: a number that may be another is no part of them.
    pub fn settle(&self, prose: &mut Prose) {
        let mut blocks = prose.blocks.iter_mut().peekable();
        for clause in self.text.clauses() {
            let lines = self.line(clause.span.start)..self.line(clause.span.end.saturating_sub(1)) + 1;
            while blocks.next_if(|block| block.lines.start < lines.start).is_some() {}
            if let Some(block) = blocks.next_if(|block| block.lines == lines) {
                block.key = key(clause);
                block.heading = clause.is_heading();
            }
        }
    }
}
