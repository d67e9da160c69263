//! What changed: word by word in a line, line by line in a clause, clause by clause in a text.

mod abridged;
mod changes;
mod class;
mod numbers;
mod rows;
mod weight;
mod write;

use std::{collections::HashMap, hash::BuildHasherDefault};

use crate::{clause_map::in_order, segment, words::AsIs};
use serde::{Deserialize, Serialize};
use similar::{Algorithm, DiffOp, capture_diff_slices};

pub(crate) use abridged::NUMBERED;
pub use abridged::{Abridged, Cut, Numbered};
pub use changes::{Changes, Hunk, Summary, changed, changes, hunk_id};
pub use class::{NotEditorial, class_of, defined_terms, editorial};
pub use rows::Row;
pub use weight::Weight;
pub use write::{Label, to_html, to_text};

/// A stretch of text that stayed, went or came.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Piece {
    pub kind: PieceKind,
    pub text: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PieceKind {
    Same,
    Removed,
    Added,
}

/// Up to this many words on one side they are compared one by one; longer stretches are first cut at the words that stand
/// once in both, and what stays longer counts as replaced, which keeps the time near linear.
const MOST_WORDS: usize = 4_000;

/// The word differences of two texts, removed before added. Joined without the added pieces they give `old`, without the removed ones `new`.
pub fn words(old: &str, new: &str) -> Vec<Piece> {
    if old == new {
        return Vec::from_iter(
            (!old.is_empty()).then(|| Piece { kind: PieceKind::Same, text: old.to_owned() }),
        );
    }
    let (a, b) = (segment::pieces(old), segment::pieces(new));
    let mut pieces = Pieces::default();
    for op in differences(&a, &b) {
        let (from, to) = (a[op.old_range()].concat(), b[op.new_range()].concat());
        match op {
            DiffOp::Equal { .. } => pieces.same(&from),
            DiffOp::Delete { .. } | DiffOp::Insert { .. } | DiffOp::Replace { .. } => {
                pieces.changed(&from, &to)
            }
        }
    }
    pieces.finish()
}

/// The pairs of runs that two sequences have in common, in order: where each starts, and how long it is.
pub(crate) fn common<T: Eq + std::hash::Hash + Ord>(old: &[T], new: &[T]) -> Vec<(usize, usize, usize)> {
    let equal = differences(old, new).into_iter().filter(|op| matches!(op, DiffOp::Equal { .. }));
    equal.map(|op| (op.old_range().start, op.new_range().start, op.old_range().len())).collect()
}

fn differences<T: Eq + std::hash::Hash + Ord>(old: &[T], new: &[T]) -> Vec<DiffOp> {
    let before = old.iter().zip(new).take_while(|(a, b)| a == b).count();
    let (a, b) = (&old[before..], &new[before..]);
    let after = a.iter().rev().zip(b.iter().rev()).take_while(|(a, b)| a == b).count();
    let (a, b) = (&a[..a.len() - after], &b[..b.len() - after]);
    let mut ops = vec![DiffOp::Equal { old_index: 0, new_index: 0, len: before }];
    let (mut x, mut y) = (0, 0);
    for (i, j) in fixed(a, b).into_iter().chain([(a.len(), b.len())]) {
        ops.extend(stretch(&a[x..i], &b[y..j]).into_iter().map(|op| shifted(op, before + x, before + y)));
        if i < a.len() {
            ops.push(DiffOp::Equal { old_index: before + i, new_index: before + j, len: 1 });
        }
        (x, y) = (i + 1, j + 1);
    }
    ops.push(DiffOp::Equal { old_index: old.len() - after, new_index: new.len() - after, len: after });
    ops.retain(|op| !op.old_range().is_empty() || !op.new_range().is_empty());
    ops
}

/// What cuts long stretches into short ones.
fn fixed<T: Eq + std::hash::Hash>(old: &[T], new: &[T]) -> Vec<(usize, usize)> {
    if old.len().min(new.len()) <= MOST_WORDS { Vec::new() } else { once_in_order(old, new) }
}

