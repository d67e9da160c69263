//! Naming what was found: each join is a change of one kind.

use super::{
    Change, ClauseMap, Fate, Joins, NumberFate, grounds,
    notes::{Marks, Notes},
    renumber,
};
use crate::{
    diff::same_bearing,
    text::{Clause, Line, Text},
};

pub(super) fn of(joins: Joins, old: &Text, new: &Text) -> ClauseMap {
    let numbers = renumber::fates(&joins, old, new);
    let notes = Notes::of(&joins, old, new);
    let changes: Vec<Change> = numbers
        .iter()
        .enumerate()
        .map(|(index, number)| change(&joins, index, old, new, (*number, &notes)))
        .collect();
    let grounds = grounds::lost(&joins, old, new);
    let added = |others| {
        let (change, number) = (Change::Added, NumberFate::Kept);
        Fate { change, others, similarity: 0.0, number, ground: None }
    };
    let mut news: Vec<Fate> = joins.backward.into_iter().map(added).collect();
    let mut olds = Vec::with_capacity(joins.forward.len());
    let fates = joins.forward.into_iter().zip(changes).zip(joins.likeness).zip(numbers).zip(grounds);
    for ((((others, change), similarity), number), ground) in fates {
        for &other in &others {
            let fate = &mut news[other as usize];
            fate.change = change;
            fate.number = number;
            fate.ground = ground;
            fate.similarity = joins.new_likeness[other as usize];
        }
        olds.push(Fate { change, others, similarity, number, ground });
    }
    ClauseMap { old: olds, new: news }
}

fn change(joins: &Joins, at: usize, old: &Text, new: &Text, marks: (NumberFate, &Notes<'_>)) -> Change {
    let Some(other) = renumber::partner(joins, at) else {
        return match joins.forward[at].as_slice() {
            [] => Change::Removed,
            [_] => Change::Merged,
            _ => Change::Split,
        };
    };
    let (before, after) = (&old.clauses()[at], &new.clauses()[other]);
    let (number, notes) = marks;
    let same_words = number != NumberFate::Changed
        && same_words(before, after, notes)
        && same_bearing((old, before), (new, after));
    match (same_words, joins.moved[at]) {
        (true, true) => Change::Moved,
        (false, true) => Change::MovedAndReworded,
        (false, false) => Change::Reworded,
        (true, false)
            if before.text == after.text
                && before.kind == after.kind
                && (before.number == after.number || number == NumberFate::Kept)
                && same_look(old, before, new, after) =>
        {
            Change::Same
        }
        (true, false) => Change::Typographic,
    }
}

/// Whether two clauses say the same, but for numbers that may change by renumbering: their own, and those of notes.
fn same_words(before: &Clause, after: &Clause, notes: &Notes<'_>) -> bool {
    let only_number = |clause: &Clause| clause.number_chars > 0 && clause.title().is_empty();
    match notes.compare(before, after) {
        Marks::Same | Marks::Renumbered => true,
        Marks::OtherNote => false,
        Marks::OtherWords => before.text == after.text || (only_number(before) && only_number(after)),
    }
}

fn same_look(old: &Text, before: &Clause, new: &Text, after: &Clause) -> bool {
    let (old, new) = (old.lines_in(before.lines), new.lines_in(after.lines));
    let same = |(old, new): (&Line, &Line)| old.chars == new.chars && old.formatted == new.formatted;
    old.len() == new.len() && old.iter().zip(new).all(same)
}
