//! Where a number stands among its siblings.

use super::Level;
use crate::{
    text::number::{Mark, Name, Script, Wrap},
    words::ByParts,
};

/// The number of a clause, what it is written in, and how far it is from its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Ordinal {
    pub mark: Mark,
    /// By how much each part is more than how many siblings stand before it. While a run counts up without a gap this is the same for
    /// all its members, whatever comes and goes among them.
    pub ahead: Vec<i64>,
    /// The siblings it belongs with have the same.
    pub run: u32,
    /// The last clause before it that counts in the same manner, in its run or in an earlier one.
    pub last: Option<u32>,
    /// Whether it begins its run.
    pub begins: bool,
}

/// What siblings have in common.
type Siblings = (Level, Name, Wrap, Script);

/// The last number among siblings.
struct Last {
    clause: u32,
    values: Vec<u32>,
    /// How many stand before each part.
    places: Vec<u32>,
    run: u32,
}

#[derive(Default)]
pub(super) struct Places {
    last: ByParts<Siblings, Last>,
    runs: u32,
}

impl Places {
    /// The place of the next number. One that is not more than the last begins a new run.
    pub fn place(&mut self, clause: u32, level: Level, mark: Mark) -> Ordinal {
        let wrap = if mark.name == Name::NONE { mark.wrap } else { Wrap::None };
        let key = (level, mark.name, wrap, mark.script);
        let last = self.last.get(&key);
        let sibling = last.filter(|last| last.values < mark.values);
        let (places, run) = match sibling {
            Some(sibling) => (next(&sibling.values, &sibling.places, &mark.values), sibling.run),
            None => (vec![0; mark.values.len()], self.runs + 1),
        };
        let (last, begins) = (last.map(|last| last.clause), sibling.is_none());
        self.runs = self.runs.max(run);
        let ahead = mark.values.iter().zip(&places);
        let ahead = ahead.map(|(value, place)| i64::from(*value) - i64::from(*place)).collect();
        self.last.insert(key, Last { clause, values: mark.values.clone(), places, run });
        Ordinal { mark, ahead, run, last, begins }
    }
}

fn next(values: &[u32], places: &[u32], to: &[u32]) -> Vec<u32> {
    let part = values.iter().zip(to).take_while(|(a, b)| a == b).count();
    let mut next: Vec<u32> = places.iter().copied().take(part).collect();
    next.extend(to.get(part).map(|_| places.get(part).map_or(0, |place| place + 1)));
    next.resize(to.len(), 0);
    next
}
