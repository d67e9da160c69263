//! Where a number stands among its siblings.

use std::collections::HashMap;

use super::Level;
use crate::text::number::{Mark, Name, Script, Wrap};

/// The number of a clause, what it is written in, and how far it is from its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Ordinal {
    pub mark: Mark,
    /// By how much each part is more than how many siblings stand before it. While a run counts up without a gap this is the same for
    /// all its members, whatever comes and goes among them.
    pub ahead: Vec<i64>,
    /// The siblings it belongs with have the same.
    pub run: u32,
}

/// What siblings have in common.
type Siblings = (Level, Name, Wrap, Script);

/// The last number among siblings: its parts, how many stand before each, and the run it is in.
type Last = (Vec<u32>, Vec<u32>, u32);

#[derive(Default)]
pub(super) struct Places {
    last: HashMap<Siblings, Last>,
    runs: u32,
}

impl Places {
    /// The place of the next number. One that is not more than the last begins a new run.
    pub fn place(&mut self, level: Level, mark: Mark) -> Ordinal {
        let wrap = if mark.name == Name::NONE { mark.wrap } else { Wrap::None };
        let key = (level, mark.name, wrap, mark.script);
        let last = self.last.get(&key).filter(|(values, _, _)| *values < mark.values);
        let (places, run) = match last {
            Some((values, places, run)) => (next(values, places, &mark.values), *run),
            None => {
                self.runs += 1;
                (vec![0; mark.values.len()], self.runs)
            }
        };
        let ahead =
            mark.values.iter().zip(&places).map(|(value, place)| i64::from(*value) - i64::from(*place));
        let ahead = ahead.collect();
        self.last.insert(key, (mark.values.clone(), places, run));
        Ordinal { mark, ahead, run }
    }
}

fn next(values: &[u32], places: &[u32], to: &[u32]) -> Vec<u32> {
    let part = values.iter().zip(to).take_while(|(a, b)| a == b).count();
    let mut next: Vec<u32> = places.iter().copied().take(part).collect();
    next.extend(to.get(part).map(|_| places.get(part).map_or(0, |place| place + 1)));
    next.resize(to.len(), 0);
    next
}