/// What stands once on both sides and is in order: its places in both.
fn once_in_order<T: Eq + std::hash::Hash>(old: &[T], new: &[T]) -> Vec<(usize, usize)> {
    let mut seen: HashMap<&T, [Option<u32>; 4], BuildHasherDefault<AsIs>> =
        HashMap::with_capacity_and_hasher(old.len().max(new.len()), BuildHasherDefault::default());
    for (side, items) in [(0, old), (2, new)] {
        for (at, item) in items.iter().enumerate() {
            let places = seen.entry(item).or_default();
            let second = usize::from(places[side].is_some());
            places[side + second] = Some(at as u32);
        }
    }
    let lone = |places: [Option<u32>; 4]| match places {
        [Some(a), None, Some(b), None] => Some((a, b, 1.0)),
        _ => None,
    };
    let mut pairs: Vec<_> = seen.into_values().filter_map(lone).collect();
    pairs.sort_unstable_by_key(|pair| pair.0);
    let kept = in_order(&pairs);
    pairs
        .iter()
        .zip(kept)
        .filter(|(_, kept)| *kept)
        .map(|(pair, _)| (pair.0 as usize, pair.1 as usize))
        .collect()
}

fn stretch<T: Eq + std::hash::Hash + Ord>(old: &[T], new: &[T]) -> Vec<DiffOp> {
    if old.len().min(new.len()) <= MOST_WORDS && old.len().max(new.len()) <= 8 * MOST_WORDS {
        return capture_diff_slices(Algorithm::Myers, old, new);
    }
    vec![DiffOp::Replace { old_index: 0, old_len: old.len(), new_index: 0, new_len: new.len() }]
}

fn shifted(op: DiffOp, old: usize, new: usize) -> DiffOp {
    match op {
        DiffOp::Equal { old_index, new_index, len } => {
            DiffOp::Equal { old_index: old_index + old, new_index: new_index + new, len }
        }
        DiffOp::Delete { old_index, old_len, new_index } => {
            DiffOp::Delete { old_index: old_index + old, old_len, new_index: new_index + new }
        }
        DiffOp::Insert { old_index, new_index, new_len } => {
            DiffOp::Insert { old_index: old_index + old, new_index: new_index + new, new_len }
        }
        DiffOp::Replace { old_index, old_len, new_index, new_len } => {
            DiffOp::Replace { old_index: old_index + old, old_len, new_index: new_index + new, new_len }
        }
    }
}

/// Gathers pieces so that a replaced phrase reads as one removal and one addition, not as a patchwork around single spaces.
#[derive(Default)]
struct Pieces {
    done: Vec<Piece>,
    removed: String,
    added: String,
    /// White space or punctuation after a change, which joins it if another change follows at once.
    held: String,
}

impl Pieces {
    fn same(&mut self, text: &str) {
        let changing = !self.removed.is_empty() || !self.added.is_empty();
        if changing && self.held.is_empty() && !text.is_empty() && text.chars().all(char::is_whitespace) {
            self.held.push_str(text);
            return;
        }
        self.settle();
        self.push(PieceKind::Same, text);
    }

    fn changed(&mut self, from: &str, to: &str) {
        let replaces =
            (!self.removed.is_empty() || !from.is_empty()) && (!self.added.is_empty() || !to.is_empty());
        if !self.held.is_empty() && replaces {
            let held = std::mem::take(&mut self.held);
            self.removed.push_str(&held);
            self.added.push_str(&held);
        } else if !self.held.is_empty() {
            self.settle();
        }
        self.removed.push_str(from);
        self.added.push_str(to);
    }

    /// White space that both begin or end with is no part of the change.
    fn settle(&mut self) {
        let (removed, added, held) = (
            std::mem::take(&mut self.removed),
            std::mem::take(&mut self.added),
            std::mem::take(&mut self.held),
        );
        let space = |text: &str| text.len() - text.trim_start().len();
        let lead = if removed[..space(&removed)] == added[..space(&added)] { space(&removed) } else { 0 };
        let (from, to) = (&removed[lead..], &added[lead..]);
        let tail = &from[from.trim_end().len()..];
        let tail = if !from.trim().is_empty() && to[to.trim_end().len()..] == *tail { tail } else { "" };
        self.push(PieceKind::Same, &removed[..lead]);
        self.push(PieceKind::Removed, &from[..from.len() - tail.len()]);
        self.push(PieceKind::Added, &to[..to.len() - tail.len()]);
        self.push(PieceKind::Same, tail);
        self.push(PieceKind::Same, &held);
    }

    fn push(&mut self, kind: PieceKind, text: &str) {
        match self.done.last_mut() {
            Some(last) if last.kind == kind => last.text.push_str(text),
            _ if text.is_empty() => {}
            _ => self.done.push(Piece { kind, text: text.to_owned() }),
        }
    }

    fn finish(mut self) -> Vec<Piece> {
        self.settle();
        self.done
    }
}
