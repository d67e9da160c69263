//! Characters as they are, but for wide forms of ASCII: the browser half does without the tables of composed letters.

/// Characters with ASCII in one width.
pub(super) fn made_one(mut chars: Vec<(char, u32)>) -> Vec<(char, u32)> {
    chars.iter_mut().for_each(|(c, _)| *c = narrow(*c));
    chars
}

/// The narrow form of a wide one of ASCII; they stand in the order of ASCII.
pub(super) fn narrow(c: char) -> char {
    match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(c as u32 - 0xfee0).unwrap_or(c),
        c => c,
    }
}
