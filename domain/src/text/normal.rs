//! The normal form in which two texts are typographically the same: read aloud, they say the same.

#[cfg_attr(feature = "dictionary", path = "normal/composed.rs")]
#[cfg_attr(not(feature = "dictionary"), path = "normal/plain_letters.rs")]
mod letters;

use std::{borrow::Cow, ops::Range};

use crate::words::beyond_ascii;

/// The text with what a reader aloud does not hear made uniform: white space and wrapping, quotation marks of one kind, dashes between
/// the same words, soft hyphens, joiners that join nothing, stretched Arabic letters, composed and decomposed letters, and wide and
/// narrow forms. Letters, accents, figures, currency signs, minus signs, decimal marks and primes stay as they are.
pub fn normalise(text: &str) -> String {
    uniform(text).into_owned()
}

/// As `normalise` has it, without a copy of text that has that form already, as most has.
pub(crate) fn uniform(text: &str) -> Cow<'_, str> {
    if is_uniform(text) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    write_all(text, |c, _| out.push(c));
    Cow::Owned(out)
}

/// A text in its normal form that knows where each character came from.
pub(crate) struct Uniform<'a> {
    pub text: Cow<'a, str>,
    /// For each byte of the text the byte of the source; nothing when they are the same.
    from: Option<Vec<u32>>,
    end: usize,
}

impl<'a> Uniform<'a> {
    /// Brings a text into its normal form.
    pub fn of(source: &'a str) -> Self {
        if is_uniform(source) {
            return Self { text: Cow::Borrowed(source), from: None, end: source.len() };
        }
        let (mut text, mut from) = (String::with_capacity(source.len()), Vec::with_capacity(source.len()));
        write_all(source, |c, at| {
            text.push(c);
            from.resize(text.len(), at);
        });
        Self { text: Cow::Owned(text), from: Some(from), end: source.len() }
    }

    /// The bytes of the source that these bytes came from, with what was left out after them. Ranges that cover the text in order
    /// cover the source.
    pub fn source(&self, range: &Range<usize>) -> Range<usize> {
        let Some(from) = &self.from else { return range.clone() };
        let place = |at: usize| match at {
            0 if !from.is_empty() => 0,
            at => from.get(at).map_or(self.end, |at| *at as usize),
        };
        place(range.start)..place(range.end)
    }
}

/// Whether a text has the normal form. ASCII, which most texts are, is looked at byte by byte without stopping, which is quicker than to
/// stop; of other letters those that are sure.
fn is_uniform(text: &str) -> bool {
    let bytes = text.as_bytes();
    let strange =
        bytes.iter().fold(false, |other, byte| other | (*byte < b' ') | matches!(byte, b'`' | 0x7f));
    let next = bytes.get(1..).unwrap_or_default();
    let loose = bytes.iter().zip(next).fold(false, |loose, (a, b)| {
        let tight = matches!(b, b' ' | b'-' | b'%' | b':' | b';' | b'!' | b'?');
        loose | ((*a == b' ') & tight) | ((*a == b'-') & (*b == b' '))
    });
    if strange || loose || bytes.first() == Some(&b' ') || bytes.last() == Some(&b' ') {
        return false;
    }
    let mut wide = false;
    let sure = beyond_ascii(text).all(|(_, c)| {
        wide |= c >= '\u{2e80}';
        is_sure(c)
    });
    sure && !(wide && beside_wide(text))
}

/// A character beyond ASCII that has its normal form whatever stands beside it.
fn is_sure(c: char) -> bool {
    matches!(c, '¡'..='ª' | '¬' | '®'..='³' | 'µ'..='º' | '¼'..='\u{2ff}' | '\u{370}'..='\u{373}' | '΅' | 'Έ'..='Ͽ'
        | 'Ѐ'..='\u{482}' | 'Ҋ'..='ԯ' | '،' | '؛' | '؟' | 'ء'..='غ' | 'ف'..='ي' | '٠'..='٬' | 'ٱ'..='ۓ' | '۰'..='۹' | '€' | '•'
        | '、'..='〃' | '《'..='》' | '一'..='鿿')
}

/// Whether white space stands beside a character of a script without spaces.
fn beside_wide(text: &str) -> bool {
    let mut chars = text.chars();
    let mut last = chars.next().unwrap_or(' ');
    chars.any(|c| {
        let found = (c == ' ' && is_wide(last)) || (last == ' ' && is_wide(c));
        last = c;
        found
    })
}

