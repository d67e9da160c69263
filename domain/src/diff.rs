//! What changed: word by word in a line, line by line in a clause, clause by clause in a text.

mod changes;
mod class;
mod fixed;
mod harmless;
mod likeness;
mod looks;
mod numbers;
mod pieces;
mod references;
mod rows;
mod weight;
mod write;

use std::{collections::HashMap, hash::BuildHasherDefault};

use crate::{clause_map::in_order, words::AsIs};
use similar::{Algorithm, DiffOp, capture_diff_slices};

pub use changes::{Changes, Hunk, Summary, changed, changes, hunk_id};
pub use class::{Editorial, NotEditorial, class_of, classes, defined_terms};
pub(crate) use looks::same_bearing;
pub use numbers::{ClauseWords, clause_words};
pub use pieces::{Piece, PieceKind, words};
pub use references::{Astray, References, astray};
pub use rows::Row;
pub use weight::Weight;
pub use write::{Label, Style, astray_to_html, astray_to_text, spelled, to_html, to_text};

/// Up to this many words on one side they are compared one by one; longer stretches are first cut at the words that stand
/// once in both, and what stays longer counts as replaced, which keeps the time near linear.
const MOST_WORDS: usize = 4_000;

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
        for (index, item) in items.iter().enumerate() {
            let places = seen.entry(item).or_default();
            let second = usize::from(places[side].is_some());
            places[side + second] = Some(index as u32);
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
