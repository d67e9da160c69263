//! What the clauses of a text stand in together: lists, quotations, tables and their like.

use std::collections::HashSet;

use pulldown_cmark::Alignment;
use serde::Serialize;

use super::Text;

/// How deep the structure of a text goes; what is nested deeper stands at this depth.
pub const MAX_DEPTH: usize = 32;

/// Something that clauses stand in, and what that stands in itself, as an index among the nests of the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Nest {
    pub kind: NestKind,
    pub within: Option<u32>,
}

/// What clauses stand in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NestKind {
    /// A list of Markdown, with the number it starts from when it is numbered.
    List { start: Option<u64> },
    /// An item of a list, with its own number.
    Item { number: Option<u64> },
    /// A quotation.
    Quote,
    /// A table, with the side its columns are set on.
    Table { columns: Vec<Column> },
    /// A footnote, by its mark.
    Note { label: String },
    /// Terms and what they mean.
    Meanings,
    /// A term that is explained.
    Term,
    /// What a term means.
    Meaning,
}

/// The side on which the words of a column are set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Column {
    /// Nothing was said of it.
    Plain,
    /// The side where lines begin.
    Start,
    /// The middle.
    Center,
    /// The side where lines end.
    End,
}

impl From<Alignment> for Column {
    fn from(alignment: Alignment) -> Self {
        match alignment {
            Alignment::None => Self::Plain,
            Alignment::Left => Self::Start,
            Alignment::Center => Self::Center,
            Alignment::Right => Self::End,
        }
    }
}

/// The nests of a text while it is read.
#[derive(Default)]
pub(super) struct Nests {
    pub all: Vec<Nest>,
    open: Vec<u32>,
}

impl Nests {
    /// Opens a nest inside the innermost open one; one deeper than [`MAX_DEPTH`] counts as that one.
    pub fn open(&mut self, kind: NestKind) {
        let within = self.open.last().copied();
        let nest = match within {
            Some(deepest) if self.open.len() >= MAX_DEPTH => deepest,
            _ => {
                self.all.push(Nest { kind, within });
                self.all.len() as u32 - 1
            }
        };
        self.open.push(nest);
    }

    /// Closes the innermost open nest.
    pub fn close(&mut self) {
        self.open.pop();
    }

    /// The innermost open one.
    pub fn innermost(&self) -> Option<u32> {
        self.open.last().copied()
    }
}

/// The nests around one, outermost first, itself last.
pub(super) fn path(nests: &[Nest], innermost: Option<u32>) -> Vec<u32> {
    let around =
        std::iter::successors(innermost, |&nest| nests.get(nest as usize).and_then(|nest| nest.within));
    let mut path: Vec<_> = around.collect();
    path.reverse();
    path
}

impl Text {
    /// The clauses after one that stand in the same item of a list as it, in order; none for one that stands in no item.
    pub(crate) fn same_item(&self, clause: usize) -> impl Iterator<Item = usize> {
        let nest = self.clauses.get(clause).and_then(|clause| clause.nest);
        let is_item = |nest: &u32| {
            matches!(self.nests.get(*nest as usize), Some(Nest { kind: NestKind::Item { .. }, .. }))
        };
        let item = path(&self.nests, nest).into_iter().rev().find(is_item);
        let inside = move |clause: &super::Clause| {
            item.is_some_and(|item| path(&self.nests, clause.nest).contains(&item))
        };
        (clause + 1..self.clauses.len()).take_while(move |index| inside(&self.clauses[*index]))
    }

    /// What each clause stands in: the clause that begins the innermost item it is in and does not begin itself, and how many quotations.
    /// Nothing at all for a text without either.
    pub(crate) fn surroundings(&self) -> Vec<(Option<u32>, u8)> {
        let stands = |nest: &Nest| matches!(nest.kind, NestKind::Item { .. } | NestKind::Quote);
        if !self.nests.iter().any(stands) {
            return Vec::new();
        }
        let mut begins: Vec<Option<u32>> = vec![None; self.nests.len()];
        let around = |(index, clause): (u32, &super::Clause)| {
            let (mut parent, mut quotes) = (None, 0);
            for nest in std::iter::successors(clause.nest, |nest| self.nests[*nest as usize].within) {
                match self.nests[nest as usize].kind {
                    NestKind::Item { .. } => {
                        let first = *begins[nest as usize].get_or_insert(index);
                        parent = parent.or((first != index).then_some(first));
                    }
                    NestKind::Quote => quotes += 1,
                    _ => {}
                }
            }
            (parent, quotes)
        };
        (0..).zip(&self.clauses).map(around).collect()
    }

    /// What the siblings of a clause stand in, too: the list of an item, the table of a row.
    pub(crate) fn stands_in(&self, clause: &super::Clause) -> Option<u32> {
        let nest = |nest: u32| self.nests.get(nest as usize);
        match nest(clause.nest?)?.kind {
            NestKind::Item { .. } => nest(clause.nest?)?.within,
            _ => clause.nest,
        }
    }

    /// The terms and meanings that a clause stands in, and whether it is a term among them; nothing for one that is neither.
    pub(crate) fn explained_in(&self, clause: &super::Clause) -> Option<(u32, bool)> {
        let nest = self.nests.get(clause.nest? as usize)?;
        match nest.kind {
            NestKind::Term => Some((nest.within?, true)),
            NestKind::Meaning => Some((nest.within?, false)),
            _ => None,
        }
    }

    /// A byte of the source where the first table begins that has more columns than this.
    pub(super) fn wider_than(&self, most: usize) -> Option<usize> {
        let wide = |nest: &Nest| matches!(&nest.kind, NestKind::Table { columns } if columns.len() > most);
        let table = u32::try_from(self.nests.iter().position(wide)?).ok()?;
        let row = self.clauses.iter().find(|clause| clause.nest == Some(table))?;
        Some(self.line(row.lines.first())?.span.start)
    }

    /// How many quotations a clause stands in.
    pub(crate) fn quotes_around(&self, clause: &super::Clause) -> usize {
        let around = std::iter::successors(clause.nest, |nest| self.nests[*nest as usize].within);
        around.filter(|nest| self.nests[*nest as usize].kind == NestKind::Quote).count()
    }

    /// The mark of each footnote, with the clause that the note begins with.
    pub(crate) fn notes(&self) -> impl Iterator<Item = (&str, usize)> {
        let label = |nest: u32| match &self.nests.get(nest as usize)?.kind {
            NestKind::Note { label } => Some(label.as_str()),
            _ => None,
        };
        let inside = self.clauses.iter().enumerate().filter(|(_, clause)| clause.nest.is_some());
        let notes = inside.flat_map(move |(index, clause)| {
            path(&self.nests, clause.nest).into_iter().filter_map(label).map(move |label| (label, index))
        });
        let mut seen = HashSet::new();
        notes.filter(move |(label, _)| seen.insert(*label))
    }
}
