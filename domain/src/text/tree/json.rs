//! The tree as JSON: what a program needs to show the text without reading Markdown.

use std::ops::Range;

use serde_json::{Map, Value, json};

use super::{Block, Item, List, ListKind, Note, Table};
use crate::text::{Clause, ClauseKind, Line, Text};

impl Text {
    /// The text as a tree of blocks, each leaf with its lines and their formatted pieces; `server/src/export/schema.json` describes it.
    pub fn tree_json(&self) -> Value {
        blocks(self, &self.tree())
    }
}

fn blocks(text: &Text, blocks: &[Block]) -> Value {
    blocks.iter().map(|block| self::block(text, block)).collect()
}

fn block(text: &Text, block: &Block) -> Value {
    match block {
        Block::Clause(index) => {
            text.clause(*index as usize).map_or(Value::Null, |one| clause(text, *index, one))
        }
        Block::List(list) => self::list(text, list),
        Block::Quote(inside) => json!({ "block": "quote", "blocks": blocks(text, inside) }),
        Block::Table(table) => self::table(text, table),
        Block::Meanings(entries) => {
            let entries = entries.iter().map(|entry| {
                let terms = entry.terms.iter().map(|term| Block::Clause(*term)).collect::<Vec<_>>();
                let meanings = entry.meanings.iter().map(|meaning| blocks(text, meaning));
                json!({ "terms": blocks(text, &terms), "meanings": meanings.collect::<Vec<_>>() })
            });
            json!({ "block": "definitions", "entries": entries.collect::<Vec<_>>() })
        }
        Block::Note(Note { label, blocks: inside }) => {
            json!({ "block": "footnote", "label": label, "blocks": blocks(text, inside) })
        }
    }
}

fn list(text: &Text, list: &List) -> Value {
    let item = |item: &Item| {
        let lead = item.lead.and_then(|lead| text.clause(lead as usize));
        let number =
            lead.and_then(|lead| lead.number.clone()).or(item.number.map(|number| number.to_string()));
        json!({ "number": number, "blocks": blocks(text, &item.blocks) })
    };
    let items: Vec<_> = list.items.iter().map(item).collect();
    match list.kind {
        ListKind::Bullets => json!({ "block": "list", "kind": "bullets", "items": items }),
        ListKind::Numbered { start } => {
            json!({ "block": "list", "kind": "numbered", "start": start, "items": items })
        }
        ListKind::Typed => json!({ "block": "list", "kind": "typed", "items": items }),
    }
}

fn table(text: &Text, table: &Table) -> Value {
    let row = |index: &u32| {
        let line = text.clause(*index as usize).and_then(|clause| text.line(clause.lines.first()));
        let cells = line.map(|line| line.cells.iter().map(|cell| runs(line, cell)).collect::<Vec<_>>());
        json!({ "clause": index, "line": line.map(|line| line.number), "cells": cells })
    };
    let rows = |rows: &[u32]| rows.iter().map(row).collect::<Vec<_>>();
    json!({ "block": "table", "columns": table.columns, "head": rows(&table.head), "body": rows(&table.body) })
}

fn clause(text: &Text, index: u32, clause: &Clause) -> Value {
    let lines: Vec<_> = text
        .lines_in(clause.lines)
        .iter()
        .map(|line| json!({ "line": line.number, "runs": runs(line, &line.chars) }))
        .collect();
    let (name, level) = match clause.kind {
        ClauseKind::Heading { level } => ("heading", Some(level)),
        ClauseKind::Paragraph | ClauseKind::Item | ClauseKind::Footnote => ("paragraph", None),
        ClauseKind::TableRow { .. } => ("row", None),
        ClauseKind::Code => ("code", None),
        ClauseKind::Html => ("html", None),
        ClauseKind::FrontMatter => ("front_matter", None),
        ClauseKind::Definition => ("link", None),
    };
    let mut value = json!({ "block": name, "clause": index, "number": clause.number, "lines": lines });
    if let Some(level) = level {
        value["level"] = json!(level);
    }
    value
}

/// The words between two characters of the clause, each piece with the formatting it has and no other.
fn runs(line: &Line, within: &Range<u32>) -> Vec<Value> {
    let runs = line.runs();
    let parts = runs.iter().filter_map(|run| {
        let (start, end) = (run.chars.start.max(within.start), run.chars.end.min(within.end));
        let words = line.slice(&(start..end));
        (start < end).then(|| {
            let look = &run.look;
            let mut value = Map::from_iter([("text".to_owned(), json!(words))]);
            let flags = [
                ("strong", look.strong),
                ("emphasis", look.emphasis),
                ("code", look.code),
                ("strike", look.strike),
            ];
            value.extend(
                flags.into_iter().filter(|(_, set)| *set).map(|(name, _)| (name.to_owned(), json!(true))),
            );
            let words = [("href", &look.href), ("footnote", &look.footnote)];
            value.extend(
                words.into_iter().filter_map(|(name, set)| Some((name.to_owned(), json!(set.as_ref()?)))),
            );
            Value::Object(value)
        })
    });
    parts.collect()
}
