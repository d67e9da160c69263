//! Where words begin and end, for reading and counting: by UAX #29, and by a dictionary in scripts without spaces.

#[cfg(not(feature = "dictionary"))]
mod characters;
#[cfg(feature = "dictionary")]
mod dictionary;

use unicode_segmentation::UnicodeSegmentation;

use crate::words::beyond_ascii;

#[cfg(not(feature = "dictionary"))]
use characters::split;
#[cfg(feature = "dictionary")]
use dictionary::split;

/// The words of a text and all that stands between them, in order; joined they are the text.
pub(crate) fn pieces(text: &str) -> Vec<&str> {
    if beyond_ascii(text).all(|(_, c)| is_plain(c)) {
        return plain(text);
    }
    let mut pieces = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        let foreign = beyond_ascii(rest).find(|(_, c)| spaceless(*c));
        let plain = foreign.map_or(rest.len(), |(at, _)| at);
        pieces.extend(rest[..plain].split_word_bounds());
        rest = &rest[plain..];
        let run = rest.find(|c| !spaceless(c)).unwrap_or(rest.len());
        split(&rest[..run], &mut pieces);
        rest = &rest[run..];
    }
    pieces
}

/// The words alone.
pub(crate) fn words(text: &str) -> impl Iterator<Item = &str> {
    pieces(text).into_iter().filter(|piece| piece.chars().any(char::is_alphanumeric))
}

/// A character of a script written without spaces, or a mark that stands on one.
fn spaceless(c: char) -> bool {
    matches!(c, '\u{e00}'..='\u{edf}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}' | '\u{2e80}'..='\u{2fdf}' | '\u{3005}'..='\u{3007}'
        | '\u{3041}'..='\u{309f}' | '\u{30a1}'..='\u{30fa}' | '\u{30fc}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}'
        | '\u{20000}'..='\u{3ffff}')
}

/// A character beyond ASCII that the quick way knows: letters of Latin and Cyrillic, and signs that stand alone.
fn is_plain(c: char) -> bool {
    is_foreign_letter(c)
        || matches!(c, '\u{a0}'..='\u{a9}' | '«' | '¬' | '®'..='´' | '¶' | '¹' | '»'..='¿' | '×' | '÷'
            | '–' | '—' | '“'..='‟' | '†'..='•' | '…' | '€' | '№')
}

/// Letters beyond ASCII that make words with those of ASCII and among themselves.
fn is_foreign_letter(c: char) -> bool {
    matches!(c, 'ª' | 'µ' | 'º' | 'À'..='Ö' | 'Ø'..='ö' | 'ø'..='\u{24f}' | 'Ѐ'..='ҁ' | 'Ҋ'..='ԯ')
}

/// The rules of UAX #29 for ASCII and what `is_plain` allows, many times faster than all of them.
fn plain(text: &str) -> Vec<&str> {
    let mut pieces = Vec::with_capacity(text.len() / 3);
    let mut start = 0;
    while start < text.len() {
        let end = plain_end(text, start);
        pieces.push(&text[start..end]);
        start = end;
    }
    pieces
}

fn plain_end(text: &str, start: usize) -> usize {
    let bytes = text.as_bytes();
    match bytes[start] {
        b' ' => start + bytes[start..].iter().take_while(|byte| **byte == b' ').count(),
        b'\r' if bytes.get(start + 1) == Some(&b'\n') => start + 2,
        byte => {
            let mut end = word_end(text, start);
            if end == start {
                return start
                    + if byte.is_ascii() {
                        1
                    } else {
                        text[start..].chars().next().map_or(1, char::len_utf8)
                    };
            }
            while let Some(mark) = bytes.get(end).filter(|mark| b".':,;".contains(mark)) {
                let (letter, digit) = (letter_ends(text, end), bytes[end - 1].is_ascii_digit());
                let next = word_end(text, end + 1);
                let (to_letter, to_digit) =
                    (letter_begins(text, end + 1), bytes.get(end + 1).is_some_and(u8::is_ascii_digit));
                let joins = match mark {
                    b'.' | b'\'' => letter && to_letter || digit && to_digit,
                    b':' => letter && to_letter,
                    _ => digit && to_digit,
                };
                if !joins {
                    break;
                }
                end = next;
            }
            end
        }
    }
}

/// Where the letters, figures and low lines end that begin here.
fn word_end(text: &str, start: usize) -> usize {
    let bytes = text.as_bytes();
    let mut end = start;
    while let Some(byte) = bytes.get(end) {
        if byte.is_ascii_alphanumeric() || *byte == b'_' {
            end += 1;
        } else if !byte.is_ascii() && letter_begins(text, end) {
            // The letters that are meant take two bytes.
            end += 2;
        } else {
            break;
        }
    }
    end
}

fn letter_begins(text: &str, at: usize) -> bool {
    let first = text.get(at..).and_then(|rest| rest.chars().next());
    first.is_some_and(|c| c.is_ascii_alphabetic() || is_foreign_letter(c))
}

fn letter_ends(text: &str, at: usize) -> bool {
    text[..at].chars().next_back().is_some_and(|c| c.is_ascii_alphabetic() || is_foreign_letter(c))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use unicode_segmentation::UnicodeSegmentation;

    use super::{pieces, words};

    proptest! {
        #[test]
        fn the_quick_way_follows_the_standard(text in "([a-cZ09 _.,:;'\"\r\n\t()-]|[ -~]|[éßøŁа-яЁҗº]|[\u{a0}-\u{24f}‐-… €№]){0,24}") {
            let known: String = text.chars().filter(|c| c.is_ascii() || super::is_plain(*c)).collect();
            prop_assert_eq!(super::plain(&known), known.split_word_bounds().collect::<Vec<_>>());
            prop_assert_eq!(pieces(&text), text.split_word_bounds().collect::<Vec<_>>());
        }

        #[test]
        fn pieces_are_the_text(text in "[a公共机构必须 ก็ไทยカタカナひら.。́é]{0,24}") {
            prop_assert_eq!(pieces(&text).concat(), text);
        }
    }

    #[test]
    fn each_plain_character_follows_the_standard() {
        for c in ('\u{80}'..='\u{24f}').chain('\u{370}'..='\u{5ff}').chain('\u{2010}'..='\u{2150}') {
            for text in [
                "x{}y", "x {} y", "1{}1", " {} ", ".{}.", "x'{}'y", "{}x", "é{}é", "x.{}", "{}:x", "_{}_",
                "{}1", "1.{}", "{}'{}",
            ] {
                let text = text.replace("{}", &c.to_string());
                assert_eq!(pieces(&text), text.split_word_bounds().collect::<Vec<_>>());
            }
        }
    }

    #[test]
    fn words_of_a_script_with_spaces() {
        let said: Vec<&str> = words("Don't stop; статья 3.5, المادة ٣!").collect();
        assert_eq!(said, ["Don't", "stop", "статья", "3.5", "المادة", "٣"]);
    }
}
