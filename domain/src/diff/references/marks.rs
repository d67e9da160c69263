//! References by the mark of an item alone: `under (b) above`, `as in (iii)`, `visé au c)`, `lit. a`, `见（二）`.

use super::{
    cues::{Cue, cue, is_closed, points_back, precedes_letter},
    read::{Said, elsewhere, joins, known, parts, word_before},
};
use crate::text::{Name, Read, mark_in};

/// All such references in some words. Brackets around a letter are one only where the words beside them say so: `(a) asking, (b) telling`
/// counts, and refers to nothing.
pub(super) fn marks(text: &str) -> Vec<Said> {
    let mut found: Vec<Said> = Vec::new();
    let (mut last, mut series) = (0, 0);
    // Most clauses have no bracket at all.
    let closes = memchr::memchr(b')', text.as_bytes()).is_some() || text.contains('）');
    for mark in bracketed(if closes { text } else { "" }).chain(lettered(text)) {
        let goes_on = found.len() > series && joins(&text[last..mark.start.max(last)]);
        if mark.start < last || !(goes_on || mark.is_meant(text)) {
            continue;
        }
        let (length, parts) = parts(&text[mark.end..]);
        last = mark.end + length;
        if !goes_on {
            series = found.len();
        }
        if elsewhere(&text[last..]) {
            // All of the series are of another text.
            found.truncate(series);
            continue;
        }
        let name = known(word_before(&text[..mark.start]).1).unwrap_or(Name::NONE);
        let name = found.last().filter(|_| goes_on).map_or(name, |said| said.name);
        let words = text[mark.start..last].to_owned();
        found.push(Said { start: mark.start, end: last, words, name, read: mark.read, item: true, parts });
    }
    found
}

struct Mark {
    start: usize,
    end: usize,
    read: Read,
}

impl Mark {
    fn is_meant(&self, text: &str) -> bool {
        if self.start == 0 {
            return false;
        }
        match cue(&text[..self.start]) {
            Cue::Strong => true,
            Cue::Weak => is_closed(&text[self.end..]),
            Cue::None => points_back(&text[self.end..]),
        }
    }
}

/// `(b)`, `b)`, `（二）`
fn bracketed(text: &str) -> impl Iterator<Item = Mark> {
    text.char_indices().filter(|(_, c)| matches!(c, ')' | '）')).filter_map(|(close, c)| {
        let figures = text[..close].trim_end_matches(char::is_alphanumeric);
        let (taken, read) = mark_in(&text[figures.len()..close])?;
        if figures.len() + taken != close {
            return None;
        }
        let opened = figures.strip_suffix(['(', '（']);
        let parted = |before: &str| before.is_empty() || before.ends_with([' ', '\u{a0}', '\'', '’']);
        let start = match opened {
            Some(opened) => opened.len(),
            None if parted(figures) => figures.len(),
            None => return None,
        };
        Some(Mark { start, end: close + c.len_utf8(), read })
    })
}

/// `b` after a word that only letters follow: `lit. b`.
fn lettered(text: &str) -> impl Iterator<Item = Mark> {
    let bytes = text.as_bytes();
    let longer = move |space: &usize| bytes.get(space + 2).is_some_and(u8::is_ascii_alphanumeric);
    // Nearly every word has a second letter.
    let one = memchr::memchr_iter(b' ', bytes).filter(move |space| !longer(space));
    one.filter_map(|space| {
        let rest = &text[space + 1..];
        let letter = rest.chars().next().filter(|c| c.is_alphabetic())?;
        let end = letter.len_utf8();
        if rest[end..].starts_with(|c: char| c.is_alphanumeric() || c == ')')
            || !precedes_letter(&text[..space])
        {
            return None;
        }
        let (_, read) = mark_in(&rest[..end])?;
        Some(Mark { start: space + 1, end: space + 1 + end, read })
    })
}
