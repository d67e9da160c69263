//! Words as keys: equal words have equal keys, whatever their case and typography.

use std::{
    collections::HashMap,
    hash::{BuildHasherDefault, Hasher},
    ops::Range,
};

/// Calls `found` for each word with its bytes and its key. A word is a run of letters, figures and marks with the
/// apostrophes and points inside it; each Chinese character is one.
pub(crate) fn each(text: &str, mut found: impl FnMut(Range<usize>, u64)) {
    let bytes = text.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        if bytes[at].is_ascii_alphanumeric() {
            let (end, key) = ascii_word(bytes, at);
            if bytes.get(end).is_none_or(u8::is_ascii) {
                found(at..end, key);
                at = end;
                continue;
            }
        } else if bytes[at].is_ascii() {
            at += 1;
            continue;
        }
        at += any_word(&text[at..], |range, key| found(at + range.start..at + range.end, key));
    }
}

fn ascii_word(bytes: &[u8], start: usize) -> (usize, u64) {
    let mut at = start;
    while let Some(byte) = bytes.get(at) {
        let inner = matches!(byte, b'\'' | b'.') && bytes.get(at + 1).is_some_and(u8::is_ascii_alphanumeric);
        if !byte.is_ascii_alphanumeric() && !inner {
            break;
        }
        at += 1;
    }
    // A point or apostrophe before a letter that is not ASCII belongs to the word too; the other way decides.
    let inner = bytes.get(at).is_some_and(|byte| matches!(byte, b'\'' | b'.'));
    let foreign = bytes.get(at + 1).is_some_and(|byte| !byte.is_ascii());
    (if inner && foreign { at + 1 } else { at }, key_of(&bytes[start..at]))
}

/// The key of some bytes, in which ASCII letters of either case are the same.
fn key_of(bytes: &[u8]) -> u64 {
    eights(bytes).fold(SEED ^ bytes.len() as u64, |key, eight| mix(key, lower(eight)))
}

/// Bytes as numbers of eight each; the last is filled up with zeros.
fn eights(bytes: &[u8]) -> impl Iterator<Item = u64> {
    let (whole, rest) = bytes.as_chunks::<8>();
    let last = rest.iter().rev().fold(0, |all, byte| all << 8 | u64::from(*byte));
    whole.iter().map(|eight| u64::from_le_bytes(*eight)).chain((!rest.is_empty()).then_some(last))
}

/// Eight bytes with their ASCII capitals made small.
fn lower(bytes: u64) -> u64 {
    const EACH: u64 = 0x0101_0101_0101_0101;
    let low = bytes & (EACH * 0x7f);
    let (from_a, beyond_z) = (low + EACH * (0x80 - b'A' as u64), low + EACH * (0x7f - b'Z' as u64));
    let capitals = (from_a ^ beyond_z) & !bytes & (EACH * 0x80);
    bytes | capitals >> 2
}

