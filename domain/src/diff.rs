//! What changed: word by word in a line, line by line in a clause, clause by clause in a text.

mod changes;
mod class;
mod rows;
mod weight;
mod write;

use serde::{Deserialize, Serialize};
use similar::{Algorithm, DiffOp, capture_diff_slices};
use unicode_segmentation::UnicodeSegmentation;

pub use changes::{Changes, Hunk, Summary, changes};
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

/// Beyond this many differing words on both sides the whole stretch counts as replaced, which keeps the time linear.
const MOST_WORDS: usize = 20_000;

/// The word differences of two texts, removed before added. Joined without the added pieces they give `old`, without the removed ones `new`.
pub fn words(old: &str, new: &str) -> Vec<Piece> {
    let (a, b): (Vec<_>, Vec<_>) = (old.split_word_bounds().collect(), new.split_word_bounds().collect());
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
    let after =
        old[before..].iter().rev().zip(new[before..].iter().rev()).take_while(|(a, b)| a == b).count();
    let (a, b) = (&old[before..old.len() - after], &new[before..new.len() - after]);
    if a.len().min(b.len()) <= MOST_WORDS {
        return capture_diff_slices(Algorithm::Myers, old, new);
    }
    let ends = |len| DiffOp::Equal { old_index: 0, new_index: 0, len };
    let tail = DiffOp::Equal { old_index: old.len() - after, new_index: new.len() - after, len: after };
    let replaced =
        DiffOp::Replace { old_index: before, old_len: a.len(), new_index: before, new_len: b.len() };
    [ends(before), replaced, tail]
        .into_iter()
        .filter(|op| !op.old_range().is_empty() || !op.new_range().is_empty())
        .collect()
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
        if !self.held.is_empty() {
            let joins =
                !self.removed.is_empty() && !self.added.is_empty() && !from.is_empty() && !to.is_empty();
            if joins {
                let held = std::mem::take(&mut self.held);
                self.removed.push_str(&held);
                self.added.push_str(&held);
            } else {
                self.settle();
            }
        }
        self.removed.push_str(from);
        self.added.push_str(to);
    }

    fn settle(&mut self) {
        let (removed, added, held) = (
            std::mem::take(&mut self.removed),
            std::mem::take(&mut self.added),
            std::mem::take(&mut self.held),
        );
        self.push(PieceKind::Removed, &removed);
        self.push(PieceKind::Added, &added);
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
