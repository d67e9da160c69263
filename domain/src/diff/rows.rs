//! Lines beside lines.

use serde::Serialize;

use super::{
    Piece, PieceKind, Weight, common,
    likeness::between,
    looks::{self, Bearing, bearings},
    numbers, words,
};
use crate::text::{Language, Line, LineRange, Text, uniform};

/// A line of the old text beside the line of the new one that it became; one side is empty when a line came or went. Where the end of a
/// sentence moved, several lines that stand together on one side.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Row {
    /// The first line of the old text, counted from 1; none where lines came.
    pub old: Option<u32>,
    /// The first line of the new text; none where lines went.
    pub new: Option<u32>,
    /// The last line of the old text, included.
    pub old_last: Option<u32>,
    /// The last line of the new text, included.
    pub new_last: Option<u32>,
    /// The words of both sides, number first.
    pub pieces: Vec<Piece>,
    /// Of what is marked, the words that stayed but lead elsewhere now, or are struck through: as Markdown writes them.
    pub looks: Vec<Piece>,
    /// Nothing if and only if no piece is marked; nothing too where nobody asked for weights.
    pub weight: Weight,
}

impl Row {
    /// Whether a reader aloud hears no change.
    pub fn is_same(&self) -> bool {
        !self.pieces.iter().any(|piece| piece.kind.is_marked())
    }

    /// Whether only typography differs somewhere: quotation marks, spaces and the like, which nobody hears.
    pub fn is_retyped(&self) -> bool {
        self.pieces.iter().any(|piece| piece.kind.is_typographic())
    }

    /// The lines of the old text; none where lines came.
    pub fn old_lines(&self) -> Option<LineRange> {
        Some(LineRange::spanning(self.old?, self.old_last?))
    }

    /// The lines of the new text; none where lines went.
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
    /// Whether the rows are weighed, for which their words are cut once more.
    pub weighed: bool,
}

/// A line without the number its clause begins with.
pub(super) struct Said<'a> {
    pub line: &'a Line,
    pub number: &'a str,
    pub words: &'a str,
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
        let mut looks = Vec::new();
        match (old.is_empty(), new.is_empty()) {
            (false, false) if self.alike => pieces.extend(words(&gone, &come)),
            (false, false) => {
                let found = looks::marked(words(&gone, &come), &bearing(old), &bearing(new));
                pieces.extend(found.pieces);
                looks = found.looks;
            }
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
        let weight = if self.weighed { Weight::of(&pieces, self.language()) } else { Weight::default() };
        Row {
            old: first(old),
            new: first(new),
            old_last: last(old),
            new_last: last(new),
            pieces,
            looks,
            weight,
        }
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

/// How each character of the same words is to be read.
fn bearing<'a>(lines: &[Said<'a>]) -> Vec<Bearing<'a>> {
    let mut all = Vec::new();
    for clause in lines.chunk_by(|one, next| one.line.clause == next.line.clause) {
        let Some(first) = clause.first() else { continue };
        if !all.is_empty() {
            all.push(Bearing::default());
        }
        let from = first.line.chars.start + first.number.chars().count() as u32;
        all.extend(bearings(clause.iter().map(|said| said.line), from));
    }
    all
}
