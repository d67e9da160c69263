//! Where words begin and end, for reading and counting: by UAX #29, and by a dictionary in scripts without spaces.

#[cfg(not(feature = "dictionary"))]
mod characters;
#[cfg(feature = "dictionary")]
mod dictionary;

use unicode_segmentation::UnicodeSegmentation;

#[cfg(not(feature = "dictionary"))]
use characters::split;
#[cfg(feature = "dictionary")]
use dictionary::split;

/// The words of a text and all that stands between them, in order; joined they are the text.
pub(crate) fn pieces(text: &str) -> Vec<&str> {
    if text.is_ascii() {
        return ascii(text);
    }
    if !text.chars().any(spaceless) {
        return text.split_word_bounds().collect();
    }
    let mut pieces = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        let plain = rest.find(spaceless).unwrap_or(rest.len());
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

/// The rules of UAX #29 for ASCII, many times faster than all of them.
fn ascii(text: &str) -> Vec<&str> {
    let bytes = text.as_bytes();
    let mut pieces = Vec::with_capacity(text.len() / 3);
    let mut start = 0;
    while start < bytes.len() {
        let end = ascii_end(bytes, start);
        pieces.push(&text[start..end]);
        start = end;
    }
    pieces
}

fn ascii_end(bytes: &[u8], start: usize) -> usize {
    let run = |end: usize, of: fn(&u8) -> bool| end + bytes[end..].iter().take_while(|byte| of(byte)).count();
    match bytes[start] {
        b' ' => run(start, |byte| *byte == b' '),
        b'\r' if bytes.get(start + 1) == Some(&b'\n') => start + 2,
        byte if in_word(byte) => {
            let mut end = run(start, |byte| in_word(*byte));
            while let (Some(mark), Some(next)) = (bytes.get(end), bytes.get(end + 1)) {
                let before = bytes[end - 1];
                let joins = match mark {
                    b'.' | b'\'' => {
                        before.is_ascii_alphabetic() && next.is_ascii_alphabetic()
                            || before.is_ascii_digit() && next.is_ascii_digit()
                    }
                    b':' => before.is_ascii_alphabetic() && next.is_ascii_alphabetic(),
                    b',' | b';' => before.is_ascii_digit() && next.is_ascii_digit(),
                    _ => false,
                };
                if !joins {
                    break;
                }
                end = run(end + 1, |byte| in_word(*byte));
            }
            end
        }
        _ => start + 1,
    }
}

fn in_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_'
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use unicode_segmentation::UnicodeSegmentation;

    use super::{pieces, words};

    proptest! {
        #[test]
        fn the_quick_way_follows_the_standard(text in "([a-cZ09 _.,:;'\"\r\n\t()-]|[ -~]){0,24}") {
            prop_assert_eq!(super::ascii(&text), text.split_word_bounds().collect::<Vec<_>>());
        }

        #[test]
        fn pieces_are_the_text(text in "[a公共机构必须 ก็ไทยカタカナひら.。́é]{0,24}") {
            prop_assert_eq!(pieces(&text).concat(), text);
        }
    }

    #[test]
    fn words_of_a_script_with_spaces() {
        let said: Vec<&str> = words("Don't stop; статья 3.5, المادة ٣!").collect();
        assert_eq!(said, ["Don't", "stop", "статья", "3.5", "المادة", "٣"]);
    }
}
