//! Lines beside lines.

use std::ops::Range;

use serde::Serialize;

use super::{Piece, PieceKind, Weight, common, numbers, words};
use crate::{
    text::{Language, Line, LineRange, Text, uniform},
    words::each,
};

/// A line of the old text beside the line of the new one that it became; one side is empty when a line came or went. Where the end of a
/// sentence moved, several lines that stand together on one side.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Row {
    /// The first line of each side, counted from 1.
    pub old: Option<u32>,
    pub new: Option<u32>,
    /// The last one.
    pub old_last: Option<u32>,
    pub new_last: Option<u32>,
    pub pieces: Vec<Piece>,
    /// Nothing if and only if no piece is marked.
    pub weight: Weight,
}

impl Row {
    /// Whether a reader aloud hears no change.
    pub fn is_same(&self) -> bool {
        !self.pieces.iter().any(|piece| piece.kind.is_marked())
    }

    /// Whether something differs that nobody hears.
    pub fn is_retyped(&self) -> bool {
        self.pieces.iter().any(|piece| piece.kind.is_typographic())
    }

    /// The lines of the old text.
    pub fn old_lines(&self) -> Option<LineRange> {
        Some(LineRange::spanning(self.old?, self.old_last?))
    }

    /// The lines of the new text.
    pub fn new_lines(&self) -> Option<LineRange> {
        Some(LineRange::spanning(self.new?, self.new_last?))
    }

    /// What stands on the old side.
    pub fn old_pieces(&self) -> impl Iterator<Item = &Piece> {
        self.pieces.iter().filter(|piece| piece.kind.is_old())
    }

    /// What stands on the new side.
    pub fn new_pieces(&self) -> impl Iterator<Item = &Piece> {
        self.pieces.iter().filter(|piece| piece.kind.is_new())
    }
}

/// The lines of some clauses of one text beside those of another.
pub(super) struct Sides<'a> {
    pub old: (&'a Text, &'a [u32]),
    pub new: (&'a Text, &'a [u32]),
    /// The numbers of both, where one clause became one.
    pub numbers: Vec<Piece>,
    /// Whether both are known to read the same, however their lines are cut.
    pub alike: bool,
}

/// A line without the number its clause begins with.
struct Said<'a> {
    line: &'a Line,
    number: &'a str,
    words: &'a str,
}

