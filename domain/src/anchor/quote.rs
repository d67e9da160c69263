//! Finding quoted words, and the words around them that make them unique.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

use crate::text::{LineRange, Text, normalise};

/// The characters of the quote in the clause of the first line; `Some(None)` when it covers the lines whole; nothing when it is not there.
pub(super) fn find(text: &Text, lines: LineRange, quote: &str) -> Option<Option<Range<u32>>> {
    let whole = text.lines_in(lines);
    let joined = whole.iter().map(|line| line.text.as_str()).collect::<Vec<_>>().join(" ");
    if normalise(&joined) == normalise(quote) {
        return Some(None);
    }
    let first = whole.first()?;
    let clause = &text.clauses()[first.clause as usize];
    let end = whole.iter().rev().find(|line| line.clause == first.clause)?.chars.end;
    let part = clause.slice(&(first.chars.start..end));
    let at = part.find(quote).or_else(|| spaced(part, quote))?;
    let start = first.chars.start + part[..at].chars().count() as u32;
    let length = quote.chars().count() as u32;
    Some(Some(start..(start + length).min(end)))
}

/// Finds a quote whose white space differs, as a browser's selection may.
fn spaced(part: &str, quote: &str) -> Option<usize> {
    let quote = quote.split_whitespace().collect::<Vec<_>>().join(" ");
    part.find(&quote)
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
        let times = text.clauses().iter().flat_map(|clause| clause.text.match_indices(&seen)).take(2).count();
        if times < 2 || size == befores.len().max(afters.len()) || size == 16 {
            return (before.to_owned(), after.to_owned());
        }
    }
    Default::default()
}
