//! Finding quoted words, and the words around them that make them unique.

use std::ops::Range;

use memchr::memmem::Finder;
use unicode_segmentation::UnicodeSegmentation;

use super::BadAnchor;
use crate::text::{LineRange, Text, normalise};

/// The characters of the quote in the clause of the first line; none when it covers the lines whole. Refuses a quote that is not there,
/// and one that stands there more than once: which of them is meant cannot be guessed.
pub(super) fn find(text: &Text, lines: LineRange, quote: &str) -> Result<Option<Range<u32>>, BadAnchor> {
    let nowhere = BadAnchor::QuoteNotThere { lines };
    let whole = text.lines_in(lines);
    let joined = whole.iter().map(|line| line.text.as_str()).collect::<Vec<_>>().join(" ");
    if normalise(&joined) == normalise(quote) {
        return Ok(None);
    }
    let Some(first) = whole.first() else { return Err(nowhere) };
    let clause = &text.clauses()[first.clause as usize];
    let Some(last) = whole.iter().rev().find(|line| line.clause == first.clause) else { return Err(nowhere) };
    let end = last.chars.end;
    let part = clause.slice(&(first.chars.start..end));
    // A browser's selection may have other white space.
    let quote = if part.contains(quote) {
        quote.to_owned()
    } else {
        quote.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    let (at, more) = places(part, &quote);
    let Some(at) = at else { return Err(nowhere) };
    if more {
        return Err(BadAnchor::QuoteSeveral { lines });
    }
    let start = first.chars.start + part[..at].chars().count() as u32;
    let length = quote.chars().count() as u32;
    Ok(Some(start..(start + length).min(end)))
}

/// Where a quote stands first, and whether it stands elsewhere too: as whole words, and within words only where it is no whole word.
fn places(part: &str, quote: &str) -> (Option<usize>, bool) {
    let is_word = |letter: Option<char>| letter.is_some_and(char::is_alphanumeric);
    let whole = |at: &usize| {
        let (before, after) = (part[..*at].chars().next_back(), part[at + quote.len()..].chars().next());
        let (first, last) = (quote.chars().next(), quote.chars().next_back());
        let cut = is_word(before) && is_word(first) || is_word(after) && is_word(last);
        !cut
    };
    let all = || part.match_indices(quote).map(|(at, _)| at);
    let words: Vec<usize> = all().filter(whole).take(2).collect();
    let found = if words.is_empty() { all().take(2).collect() } else { words };
    (found.first().copied(), found.len() > 1)
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
