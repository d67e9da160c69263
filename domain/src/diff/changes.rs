//! The whole difference of two texts, clause by clause in reading order.

use std::collections::HashMap;

use serde::Serialize;

use super::{Astray, Row, Weight, astray, numbers, rows::Sides};
use crate::{
    clause_map::{Change, ClauseMap, Fate, Ground, NumberFate},
    text::{Digest, Text},
    words::{ByKey, mix},
};

/// Every clause of both texts in reading order, changed or not, and the counts.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Changes {
    /// In the order of the new text; what went stands after what it followed.
    pub hunks: Vec<Hunk>,
    /// The counts over all hunks.
    pub summary: Summary,
    /// References that mean another clause now.
    pub astray: Vec<Astray>,
}

/// One clause with what became of it; several clauses when it was split or merged.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Hunk {
    /// `d-` and eight digits of the clause's digest: the same in every comparison that shows this clause.
    pub id: String,
    /// What became of it.
    pub change: Change,
    /// The clauses of the old text, by index; none for what was added.
    pub old: Vec<u32>,
    /// The clauses of the new text, by index; none for what was removed.
    pub new: Vec<u32>,
    /// What became of the number of a clause that became one clause.
    pub number: NumberFate,
    /// What it rests on beside its words and is another now, so that it is of substance.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ground: Option<Ground>,
    /// The lines of both sides beside each other; empty where they were not asked for.
    pub rows: Vec<Row>,
    /// How many words changed in it.
    #[serde(flatten)]
    pub weight: Weight,
    /// Set on the mark left where a moved clause stood: the id of the hunk that shows it. Such a mark has no rows.
    pub now_at: Option<String>,
}

impl Hunk {
    /// Whether its words, its place, or what it rests on is another.
    pub fn is_changed(&self) -> bool {
        self.change != Change::Same || self.ground.is_some()
    }

    /// The lines of its clauses beside each other, weighed or not.
    pub(super) fn read(&self, old: &Text, new: &Text, weighed: bool) -> Vec<Row> {
        let alike = matches!(self.change, Change::Same | Change::Typographic | Change::Moved);
        let numbers = match (self.old.as_slice(), self.new.as_slice()) {
            ([was], [is]) => {
                let (was, is) = (&old.clauses()[*was as usize], &new.clauses()[*is as usize]);
                numbers::pieces((old, was), (new, is), self.number)
            }
            _ => Vec::new(),
        };
        Sides { old: (old, &self.old), new: (new, &self.new), numbers, alike, weighed }.rows()
    }
}

/// How many clauses met which fate, and how many words changed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Summary {
    /// Clauses that did not change; so the other counts, each by its fate.
    pub same: u32,
    /// Clauses that read the same.
    pub typographic: u32,
    /// Clauses with other words; of these, some are moved too.
    pub reworded: u32,
    /// Clauses that stand elsewhere.
    pub moved: u32,
    /// Clauses that became several.
    pub split: u32,
    /// Clauses that are made of several.
    pub merged: u32,
    /// Clauses that went.
    pub removed: u32,
    /// Clauses that came.
    pub added: u32,
    /// Of all these, clauses that mean something else whatever their words: other titles or other words stand above them, or a reference in
    /// them means another clause.
    pub elsewhere: u32,
    /// The words that changed in all hunks.
    #[serde(flatten)]
    pub weight: Weight,
}

impl Changes {
    /// The hunks that are not the same in both texts, or mean something else.
    pub fn changed(&self) -> impl Iterator<Item = &Hunk> {
        self.hunks.iter().filter(|hunk| hunk.is_changed())
    }

    /// The hunk that shows this clause of the new text; none for an index beyond the last.
    pub fn of_new(&self, clause: u32) -> Option<&Hunk> {
        self.hunks.iter().find(|hunk| hunk.new.contains(&clause))
    }

    /// The hunk that shows what became of this clause of the old text, not the mark where it stood; none for an index beyond the last.
    pub fn of_old(&self, clause: u32) -> Option<&Hunk> {
        self.hunks.iter().find(|hunk| hunk.now_at.is_none() && hunk.old.contains(&clause))
    }
}

/// The whole difference from one text to another. Removed clauses stand after what they followed; a moved one leaves a mark where it was.
pub fn changes(old: &Text, new: &Text, map: &ClauseMap) -> Changes {
    let read = read(old, new, map, true);
    Changes { hunks: read.hunks, summary: read.summary, astray: astray(old, new, map) }
}

/// The clauses that changed, in the same order, without rows, and with nothing weighed, which is quicker: for `to_text` and `to_html`,
/// which read the rows of a hunk when they write it.
pub fn changed(old: &Text, new: &Text, map: &ClauseMap) -> Vec<Hunk> {
    read(old, new, map, false).hunks
}

