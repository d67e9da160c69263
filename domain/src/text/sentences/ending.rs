//! Whether a sentence ends at a mark.

use super::{
    marks,
    words::{Abbreviation, abbreviation, begins, is_short},
};
use crate::text::Language;

/// A mark that may end a sentence, with what belongs to it.
pub(super) struct Ending {
    /// Where the mark stands; the last of several.
    pub mark: usize,
    /// Where what closes after it ends: the sentence without white space.
    pub said: usize,
    /// Where the next sentence would begin.
    pub end: usize,
    /// From where on to look for the next mark.
    pub from: usize,
    /// Whether the mark stands alone, not in `...` or `?!`.
    lone: bool,
    /// Whether something closes between the mark and the white space.
    closed: bool,
}

impl Ending {
    /// What stands around the mark at `mark` in a sentence that begins at `start`.
    pub fn read(text: &str, quotes: &mut marks::Quotes, start: usize, mark: usize) -> Self {
        let rest = &text[mark..];
        let run = rest.len() - rest.trim_start_matches(marks::is_terminal).len();
        let last = rest[..run].char_indices().next_back().map_or(mark, |(at, _)| mark + at);
        let after = mark + run;
        let said = marks::after_closing(text, quotes, start, after);
        let unseen = |c: char| {
            c.is_whitespace() || matches!(c, '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{61c}' | '\u{feff}')
        };
        let end = text.len() - text[said..].trim_start_matches(unseen).len();
        Self { mark: last, said, end, from: after, lone: last == mark, closed: said > after }
    }

    fn mark_char(&self, text: &str) -> Option<char> {
        text[self.mark..].chars().next()
    }

    /// Whether it is one full stop and no other mark.
    pub fn is_full_stop(&self, text: &str) -> bool {
        self.lone && self.mark_char(text).is_some_and(marks::is_full_stop)
    }

    /// Whether the next words stand apart from it, or are of a script in which they need not: no address, and no token like `23.A`.
    pub fn is_apart(&self, text: &str) -> bool {
        let spaceless =
            |c: char| ('\u{2e80}'..='\u{9fff}').contains(&c) || ('\u{20000}'..='\u{3ffff}').contains(&c);
        let mark = self.mark_char(text);
        let next = text[self.said..].chars().next();
        self.end > self.said
            || mark.is_some_and(|mark| !mark.is_ascii() && !marks::is_full_stop(mark))
            || (mark != Some('.') && next.is_some_and(spaceless))
    }

    /// Whether what follows shows by its first character that the sentence goes on.
    pub fn goes_on(&self, text: &str) -> bool {
        let Some(mark) = self.mark_char(text) else { return true };
        let rest = &text[self.end..];
        let Some(next) = rest.chars().next() else { return false };
        if marks::continues(next) {
            return true;
        }
        if marks::is_full_stop(mark) {
            let letter = rest.chars().find(|&c| marks::is_terminal(c) || c.is_alphabetic());
            return letter.is_some_and(|c| c.is_alphabetic() && c.is_lowercase());
        }
        // A question in quotation marks goes on in the words of who quotes it.
        next.is_lowercase()
            || (self.closed && self.end == self.said && next.is_alphabetic() && !matches!(mark, '。' | '｡'))
    }

    /// Whether the full stop belongs to an abbreviation, an initial or a number, and the next word does not show that a sentence begins.
    pub fn is_abbreviation(&self, text: &str, language: &mut dyn FnMut() -> Language) -> bool {
        let stem = &text[..self.mark];
        let word = last_word(stem);
        if !is_short(word) || self.closed && !text[self.mark + 1..self.said].starts_with(['º', 'ª']) {
            return false;
        }
        let before = stem[..stem.len() - word.len()].trim_end();
        let next = &text[self.end..];
        let Some(kind) = kind(before, word, language) else { return false };
        match kind {
            Abbreviation::Never => true,
            Abbreviation::Number => is_like_number(next, language),
            Abbreviation::Unit => !is_counted(before, language),
            Abbreviation::Unless => !begins_sentence(next, language),
            Abbreviation::Letter => false,
        }
    }
}

/// The letters and figures before a full stop, with the points and dashes inside; the end of them when they are far too long for an
/// abbreviation, as a text without spaces would else be read back to its beginning at each of its marks.
fn last_word(stem: &str) -> &str {
    const LONGEST: usize = 64;
    let stem = &stem[stem.ceil_char_boundary(stem.len().saturating_sub(LONGEST))..];
    let parted = |c: char| c.is_whitespace() || "([{“”\"«»'‘’„/（《「".contains(c);
    stem.rsplit(parted).next().unwrap_or_default()
}

