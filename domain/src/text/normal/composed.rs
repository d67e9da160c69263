//! Letters composed and in one width, by the tables of the Unicode project.

use unicode_normalization::{UnicodeNormalization, char::canonical_combining_class};

/// Characters with letters composed and in one width, each with the byte its letter begins at.
pub(super) fn made_one(chars: Vec<(char, u32)>) -> Vec<(char, u32)> {
    if chars.iter().all(|(c, _)| is_settled(*c)) {
        return chars;
    }
    let mut out = Vec::with_capacity(chars.len());
    let mut chars = chars.into_iter().peekable();
    while let Some((c, at)) = chars.next() {
        let alone = chars.peek().is_none_or(|(next, _)| !goes_on(*next));
        if alone && is_settled(c) {
            out.push((c, at));
            continue;
        }
        if alone && let '\u{ff01}'..='\u{ff5e}' = c {
            out.push((narrow(c), at));
            continue;
        }
        let mut letter = String::from(c);
        while let Some((mark, _)) = chars.next_if(|(next, _)| goes_on(*next)) {
            letter.push(mark);
        }
        if letter.chars().any(has_widths) {
            out.extend(letter.nfkc().map(|c| (c, at)));
        } else {
            out.extend(letter.nfc().map(|c| (c, at)));
        }
    }
    out
}

/// The narrow form of a wide one of ASCII; they stand in the order of ASCII.
pub(super) fn narrow(c: char) -> char {
    match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        c => c,
    }
}

/// A character that no table changes.
fn is_settled(c: char) -> bool {
    c < '\u{300}'
        || matches!(c, '\u{400}'..='\u{52f}' | '\u{621}'..='\u{6d3}' | '\u{2010}'..='\u{2027}' | '\u{3001}'..='\u{301f}' | '\u{4e00}'..='\u{9fff}')
}

/// A mark on the letter before it, or a part of its syllable.
fn goes_on(c: char) -> bool {
    let alone = matches!(c, ..'\u{300}' | '\u{2010}'..='\u{2027}' | '\u{3001}'..='\u{3029}' | '\u{4e00}'..='\u{9fff}' | '\u{ff00}'..='\u{ff9d}');
    !alone
        && (canonical_combining_class(c) != 0
            || matches!(c, '\u{1161}'..='\u{11ff}' | '\u{ff9e}' | '\u{ff9f}'))
}

/// Wide and narrow forms, forms that Arabic letters have by their place in a word, and Latin ligatures; no currency among them.
fn has_widths(c: char) -> bool {
    matches!(c, '\u{ff01}'..='\u{ffdc}' | '\u{ffe0}'..='\u{ffe6}' | '\u{fb00}'..='\u{fb06}' | '\u{fb50}'..='\u{fdfb}' | '\u{fe70}'..='\u{fefc}')
}
