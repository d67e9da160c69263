//! The normal form in which two texts are typographically the same.

/// The text with white space, quotation marks, dashes, ellipses and invisible characters made uniform. Letters, figures and words stay.
pub fn normalise(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut space = false;
    for c in text.chars() {
        match c {
            '\u{ad}'
            | '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'
            | '\u{2066}'..='\u{2069}'
            | '\u{feff}' => {}
            c if c.is_whitespace() => space = !out.is_empty(),
            c => {
                if std::mem::take(&mut space) {
                    out.push(' ');
                }
                match c {
                    '\u{2018}'..='\u{201b}' | '`' | '\u{2039}' | '\u{203a}' | '´' | '′' => out.push('\''),
                    '\u{201c}'..='\u{201f}' | '«' | '»' | '″' => out.push('"'),
                    '\u{2010}'..='\u{2015}' | '\u{2212}' => out.push('-'),
                    '…' => out.push_str("..."),
                    c => out.push(c),
                }
            }
        }
    }
    out
}
