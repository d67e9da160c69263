//! Marks of notes in the words: `[^1]`, and a typed `[1]` when a note is typed so. A mark follows its note, whatever its number.

use std::{collections::HashMap, ops::Range};

use super::Joins;
use crate::text::{Clause, Text, Wrap, normalise};

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
    pub fn of(joins: &'a Joins, old: &'a Text, new: &'a Text) -> Self {
        Self { joins, old: Side::of(old), new: Side::of(new) }
    }

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
            clause.ordinal.as_ref().is_some_and(|ordinal| ordinal.mark.wrap == Wrap::Square)
        };
        let label = |clause: &'a Clause| Some(clause.number.as_deref()?.trim_matches(['[', ']']));
        let typed = text.clauses().iter().enumerate().filter(|(_, clause)| typed(clause));
        let typed = typed.filter_map(|(index, clause)| Some((label(clause)?, index)));
        Self { notes: typed.chain(text.notes()).collect() }
    }

    /// The marks in a clause after its number: where in its text, and of which note.
    fn marks(&self, clause: &'a Clause) -> Vec<(Range<usize>, &'a str)> {
        let start = clause.text.len() - clause.title().len();
        let mut marks = Vec::new();
        let mut at = start;
        while let Some(open) = clause.text[at..].find('[').map(|open| at + open) {
            let Some(close) = clause.text[open..].find(']').map(|close| open + close) else { break };
            let label = &clause.text[open + 1..close];
            let is_mark = self.notes.contains_key(label) && !label.contains('[');
            if is_mark {
                marks.push((open..close + 1, label));
            }
            at = if is_mark { close + 1 } else { open + 1 };
        }
        marks
    }
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
