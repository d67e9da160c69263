//! Words as keys: equal words have equal keys, whatever their case and typography.

use std::{
    collections::HashMap,
    hash::{BuildHasherDefault, Hasher},
    ops::Range,
};

/// Calls `found` for each word with its bytes and its key. A word is a run of letters, figures and marks with the
/// apostrophes and points inside it; each Chinese character is one.
pub(crate) fn each(text: &str, mut found: impl FnMut(Range<usize>, u64)) {
    let mut word = Word::default();
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let inner = matches!(c, '\'' | '’' | '.' | '\u{ad}' | '\u{200c}' | '\u{200d}');
        if spaceless(c) {
            word.end(&mut found);
            word.push(at, c);
            word.end(&mut found);
        } else if c.is_ascii_alphanumeric() || (!c.is_ascii() && is_letter(c)) {
            word.push(at, c);
        } else if inner
            && word.open()
            && chars.peek().is_some_and(|(_, next)| next.is_alphanumeric() && !spaceless(*next))
        {
            word.push(at, if c == '’' { '\'' } else { c });
        } else {
            word.end(&mut found);
        }
    }
    word.end(&mut found);
}

/// A character of a script written without spaces between words.
fn spaceless(c: char) -> bool {
    matches!(c, '\u{2e80}'..='\u{2fdf}' | '\u{3005}'..='\u{3007}' | '\u{3040}'..='\u{309f}' | '\u{3400}'..='\u{9fff}'
        | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}' | '\u{0e00}'..='\u{0e7f}')
}

/// A letter or figure, or a mark that stands on one.
fn is_letter(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '\u{300}'..='\u{36f}' | '\u{64b}'..='\u{65f}' | '\u{900}'..='\u{97f}')
}

#[derive(Default)]
struct Word {
    start: usize,
    end: usize,
    key: u64,
}

impl Word {
    fn open(&self) -> bool {
        self.end > self.start
    }

    fn push(&mut self, at: usize, c: char) {
        if !self.open() {
            (self.start, self.key) = (at, SEED);
        }
        self.end = at + c.len_utf8();
        match c {
            '\u{ad}' | '\u{200c}' | '\u{200d}' => {}
            'A'..='Z' => self.mix(u64::from(c as u32 + 32)),
            c if c.is_ascii() => self.mix(u64::from(c as u32)),
            c => c.to_lowercase().for_each(|c| self.mix(u64::from(c as u32))),
        }
    }

    fn mix(&mut self, value: u64) {
        self.key = mix(self.key, value);
    }

    fn end(&mut self, found: &mut impl FnMut(Range<usize>, u64)) {
        if self.open() {
            found(self.start..self.end, self.key);
            *self = Self::default();
        }
    }
}

const SEED: u64 = 0x9e37_79b9_7f4a_7c15;

/// One step of a hash that is the same on every machine.
pub(crate) fn mix(hash: u64, value: u64) -> u64 {
    let product = (hash ^ value).wrapping_mul(0x2545_f491_4f6c_dd1d);
    product ^ (product >> 29)
}

/// A key for a whole line: its characters without white space, typography made uniform.
pub(crate) fn line_key(text: &str) -> u64 {
    let mut key = SEED;
    for c in text.chars() {
        key = match c {
            c if c.is_whitespace() => continue,
            '\u{2018}'..='\u{201b}' => mix(key, u64::from(b'\'')),
            '\u{201c}'..='\u{201f}' => mix(key, u64::from(b'"')),
            '\u{2010}'..='\u{2015}' => mix(key, u64::from(b'-')),
            c => mix(key, u64::from(c as u32)),
        };
    }
    key
}

/// A map by keys that are hashes already.
pub(crate) type ByKey<T> = HashMap<u64, T, BuildHasherDefault<AsIs>>;

/// The hash of a key is the key.
#[derive(Default)]
pub(crate) struct AsIs(u64);

impl Hasher for AsIs {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        bytes.iter().for_each(|byte| self.0 = mix(self.0, u64::from(*byte)));
    }

    fn write_u64(&mut self, key: u64) {
        self.0 = key;
    }
}
