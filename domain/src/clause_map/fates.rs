//! Naming what was found: each join is a change of one kind.

use super::{Change, ClauseMap, Fate, Joins};
use crate::text::{Clause, Text};

pub(super) fn of(joins: Joins, old: &Text, new: &Text) -> ClauseMap {
    let mut news: Vec<Fate> = joins
        .backward
        .iter()
        .map(|from| Fate { change: Change::Added, others: from.clone(), similarity: 0.0 })
        .collect();
    let mut olds = Vec::with_capacity(joins.forward.len());
    for (at, to) in joins.forward.iter().enumerate() {
        let change = change(&joins, at, old, new);
        for &other in to {
            let fate = &mut news[other as usize];
            fate.change = change;
            fate.similarity = joins.new_likeness[other as usize];
        }
        olds.push(Fate { change, others: to.clone(), similarity: joins.likeness[at] });
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
    let runs = |text, clause: &Clause| Text::lines_in(text, clause.lines).iter().flat_map(|line| &line.runs);
    runs(old, before).eq(runs(new, after))
}
