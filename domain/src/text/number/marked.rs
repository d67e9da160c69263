//! Numbers with their marks around them: in rings, in brackets, raised.

use super::{
    Found, Mark, Name, Script, Wrap,
    figure::{self, figure},
    found,
};

/// `①`, `⑴`: a figure with its ring or its brackets in one character.
pub(super) fn circled(text: &str) -> Option<Found> {
    let figure = figure::circled(text)?;
    let end = figure.taken;
    found(text, 0..end, end, figure.readings(Wrap::Brackets, Name::NONE))
}

/// Whether words begin with such a figure: how many bytes it takes.
pub(crate) fn circled_length(text: &str) -> Option<usize> {
    figure::circled(text).map(|figure| figure.taken)
}

/// The number in raised digits that a note begins with: `¹`.
pub(super) fn raised(text: &str) -> Option<Found> {
    let (end, value) = raised_in(text)?;
    let words = text[end..].trim_start().starts_with(char::is_alphabetic);
    let mark = Mark { name: Name::NONE, wrap: Wrap::Raised, script: Script::Digits, values: vec![value] };
    if words { found(text, 0..end, end, vec![mark]) } else { None }
}

/// The raised digits that words begin with: how many bytes they take, and their value.
pub(crate) fn raised_in(text: &str) -> Option<(usize, u32)> {
    let (mut end, mut value) = (0, 0);
    for c in text.chars() {
        let Some(digit) = RAISED.chars().position(|raised| raised == c).filter(|_| value < 1_000) else {
            break;
        };
        value = value * 10 + digit as u32;
        end += c.len_utf8();
    }
    (value > 0).then_some((end, value))
}

const RAISED: &str = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/// `(c)`, `（一）`, `[1]`.
pub(super) fn bracketed(text: &str) -> Option<Found> {
    let open = text.chars().next()?;
    let (closes, wrap) = match open {
        '(' | '（' => (")）", Wrap::Brackets),
        '[' => ("]", Wrap::Square),
        _ => return None,
    };
    let figure = figure(&text[open.len_utf8()..])?;
    let mut end = open.len_utf8() + figure.taken;
    end += text[end..].strip_prefix('.').map_or(0, |_| 1);
    let close = text[end..].chars().next().filter(|c| closes.contains(*c))?;
    let end = end + close.len_utf8();
    found(text, 0..end, end, figure.readings(wrap, Name::NONE))
}
