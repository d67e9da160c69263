//! Marks of notes in the words: `[^1]`, and a typed `[1]` or `¹` when a note is typed so. A mark follows its note, whatever its number.

use std::{collections::HashMap, ops::Range};

use super::Joins;
use crate::text::{Clause, Text, Wrap, normalise, raised_in};

/// What became of the marks in a clause.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Marks {
    /// None, or all as they were.
    Same,
    /// The same words with the same notes, which have other numbers.
    Renumbered,
    /// One is of another note now.
    OtherNote,
    /// The words between them differ.
    OtherWords,
}

/// Two texts with their notes.
pub(super) struct Notes<'a> {
    joins: &'a Joins,
    old: Side<'a>,
    new: Side<'a>,
}

struct Side<'a> {
    notes: HashMap<&'a str, usize>,
}

impl<'a> Notes<'a> {
    /// The footnotes of two texts, whose clauses are joined like this.
    pub fn of(joins: &'a Joins, old: &'a Text, new: &'a Text) -> Self {
        Self { joins, old: Side::of(old), new: Side::of(new) }
    }

    /// Whether the marks of notes in a clause, and the words between them, stayed as they were.
    pub fn compare(&self, before: &Clause, after: &Clause) -> Marks {
        if self.old.notes.is_empty() && self.new.notes.is_empty() {
            return if before.digest == after.digest { Marks::Same } else { Marks::OtherWords };
        }
        let (was, is) = (self.old.marks(before), self.new.marks(after));
        let same = before.digest == after.digest || rest(before, &was) == rest(after, &is);
        if was.len() != is.len() || !same {
            return Marks::OtherWords;
        }
        let mut found = Marks::Same;
        for ((_, was), (_, is)) in was.iter().zip(&is) {
            if !self.same_note(self.old.notes.get(was).copied(), self.new.notes.get(is).copied()) {
                return Marks::OtherNote;
            }
            if was != is {
                found = Marks::Renumbered;
            }
        }
        found
    }

    /// Whether one note became the other, as far as that can be told.
    fn same_note(&self, old: Option<usize>, new: Option<usize>) -> bool {
        match (old, new) {
            (None, None) => true,
            (Some(old), Some(new)) => {
                let (to, from) = (&self.joins.forward[old], &self.joins.backward[new]);
                to.contains(&(new as u32)) || (to.is_empty() && from.is_empty())
            }
            (Some(_), None) | (None, Some(_)) => false,
        }
    }
}

impl<'a> Side<'a> {
    fn of(text: &'a Text) -> Self {
        let typed = |clause: &Clause| {
            let wrap = clause.ordinal.as_ref().map(|ordinal| ordinal.mark.wrap);
            matches!(wrap, Some(Wrap::Square | Wrap::Raised))
        };
        let label = |clause: &'a Clause| Some(clause.number.as_deref()?.trim_matches(['[', ']']));
        let typed = text.clauses().iter().enumerate().filter(|(_, clause)| typed(clause));
        let typed = typed.filter_map(|(index, clause)| Some((label(clause)?, index)));
        Self { notes: typed.chain(text.notes()).collect() }
    }

    /// The marks in a clause after its number: where in its text, and of which note.
    fn marks(&self, clause: &'a Clause) -> Vec<(Range<usize>, &'a str)> {
        let text: &str = &clause.text;
        let start = text.len() - clause.title().len();
        let mut marks = Vec::new();
        let mut at = start;
        while let Some((place, label)) = next_mark(text, at) {
            let is_mark = self.notes.contains_key(label);
            at = if is_mark { place.end } else { place.start + 1 };
            while !text.is_char_boundary(at) {
                at += 1;
            }
            if is_mark {
                marks.push((place, label));
            }
        }
        marks
    }
}

/// What may be the next mark of a note from here on, and its label.
fn next_mark(text: &str, from: usize) -> Option<(Range<usize>, &str)> {
    text[from..].char_indices().find_map(|(offset, c)| {
        let start = from + offset;
        if c == '[' {
            let label = text[start + 1..].split(']').next().filter(|label| !label.contains('['))?;
            let end = start + 1 + label.len();
            return text[end..].starts_with(']').then_some((start..end + 1, label));
        }
        let (length, _) = if c.is_ascii() { None } else { raised_in(&text[start..]) }?;
        (!is_power(&text[..start])).then_some((start..start + length, &text[start..start + length]))
    })
}

/// Whether raised digits after these words are a power: `m²`, `10³`, `x²`.
fn is_power(before: &str) -> bool {
    const UNITS: &[&str] = &["mm", "cm", "dm", "km", "ft", "in", "yd", "mi", "см", "км", "мм", "дм"];
    let word = before.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    let letter = word.chars().count() == 1 && !word.chars().any(|c| ('\u{2e80}'..='\u{9fff}').contains(&c));
    word.ends_with(char::is_numeric) || letter || UNITS.contains(&word)
}

/// The words of a clause without its number and its marks.
fn rest(clause: &Clause, marks: &[(Range<usize>, &str)]) -> String {
    let mut left = String::new();
    let mut at = clause.text.len() - clause.title().len();
    for (range, _) in marks {
        left.push_str(&clause.text[at..range.start]);
        left.push('\u{fffc}');
        at = range.end;
    }
    left.push_str(&clause.text[at..]);
    normalise(&left)
}
