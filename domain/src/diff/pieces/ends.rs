//! What two texts have in common at their ends, so far as it is sure that no word, and no rule of typography, reaches over the cut.

use crate::{text::may_be_silent, words::beyond_ascii};

/// How many bytes at the beginning, and how many of the rest at the end, are equal and can be left out of a comparison of words: it finds
/// the same in what is between.
pub(super) fn equal(old: &str, new: &str) -> (usize, usize) {
    let silent = |text: &str| beyond_ascii(text).any(|(_, c)| may_be_silent(c));
    let front = front(old, new);
    let back = back(&old[front..], &new[front..]);
    if front + back == 0 || silent(old) || silent(new) { (0, 0) } else { (front, back) }
}

fn front(old: &str, new: &str) -> usize {
    let same = old.bytes().zip(new.bytes()).take_while(|(a, b)| a == b).count();
    let mut end = old.floor_char_boundary(same);
    while end > 0 && !(parts(old, end) && parts(new, end)) {
        end = old.floor_char_boundary(end - 1);
    }
    end
}

/// One whole word that is equal is left in: the white space before it goes with what changed.
fn back(old: &str, new: &str) -> usize {
    let same = old.bytes().rev().zip(new.bytes().rev()).take_while(|(a, b)| a == b).count();
    let of_new = |start: usize| new.len() - (old.len() - start);
    let from = old.ceil_char_boundary(old.len() - same);
    let starts = old[from..].char_indices().map(|(at, _)| from + at);
    let mut starts = starts.filter(|start| parts(old, *start) && parts(new, of_new(*start)));
    let second = starts.nth(1);
    second.map_or(0, |start| old.len() - start + usize::from(old[..start].ends_with(' ')))
}

/// Whether a text is cut at this byte between two words: after one space between letters or figures, or after a mark between two Chinese
/// characters.
fn parts(text: &str, at: usize) -> bool {
    let (before, after) = text.split_at(at);
    let mut before = before.chars().rev();
    let (Some(mark), Some(last), Some(next)) = (before.next(), before.next(), after.chars().next()) else {
        return false;
    };
    match mark {
        ' ' => is_word(last) && is_word(next),
        '，' | '。' | '；' | '、' => is_han(last) && is_han(next),
        _ => false,
    }
}

/// A letter or figure that is its own normal form, and to which nothing before it belongs.
fn is_word(c: char) -> bool {
    c.is_ascii_alphanumeric()
        || matches!(c, 'À'..='Ö' | 'Ø'..='ö' | 'ø'..='\u{24f}' | 'Ѐ'..='ҁ' | 'Ҋ'..='ԯ' | '\u{621}'..='\u{64a}')
}

fn is_han(c: char) -> bool {
    ('\u{4e00}'..='\u{9fff}').contains(&c)
}