impl Sides<'_> {
    /// Pairs lines in order: equal ones first, and between them so that the most words stay.
    pub fn rows(&self) -> Vec<Row> {
        let (old, new) = (said(self.old), said(self.new));
        let same = |old: &Said<'_>, new: &Said<'_>| {
            old.words == new.words || uniform(old.words) == uniform(new.words)
        };
        let paired = old.iter().zip(&new).all(|(old, new)| self.alike || same(old, new));
        if old.len() == new.len() && paired {
            return (0..old.len()).map(|at| self.row(&old[at..=at], &new[at..=at])).collect();
        }
        if self.alike && !old.is_empty() && !new.is_empty() {
            return vec![self.row(&old, &new)];
        }
        let keys = |lines: &[Said<'_>]| {
            lines.iter().map(|line| uniform(line.words).into_owned()).collect::<Vec<_>>()
        };
        let equal = common(&keys(&old), &keys(&new));
        let (mut i, mut j, mut rows) = (0, 0, Vec::new());
        for (from, to, count) in equal.into_iter().chain([(old.len(), new.len(), 0)]) {
            for (gone, come) in between(&old[i..from], &new[j..to]) {
                rows.push(self.row(&old[i + gone.start..i + gone.end], &new[j + come.start..j + come.end]));
            }
            rows.extend(
                (0..count).map(|step| self.row(&old[from + step..=from + step], &new[to + step..=to + step])),
            );
            (i, j) = (from + count, to + count);
        }
        rows
    }

    /// The language both are in.
    fn language(&self) -> Option<Language> {
        let language = self.new.0.manner().language;
        language.filter(|_| self.old.0.manner().language == language)
    }

    fn row(&self, old: &[Said<'_>], new: &[Said<'_>]) -> Row {
        let (gone, come) = (joined(self.old.0, old), joined(self.new.0, new));
        let mut pieces = self.number(old.first(), new.first());
        match (old.is_empty(), new.is_empty()) {
            (false, false) => pieces.extend(words(&gone, &come)),
            (false, true) => pieces.push(Piece { kind: PieceKind::Removed, text: gone }),
            (true, _) => pieces.push(Piece { kind: PieceKind::Added, text: come }),
        }
        if self.alike {
            pieces.iter_mut().for_each(Piece::hush);
        }
        pieces.dedup_by(|next, last| {
            let joins = next.kind == last.kind;
            if joins {
                last.text.push_str(&next.text);
            }
            joins
        });
        let first = |lines: &[Said<'_>]| lines.first().map(|said| said.line.number);
        let last = |lines: &[Said<'_>]| lines.last().map(|said| said.line.number);
        let weight = Weight::of(&pieces, self.language());
        Row { old: first(old), new: first(new), old_last: last(old), new_last: last(new), pieces, weight }
    }
}

impl Sides<'_> {
    /// The numbers that the lines begin with.
    fn number(&self, old: Option<&Said<'_>>, new: Option<&Said<'_>>) -> Vec<Piece> {
        let first = |said: &Said<'_>, text: &Text| {
            text.clauses()[said.line.clause as usize].lines.first() == said.line.number
        };
        match (old, new) {
            (Some(old), Some(new)) if !self.numbers.is_empty() => {
                match first(old, self.old.0) && first(new, self.new.0) {
                    true => self.numbers.clone(),
                    false => numbers::marked(old.number, new.number),
                }
            }
            (Some(old), Some(new)) => numbers::typed(old.number, new.number),
            (old, new) => {
                let typed = |said: Option<&Said<'_>>| said.map_or("", |said| said.number).to_owned();
                numbers::marked(&typed(old), &typed(new))
            }
        }
    }
}

fn said<'a>((text, clauses): (&'a Text, &'a [u32])) -> Vec<Said<'a>> {
    let mut all = Vec::new();
    for clause in clauses.iter().map(|&at| &text.clauses()[at as usize]) {
        let mut number = clause.text.len() - clause.title().len();
        for line in text.lines_in(clause.lines) {
            let taken = if line.text.len() > number { number } else { 0 };
            let (number_of, words) = line.text.as_str().split_at_checked(taken).unwrap_or(("", &line.text));
            all.push(Said { line, number: number_of, words });
            number = 0;
        }
    }
    all
}

