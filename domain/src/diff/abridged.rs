//! Two long texts of which little changed, without what did not: so much less is read and compared.

use std::{iter::zip, ops::Range};

use crate::{
    clause_map::in_order,
    text::{Language, LineRange, Manner, Text, is_numbered, is_plain, line_count},
    words::{ByKey, bytes_key},
};

/// A source cut at its empty lines.
pub struct Cut {
    source: String,
    /// Where each block ends: two line breaks before the next.
    ends: Vec<usize>,
    keys: Vec<u64>,
    /// Whether each block is the only one of its key.
    lone: Vec<bool>,
    /// Where the first block of each key stands.
    places: ByKey<u32>,
    /// Whether a mark in it may change what stands after the next empty line.
    reaches_far: bool,
    /// In which it seems to be.
    language: Language,
}

/// What is left of two sources, with one short paragraph, the same in both, for each run of paragraphs that was left out.
pub struct Abridged {
    pub old: String,
    pub new: String,
    gaps: Vec<Gap>,
}

/// What stands for paragraphs of which some have a number.
pub(crate) const NUMBERED: char = '\u{e001}';

struct Gap {
    /// The blocks of the old source that were left out.
    blocks: Range<usize>,
    /// Bytes of what is left of each source up to the end of it.
    old: usize,
    new: usize,
}

/// A text with the numbers its lines have in the whole of which it is what is left.
pub struct Numbered<'a> {
    pub text: &'a Text,
    /// From which line on how many were left out.
    left_out: Vec<(u32, u32)>,
}

impl Cut {
    pub fn of(source: String) -> Self {
        let breaks = memchr::memmem::find_iter(source.as_bytes(), "\n\n");
        let mut ends = Vec::with_capacity(source.len() / 64);
        ends.extend(breaks.chain([source.len()]));
        let mut cut = Self {
            keys: Vec::with_capacity(ends.len()),
            lone: vec![true; ends.len()],
            places: ByKey::with_capacity_and_hasher(ends.len(), Default::default()),
            reaches_far: reaches_far(&source),
            language: Language::of_words(&source),
            ends,
            source,
        };
        for at in 0..cut.ends.len() {
            let key = bytes_key(cut.block(at).as_bytes());
            let first = *cut.places.entry(key).or_insert(at as u32) as usize;
            if first != at {
                (cut.lone[first], cut.lone[at]) = (false, false);
            }
            cut.keys.push(key);
        }
        cut
    }

    /// All of it.
    pub fn source(&self) -> &str {
        &self.source
    }

    /// How what is left of it is read: its lines end as those of the whole.
    pub fn manner(&self) -> Manner {
        Manner { likely: Some(self.language), ..Manner::default() }
    }

    fn block(&self, at: usize) -> &str {
        let start = at.checked_sub(1).map_or(0, |before| self.ends[before] + 2);
        &self.source[start..self.ends[at]]
    }

    fn blocks(&self, range: Range<usize>) -> impl Iterator<Item = &str> {
        range.map(|at| self.block(at))
    }

    /// Where the only block with this key stands; `likely` is looked at first.
    fn find(&self, key: u64, likely: usize) -> Option<usize> {
        let at = match self.keys.get(likely) {
            Some(found) if *found == key => likely,
            _ => *self.places.get(&key)? as usize,
        };
        self.lone[at].then_some(at)
    }
}

/// Code, HTML and front matter go on over empty lines.
fn reaches_far(source: &str) -> bool {
    let bytes = source.as_bytes();
    let begins_line = |at: usize| {
        let before = source[..at].trim_end_matches([' ', '\t', '>', '-', '+', '*']);
        before.is_empty() || before.ends_with('\n')
    };
    source.trim_start_matches('\u{feff}').starts_with("---")
        || memchr::memmem::find(bytes, b"```").is_some()
        || memchr::memmem::find(bytes, b"~~~").is_some()
        || memchr::memchr_iter(b'<', bytes).any(begins_line)
}

