//! A second look at the numbers that clauses begin with, when all clauses are read: one is a number where it stands in a run of
//! siblings that count up, or has a name ("Article 5"). Anything else ("30 days", "A. Keller") is words.

mod place;
mod run;

use std::sync::Arc;

use super::{
    Clause, ClauseKind, Digest,
    number::{self, Found, Mark, Script, Wrap},
    uniform,
};
pub(crate) use place::Ordinal;

/// The numbers that were found for a clause, before its siblings were asked.
#[derive(Debug, Default)]
pub(super) struct Numbers {
    /// Typed in its words.
    pub typed: Option<Found>,
    /// The marker of a list.
    pub marker: Option<u32>,
}

/// Which clauses can be siblings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
struct Level {
    /// 0 for what is no heading.
    heading: u8,
    depth: u8,
}

impl Level {
    fn of(clause: &Clause) -> Self {
        match clause.kind {
            ClauseKind::Heading { level } => Self { heading: level, depth: clause.depth },
            _ => Self { heading: 0, depth: clause.depth },
        }
    }
}

/// Gives each clause the number that was found for it, when it numbers, and its place among its siblings; takes it back otherwise.
pub(super) fn settle(clauses: &mut [Clause], numbers: &[(u32, Arc<Numbers>)]) {
    let typed: Vec<_> = numbers.iter().filter_map(|(at, found)| Some((*at, found.typed.as_ref()?))).collect();
    let mut standing = run::standing(clauses, &typed).into_iter();
    let mut places = place::Places::default();
    for (at, found) in numbers {
        let clause = &mut clauses[*at as usize];
        let mut mark = if found.typed.is_some() { standing.next().flatten() } else { None };
        if mark.is_none() {
            unnumber(clause, found);
            mark = found.marker.map(list_mark);
        }
        clause.ordinal = mark.map(|mark| Box::new(places.place(*at, Level::of(clause), mark)));
    }
}

fn list_mark(value: u32) -> Mark {
    Mark { name: number::Name::NONE, wrap: Wrap::List, script: Script::Digits, values: vec![value] }
}

/// What looked like a number in the words is words.
fn unnumber(clause: &mut Clause, found: &Numbers) {
    if found.typed.is_some() {
        clause.number = found.marker.map(|value| value.to_string());
        clause.number_chars = 0;
        clause.digest = Digest::of(uniform(&clause.text).as_bytes());
    }
}
