//! Naming what was found: each join is a change of one kind.

use super::{Change, ClauseMap, Fate, Joins};
use crate::text::{Clause, Line, Text};

pub(super) fn of(joins: Joins, old: &Text, new: &Text) -> ClauseMap {
    let changes: Vec<Change> = (0..joins.forward.len()).map(|at| change(&joins, at, old, new)).collect();
    let added = |others| Fate { change: Change::Added, others, similarity: 0.0 };
    let mut news: Vec<Fate> = joins.backward.into_iter().map(added).collect();
    let mut olds = Vec::with_capacity(joins.forward.len());
    for ((others, change), similarity) in joins.forward.into_iter().zip(changes).zip(joins.likeness) {
        for &other in &others {
            let fate = &mut news[other as usize];
            fate.change = change;
            fate.similarity = joins.new_likeness[other as usize];
        }
        olds.push(Fate { change, others, similarity });
    }
    ClauseMap { old: olds, new: news }
}

fn change(joins: &Joins, at: usize, old: &Text, new: &Text) -> Change {
    let [other] = joins.forward[at].as_slice() else {
        return if joins.forward[at].is_empty() { Change::Removed } else { Change::Split };
    };
    if joins.backward[*other as usize].len() > 1 {
        return Change::Merged;
    }
    let (before, after) = (&old.clauses()[at], &new.clauses()[*other as usize]);
    match (before.digest == after.digest, joins.moved[at]) {
        (true, true) => Change::Moved,
        (false, true) => Change::MovedAndReworded,
        (false, false) => Change::Reworded,
        (true, false)
            if before.text == after.text
                && before.number == after.number
                && same_look(old, before, new, after) =>
        {
            Change::Same
        }
        (true, false) => Change::Typographic,
    }
}

fn same_look(old: &Text, before: &Clause, new: &Text, after: &Clause) -> bool {
    let (old, new) = (old.lines_in(before.lines), new.lines_in(after.lines));
    let same = |(old, new): (&Line, &Line)| old.chars == new.chars && old.formatted == new.formatted;
    old.len() == new.len() && old.iter().zip(new).all(same)
}
