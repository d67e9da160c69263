//! The number that a clause is typed with, in the styles of the six UN languages and of de, it and pt. What is found here only looks
//! like a number; whether it numbers is told by its siblings, in `numbering`.

mod chinese;
mod figure;
mod marked;
mod names;
mod ordinals;
mod roman;
mod things;

use figure::{Figure, figure};
pub(crate) use figure::{Mark, Script, Wrap};
pub(crate) use marked::{circled_length, raised_in};
pub(crate) use names::{Name, name_of};
pub(crate) use things::counts;

/// What may be the number that a clause begins with.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Found {
    /// As it is shown: `3`, `(c)`, `第三条`.
    pub number: String,
    /// Bytes of the text that the number and its separators take.
    pub taken: usize,
    /// What it may count: `(i)` is a letter or a Roman one. Never empty.
    pub readings: Vec<Mark>,
}

impl Found {
    /// Whether its name by itself shows that it is a number.
    pub fn is_named(&self) -> bool {
        self.readings.iter().any(Mark::is_named)
    }

    /// Whether it has a name that others must share to show that it is a number: `§ 4 Words`.
    pub fn is_loose(&self) -> bool {
        self.readings.iter().any(|mark| mark.name.is_known() && !mark.is_named())
    }
}

/// Separators between a number and what it numbers.
const SEPARATORS: &str = ".:)–—-：、．）،";

/// Finds `Principle 3:`, `3.2`, `(c)`, `III.`, `§ 4`, `3A.`, `1.ª`, `第三条` or `المادة ٣` at the start of a clause.
/// A heading may have a bare number (`3 Notice`); elsewhere a bare number has parts (`3.2`).
pub(crate) fn find(text: &str, heading: bool) -> Option<Found> {
    let first = text.chars().next()?;
    if first == '#' {
        return hashed(text);
    }
    if let Some((end, value)) = ordinals::alone(text) {
        return found(text, 0..end, end, Figure::ordinal(end, value).readings(Wrap::Stop, Name::NONE));
    }
    if is_long_word(text.as_bytes()) {
        return glued(text).or_else(|| named(text, heading));
    }
    // “п. 1.” is paragraph 1 before it is letter п.
    let known = || named(text, heading).filter(Found::is_named);
    chinese::find(text)
        .or_else(|| marked::circled(text))
        .or_else(|| marked::bracketed(text))
        .or_else(|| marked::raised(text))
        .or_else(|| first.is_alphabetic().then(known).flatten())
        .or_else(|| marked(text, heading))
        .or_else(|| named(text, heading))
}

/// Whether words bring a number of their own.
pub(crate) fn starts_with_number(text: &str, heading: bool) -> bool {
    find(text, heading).is_some_and(|found| !found.is_loose())
}

/// The figures that words begin with, where they refer to a number: how many bytes they take, and their values.
pub(crate) fn number_in(text: &str) -> Option<(usize, Vec<u32>)> {
    let figure = figure(text)?;
    Some((figure.taken, figure.last_values()?))
}

/// Each way to read the number or the letter of a clause.
pub(crate) type Read = Vec<(Script, Vec<u32>)>;

/// The figure or letter that words begin with, where they refer to an item by its mark: how many bytes it takes, and each way to read it.
pub(crate) fn mark_in(text: &str) -> Option<(usize, Read)> {
    let figure = figure(text)?;
    let read = figure.readings(Wrap::None, Name::NONE).into_iter().map(|mark| (mark.script, mark.values));
    Some((figure.taken, read.collect()))
}

/// The number written in words that a text begins with: how many bytes it takes, and its value.
pub(crate) fn ordinal_in(text: &str) -> Option<(usize, u32)> {
    ordinals::ordinal(text)
}

/// Whether a number written in words may begin here, told by its first letters.
pub(crate) fn may_be_ordinal(text: &str) -> bool {
    ordinals::may_begin(text)
}

/// Two letters that no Roman number has, which is how nearly every clause begins.
fn is_long_word(bytes: &[u8]) -> bool {
    let plain = |byte: Option<&u8>| {
        byte.is_some_and(|byte| byte.is_ascii_alphabetic() && !b"ivxlcIVXLC".contains(byte))
    };
    bytes.iter().take(2).filter(|byte| byte.is_ascii_alphabetic()).count() == 2
        && (plain(bytes.first()) || plain(bytes.get(1)))
}