fn kind(before: &str, word: &str, language: &mut dyn FnMut() -> Language) -> Option<Abbreviation> {
    let last = last_word(before);
    if let Some(kind) = joined(before, word, language) {
        return Some(kind);
    }
    let mut chars = word.chars();
    let letter = chars.next().filter(|_| chars.next().is_none()).filter(|c| c.is_alphabetic());
    if letter.is_some_and(char::is_uppercase)
        && abbreviation(last.trim_end_matches('.'), language) == Some(Abbreviation::Letter)
    {
        return None;
    }
    if let Some(kind) = listed(word, language).filter(|kind| *kind != Abbreviation::Letter) {
        // A capital is an initial before it is what the small letter counts: `J. P. Moss`, `А. С. Волков`.
        let counts = matches!(kind, Abbreviation::Number | Abbreviation::Unit);
        let initial = counts && letter.is_some_and(char::is_uppercase);
        return Some(if initial { Abbreviation::Unless } else { kind });
    }
    // A small letter is a point in a list, or the beginning of `z. B.`; after an apostrophe it is the end of a word.
    if letter.is_some_and(char::is_lowercase) {
        return Some(Abbreviation::Number);
    }
    let initial = letter.is_some_and(char::is_uppercase);
    let dotted = word.contains('.')
        && word
            .split('.')
            .all(|part| (1..=3).contains(&part.chars().count()) && part.chars().all(char::is_alphabetic));
    let mut ordinal = || {
        let figure = word.len() <= 2 && word.bytes().all(|byte| byte.is_ascii_digit());
        let roman = word.bytes().all(|byte| b"IVXL".contains(&byte));
        (figure || roman) && language() == Language::German
    };
    (initial || dotted || ordinal()).then_some(Abbreviation::Unless)
}

/// What a word with a full stop is; in Arabic with “and” written onto it too: `وص.`
fn listed(word: &str, language: &mut dyn FnMut() -> Language) -> Option<Abbreviation> {
    abbreviation(word, language).or_else(|| {
        let bare = word.strip_prefix('و').filter(|bare| !bare.is_empty())?;
        abbreviation(bare, language)
    })
}

/// Whether a number stands before a unit, with no more than other units between: `5 тыс. руб.`
fn is_counted(before: &str, language: &mut dyn FnMut() -> Language) -> bool {
    const UNITS: usize = 3;
    let mut rest = before;
    for _ in 0..UNITS {
        let word = last_word(rest);
        if word.ends_with(char::is_numeric) {
            return true;
        }
        if abbreviation(word.trim_end_matches('.'), language) != Some(Abbreviation::Unit) {
            return false;
        }
        rest = rest[..rest.len() - word.len()].trim_end();
    }
    false
}

/// An abbreviation of several words as it is listed: `z. B` is `z.B`, `в т. ч` is `в.т.ч`.
fn joined(before: &str, word: &str, language: &mut dyn FnMut() -> Language) -> Option<Abbreviation> {
    const SHORT: usize = 4;
    let mut joined = word.to_owned();
    let mut before = before;
    for _ in 0..2 {
        let last = last_word(before);
        let bare = last.trim_end_matches('.');
        if bare.is_empty() || bare.chars().count() > SHORT || last == before && joined == word && bare == last
        {
            break;
        }
        joined = format!("{bare}.{joined}");
        before = before[..before.len() - last.len()].trim_end();
        if let Some(kind) = abbreviation(&joined, language) {
            return Some(kind);
        }
    }
    None
}

/// Whether what follows is what an abbreviation like `art.` counts: `5`, `II`, `b)`, `(EU)`, `A/70`, `§ 4`, or another of its like.
fn is_like_number(next: &str, language: &mut dyn FnMut() -> Language) -> bool {
    let inner = next.trim_start_matches(['(', '[', '（', '“', '«', '"']);
    let bracketed = inner.len() < next.len() && next.starts_with(['(', '[', '（']);
    let end = inner.find(|c: char| c.is_whitespace() || ",;:)]）".contains(c)).unwrap_or(inner.len());
    let token = &inner[..end];
    let bare = token.trim_end_matches(['.', '!', '?']);
    if bare.is_empty() {
        return false;
    }
    let capitals = bare.chars().all(|c| c.is_uppercase() || c == '-');
    if bare.contains(|c: char| c.is_numeric() || c == '/') || bare.starts_with(['§', '№', '#', '–', '-'])
    {
        return true;
    }
    let mut letters = bare.chars();
    if letters.next().is_some_and(char::is_alphabetic) && letters.next().is_none() {
        return !begins_sentence(next, language) || bare.chars().any(|c| !c.is_uppercase());
    }
    let roman = bare.bytes().all(|byte| b"IVXLCDM".contains(&byte));
    roman || (bracketed && capitals) || (token.len() > bare.len() && abbreviation(bare, language).is_some())
}

/// Whether the next word begins a sentence by itself: a word that is nobody's name, with a capital.
fn begins_sentence(next: &str, language: &mut dyn FnMut() -> Language) -> bool {
    let next = next.trim_start_matches(|c: char| !c.is_alphanumeric());
    let end = next.find(|c: char| !c.is_alphabetic()).unwrap_or(next.len());
    let word = &next[..end];
    if !word.starts_with(char::is_uppercase) {
        return false;
    }
    let (small, rest) = (word.to_lowercase(), &next[end..]);
    let language = language();
    if rest.starts_with(['\'', '’']) {
        return begins(&format!("{small}'"), language);
    }
    // One letter is a word only before another word that is no other of these: "A council", but "B and C".
    let follows = rest.strip_prefix(' ').unwrap_or_default();
    let word_end = follows.find(|c: char| !c.is_alphabetic()).unwrap_or(follows.len());
    let lone = small.chars().count() == 1;
    let alone = lone && (!follows.starts_with(char::is_lowercase) || begins(&follows[..word_end], language));
    !alone && begins(&small, language)
}
