//! Which words a change is made on.

use std::ops::Range;

use super::flow::{Flow, Group};

/// The characters that a change is on: the words it takes out or cuts into; for words put between others, the word before them, else the
/// word after.
pub(super) fn widened(flow: &Flow, group: &Group) -> Range<usize> {
    let text = &flow.before;
    let (mut start, mut end) = (flow.before_of(group.pieces.start), flow.before_of(group.pieces.end));
    let added: String = flow.pieces[group.pieces.clone()]
        .iter()
        .filter(|piece| piece.is() && !piece.was())
        .map(|piece| piece.words.as_str())
        .collect();
    let removes = !flow.before_chars(&(start..end)).trim().is_empty();
    let joins = |letter: Option<&char>| letter.is_some_and(|letter| is_joined(*letter));
    let (opens, closes) =
        (added.chars().next().is_some_and(is_joined), added.chars().last().is_some_and(is_joined));
    // Letters put against a word are put into it.
    if !removes || (opens && joins(start.checked_sub(1).and_then(|index| text.get(index)))) {
        start = word_start(text, start, removes || opens);
    }
    if closes && joins(text.get(end)) {
        end = word_end(text, end);
    }
    if text[start..end].iter().all(|letter| letter.is_whitespace()) {
        start = previous(text, start);
    }
    if text[start..end].iter().all(|letter| letter.is_whitespace()) {
        end = next(text, end);
    }
    start..end
}

/// Whether a letter is part of a word that is written in one piece.
fn is_joined(letter: char) -> bool {
    letter.is_alphanumeric() && !('\u{2e80}'..='\u{9fff}').contains(&letter)
}

fn word_start(text: &[char], from: usize, within: bool) -> usize {
    if !within {
        return from;
    }
    let joined = text[..from].iter().rev().take_while(|letter| is_joined(**letter)).count();
    from - joined
}

fn word_end(text: &[char], from: usize) -> usize {
    from + text[from..].iter().take_while(|letter| is_joined(**letter)).count()
}

/// Where the word before begins, with what stands between.
fn previous(text: &[char], from: usize) -> usize {
    let rest = &text[..from];
    let gap = rest.iter().rev().take_while(|letter| letter.is_whitespace()).count();
    let rest = &rest[..from - gap];
    let said = rest.iter().rev().take_while(|letter| !letter.is_whitespace()).count();
    if said == 0 { from } else { rest.len() - said.min(40) }
}

/// Where the word after ends.
fn next(text: &[char], from: usize) -> usize {
    let gap = text[from..].iter().take_while(|letter| letter.is_whitespace()).count();
    let said = text[from + gap..].iter().take_while(|letter| !letter.is_whitespace()).count();
    if said == 0 { from } else { from + gap + said.min(40) }
}