fn found(text: &str, number: std::ops::Range<usize>, after: usize, readings: Vec<Mark>) -> Option<Found> {
    let taken = after + lead(&text[after..]);
    Some(Found { number: text[number].to_owned(), taken, readings })
}

/// How much stands between a number and its words. A dash or stop before a figure is a sign of the words: `1. -5 °C`.
fn lead(rest: &str) -> usize {
    let mut chars = rest.char_indices().peekable();
    while let Some((start, c)) = chars.next() {
        let signed = "-–—.".contains(c) && chars.peek().is_some_and(|(_, next)| next.is_numeric());
        if signed || !(c.is_whitespace() || SEPARATORS.contains(c)) {
            return start;
        }
    }
    rest.len()
}

/// `OP3.`, `PP12`: paragraphs of a resolution, operative and of the preamble.
fn glued(text: &str) -> Option<Found> {
    let word = ["OP", "PP"].into_iter().find(|word| text.starts_with(word))?;
    let figure = figure(&text[word.len()..]).filter(Figure::has_digits)?;
    let end = word.len() + figure.taken;
    if !is_parted(&text[end..], true, true) {
        return None;
    }
    found(text, 0..end, end, figure.readings(Wrap::None, Name::sign(word)))
}

/// `#1`, `#1:`
fn hashed(text: &str) -> Option<Found> {
    let figure = figure(&text[1..]).filter(Figure::has_digits)?;
    let end = 1 + figure.taken;
    let parted = is_parted(&text[end..], true, true);
    let goes_on = text[end..].trim_start().starts_with(char::is_lowercase);
    if parted && !goes_on {
        found(text, 0..end, end, figure.readings(Wrap::Bare, Name::sign("#")))
    } else {
        None
    }
}

/// A word that is known to be numbered, or any word with a capital, and its number.
fn named(text: &str, heading: bool) -> Option<Found> {
    let end = text.find([' ', '\u{a0}', '\u{202f}'])?;
    let (word, rest) = (&text[..end], text[end..].trim_start());
    let opened = rest.starts_with('(');
    let inner = rest.strip_prefix('(').unwrap_or(rest);
    if word.len() > 40 || !inner.starts_with(|c: char| c.is_numeric() || c.is_alphabetic()) {
        return None;
    }
    let name = name_of(word);
    let figure = match name.and_then(|_| ordinals::ordinal(inner)) {
        Some((taken, value)) => Figure::ordinal(taken, value),
        None if is_long_word(inner.as_bytes()) => return None,
        None => figure(inner)?,
    };
    let start = text.len() - inner.len();
    let mut end = start + figure.taken;
    if figure.has_digits() {
        end += first_of_all(&text[end..]);
    }
    if opened {
        end += text[end..].strip_prefix(')').map(|_| 1)?;
    }
    let rest = text[end..].strip_prefix('.').unwrap_or(&text[end..]);
    if let Some(rest) = rest.strip_prefix(['º', 'ª', '°']) {
        end = text.len() - rest.len();
    }
    let sure = figure.is_sure();
    let known = name.is_some() && sure;
    let parted = is_parted(&text[end..], known && heading, known && end > start + figure.taken);
    if !(parted || known && begins_words(&text[end..])) {
        return None;
    }
    let name = match name {
        Some(name) => name,
        None if things::is_time(word) => return None,
        None if word.starts_with(char::is_uppercase) && word.chars().all(char::is_alphabetic) && sure => {
            Name::unknown(word)
        }
        None => return None,
    };
    let wrap = if parted { Wrap::None } else { Wrap::Bare };
    let (readings, taken) = figure::compound(text, end, figure.readings(wrap, name));
    found(text, start..taken.max(start + figure.taken), taken.max(end), readings).map(|mut found| {
        found.number = found.number.trim_end_matches(['.', ')', 'º', 'ª', '°', ' ']).to_owned();
        found
    })
}

/// The ending of `1er`.
fn first_of_all(rest: &str) -> usize {
    let ended =
        |end: &&str| rest.strip_prefix(*end).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric));
    ["er", "re", "ère", "ro", "ra"].iter().find(|end| ended(end)).map_or(0, |end| end.len())
}