/// The words of a stretch up to the first white space after it began, and how many bytes it took.
fn any_word(text: &str, mut found: impl FnMut(Range<usize>, u64)) -> usize {
    let mut word = Word::default();
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let inner = matches!(c, '\'' | '’' | '.' | '\u{ad}' | '\u{200c}' | '\u{200d}');
        if c.is_ascii_whitespace() {
            word.end(&mut found);
            return at;
        } else if spaceless(c) {
            word.end(&mut found);
            if ('\u{3400}'..='\u{9fff}').contains(&c) {
                found(at..at + c.len_utf8(), key_of(c.encode_utf8(&mut [0; 4]).as_bytes()));
            } else {
                word.push(at, c);
                word.end(&mut found);
            }
        } else if is_letter(c) {
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
    text.len()
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
    /// What it says, in small letters and without what is not seen.
    said: String,
}

impl Word {
    fn open(&self) -> bool {
        self.end > self.start
    }

    fn push(&mut self, at: usize, c: char) {
        if !self.open() {
            self.start = at;
            self.said.clear();
        }
        self.end = at + c.len_utf8();
        match c {
            '\u{ad}' | '\u{200c}' | '\u{200d}' => {}
            c if c.is_ascii() => self.said.push(c),
            c => self.said.extend(c.to_lowercase()),
        }
    }

    fn end(&mut self, found: &mut impl FnMut(Range<usize>, u64)) {
        if self.open() {
            found(self.start..self.end, key_of(self.said.as_bytes()));
            (self.start, self.end) = (0, 0);
        }
    }
}

/// The characters beyond ASCII, each with the byte it begins at. Eight bytes of ASCII are passed over at once.
pub(crate) fn beyond_ascii(text: &str) -> impl Iterator<Item = (usize, char)> {
    const EACH: u64 = 0x8080_8080_8080_8080;
    let bytes = text.as_bytes();
    let mut at = 0;
    std::iter::from_fn(move || {
        while let Some(eight) = bytes.get(at..).and_then(|rest| rest.first_chunk::<8>()) {
            match (u64::from_le_bytes(*eight) & EACH).trailing_zeros() / 8 {
                8 => at += 8,
                ascii => {
                    at += ascii as usize;
                    break;
                }
            }
        }
        at += bytes.get(at..)?.iter().position(|byte| !byte.is_ascii())?;
        let found = (at, text.get(at..)?.chars().next()?);
        at += found.1.len_utf8();
        Some(found)
    })
}

const SEED: u64 = 0x9e37_79b9_7f4a_7c15;

/// One step of a hash that is the same on every machine.
pub(crate) fn mix(hash: u64, value: u64) -> u64 {
    let product = (hash ^ value).wrapping_mul(0x2545_f491_4f6c_dd1d);
    product ^ (product >> 29)
}

/// A key for bytes as they are.
pub(crate) fn bytes_key(bytes: &[u8]) -> u64 {
    eights(bytes).fold(SEED ^ bytes.len() as u64, mix)
}

/// A map by small keys of several parts.
pub(crate) type ByParts<K, T> = HashMap<K, T, BuildHasherDefault<Mixed>>;

/// A quick hash of the parts of a key.
#[derive(Default)]
pub(crate) struct Mixed(u64);

impl Hasher for Mixed {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        self.0 = mix(self.0, bytes_key(bytes));
    }

    fn write_u8(&mut self, part: u8) {
        self.0 = mix(self.0, part.into());
    }

    fn write_u32(&mut self, part: u32) {
        self.0 = mix(self.0, part.into());
    }

    fn write_isize(&mut self, part: isize) {
        self.0 = mix(self.0, part as u64);
    }

    fn write_usize(&mut self, part: usize) {
        self.0 = mix(self.0, part as u64);
    }
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

#[cfg(test)]
mod tests {
    use super::{beyond_ascii, each};

    #[test]
    fn characters_beyond_ascii_are_found_wherever_they_stand() {
        for text in [
            "",
            "é",
            "seven b",
            "eight by",
            "eight byé",
            "a long stretch of letters ünd nöch one é",
            "第三条 is it ٣",
        ] {
            let slowly: Vec<_> = text.char_indices().filter(|(_, c)| !c.is_ascii()).collect();
            assert_eq!(beyond_ascii(text).collect::<Vec<_>>(), slowly, "{text}");
        }
    }

    fn words(text: &str) -> Vec<&str> {
        let mut words = Vec::new();
        each(text, |range, _| words.push(&text[range]));
        words
    }

    #[test]
    fn words_of_every_script() {
        assert_eq!(
            words("Don't stop, e.g. at 3.5 km. L’été d'Émile… (c)"),
            ["Don't", "stop", "e.g", "at", "3.5", "km", "L’été", "d'Émile", "c"]
        );
        assert_eq!(words("第三条 必须"), ["第", "三", "条", "必", "须"]);
        assert_eq!(words("المادة ٣: يجب"), ["المادة", "٣", "يجب"]);
        assert_eq!(words("Статья 3. Не x.é"), ["Статья", "3", "Не", "x.é"]);
    }

    #[test]
    fn equal_words_have_equal_keys() {
        let keys = |text: &str| {
            let mut keys = Vec::new();
            each(text, |_, key| keys.push(key));
            keys
        };
        assert_eq!(keys("Don't ÉTÉ naïve"), keys("don’t été NAÏVE"));
        assert_eq!(keys("abc"), keys("ABC"));
        assert_eq!(keys("abc é")[0], keys("Abc")[0]);
    }
}