/// A character of Chinese or Japanese, between which white space says nothing.
fn is_wide(c: char) -> bool {
    matches!(c, '\u{2e80}'..='\u{303f}' | '\u{3041}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

/// The characters of a text that are seen or heard, with letters composed and in one width, each with the byte it begins at.
fn heard(text: &str) -> Vec<(char, u32)> {
    let mut chars: Vec<(char, u32)> = text.char_indices().map(|(at, c)| (c, at as u32)).collect();
    if chars.iter().any(|(c, _)| may_be_silent(*c)) {
        let mut last = None;
        let mut silent = Vec::with_capacity(chars.len());
        for (index, (c, _)) in chars.iter().enumerate() {
            let here = is_silent(&chars, index, last);
            silent.push(here);
            last = if here { last } else { Some(*c) };
        }
        let mut silent = silent.into_iter();
        chars.retain(|_| silent.next() != Some(true));
    }
    letters::made_one(chars)
}

/// How a keyboard has a mark that comes in several forms of one kind: plain quotation marks, a hyphen, three dots. Nothing for any other.
pub(crate) const fn plain(c: char) -> Option<&'static str> {
    match c {
        '\u{2018}'..='\u{201b}' | '`' | '\u{2039}' | '\u{203a}' | '´' => Some("'"),
        '\u{201c}'..='\u{201f}' | '«' | '»' | '\u{300c}' | '\u{300d}' | '\u{301d}'..='\u{301f}' => {
            Some("\"")
        }
        '\u{2010}'..='\u{2015}' => Some("-"),
        '…' => Some("..."),
        _ => None,
    }
}

/// Whether a character takes up no ink: soft hyphens, joiners, marks of direction. Some of them are heard all the same.
pub(crate) const fn is_unseen(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

/// Writes the normal form of a text, each character with its place in the source. Where none depends on those beside it, which is so of
/// most Chinese, they are taken one by one.
fn write_all(text: &str, put: impl FnMut(char, u32)) {
    if !text.chars().all(is_by_itself) {
        return write(&heard(text), put);
    }
    let mut writer = Writer::new(put);
    for (at, c) in text.char_indices() {
        let (c, at) = (letters::narrow(c), at as u32);
        if c.is_whitespace() { writer.space = writer.space.or(Some(at)) } else { writer.put_plain(c, at) }
    }
}

/// A character whose form does not depend on those beside it, but for white space: no mark on a letter, no dash, none that may be silent.
fn is_by_itself(c: char) -> bool {
    let apart = matches!(c, '-' | '«' | '»' | '\u{ad}' | '\u{ff0d}');
    let known = matches!(c, ..'\u{300}' | 'Ѐ'..='\u{482}' | 'Ҋ'..='ԯ' | '\u{2016}'..='\u{2027}' | '、'..='\u{301f}' | '一'..='鿿'
        | '！'..='～');
    known && !apart
}

/// Writes the normal form of some characters, each with its place in the source.
fn write(chars: &[(char, u32)], put: impl FnMut(char, u32)) {
    let mut writer = Writer::new(put);
    for (index, &(c, at)) in chars.iter().enumerate() {
        match c {
            c if c.is_whitespace() => writer.space = writer.space.or(Some(at)),
            '«' | '»' => match Turned::of(chars, index) {
                Turned::Outward if c == '«' => {
                    writer.put('"', at);
                    writer.tight = true;
                }
                Turned::Outward => {
                    writer.space = None;
                    writer.put('"', at);
                }
                Turned::Inward => writer.put('"', at),
            },
            '-' | '\u{2010}'..='\u{2015}' => match Dash::of(chars, index) {
                Dash::Sign => writer.put(c, at),
                Dash::Apart => writer.put('-', at),
                Dash::Between => {
                    writer.space = None;
                    writer.put('-', at);
                    writer.tight = true;
                }
            },
            c => writer.put_plain(c, at),
        }
    }
}

struct Writer<F> {
    put: F,
    last: Option<char>,
    /// Where white space began that was not written yet.
    space: Option<u32>,
    /// Whether white space after what was written says nothing.
    tight: bool,
}

impl<F: FnMut(char, u32)> Writer<F> {
    fn new(put: F) -> Self {
        Self { put, last: None, space: None, tight: false }
    }

    /// Writes a character, or what a keyboard has in its place.
    fn put_plain(&mut self, c: char, at: u32) {
        match plain(c) {
            Some(plain) => plain.chars().for_each(|c| self.put(c, at)),
            None => self.put(c, at),
        }
    }

    fn put(&mut self, c: char, at: u32) {
        let tight = std::mem::take(&mut self.tight) || matches!(c, '%' | ':' | ';' | '!' | '?') || is_wide(c);
        if let Some(space) = self.space.take()
            && self.last.is_some_and(|last| !tight && !is_wide(last))
        {
            (self.put)(' ', space);
        }
        self.last = Some(c);
        (self.put)(c, at);
    }
}

/// How marks of quoting with points stand.
enum Turned {
    /// « ainsi », with white space inside that says nothing.
    Outward,
    /// »so«
    Inward,
}

impl Turned {
    fn of(chars: &[(char, u32)], index: usize) -> Self {
        let beside = |at: Option<usize>| at.and_then(|at| chars.get(at)).map(|(c, _)| *c);
        let (before, after) = (beside(index.checked_sub(1)), beside(Some(index + 1)));
        let said = |c: Option<char>| c.is_some_and(|c| !c.is_whitespace());
        let word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        let inward = match chars[index].0 {
            '»' => word(after) && !said(before),
            _ => !word(after) && before.is_some_and(|c| c.is_alphanumeric() || ".!?…,)".contains(c)),
        };
        if inward { Self::Inward } else { Self::Outward }
    }
}

/// What a dash is.
enum Dash {
    /// Before a figure, where it may be a minus.
    Sign,
    /// Between two words, where white space beside it says nothing.
    Between,
    Apart,
}

impl Dash {
    fn of(chars: &[(char, u32)], index: usize) -> Self {
        let (before, after) = (&chars[..index], &chars[index + 1..]);
        let figure = after.first().is_some_and(|(c, _)| c.is_numeric());
        if figure && !before.last().is_some_and(|(c, _)| c.is_alphanumeric()) {
            return Self::Sign;
        }
        let seen = |(c, _): &&(char, u32)| !c.is_whitespace();
        let word = |c: Option<&(char, u32)>| c.is_some_and(|(c, _)| c.is_alphabetic());
        match word(before.iter().rfind(seen)) && word(after.iter().find(seen)) {
            true => Self::Between,
            false => Self::Apart,
        }
    }
}

/// Whether a character is neither seen nor heard in some places.
pub(crate) const fn may_be_silent(c: char) -> bool {
    c == 'ـ' || is_unseen(c)
}

/// Whether a character is neither seen nor heard where it stands, after the last one that is.
fn is_silent(chars: &[(char, u32)], index: usize, before: Option<char>) -> bool {
    let after = || chars[index + 1..].iter().map(|(c, _)| *c).find(|c| !is_unseen(*c));
    // Between two figures nothing is harmless: it makes two numbers of one, or one of two.
    let parts_figures = || before.is_some_and(char::is_numeric) && after().is_some_and(char::is_numeric);
    match chars[index].0 {
        '\u{ad}' | '\u{200b}' | '\u{2060}' | '\u{feff}' => !parts_figures(),
        // In the scripts of India and in emoji a joiner makes another sign, and in Arabic one that parts two letters another form.
        '\u{200c}' | '\u{200d}' if parts_figures() => false,
        '\u{200c}' if before.is_some_and(joins_on) => !after().is_some_and(is_arabic),
        '\u{200c}' | '\u{200d}' => before.is_none_or(|before| before < '\u{900}'),
        // Beside figures a direction can change their order.
        '\u{200e}' | '\u{200f}' | '\u{61c}' | '\u{2066}'..='\u{2069}' => !is_near_figure(chars, index),
        'ـ' => before.is_some_and(|before| matches!(before, '\u{620}'..='\u{65f}' | '\u{671}'..='\u{6d3}')),
        _ => false,
    }
}

/// A letter of the Arabic script.
const fn is_arabic(c: char) -> bool {
    matches!(c, '\u{620}'..='\u{64a}' | '\u{66e}'..='\u{6d3}' | '\u{6d5}' | '\u{6fa}'..='\u{6ff}' | '\u{750}'..='\u{77f}')
}

/// A letter of the Arabic script that is joined to the one after it (Unicode, Joining_Type D).
const fn joins_on(c: char) -> bool {
    let alone = matches!(c, '\u{621}'..='\u{625}' | '\u{627}' | '\u{629}' | '\u{62f}'..='\u{632}' | '\u{648}'
        | '\u{671}'..='\u{677}' | '\u{688}'..='\u{699}' | '\u{6c0}' | '\u{6c3}'..='\u{6cb}' | '\u{6cd}' | '\u{6cf}'
        | '\u{6d2}'..='\u{6d5}');
    is_arabic(c) && !alone
}

/// How far a figure is looked for.
const FAR: usize = 64;

fn is_near_figure(chars: &[(char, u32)], index: usize) -> bool {
    let said = |(c, _): &&(char, u32)| c.is_alphanumeric();
    let before = chars[..index].iter().rev().take(FAR).find(said);
    let after = chars[index + 1..].iter().take(FAR).find(said);
    before.into_iter().chain(after).any(|(c, _)| c.is_numeric())
}

#[cfg(test)]
mod tests;