/// Whether a space stands here, and then words that may be those of a clause: not those of a sentence that goes on, nor a part of what
/// is numbered ("§ 4 Absatz 2").
fn begins_words(rest: &str) -> bool {
    let said = rest.trim_start();
    let word = said.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    let caseless = !word.chars().any(char::is_lowercase) && !word.chars().any(char::is_uppercase);
    said.len() < rest.len()
        && !word.is_empty()
        && word != "من"
        && !word.starts_with(char::is_lowercase)
        && (caseless || word.chars().count() < 2 || word.chars().any(char::is_lowercase))
        && name_of(word).is_none()
}

/// Whether what stands after a named number parts it from what it numbers. In a heading a space does; after `5.º` or `(٣)` one before a
/// sentence.
fn is_parted(rest: &str, heading: bool, closed: bool) -> bool {
    let mut chars = rest.chars();
    let Some(first) = chars.next() else { return true };
    let said = rest.trim_start();
    let sentence = || {
        said.starts_with(char::is_alphabetic)
            && !said.starts_with(char::is_lowercase)
            && !said.starts_with("من ")
    };
    if first.is_whitespace() {
        return heading || said.starts_with(['–', '—', ':', '：']) || (closed && sentence());
    }
    SEPARATORS.contains(first)
        && (first != '.' || chars.next().is_none_or(|c| !c.is_alphanumeric() || figure::is_han(c)))
}

/// `3.`, `c)`, `III.`, `1.ª`, `一、`, and bare `3.2`.
fn marked(text: &str, heading: bool) -> Option<Found> {
    let figure = figure(text)?;
    let end = figure.taken;
    let rest = &text[end..];
    let mut after = rest.chars();
    let (mark, next) = (after.next(), after.next());
    let blank = |c: Option<char>| c.is_none_or(char::is_whitespace);
    let ordinal = |c: char| "ºª°".contains(c);
    match (mark, next) {
        (Some('.'), Some(c)) if ordinal(c) && blank(after.next()) => {
            found(text, 0..end, end + 1 + c.len_utf8(), figure.readings(Wrap::Ordinal, Name::NONE))
        }
        (Some(c), _) if ordinal(c) && blank(next) => {
            found(text, 0..end, end + c.len_utf8(), figure.readings(Wrap::Ordinal, Name::NONE))
        }
        (Some('.'), Some(dash)) if "-–—".contains(dash) && blank(after.next()) => {
            found(text, 0..end, end + 1, figure.readings(Wrap::Stop, Name::NONE))
        }
        (Some(c @ ('.' | ')' | ':' | '．' | '、' | '）' | '-' | '–' | '/')), next)
            if blank(next)
                || matches!(c, '、' | '．' | '）')
                || (c == '.' && next.is_some_and(figure::is_han)) =>
        {
            let (readings, taken) = figure::compound(text, end, figure.readings(Wrap::of(c), Name::NONE));
            found(text, 0..taken.max(end), taken.max(end + c.len_utf8()), readings).map(|mut found| {
                found.number = found.number.trim_end_matches(['.', ')']).to_owned();
                found
            })
        }
        (None, _) if heading && figure.is_bare() => {
            found(text, 0..end, end, figure.readings(Wrap::Bare, Name::NONE))
        }
        (Some(c), _) if c.is_whitespace() && !heading && !figure.has_parts() && figure.is_bare() => {
            // `3 – Notice`
            let mut said = rest.trim_start().chars();
            let dash = said.next().is_some_and(|c| "-–—".contains(c)) && said.next() == Some(' ');
            let words = said.find(|c| !c.is_whitespace()).is_some_and(char::is_alphabetic);
            if !(dash && words) {
                return None;
            }
            found(text, 0..end, end, figure.readings(Wrap::Dash, Name::NONE))
        }
        (Some(c), _) if c.is_whitespace() && figure.is_bare() && (heading || figure.has_parts()) => {
            let words =
                rest.trim_start().starts_with(|c: char| c.is_alphabetic() || "\"“«„‘「《".contains(c));
            // `3 – Notice`
            let dash = rest.trim_start().starts_with(['–', '—', '-', ':']);
            if words || dash {
                found(text, 0..end, end, figure.readings(Wrap::Bare, Name::NONE))
            } else {
                None
            }
        }
        (Some(c), _) if figure::is_han(c) && figure.is_bare() && (heading || figure.has_parts()) => {
            found(text, 0..end, end, figure.readings(Wrap::Bare, Name::NONE))
        }
        _ => None,
    }
}

impl Figure {
    /// Whether it may number without any mark behind it.
    fn is_bare(&self) -> bool {
        self.has_digits() || self.has_parts() || self.is_upper_roman()
    }
}