fn read<'a>(old: &'a Text, new: &'a Text, map: &'a ClauseMap, all: bool) -> Reading<'a> {
    let mut reading = Reading {
        old,
        new,
        map,
        all,
        shown: ByKey::default(),
        hunks: Vec::new(),
        summary: Summary::default(),
    };
    let mut gone = reading.gone_after();
    reading.leave(gone.remove(&None).unwrap_or_default());
    for at in 0..new.clauses().len() as u32 {
        let fate = &map.new_fates()[at as usize];
        if fate.change != Change::Split || reading.first_part(at) {
            reading.show(fate.change, fate.others.clone(), reading.parts(at));
        }
        for &source in &fate.others {
            reading.leave(gone.remove(&Some(source)).unwrap_or_default());
        }
    }
    reading
}

struct Reading<'a> {
    old: &'a Text,
    new: &'a Text,
    map: &'a ClauseMap,
    /// Whether what stayed as it was is shown, with the rows of everything, and the rest weighed.
    all: bool,
    /// How often each clause digest was shown, by its first bytes.
    shown: ByKey<u32>,
    hunks: Vec<Hunk>,
    summary: Summary,
}

impl Reading<'_> {
    /// For each old clause that stayed in place (or the beginning), the removed and moved ones that followed it.
    fn gone_after(&self) -> HashMap<Option<u32>, Vec<u32>> {
        let mut gone: HashMap<Option<u32>, Vec<u32>> = HashMap::new();
        let mut last = None;
        for (index, fate) in self.map.old_fates().iter().enumerate() {
            if fate.change == Change::Removed || fate.change.is_moved() {
                gone.entry(last).or_default().push(index as u32);
            } else {
                last = Some(index as u32);
            }
        }
        gone
    }

    fn leave(&mut self, clauses: Vec<u32>) {
        for at in clauses {
            match self.map.old_fates()[at as usize].others.first() {
                None => self.show(Change::Removed, vec![at], Vec::new()),
                Some(&to) => {
                    let now_at = Some(format!("d-{:08x}", start(self.new, to)));
                    let id = self.id("d-was-", start(self.old, at));
                    let change = self.map.old_fates()[at as usize].change;
                    let (old, new) = (vec![at], vec![to]);
                    self.hunks.push(Hunk { id, change, old, new, now_at, ..Hunk::default() });
                }
            }
        }
    }

    fn first_part(&self, at: u32) -> bool {
        self.parts(at).first() == Some(&at)
    }

    /// All parts of the split that this clause belongs to; else just itself.
    fn parts(&self, at: u32) -> Vec<u32> {
        let fate = &self.map.new_fates()[at as usize];
        match (fate.change, fate.others.first()) {
            (Change::Split, Some(&whole)) => self.map.old_fates()[whole as usize].others.clone(),
            _ => vec![at],
        }
    }

    fn show(&mut self, change: Change, old: Vec<u32>, new: Vec<u32>) {
        let fate: Option<&Fate> = old.first().map(|at| &self.map.old_fates()[*at as usize]);
        let (number, ground) = fate.map_or_else(Default::default, |fate| (fate.number, fate.ground));
        let mut hunk = Hunk { change, old, new, number, ground, ..Hunk::default() };
        let shown = self.all || hunk.is_changed();
        if self.all {
            hunk.rows = hunk.read(self.old, self.new, true);
            hunk.rows.iter().for_each(|row| hunk.weight += row.weight);
        }
        self.count(change, hunk.weight);
        self.summary.elsewhere += u32::from(ground.is_some());
        let id = match (hunk.new.first(), hunk.old.first()) {
            (Some(&at), _) => start(self.new, at),
            (None, Some(&at)) => start(self.old, at),
            (None, None) => return,
        };
        hunk.id = self.id("d-", id);
        if shown {
            self.hunks.push(hunk);
        }
    }

    /// A name that no other hunk has: equal clauses are counted.
    fn id(&mut self, kind: &str, start: u32) -> String {
        let times = self.shown.entry(mix(u64::from(start), (kind.len() as u64) << 32)).or_insert(0);
        *times += 1;
        if *times == 1 { format!("{kind}{start:08x}") } else { format!("{kind}{start:08x}-{times}") }
    }

    fn count(&mut self, change: Change, weight: Weight) {
        let counts = &mut self.summary;
        match change {
            Change::Same => counts.same += 1,
            Change::Typographic => counts.typographic += 1,
            Change::Reworded => counts.reworded += 1,
            Change::Moved => counts.moved += 1,
            Change::MovedAndReworded => {
                counts.moved += 1;
                counts.reworded += 1;
            }
            Change::Split => counts.split += 1,
            Change::Merged => counts.merged += 1,
            Change::Removed => counts.removed += 1,
            Change::Added => counts.added += 1,
        }
        counts.weight += weight;
    }
}

/// The id of the change that shows a clause with this digest, in whatever comparison; of a clause that is there twice, the first.
pub fn hunk_id(clause: &Digest) -> String {
    format!("d-{:08x}", first_four(clause))
}

/// The first four bytes of a clause's digest.
fn start(text: &Text, clause: u32) -> u32 {
    first_four(&text.clauses()[clause as usize].digest)
}

fn first_four(digest: &Digest) -> u32 {
    let [a, b, c, d, ..] = digest.0;
    u32::from_be_bytes([a, b, c, d])
}
