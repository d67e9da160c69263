//! Clauses and what they stand in, made into a tree.

use std::ops::RangeInclusive;

use super::{Block, Entry, Item, List, ListKind, Note, Table};
use crate::text::{
    Clause, ClauseKind, Text,
    nest::{NestKind, path},
};

/// A clause, or a nest with what is in it.
enum Raw {
    Leaf(u32),
    Nest(u32, Vec<Self>),
}

pub(super) fn tree(text: &Text) -> Vec<Block> {
    of(text, 0..text.clauses.len(), false)
}

/// The tree of some clauses, given by their indexes in order; `alone` when their siblings are left out.
fn of(text: &Text, clauses: impl Iterator<Item = usize>, alone: bool) -> Vec<Block> {
    // The nests that are open, each with what it holds so far; the text itself is the first.
    let mut open: Vec<(Option<u32>, Vec<Raw>)> = vec![(None, Vec::new())];
    for (index, clause) in clauses.filter_map(|index| Some((index, text.clauses.get(index)?))) {
        let path = path(&text.nests, clause.nest);
        let shared = open.iter().skip(1).zip(&path).take_while(|(open, nest)| open.0 == Some(**nest)).count();
        close(&mut open, shared + 1);
        open.extend(path[shared..].iter().map(|nest| (Some(*nest), Vec::new())));
        if let Some((_, inside)) = open.last_mut() {
            inside.push(Raw::Leaf(index as u32));
        }
    }
    close(&mut open, 1);
    let raw = open.pop().map(|(_, raw)| raw).unwrap_or_default();
    Builder { text, alone }.blocks(raw, None)
}

/// The tree of the clauses from one to another, with the heads of the columns of the table that the first stands in.
pub(super) fn excerpt(text: &Text, clauses: RangeInclusive<u32>) -> Vec<Block> {
    let first = *clauses.start() as usize;
    let mut heads = Vec::new();
    if let Some(ClauseKind::TableRow { header: false }) = text.clauses.get(first).map(|clause| clause.kind) {
        let table = text.clauses[first].nest;
        let before = text.clauses[..first].iter().enumerate().rev();
        let same = before.take_while(|(_, row)| row.nest == table);
        heads.extend(
            same.filter(|(_, row)| row.kind == ClauseKind::TableRow { header: true }).map(|(head, _)| head),
        );
        heads.reverse();
    }
    of(text, heads.into_iter().chain(first..=*clauses.end() as usize), true)
}

/// Closes the innermost nests until so many are open.
fn close(open: &mut Vec<(Option<u32>, Vec<Raw>)>, left: usize) {
    while open.len() > left {
        let closed = open.pop().and_then(|(nest, inside)| Some(Raw::Nest(nest?, inside)));
        if let (Some(closed), Some((_, around))) = (closed, open.last_mut()) {
            around.push(closed);
        }
    }
}

struct Builder<'a> {
    text: &'a Text,
    /// Whether it is one clause without its siblings.
    alone: bool,
}

