//! Marks that change the direction of what follows them.

use super::{Kind, Unseen};

/// Finds embeddings and isolates of a paragraph that do not balance or that put figures in another order; embeddings that do neither are
/// shown. `start` is where the paragraph begins.
pub(super) fn find(paragraph: &str, start: usize, found: &mut Vec<Unseen>) {
    // All of them are three bytes that begin alike, but for the Arabic mark.
    if !paragraph.contains([
        '\u{202a}', '\u{202b}', '\u{202c}', '\u{2066}', '\u{2067}', '\u{2068}', '\u{2069}', '\u{200f}',
        '\u{61c}',
    ]) {
        return;
    }
    let mut open: Vec<(usize, char)> = Vec::new();
    let mut note = |at: usize, character: char, kind, refused| {
        let place = start + at..start + at + character.len_utf8();
        found.push(Unseen { kind, character, place, refused });
    };
    let right_to_left = paragraph.chars().any(is_right_to_left);
    for (at, c) in paragraph.char_indices() {
        match c {
            '\u{202a}'..='\u{202b}' | '\u{202d}'..='\u{202e}' | '\u{2066}'..='\u{2068}' => open.push((at, c)),
            '\u{202c}' | '\u{2069}' => {
                let Some((from, opener)) = open.pop_if(|(_, opener)| closes(c, *opener)) else {
                    note(at, c, Kind::Unbalanced, true);
                    continue;
                };
                let inside = &paragraph[from + opener.len_utf8()..at];
                if matches!(opener, '\u{202b}' | '\u{2067}') && reorders(inside) {
                    note(from, opener, Kind::Reorders, true);
                } else if matches!(opener, '\u{202a}' | '\u{202b}') {
                    note(from, opener, Kind::Embedding, false);
                    note(at, c, Kind::Embedding, false);
                } else if matches!(opener, '\u{202d}' | '\u{202e}') {
                    note(at, c, Kind::Override, true);
                }
            }
            '\u{200f}' | '\u{61c}' if !right_to_left && between_figures(paragraph, at, c) => {
                note(at, c, Kind::Reorders, true);
            }
            _ => {}
        }
    }
    for (at, c) in open.into_iter().filter(|(_, c)| !matches!(c, '\u{202d}' | '\u{202e}')) {
        note(at, c, Kind::Unbalanced, true);
    }
}

fn closes(c: char, opener: char) -> bool {
    let isolate = ('\u{2066}'..='\u{2068}').contains(&opener);
    isolate == (c == '\u{2069}')
}

/// A letter written from right to left.
fn is_right_to_left(c: char) -> bool {
    c.is_alphabetic()
        && matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefe}' | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
}

/// Whether figures with something between them stand in it and no letter that is written so: only their order can be meant.
fn reorders(inside: &str) -> bool {
    !inside.chars().any(is_right_to_left)
        && inside.split(|c: char| !c.is_numeric()).filter(|figures| !figures.is_empty()).count() > 1
}

/// Whether a mark stands in one stretch with figures.
fn between_figures(paragraph: &str, at: usize, c: char) -> bool {
    let before = paragraph[..at].chars().rev().take_while(|c| !c.is_whitespace());
    let after = paragraph[at + c.len_utf8()..].chars().take_while(|c| !c.is_whitespace());
    before.chain(after).any(char::is_numeric)
}