impl Abridged {
    /// Both sources without the plain paragraphs that stand once in each, in the same order; everything, when that cannot be told of one
    /// paragraph alone. What changed between them is what changed between the sources, but that the rarity of a word is counted among
    /// what is left.
    pub fn of(old: &Cut, new: &Cut) -> Self {
        let mut short = Self { old: String::new(), new: String::new(), gaps: Vec::new() };
        let (mut a, mut b) = (0, 0);
        for (from, to, count) in runs(old, new) {
            let numbered = old.blocks(from..from + count).any(is_numbered);
            let stands_for_them = format!("{}{from}", if numbered { NUMBERED } else { '\u{e000}' });
            keep(&mut short.old, old.blocks(a..from).chain([stands_for_them.as_str()]));
            keep(&mut short.new, new.blocks(b..to).chain([stands_for_them.as_str()]));
            (a, b) = (from + count, to + count);
            short.gaps.push(Gap { blocks: from..a, old: short.old.len(), new: short.new.len() });
        }
        keep(&mut short.old, old.blocks(a..old.ends.len()));
        keep(&mut short.new, new.blocks(b..new.ends.len()));
        short
    }

    /// How many lines each gap has more than what stands for it.
    pub fn lines_left_out(&self, old: &Cut) -> Vec<u32> {
        let lines = |gap: &Gap| {
            old.blocks(gap.blocks.clone()).map(|block| line_count(block, old.language)).sum::<u32>()
        };
        self.gaps.iter().map(|gap| lines(gap) - 1).collect()
    }

    /// What was read of `old`, with the numbers of the whole.
    pub fn number_old<'a>(&self, text: &'a Text, left_out: &[u32]) -> Numbered<'a> {
        Numbered::of(text, zip(self.gaps.iter().map(|gap| gap.old), left_out))
    }

    /// What was read of `new`, with the numbers of the whole.
    pub fn number_new<'a>(&self, text: &'a Text, left_out: &[u32]) -> Numbered<'a> {
        Numbered::of(text, zip(self.gaps.iter().map(|gap| gap.new), left_out))
    }
}

/// Runs of equal plain blocks: where each starts in both texts, and of how many.
fn runs(old: &Cut, new: &Cut) -> Vec<(usize, usize, usize)> {
    let mut runs: Vec<(usize, usize, usize)> = Vec::new();
    if old.reaches_far || new.reaches_far {
        return runs;
    }
    for (a, b) in lone_in_order(old, new) {
        if old.block(a) != new.block(b) || !is_plain(old.block(a)) {
            continue;
        }
        match runs.last_mut() {
            Some((from, to, count)) if *from + *count == a && *to + *count == b => *count += 1,
            _ => runs.push((a, b, 1)),
        }
    }
    runs
}

/// The places of what stands once in both texts and is in order.
fn lone_in_order(old: &Cut, new: &Cut) -> impl Iterator<Item = (usize, usize)> {
    let mut likely = 0;
    let mut pairs = Vec::with_capacity(new.keys.len());
    for (b, key) in new.keys.iter().enumerate().filter(|(b, _)| new.lone[*b]) {
        if let Some(a) = old.find(*key, likely) {
            pairs.push((a as u32, b as u32, 1.0));
            likely = a + 1;
        }
    }
    pairs.sort_unstable_by_key(|pair| pair.0);
    let kept = in_order(&pairs);
    zip(pairs, kept).filter(|(_, kept)| *kept).map(|((a, b, _), _)| (a as usize, b as usize))
}

fn keep<'a>(left: &mut String, blocks: impl Iterator<Item = &'a str>) {
    for block in blocks {
        if !left.is_empty() {
            left.push_str("\n\n");
        }
        left.push_str(block);
    }
}

impl<'a> Numbered<'a> {
    /// A text that is whole.
    pub const fn whole(text: &'a Text) -> Self {
        Self { text, left_out: Vec::new() }
    }

    fn of<'b>(text: &'a Text, gaps: impl Iterator<Item = (usize, &'b u32)>) -> Self {
        let mut left_out: Vec<(u32, u32)> = Vec::new();
        for (at, lines) in gaps {
            let before = text.lines().partition_point(|line| line.span.start < at) as u32;
            let sum = left_out.last().map_or(0, |gap| gap.1) + lines;
            left_out.push((before + 1, sum));
        }
        Self { text, left_out }
    }

    /// The number in the whole of a line of the text.
    pub fn number(&self, line: u32) -> u32 {
        let before = self.left_out.partition_point(|gap| gap.0 <= line);
        line + before.checked_sub(1).map_or(0, |last| self.left_out[last].1)
    }

    /// The same for several lines that stand together.
    pub fn numbers(&self, lines: LineRange) -> LineRange {
        LineRange::spanning(self.number(lines.first()), self.number(lines.last()))
    }
}
