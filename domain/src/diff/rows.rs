//! Lines beside lines.

use serde::Serialize;

use super::{Piece, PieceKind, common, words};
use crate::{text::Line, words::each};

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

/// Pairs lines in order: equal ones first, and between them so that the most words stay.
pub(super) fn rows<'a>(old: &[&'a Line], new: &[&'a Line]) -> Vec<Row> {
    let text = |lines: &[&'a Line]| lines.iter().map(|line| line.text.as_str()).collect::<Vec<_>>();
    let equal = match old.len() == new.len() && old.iter().zip(new).all(|(old, new)| old.text == new.text) {
        true => vec![(0, 0, old.len())],
        false => common(&text(old), &text(new)),
    };
    let (mut i, mut j, mut rows) = (0, 0, Vec::new());
    for (from, to, count) in equal.into_iter().chain([(old.len(), new.len(), 0)]) {
        alike(&old[i..from], &new[j..to], &mut rows);
        rows.extend((0..count).map(|step| row(old[from + step], new[to + step])));
        (i, j) = (from + count, to + count);
    }
    rows
}

/// Above this many pairs of lines between two equal ones, none of them are paired.
const MOST_PAIRS: usize = 250_000;

fn alike(old: &[&Line], new: &[&Line], rows: &mut Vec<Row>) {
    if let ([old], [new]) = (old, new) {
        rows.push(row(old, new));
        return;
    }
    if old.is_empty() || new.is_empty() || old.len() * new.len() > MOST_PAIRS {
        rows.extend(old.iter().map(|line| one_sided(line, PieceKind::Removed)));
        rows.extend(new.iter().map(|line| one_sided(line, PieceKind::Added)));
        return;
    }
    let likeness = Likeness::new(old, new);
    let mut best = vec![0.0_f32; (old.len() + 1) * (new.len() + 1)];
    let at = |i: usize, j: usize| i * (new.len() + 1) + j;
    for i in (0..old.len()).rev() {
        for j in (0..new.len()).rev() {
            let paired = likeness.of(i, j).map_or(0.0, |alike| alike + best[at(i + 1, j + 1)]);
            best[at(i, j)] = paired.max(best[at(i + 1, j)]).max(best[at(i, j + 1)]);
        }
    }
    let (mut i, mut j) = (0, 0);
    while i < old.len() || j < new.len() {
        let pair = (i < old.len() && j < new.len()).then(|| likeness.of(i, j)).flatten();
        if pair.is_some_and(|alike| alike + best[at(i + 1, j + 1)] >= best[at(i, j)]) {
            rows.push(row(old[i], new[j]));
            (i, j) = (i + 1, j + 1);
        } else if j == new.len() || (i < old.len() && best[at(i + 1, j)] >= best[at(i, j + 1)]) {
            rows.push(one_sided(old[i], PieceKind::Removed));
            i += 1;
        } else {
            rows.push(one_sided(new[j], PieceKind::Added));
            j += 1;
        }
    }
}

fn row(old: &Line, new: &Line) -> Row {
    Row { old: Some(old.number), new: Some(new.number), pieces: words(&old.text, &new.text) }
}

fn one_sided(line: &Line, kind: PieceKind) -> Row {
    let number = Some(line.number);
    let (old, new) = if kind == PieceKind::Added { (None, number) } else { (number, None) };
    Row { old, new, pieces: vec![Piece { kind, text: line.text.to_string() }] }
}

/// How alike two lines are; only lines that share a good part of their words may be paired.
struct Likeness {
    old: Vec<Vec<u64>>,
    new: Vec<Vec<u64>>,
}

impl Likeness {
    fn new(old: &[&Line], new: &[&Line]) -> Self {
        let sorted = |line: &&Line| {
            let mut words = Vec::new();
            each(&line.text, |_, key| words.push(key));
            words.sort_unstable();
            words
        };
        Self { old: old.iter().map(sorted).collect(), new: new.iter().map(sorted).collect() }
    }

    fn of(&self, i: usize, j: usize) -> Option<f32> {
        let (a, b) = (&self.old[i], &self.new[j]);
        let (mut x, mut y, mut shared) = (0, 0, 0);
        while x < a.len() && y < b.len() {
            match a[x].cmp(&b[y]) {
                std::cmp::Ordering::Less => x += 1,
                std::cmp::Ordering::Greater => y += 1,
                std::cmp::Ordering::Equal => (x, y, shared) = (x + 1, y + 1, shared + 1),
            }
        }
        let alike = 2.0 * shared as f32 / (a.len() + b.len()).max(1) as f32;
        (alike >= 0.35).then_some(alike)
    }
}