/// The words of lines that stand together.
fn joined(text: &Text, lines: &[Said<'_>]) -> String {
    match lines {
        [] => String::new(),
        [one] => one.words.to_owned(),
        [first, .., last] if first.line.clause == last.line.clause => {
            let clause = &text.clauses()[first.line.clause as usize];
            let all = clause.slice(&(first.line.chars.start..last.line.chars.end));
            all.get(first.number.len()..).unwrap_or(all).to_owned()
        }
        several => several.iter().map(|said| said.words).collect::<Vec<_>>().join(" "),
    }
}

/// Above this many pairs of lines between two equal ones, none of them are paired.
const MOST_PAIRS: usize = 250_000;
/// So many lines can become one, where the ends of sentences moved,
const MOST_JOINED: usize = 4;
/// when they are this alike,
const JOINED: f32 = 0.6;
/// and more alike than one of them alone by this much.
const BETTER: f32 = 0.08;

/// One step through the lines of both sides: how many of each stand beside each other.
type Step = (usize, usize);

/// The lines between two equal ones, in rows: the stretches of each side.
fn between(old: &[Said<'_>], new: &[Said<'_>]) -> Vec<(Range<usize>, Range<usize>)> {
    if old.len() == 1 && new.len() == 1 {
        return vec![(0..1, 0..1)];
    }
    if old.is_empty() || new.is_empty() || old.len() * new.len() > MOST_PAIRS {
        let gone = (0..old.len()).map(|at| (at..at + 1, 0..0));
        let come = (0..new.len()).map(|at| (old.len()..old.len(), at..at + 1));
        return gone.chain(come).collect();
    }
    let likeness = Likeness::new(old, new);
    let wide = new.len() + 1;
    let mut best: Vec<(f32, Step)> = vec![(0.0, (0, 0)); (old.len() + 1) * wide];
    for i in (0..=old.len()).rev() {
        for j in (0..=new.len()).rev() {
            let mut top = (0.0, (0, 0));
            let mut offer = |alike: f32, step: Step| {
                let sum = alike + best[(i + step.0) * wide + j + step.1].0;
                if top.1 == (0, 0) || sum > top.0 {
                    top = (sum, step);
                }
            };
            if i < old.len() && j < new.len() {
                likeness.steps(i, j, &mut offer);
            }
            if i < old.len() {
                offer(0.0, (1, 0));
            }
            if j < new.len() {
                offer(0.0, (0, 1));
            }
            best[i * wide + j] = top;
        }
    }
    let (mut i, mut j, mut rows) = (0, 0, Vec::new());
    while i < old.len() || j < new.len() {
        let (x, y) = best[i * wide + j].1;
        rows.push((i..i + x, j..j + y));
        (i, j) = (i + x, j + y);
    }
    rows
}

/// How alike lines are; only those that share a good part of their words may be paired.
struct Likeness {
    old: Vec<Bag>,
    new: Vec<Bag>,
}

/// The words of a line in the order of their keys, and its clause.
struct Bag {
    words: Vec<u64>,
    clause: u32,
}

impl Likeness {
    fn new(old: &[Said<'_>], new: &[Said<'_>]) -> Self {
        let bag = |said: &Said<'_>| {
            let mut words = Vec::new();
            each(&uniform(said.words), |_, key| words.push(key));
            words.sort_unstable();
            Bag { words, clause: said.line.clause }
        };
        Self { old: old.iter().map(bag).collect(), new: new.iter().map(bag).collect() }
    }

    /// The ways to put lines from these on beside each other: one beside one, and several of a clause beside one.
    fn steps(&self, i: usize, j: usize, offer: &mut impl FnMut(f32, Step)) {
        let (a, b) = (&self.old[i], &self.new[j]);
        let shared = shared(&a.words, &b.words);
        if shared == 0 {
            return;
        }
        let alike = alike(shared, a.words.len() + b.words.len());
        if alike >= 0.35 {
            offer(alike, (1, 1));
        }
        for count in 2..=MOST_JOINED {
            if let Some(alike) = joins(self.old.get(i..i + count), b, alike) {
                offer(alike, (count, 1));
            }
            if let Some(alike) = joins(self.new.get(j..j + count), a, alike) {
                offer(alike, (1, count));
            }
        }
    }
}

/// How alike several lines of one clause together are to one line, when each of them has a share in it.
fn joins(parts: Option<&[Bag]>, whole: &Bag, one: f32) -> Option<f32> {
    let parts = parts?;
    let together = parts.iter().all(|part| part.clause == parts[0].clause);
    if !together || parts.iter().any(|part| shared(&part.words, &whole.words) == 0) {
        return None;
    }
    let mut words: Vec<u64> = parts.iter().flat_map(|part| part.words.iter().copied()).collect();
    words.sort_unstable();
    let alike = alike(shared(&words, &whole.words), words.len() + whole.words.len());
    (alike >= JOINED && alike > one + BETTER).then_some(alike - BETTER)
}

fn alike(shared: usize, both: usize) -> f32 {
    2.0 * shared as f32 / both.max(1) as f32
}

fn shared(a: &[u64], b: &[u64]) -> usize {
    let (mut x, mut y, mut shared) = (0, 0, 0);
    while x < a.len() && y < b.len() {
        match a[x].cmp(&b[y]) {
            std::cmp::Ordering::Less => x += 1,
            std::cmp::Ordering::Greater => y += 1,
            std::cmp::Ordering::Equal => (x, y, shared) = (x + 1, y + 1, shared + 1),
        }
    }
    shared
}
