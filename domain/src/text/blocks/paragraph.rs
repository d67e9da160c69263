//! The running text of one block while it is read, with where each piece stands in the source and how it looks.

use std::ops::Range;

use crate::text::{
    Cuts, MAX_DEPTH,
    source_map::{Piece, SourceMap},
};

/// The words of a block without marks, with the source of each piece.
#[derive(Default)]
pub(super) struct Paragraph {
    /// What is read so far.
    pub text: String,
    /// Offsets in `text` of hard line breaks.
    pub breaks: Vec<usize>,
    pub(super) map: Vec<Piece>,
    /// In order of where they begin; one in another stands after it.
    pub(super) marks: Vec<Element>,
    /// Those that are open, as indices into the marks; nothing for one that stands too deep to be shown.
    open: Vec<Option<usize>>,
    /// Where the first stands that does.
    pub too_deep: Option<usize>,
    cells: Vec<usize>,
}

/// An inline element: the text in it, and its source with its marks.
pub(super) struct Element {
    pub mark: Mark,
    pub text: Range<usize>,
    pub source: Range<usize>,
}

/// What an inline element does to its text.
#[derive(Clone, PartialEq)]
pub(super) enum Mark {
    Strong,
    Emphasis,
    Strike,
    Code,
    Link(String),
    Footnote(String),
}

impl Paragraph {
    /// Makes it empty, and keeps its room for the next block.
    pub fn clear(&mut self) {
        self.text.clear();
        self.breaks.clear();
        self.map.clear();
        self.marks.clear();
        self.open.clear();
        self.cells.clear();
    }

    /// Whether there are words in it: a row of empty cells has none.
    pub fn says_something(&self) -> bool {
        let said = |piece: &Piece| self.text.get(piece.text.clone());
        self.map.iter().filter_map(said).any(|said| !said.trim().is_empty())
    }

    /// Sentences as a person joined and split them.
    pub fn recut(
        &self,
        sentences: Vec<Range<usize>>,
        cuts: &Cuts,
        block: &Range<usize>,
    ) -> Vec<Range<usize>> {
        if cuts.is_empty() {
            return sentences;
        }
        let place = |text: usize| {
            let index = self.map.partition_point(|piece| piece.text.end <= text);
            let piece = self.map.get(index).filter(|piece| piece.text.contains(&text))?;
            u32::try_from(source_at(piece, text, false)).ok()
        };
        let mut joined: Vec<Range<usize>> = Vec::new();
        for sentence in sentences {
            match joined.last_mut() {
                Some(last) if place(sentence.start).is_some_and(|place| cuts.joined.contains(&place)) => {
                    last.end = sentence.end;
                }
                _ => joined.push(sentence),
            }
        }
        let here =
            u32::try_from(block.start).unwrap_or(u32::MAX)..u32::try_from(block.end).unwrap_or(u32::MAX);
        for split in cuts.split.range(here) {
            let split = *split as usize;
            let index = self.map.partition_point(|piece| piece.source.end <= split);
            let piece = self.map.get(index).filter(|piece| piece.source.contains(&split));
            let Some(piece) = piece.filter(|piece| piece.same || piece.source.start == split) else {
                continue;
            };
            let at = piece.text.start + (split - piece.source.start);
            let index = joined.partition_point(|sentence| sentence.end <= at);
            let within = joined.get(index).is_some_and(|sentence| sentence.start < at);
            if !within || !self.text.is_char_boundary(at) {
                continue;
            }
            let end = joined[index].end;
            joined[index].end = self.text[..at].trim_end().len();
            joined.insert(index + 1, at..end);
        }
        joined.retain(|sentence| !sentence.is_empty());
        joined
    }

    /// Whether no inline element is open.
    pub fn is_closed(&self) -> bool {
        self.open.is_empty()
    }

    /// Where each piece of the text stands in the source.
    pub fn source_map(&self) -> SourceMap {
        SourceMap::of(&self.map)
    }

    /// Adds text that was read from these bytes of the source.
    pub fn push(&mut self, text: &str, source: Range<usize>) {
        let at = self.text.len();
        self.text.push_str(text);
        let same = source.len() == text.len();
        match self.map.last_mut() {
            Some(last) if same && last.same && last.source.end == source.start && last.text.end == at => {
                (last.text.end, last.source.end) = (self.text.len(), source.end);
            }
            _ => self.map.push(Piece { text: at..self.text.len(), source, same }),
        }
    }