impl Builder<'_> {
    /// `lead` bears the mark of a list.
    fn blocks(&self, raw: Vec<Raw>, lead: Option<u32>) -> Vec<Block> {
        let block = |raw| match raw {
            Raw::Leaf(clause) => Block::Clause(clause),
            Raw::Nest(nest, inside) => self.nest(nest, inside, lead),
        };
        raw.into_iter().map(block).collect()
    }

    /// Whether items without a number of Markdown bear each a number that was typed. In an excerpt the whole list tells.
    fn is_typed(&self, list: u32, items: &[Item]) -> bool {
        let typed =
            |clause: u32| self.text.clause(clause as usize).is_some_and(|clause| clause.number_chars > 0);
        let each = |item: &Item| item.number.is_none() && (self.alone || item.lead.is_some_and(typed));
        let bears = |clause: &Clause| clause.number_chars > 0 || self.list_of(clause) != Some(list);
        let mut leads = self.text.clauses.iter().filter(|clause| clause.leads);
        !items.is_empty() && items.iter().all(each) && (!self.alone || leads.all(bears))
    }

    /// The list whose item a clause is part of, when it stands in one.
    fn list_of(&self, clause: &Clause) -> Option<u32> {
        let mut around = path(&self.text.nests, clause.nest).into_iter().rev();
        let item = around.find(|nest| {
            matches!(self.text.nests.get(*nest as usize), Some(nest) if matches!(nest.kind, NestKind::Item { .. }))
        })?;
        self.text.nests.get(item as usize)?.within
    }

    fn nest(&self, nest: u32, inside: Vec<Raw>, lead: Option<u32>) -> Block {
        match self.text.nests.get(nest as usize).map(|nest| &nest.kind) {
            Some(NestKind::List { start }) => {
                let items: Vec<_> = inside.into_iter().map(|item| self.item(item)).collect();
                let first = items.first().and_then(|item| item.number).filter(|_| self.alone);
                let kind = match first.or(*start) {
                    Some(start) => ListKind::Numbered { start },
                    None if self.is_typed(nest, &items) => ListKind::Typed,
                    None => ListKind::Bullets,
                };
                Block::List(List { kind, items })
            }
            Some(NestKind::Table { columns }) => {
                let rows = inside.into_iter().filter_map(|row| match row {
                    Raw::Leaf(clause) => Some(clause),
                    Raw::Nest(..) => None,
                });
                let (head, body) = rows.partition(|row| {
                    let kind = self.text.clause(*row as usize).map(|clause| clause.kind);
                    kind == Some(ClauseKind::TableRow { header: true })
                });
                Block::Table(Table { columns: columns.clone(), head, body })
            }
            Some(NestKind::Note { label }) => {
                let lead = inside.first().and_then(leaf);
                Block::Note(Note { label: label.clone(), blocks: self.blocks(inside, lead) })
            }
            Some(NestKind::Meanings) => Block::Meanings(self.entries(inside)),
            Some(NestKind::Quote | NestKind::Item { .. } | NestKind::Term | NestKind::Meaning) | None => {
                Block::Quote(self.blocks(inside, lead))
            }
        }
    }

    fn item(&self, raw: Raw) -> Item {
        let begins = match &raw {
            Raw::Nest(nest, _) => self.begins(*nest, &raw),
            Raw::Leaf(_) => false,
        };
        let (number, inside) = match raw {
            Raw::Nest(nest, inside) => match self.text.nests.get(nest as usize).map(|nest| &nest.kind) {
                Some(NestKind::Item { number }) => (*number, inside),
                _ => (None, vec![Raw::Nest(nest, inside)]),
            },
            leaf @ Raw::Leaf(_) => (None, vec![leaf]),
        };
        let lead = inside.first().and_then(|first| self.lead(first)).filter(|lead| self.leads(*lead));
        Item { number, lead, bare: lead.is_none() && begins, blocks: self.blocks(inside, lead) }
    }

    /// Whether the first clause of a nest in the text is the first that is here.
    fn begins(&self, nest: u32, raw: &Raw) -> bool {
        let before = first(raw).and_then(|first| first.checked_sub(1));
        before
            .and_then(|before| self.text.clause(before as usize))
            .is_none_or(|clause| !path(&self.text.nests, clause.nest).contains(&nest))
    }

    /// The clause that an item begins with, unless it is of a list within it.
    fn lead(&self, raw: &Raw) -> Option<u32> {
        match raw {
            Raw::Leaf(clause) => Some(*clause),
            Raw::Nest(nest, inside) => match self.text.nests.get(*nest as usize)?.kind {
                NestKind::Quote | NestKind::Table { .. } => self.lead(inside.first()?),
                _ => None,
            },
        }
    }

    /// Whether a clause took the mark of its item when it was read: the paragraphs after it did not.
    fn leads(&self, clause: u32) -> bool {
        self.text.clause(clause as usize).is_some_and(|clause| clause.leads)
    }

    fn entries(&self, inside: Vec<Raw>) -> Vec<Entry> {
        let mut entries: Vec<Entry> = Vec::new();
        for raw in inside {
            let (is_term, raw) = match raw {
                Raw::Nest(nest, inside) => {
                    let kind = self.text.nests.get(nest as usize).map(|nest| &nest.kind);
                    (kind == Some(&NestKind::Term), inside)
                }
                leaf @ Raw::Leaf(_) => (false, vec![leaf]),
            };
            if entries.is_empty()
                || (is_term && entries.last().is_some_and(|entry| !entry.meanings.is_empty()))
            {
                entries.push(Entry::default());
            }
            let Some(entry) = entries.last_mut() else { continue };
            if is_term {
                entry.terms.extend(raw.iter().filter_map(leaf));
            } else {
                entry.meanings.push(self.blocks(raw, None));
            }
        }
        entries
    }
}

fn first(raw: &Raw) -> Option<u32> {
    match raw {
        Raw::Leaf(clause) => Some(*clause),
        Raw::Nest(_, inside) => inside.iter().find_map(first),
    }
}

fn leaf(raw: &Raw) -> Option<u32> {
    match raw {
        Raw::Leaf(clause) => Some(*clause),
        Raw::Nest(..) => None,
    }
}
