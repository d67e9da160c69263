//! Finding quoted words as they look on the page, and the words around them that make them unique.

use std::ops::Range;

use memchr::memmem::Finder;
use unicode_normalization::UnicodeNormalization;
use unicode_segmentation::UnicodeSegmentation;

use super::BadAnchor;
use crate::text::{LineRange, Text, is_unseen, plain};

/// How many places of one quote are told apart.
const MANY: usize = 64;

/// How many words are shown on either side of one of several equal quotes.
const AROUND: usize = 4;

/// One of the places where quoted words stand in some lines.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Occurrence {
    /// Characters of the text of the first line's clause.
    pub chars: Range<u32>,
    /// How many characters of the lines stand before it.
    pub offset: u32,
    /// Up to four words that stand before it in the lines.
    pub before: String,
    /// The quoted words as they stand there.
    pub words: String,
    /// Up to four words that stand after it in the lines.
    pub after: String,
}

/// What is quoted of some lines.
pub(super) enum Quoted {
    /// All of them.
    Whole,
    /// These characters of the clause of the first line.
    Words(Range<u32>),
}

/// The characters of the quote in the clause of the first line. Of several places it is the one nearest to `offset` characters from the
/// start of the lines. Refuses a quote that is not there, and, without an offset, one that stands there more than once: which of them is
/// meant cannot be guessed.
pub(super) fn find(
    text: &Text,
    lines: LineRange,
    quote: &str,
    offset: Option<u32>,
) -> Result<Quoted, BadAnchor> {
    let whole = text.lines_in(lines);
    let joined = whole.iter().map(|line| line.text.as_str()).collect::<Vec<_>>().join(" ");
    if Seen::of(&joined).letters == Seen::of(quote).letters {
        return Ok(Quoted::Whole);
    }
    let found = occurrences(text, lines, quote);
    match (found.as_slice(), offset) {
        ([], _) => Err(BadAnchor::QuoteNotThere { lines }),
        ([one], _) => Ok(Quoted::Words(one.chars.clone())),
        (_, None) => Err(BadAnchor::QuoteSeveral { lines }),
        (several, Some(offset)) => {
            let near = several.iter().min_by_key(|one| one.offset.abs_diff(offset));
            near.map(|one| Quoted::Words(one.chars.clone())).ok_or(BadAnchor::QuoteNotThere { lines })
        }
    }
}

/// The places where quoted words stand in some lines of the first line's clause: as whole words, and within words only where they are
/// no whole word. A quote may be written as it looks: without soft hyphens and letters of no width, composed or not, with plain quotation
/// marks and spaces. At most 64.
pub fn occurrences(text: &Text, lines: LineRange, quote: &str) -> Vec<Occurrence> {
    let whole = text.lines_in(lines);
    let Some(first) = whole.first() else { return Vec::new() };
    let clause = &text.clauses()[first.clause as usize];
    let end = whole.iter().rev().find(|line| line.clause == first.clause).map_or(0, |line| line.chars.end);
    let start = first.chars.start;
    let part = clause.slice(&(start..end));
    let found = Seen::of(part).places(&Seen::of(quote));
    let (head, tail) = (|at| clause.slice(&(start..at)), |at| clause.slice(&(at..end)));
    found
        .into_iter()
        .map(|place| {
            let chars = start + place.start..start + place.end;
            Occurrence {
                before: last_words(head(chars.start)),
                words: clause.slice(&chars).to_owned(),
                after: first_words(tail(chars.end)),
                offset: place.start,
                chars,
            }
        })
        .collect()
}

fn last_words(text: &str) -> String {
    let from = text.unicode_word_indices().rev().nth(AROUND - 1).map_or(0, |(at, _)| at);
    text[from..].to_owned()
}

fn first_words(text: &str) -> String {
    let to = text.unicode_word_indices().nth(AROUND - 1).map_or(text.len(), |(at, word)| at + word.len());
    text[..to].to_owned()
}

/// A text as it looks: each letter with the characters it was read from.
struct Seen {
    letters: String,
    /// Of each letter: where it begins in `letters`, and the characters of the text it stands for.
    from: Vec<(usize, Range<u32>)>,
}

impl Seen {
    fn of(text: &str) -> Self {
        let mut seen = Self { letters: String::with_capacity(text.len()), from: Vec::new() };
        let mut next = 0;
        for cluster in text.graphemes(true) {
            let chars = next..next + cluster.chars().count() as u32;
            next = chars.end;
            cluster.nfd().for_each(|c| seen.push(c, &chars));
        }
        while seen.letters.ends_with(' ') {
            seen.letters.pop();
            seen.from.pop();
        }
        seen
    }