    /// Adds inline code; `source` includes its backticks.
    pub fn code(&mut self, text: &str, source: Range<usize>) {
        self.open(Mark::Code, source.clone());
        let marks = (source.len().saturating_sub(text.len())) / 2;
        let inner = source.start + marks..source.start + marks + text.len();
        self.push(text, if inner.end <= source.end { inner } else { source.clone() });
        self.shut(source.end);
    }

    /// Adds the mark of a footnote, shown as `[label]`.
    pub fn footnote(&mut self, label: &str, source: Range<usize>) {
        self.open(Mark::Footnote(label.to_owned()), source.clone());
        let end = source.end;
        self.push(&format!("[{label}]"), source);
        self.shut(end);
    }

    /// A line break of the source: a space, except between two characters of a script written without spaces.
    pub fn soft_break(&mut self, source: Range<usize>) {
        let spaceless = |c: char| matches!(c, '\u{2e80}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{ff00}'..='\u{ffef}' | '\u{20000}'..='\u{3ffff}');
        self.push(if self.text.chars().next_back().is_some_and(spaceless) { "" } else { " " }, source);
    }

    /// Adds a line break that the author meant: a space at which a line of the text ends.
    pub fn hard_break(&mut self, source: Range<usize>) {
        self.push(" ", source);
        self.breaks.push(self.text.len());
    }

    /// Begins the next cell of a table row; cells are set apart by ` | `.
    pub fn cell(&mut self) {
        if !self.cells.is_empty() {
            self.text.push_str(" | ");
        }
        self.cells.push(self.text.len());
    }

    /// Begins an inline element. One deeper than [`MAX_DEPTH`] is not shown, and the first such place is kept.
    pub fn open(&mut self, mark: Mark, source: Range<usize>) {
        if self.open.len() >= MAX_DEPTH {
            self.too_deep.get_or_insert(source.start);
            return self.open.push(None);
        }
        self.open.push(Some(self.marks.len()));
        self.marks.push(Element { mark, text: self.text.len()..self.text.len(), source });
    }

    /// Ends the innermost open element.
    pub fn shut(&mut self, source_end: usize) {
        if let Some(at) = self.open.pop().flatten() {
            self.marks[at].text.end = self.text.len();
            self.marks[at].source.end = source_end;
        }
    }

    /// Drops white space at the end.
    pub fn trim(&mut self) {
        let end = self.text.trim_end().len();
        self.text.truncate(end);
        for piece in &mut self.map {
            if piece.text.end > end {
                let cut = piece.text.end - end.max(piece.text.start);
                piece.text = piece.text.start.min(end)..end;
                if piece.same {
                    piece.source.end -= cut;
                }
            }
        }
        for element in &mut self.marks {
            element.text = element.text.start.min(end)..element.text.end.min(end);
        }
    }

    /// Where no sentence ends: in the text of each inline element.
    pub fn closed(&self) -> Vec<Range<usize>> {
        self.marks
            .iter()
            .map(|element| element.text.clone())
            .filter(|text| text.len() < self.text.len())
            .collect()
    }

    /// The cells of a table row, as characters of the text.
    pub fn cells(&self) -> Vec<Range<u32>> {
        let mut chars = CharCount::new(&self.text);
        let ends = self.cells.iter().skip(1).map(|next| next - " | ".len()).chain([self.text.len()]);
        self.cells.iter().zip(ends).map(|(&start, end)| chars.at(start.min(end))..chars.at(end)).collect()
    }
}

/// Where a sentence that ends or begins in a piece does so in the source; the whole piece when they are not alike.
pub(super) fn source_at(piece: &Piece, text_at: usize, end: bool) -> usize {
    match (text_at, end) {
        (at, false) if at <= piece.text.start => piece.source.start,
        (at, true) if at >= piece.text.end => piece.source.end,
        (at, _) if piece.same => piece.source.start + (at - piece.text.start),
        (_, true) => piece.source.end,
        (_, false) => piece.source.start,
    }
}

/// How many characters a text has.
pub(super) fn count(text: &str) -> u32 {
    if text.is_ascii() { text.len() as u32 } else { text.chars().count() as u32 }
}

/// Counts characters up to growing byte offsets.
pub(super) struct CharCount<'a> {
    text: &'a str,
    byte: usize,
    chars: u32,
}

impl<'a> CharCount<'a> {
    /// Begins at the first character.
    pub fn new(text: &'a str) -> Self {
        Self { text, byte: 0, chars: 0 }
    }

    /// How many characters stand before this byte, which must not be before the last one asked for.
    pub fn at(&mut self, byte: usize) -> u32 {
        self.chars += count(&self.text[self.byte..byte]);
        self.byte = byte;
        self.chars
    }
}
