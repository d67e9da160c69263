//! A text as one tree: lists, quotations, tables, footnotes and definitions, with clauses as its leaves. Every format is a writer of it.

mod build;
mod json;
mod markdown;

use super::{LineRange, Text, nest::Column};

/// A part of a text. Clauses are given by their index.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// A heading, a paragraph, code and so on: the kind of the clause says which.
    Clause(u32),
    /// Bulleted, numbered or typed.
    List(List),
    /// What a quotation holds.
    Quote(Vec<Self>),
    /// Rows of cells.
    Table(Table),
    /// Terms, each with what it means.
    Meanings(Vec<Entry>),
    /// A footnote.
    Note(Note),
}

/// A list with its items.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct List {
    /// How the items are marked.
    pub kind: ListKind,
    /// In the order of the text.
    pub items: Vec<Item>,
}

/// How the items of a list are marked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ListKind {
    /// Not numbered.
    Bullets,
    /// Numbered by Markdown, from this number.
    Numbered {
        /// The number of the first item.
        start: u64,
    },
    /// Each item begins with a mark that was typed, such as `(a)`.
    Typed,
}

/// An item of a list with all that stands in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// The number a list of Markdown gives it.
    pub number: Option<u64>,
    /// The clause in front of which the mark of the item stands.
    pub lead: Option<u32>,
    /// Whether the mark stands by itself, as the item begins with a list.
    pub bare: bool,
    /// What the item holds, from its first words on.
    pub blocks: Vec<Block>,
}

/// The rows of a table: clauses of one line, which has the cells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// One for each column, with the side it is set on.
    pub columns: Vec<Column>,
    /// The rows of headings, as indices of their clauses.
    pub head: Vec<u32>,
    /// All other rows.
    pub body: Vec<u32>,
}

/// A term with what it means.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Entry {
    /// The clauses of the terms, which share these meanings.
    pub terms: Vec<u32>,
    /// One or several, each with all it holds.
    pub meanings: Vec<Vec<Block>>,
}

/// A footnote. Its number is its mark in the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// Its mark in the source: `1` for `[^1]`.
    pub label: String,
    /// What the note holds.
    pub blocks: Vec<Block>,
}

impl Text {
    /// The tree of the text, at most [`MAX_DEPTH`](super::MAX_DEPTH) nests deep.
    pub fn tree(&self) -> Vec<Block> {
        build::tree(self)
    }

    /// One clause in what it stands in, without its siblings: an item keeps its list and its mark, a row the heads of its columns, quoted
    /// words their quotation. None for an index beyond the last.
    pub fn alone(&self, clause: u32) -> Option<Block> {
        build::excerpt(self, clause..=clause).pop()
    }

    /// The clauses that have some of these lines, in what they stand in and without their siblings, as [`alone`](Self::alone) gives one.
    /// Empty when the text does not have the lines.
    pub fn excerpt(&self, lines: LineRange) -> Vec<Block> {
        match (self.line(lines.first()), self.line(lines.last())) {
            (Some(first), Some(last)) => build::excerpt(self, first.clause..=last.clause),
            _ => Vec::new(),
        }
    }

    /// Whether all clauses of some lines are paragraphs and headings outside lists, quotations, tables and notes.
    pub fn is_plain(&self, lines: LineRange) -> bool {
        let plain = |block: &Block| match block {
            Block::Clause(index) => self.clause(*index as usize).is_some_and(|clause| {
                matches!(clause.kind, super::ClauseKind::Heading { .. } | super::ClauseKind::Paragraph)
            }),
            _ => false,
        };
        self.excerpt(lines).iter().all(plain)
    }
}

impl Block {
    /// The first clause in it.
    pub fn first_clause(&self) -> Option<u32> {
        let first = |blocks: &[Self]| blocks.iter().find_map(Self::first_clause);
        match self {
            Self::Clause(clause) => Some(*clause),
            Self::List(list) => list.items.iter().find_map(|item| first(&item.blocks)),
            Self::Quote(blocks) => first(blocks),
            Self::Table(table) => table.head.first().or(table.body.first()).copied(),
            Self::Meanings(entries) => entries.iter().find_map(|entry| {
                let meaning = || entry.meanings.iter().find_map(|blocks| first(blocks));
                entry.terms.first().copied().or_else(meaning)
            }),
            Self::Note(note) => first(&note.blocks),
        }
    }
}