    fn push(&mut self, c: char, chars: &Range<u32>) {
        let ahead = self.letters.len();
        match c {
            c if is_unseen(c) => return,
            c if c.is_whitespace() && (ahead == 0 || self.letters.ends_with(' ')) => {
                // A run of spaces looks like one.
                if let Some((_, last)) = self.from.last_mut() {
                    last.end = chars.end;
                }
                return;
            }
            c if c.is_whitespace() => self.letters.push(' '),
            // What says something else may still be typed for what looks like it.
            '′' => self.letters.push('\''),
            '″' => self.letters.push('"'),
            '\u{2212}' => self.letters.push('-'),
            c => match plain(c) {
                Some(plain) => self.letters.push_str(plain),
                None => self.letters.push(c),
            },
        }
        let new = self.letters[ahead..].char_indices().map(|(at, _)| (ahead + at, chars.clone()));
        self.from.extend(new.collect::<Vec<_>>());
    }

    /// The characters where a quote stands, as far as it stands on whole characters.
    fn places(&self, quote: &Seen) -> Vec<Range<u32>> {
        if quote.letters.is_empty() {
            return Vec::new();
        }
        let finder = Finder::new(&quote.letters);
        let (mut within, mut whole) = (Vec::new(), Vec::new());
        let mut from = 0;
        while let Some(found) = self
            .letters
            .as_bytes()
            .get(from..)
            .and_then(|rest| finder.find(rest))
            .filter(|_| whole.len() < MANY)
        {
            let bytes = from + found..from + found + quote.letters.len();
            from = bytes.start + self.letters[bytes.start..].chars().next().map_or(1, char::len_utf8);
            let Some(chars) = self.chars(&bytes) else { continue };
            if self.is_whole(&bytes) {
                whole.push(chars);
            } else if within.len() < MANY {
                within.push(chars);
            } else {
                break;
            }
        }
        if whole.is_empty() { within } else { whole }
    }

    fn chars(&self, bytes: &Range<usize>) -> Option<Range<u32>> {
        let letter = |byte: usize| self.from.partition_point(|(at, _)| *at < byte);
        let (first, last) = (letter(bytes.start), letter(bytes.end).checked_sub(1)?);
        let chars = self.from.get(first)?.1.start..self.from.get(last)?.1.end;
        let cuts_before = first > 0 && self.from[first - 1].1.end > chars.start;
        let cuts_after = self.from.get(last + 1).is_some_and(|(_, next)| next.start < chars.end);
        (!cuts_before && !cuts_after).then_some(chars)
    }

    fn is_whole(&self, bytes: &Range<usize>) -> bool {
        let is_word = |letter: Option<char>| letter.is_some_and(char::is_alphanumeric);
        let quote = &self.letters[bytes.clone()];
        let (before, after) = (&self.letters[..bytes.start], &self.letters[bytes.end..]);
        let cut = is_word(before.chars().next_back()) && is_word(quote.chars().next())
            || is_word(after.chars().next()) && is_word(quote.chars().next_back());
        !cut
    }
}

/// The fewest words before and after the anchored words in their clause that make them unique in the text.
pub(super) fn context(
    text: &Text,
    clause: usize,
    lines: LineRange,
    chars: Option<&Range<u32>>,
) -> (String, String) {
    let words = &text.clauses()[clause];
    let ours = text.lines_in(lines);
    let (Some(first), Some(last)) =
        (ours.first(), ours.iter().rev().find(|line| line.clause as usize == clause))
    else {
        return Default::default();
    };
    let span = chars.cloned().unwrap_or(first.chars.start..last.chars.end);
    let head = words.slice(&(0..span.start));
    let tail = words.slice(&(span.end..u32::MAX));
    let quote = words.slice(&span);
    let befores: Vec<usize> = head
        .split_word_bound_indices()
        .filter(|(_, word)| !word.trim().is_empty())
        .map(|(at, _)| at)
        .collect();
    let afters: Vec<usize> = tail
        .split_word_bound_indices()
        .filter(|(_, word)| !word.trim().is_empty())
        .map(|(at, word)| at + word.len())
        .collect();
    for size in 0..=befores.len().max(afters.len()) {
        let before = size
            .checked_sub(1)
            .map_or("", |_| &head[befores.len().checked_sub(size).map_or(0, |at| befores[at])..]);
        let after = size.checked_sub(1).map_or("", |n| &tail[..afters.get(n).copied().unwrap_or(tail.len())]);
        let seen = format!("{before}{quote}{after}");
        let found = Finder::new(&seen);
        let times = text.clauses().iter().flat_map(|clause| found.find_iter(clause.text.as_bytes()));
        let times = times.take(2).count();
        if times < 2 || size == befores.len().max(afters.len()) || size == 16 {
            return (before.to_owned(), after.to_owned());
        }
    }
    Default::default()
}
