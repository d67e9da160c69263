//! What stands at characters of a text besides its words: where comments begin and end, what came and what goes.

use std::{
    collections::{BTreeMap, HashMap},
    ops::Range,
};

use chrono::{DateTime, Utc};

/// A character of a clause, by the index of the clause.
pub(crate) type Place = (u32, u32);

/// Who changed something, and when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Who {
    pub author: String,
    pub when: DateTime<Utc>,
}

/// What became of words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Change {
    Added,
    Removed,
}

/// Words of the text that came or go.
#[derive(Clone, Debug)]
pub(crate) struct Tracked {
    pub chars: Range<u32>,
    pub change: Change,
    pub who: Who,
}

/// Words that are not of the text.
#[derive(Clone, Debug)]
pub(crate) struct Foreign {
    pub words: String,
    pub change: Change,
    pub who: Who,
    /// Whether they belong to what ends at their place, not to what begins there.
    pub ends: bool,
}

/// All marks of a text.
#[derive(Clone, Debug, Default)]
pub(crate) struct Marks {
    pub begins: BTreeMap<Place, Vec<usize>>,
    pub ends: BTreeMap<Place, Vec<usize>>,
    pub foreign: BTreeMap<Place, Vec<Foreign>>,
    tracked: HashMap<u32, Vec<Tracked>>,
    whole: HashMap<u32, (Change, Who)>,
}

impl Marks {
    /// Marks words of a clause.
    pub fn track(&mut self, clause: u32, tracked: Tracked) {
        self.tracked.entry(clause).or_default().push(tracked);
    }

    /// Marks a clause as a whole, its end included.
    pub fn track_whole(&mut self, clause: u32, change: Change, who: Who) {
        self.whole.insert(clause, (change, who));
    }

    /// What became of a clause as a whole.
    pub fn whole(&self, clause: u32) -> Option<&(Change, Who)> {
        self.whole.get(&clause)
    }

    /// What became of a character.
    pub fn at(&self, clause: u32, index: u32) -> Option<(Change, &Who)> {
        if let Some((change, who)) = self.whole.get(&clause) {
            return Some((*change, who));
        }
        let own = self.tracked.get(&clause)?;
        own.iter().find(|one| one.chars.contains(&index)).map(|one| (one.change, &one.who))
    }

    /// Whether any of these characters is marked already, or one right beside them: two changes that touch come back as one.
    pub fn is_tracked(&self, clause: u32, chars: &Range<u32>) -> bool {
        let own = self.tracked.get(&clause).map(Vec::as_slice).unwrap_or_default();
        let place = (clause, chars.start)..=(clause, chars.end);
        own.iter().any(|one| one.chars.start <= chars.end && chars.start <= one.chars.end)
            || self.foreign.range(place).next().is_some()
    }

    /// The characters of a clause at which something begins or ends, in order and each once.
    pub fn edges(&self, clause: u32) -> Vec<u32> {
        let whole = (clause, 0)..=(clause, u32::MAX);
        let mut edges: Vec<u32> = self.begins.range(whole.clone()).map(|(place, _)| place.1).collect();
        edges.extend(self.ends.range(whole.clone()).map(|(place, _)| place.1));
        edges.extend(self.foreign.range(whole).map(|(place, _)| place.1));
        let own = self.tracked.get(&clause).map(Vec::as_slice).unwrap_or_default();
        edges.extend(own.iter().flat_map(|one| [one.chars.start, one.chars.end]));
        edges.sort_unstable();
        edges.dedup();
        edges
    }
}
