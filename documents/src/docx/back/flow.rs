//! A paragraph as it was before anything was changed, with all that was changed in it.

use std::ops::Range;

use chrono::{DateTime, Utc};

use crate::docx::read::{At, Change, Fate, Kind, Piece, Read, Unit};

/// One paragraph of the text before the changes: one unit, or several that were one until somebody broke it.
#[derive(Clone, Debug, Default)]
pub(super) struct Flow {
    pub kind: Kind,
    pub units: Range<usize>,
    pub pieces: Vec<Piece>,
    /// Where the pieces of each unit begin.
    starts: Vec<usize>,
    /// What it said before anything was changed.
    pub before: Vec<char>,
    /// The changes, each a run of pieces by one author.
    pub groups: Vec<Group>,
}

/// A tracked change: pieces beside each other by one author.
#[derive(Clone, Debug)]
pub(super) struct Group {
    pub pieces: Range<usize>,
    pub author: String,
    pub written: Option<DateTime<Utc>>,
}

/// The paragraphs of a file before the changes.
pub(super) fn flows(read: &Read) -> Vec<Flow> {
    let mut flows = Vec::new();
    let mut first = 0;
    while first < read.units.len() {
        let broken = |unit: &Unit| {
            let added = unit.end.as_ref().is_some_and(|change| change.fate == Fate::Added);
            added && !matches!(unit.kind, Kind::Row { .. })
        };
        let rest = &read.units[first..];
        let length = rest.iter().take_while(|unit| broken(unit)).count() + 1;
        let last = (first + length).min(read.units.len());
        flows.push(Flow::of(&read.units[first..last], first));
        first = last;
    }
    flows
}

/// The flow that holds a unit; the last for what stands after all.
pub(super) fn holding(flows: &[Flow], unit: usize) -> Option<usize> {
    let found = flows.partition_point(|flow| flow.units.end <= unit);
    if flows.is_empty() { None } else { Some(found.min(flows.len() - 1)) }
}

impl Flow {
    fn of(units: &[Unit], first: usize) -> Self {
        let mut flow = Self { units: first..first + units.len(), ..Self::default() };
        for (index, unit) in units.iter().enumerate() {
            if index + 1 == units.len() || !unit.before().trim().is_empty() && flow.kind == Kind::Plain {
                flow.kind = unit.kind.clone();
            }
            flow.starts.push(flow.pieces.len());
            // A row that comes or goes says so once for all its cells.
            let whole = unit.end.as_ref().filter(|_| matches!(unit.kind, Kind::Row { .. }));
            let own = unit.pieces.iter().map(|piece| Piece {
                change: piece.change.clone().or_else(|| whole.cloned()),
                ..piece.clone()
            });
            flow.pieces.extend(own);
            if index + 1 < units.len() {
                let change: Option<Change> = unit.end.clone();
                flow.pieces.push(Piece { words: "\n\n".to_owned(), change, ..Piece::default() });
            }
        }
        let was = flow.pieces.iter().filter(|piece| piece.was());
        flow.before = was.flat_map(|piece| piece.words.chars()).collect();
        flow.groups = groups(&flow.pieces);
        flow
    }

    /// The index of a place among the pieces.
    pub fn index(&self, at: At) -> usize {
        let unit = at.unit.saturating_sub(self.units.start);
        match self.starts.get(unit) {
            Some(start) => (start + at.piece).min(self.pieces.len()),
            None => self.pieces.len(),
        }
    }

    /// How many characters stood before a piece.
    pub fn before_of(&self, piece: usize) -> usize {
        let was = self.pieces[..piece].iter().filter(|piece| piece.was());
        was.map(|piece| piece.words.chars().count()).sum()
    }

    /// Some characters of what it said before.
    pub fn before_chars(&self, chars: &Range<usize>) -> String {
        let end = chars.end.min(self.before.len());
        self.spaced(self.before[chars.start.min(end)..end].iter().collect())
    }

    /// A tab after the number of an item is a space of the text; between cells it stays.
    fn spaced(&self, words: String) -> String {
        if matches!(self.kind, Kind::Row { .. }) { words } else { words.replace('\t', " ") }
    }

    /// What these characters become when some groups of changes are accepted, and no others.
    pub fn accepted(&self, chars: &Range<usize>, groups: &[usize]) -> String {
        let mut out = String::new();
        let mut index = 0;
        for (number, piece) in self.pieces.iter().enumerate() {
            let group = groups.iter().find(|group| self.groups[**group].pieces.contains(&number));
            let length = if piece.was() { piece.words.chars().count() } else { 0 };
            match (group, piece.was()) {
                (Some(_), true) => {}
                (Some(_), false) => {
                    let inside = (chars.start..=chars.end).contains(&index);
                    if inside && piece.is() {
                        out.push_str(&piece.words);
                    }
                }
                (None, true) => {
                    let own = index.max(chars.start)..(index + length).min(chars.end);
                    if own.start < own.end {
                        out.extend(piece.words.chars().skip(own.start - index).take(own.len()));
                    }
                }
                (None, false) => {}
            }
            index += length;
        }
        self.spaced(out.trim().to_owned())
    }
}

fn groups(pieces: &[Piece]) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for (index, piece) in pieces.iter().enumerate() {
        let Some(change) = piece.change.as_ref().filter(|change| change.fate != Fate::Undone) else {
            continue;
        };
        let goes_on = |group: &&mut Group| {
            group.pieces.end == index
                && group.author == change.author
                && is_near(group.written, change.written)
        };
        match groups.last_mut().filter(goes_on) {
            Some(group) => group.pieces.end = index + 1,
            None => groups.push(Group {
                pieces: index..index + 1,
                author: change.author.clone(),
                written: change.written,
            }),
        }
    }
    let says = |group: &Group| {
        let words: String = pieces[group.pieces.clone()].iter().map(|piece| piece.words.as_str()).collect();
        !words.trim().is_empty() || words.contains('\n')
    };
    groups.retain(says);
    groups
}

/// Whether two changes were made in one go, as far as the file says.
fn is_near(one: Option<DateTime<Utc>>, other: Option<DateTime<Utc>>) -> bool {
    match (one, other) {
        (Some(one), Some(other)) => (one - other).abs() < chrono::TimeDelta::hours(1),
        _ => true,
    }
}
