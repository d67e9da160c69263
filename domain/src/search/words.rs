//! The words of a text in the form in which words are compared.

use std::ops::Range;

use unicode_normalization::UnicodeNormalization;

use super::LONGEST;
use crate::{segment::pieces, text::is_unseen};

/// Calls `found` for each word with its bytes: in small letters, compatible forms made one, without what is not seen.
pub(super) fn each(text: &str, mut found: impl FnMut(Range<usize>, &str)) {
    let mut at = 0;
    let mut plain = String::new();
    for piece in pieces(text) {
        let start = at;
        at += piece.len();
        if !piece.contains(char::is_alphanumeric) {
            continue;
        }
        for part in parts(piece) {
            plain.clear();
            plain.extend(
                piece[part.clone()].nfkc().flat_map(char::to_lowercase).filter_map(seen).take(LONGEST),
            );
            if plain.contains(char::is_alphanumeric) {
                found(start + part.start..start + part.end, &plain);
            }
        }
    }
}

/// The parts of a word between apostrophes, without what is only joined to the next one: the `accord` of `l’accord`, the `harbour` of
/// `harbour’s`.
fn parts(word: &str) -> impl Iterator<Item = Range<usize>> {
    /// So few letters before or after an apostrophe say nothing by themselves.
    const FEW: usize = 2;
    let mut start = 0;
    word.split(['\'', '’', 'ʼ']).filter_map(move |part| {
        let from = start;
        start += part.len() + word[from + part.len()..].chars().next().map_or(0, char::len_utf8);
        let whole = part.len() == word.len();
        let joined = part.chars().count() <= FEW && !part.contains(char::is_numeric);
        (whole || !joined).then(|| from..from + part.len())
    })
}

/// A character as it is compared; nothing for one that is not seen, or that a writer may leave out.
fn seen(c: char) -> Option<char> {
    match c {
        // Vowels of Arabic and Hebrew, and what stretches a word.
        '\u{640}' | '\u{64b}'..='\u{65f}' | '\u{670}' | '\u{591}'..='\u{5c7}' => None,
        'أ' | 'إ' | 'آ' | 'ٱ' => Some('ا'),
        'ى' => Some('ي'),
        'ة' => Some('ه'),
        '٠'..='٩' => char::from_digit(c as u32 - 0x660, 10),
        '۰'..='۹' => char::from_digit(c as u32 - 0x6f0, 10),
        c if is_unseen(c) => None,
        c => Some(c),
    }
}
