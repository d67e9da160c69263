//! Lines beside lines.

use serde::Serialize;

use super::{Piece, PieceKind, words};
use crate::text::Line;

/// A line of the old text beside the line of the new one that it became; one side is empty when a line came or went.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Row {
    /// Line numbers, counted from 1.
    pub old: Option<u32>,
    pub new: Option<u32>,
    pub pieces: Vec<Piece>,
}

impl Row {
    pub fn is_same(&self) -> bool {
        self.pieces.iter().all(|piece| piece.kind == PieceKind::Same)
    }

    /// What stands on the old side.
    pub fn old_pieces(&self) -> impl Iterator<Item = &Piece> {
        self.pieces.iter().filter(|piece| piece.kind != PieceKind::Added)
    }

    /// What stands on the new side.
    pub fn new_pieces(&self) -> impl Iterator<Item = &Piece> {
        self.pieces.iter().filter(|piece| piece.kind != PieceKind::Removed)
    }
}

/// Pairs lines in order so that the most words stay.
pub(super) fn rows(old: &[&Line], new: &[&Line]) -> Vec<Row> {
    let likeness = Likeness::new(old, new);
    let mut best = vec![0.0_f32; (old.len() + 1) * (new.len() + 1)];
    let at = |i: usize, j: usize| i * (new.len() + 1) + j;
    if likeness.small {
        for i in (0..old.len()).rev() {
            for j in (0..new.len()).rev() {
                let paired = likeness.of(i, j).map_or(0.0, |alike| alike + best[at(i + 1, j + 1)]);
                best[at(i, j)] = paired.max(best[at(i + 1, j)]).max(best[at(i, j + 1)]);
            }
        }
    }
    let (mut i, mut j, mut rows) = (0, 0, Vec::new());
    while i < old.len() || j < new.len() {
        let pair = (i < old.len() && j < new.len()).then(|| likeness.of(i, j)).flatten();
        if pair.is_some_and(|alike| !likeness.small || alike + best[at(i + 1, j + 1)] >= best[at(i, j)]) {
            rows.push(Row {
                old: Some(old[i].number),
                new: Some(new[j].number),
                pieces: words(&old[i].text, &new[j].text),
            });
            (i, j) = (i + 1, j + 1);
        } else if j == new.len() || (i < old.len() && best[at(i + 1, j)] >= best[at(i, j + 1)]) {
            rows.push(one_sided(old[i], PieceKind::Removed));
            i += 1;
        } else {
            rows.push(one_sided(new[j], PieceKind::Added));
            j += 1;
        }
    }
    rows
}

fn one_sided(line: &Line, kind: PieceKind) -> Row {
    let number = Some(line.number);
    let (old, new) = if kind == PieceKind::Added { (None, number) } else { (number, None) };
    Row { old, new, pieces: vec![Piece { kind, text: line.text.clone() }] }
}

/// How alike two lines are; only lines that share a good part of their words may be paired.
struct Likeness<'a> {
    old: Vec<Vec<&'a str>>,
    new: Vec<Vec<&'a str>>,
    small: bool,
}

impl<'a> Likeness<'a> {
    fn new(old: &[&'a Line], new: &[&'a Line]) -> Self {
        let sorted = |lines: &[&'a Line]| {
            let words = |line: &&'a Line| {
                let mut words: Vec<&str> = line.text.split_whitespace().collect();
                words.sort_unstable();
                words
            };
            lines.iter().map(words).collect::<Vec<_>>()
        };
        Self { old: sorted(old), new: sorted(new), small: old.len() * new.len() <= 40_000 }
    }

    fn of(&self, i: usize, j: usize) -> Option<f32> {
        let (a, b) = (&self.old[i], &self.new[j]);
        if !self.small {
            return (a == b).then_some(1.0);
        }
        let (mut x, mut y, mut shared) = (0, 0, 0);
        while x < a.len() && y < b.len() {
            match a[x].cmp(b[y]) {
                std::cmp::Ordering::Less => x += 1,
                std::cmp::Ordering::Greater => y += 1,
                std::cmp::Ordering::Equal => (x, y, shared) = (x + 1, y + 1, shared + 1),
            }
        }
        let alike = 2.0 * shared as f32 / (a.len() + b.len()).max(1) as f32;
        (alike >= 0.35 || (self.old.len() == 1 && self.new.len() == 1)).then_some(alike)
    }
}
