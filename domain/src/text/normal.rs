//! The normal form in which two texts are typographically the same.

use std::borrow::Cow;

use crate::words::single_spaced;

/// The text with white space, quotation marks, dashes, ellipses and invisible characters made uniform. Letters, figures and words stay.
pub fn normalise(text: &str) -> String {
    uniform(text).into_owned()
}

/// The same; most text has that form already and is not copied.
pub(super) fn uniform(text: &str) -> Cow<'_, str> {
    if is_uniform(text.as_bytes()) { Cow::Borrowed(text) } else { Cow::Owned(made_uniform(text)) }
}

/// Single spaces between ASCII words without a grave accent. Looks at every byte without stopping, which is quicker than to stop.
fn is_uniform(text: &[u8]) -> bool {
    let other =
        text.iter().fold(false, |other, byte| other | !(b' '..=b'~').contains(byte) | (*byte == b'`'));
    !other && single_spaced(text)
}

fn made_uniform(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !out.is_empty() && !out.ends_with(' ') {
            out.push(' ');
        }
        if word.is_ascii() && !word.contains('`') {
            out.push_str(word);
        } else {
            word.chars().for_each(|c| push(&mut out, c));
        }
    }
    out.truncate(out.trim_end().len());
    out
}

fn push(out: &mut String, c: char) {
    match c {
        '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{2066}'..='\u{2069}' | '\u{feff}' => {}
        '\u{2018}'..='\u{201b}' | '`' | '\u{2039}' | '\u{203a}' | '´' | '′' => out.push('\''),
        '\u{201c}'..='\u{201f}' | '«' | '»' | '″' => out.push('"'),
        '\u{2010}'..='\u{2015}' | '\u{2212}' => out.push('-'),
        '…' => out.push_str("..."),
        c => out.push(c),
    }
}
