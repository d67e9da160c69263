//! The text in rows, each with the comments beside it.

use std::collections::BTreeMap;

use domain::text::{Block, Item, List};
use serde_json::{Value, json};

use crate::{Paper, remarks::thread, tree::Writer};
use documents::Thread;

/// Each block of the text, lists by their items, with the threads that begin in it.
pub(crate) fn rows(
    writer: &mut Writer<'_>,
    paper: &Paper<'_>,
    tree: &[Block],
    placed: &[&Thread],
) -> Vec<Value> {
    let mut beside: BTreeMap<u32, Vec<&Thread>> = BTreeMap::new();
    for one in placed {
        beside.entry(begins(paper, one)).or_default().push(one);
    }
    let mut rows = Rows { paper, beside, rows: Vec::new() };
    // What stands at the title stands beside the first row.
    for block in tree {
        match block {
            Block::List(list) => rows.list(writer, list, 0),
            block => {
                let blocks = writer.blocks(std::slice::from_ref(block));
                rows.add(writer, blocks);
            }
        }
    }
    rows.rest(writer);
    rows.rows
}

/// The clause that a thread begins in.
fn begins(paper: &Paper<'_>, thread: &Thread) -> u32 {
    let first = thread.anchor.as_ref().map_or(0, |anchor| anchor.lines.first());
    paper
        .document
        .text
        .clause_of_line(first)
        .and_then(|clause| u32::try_from(clause).ok())
        .unwrap_or_default()
}

struct Rows<'a> {
    paper: &'a Paper<'a>,
    /// Those that stand beside nothing yet, by the clause they begin in.
    beside: BTreeMap<u32, Vec<&'a Thread>>,
    rows: Vec<Value>,
}

impl Rows<'_> {
    fn list(&mut self, writer: &mut Writer<'_>, list: &List, depth: u32) {
        for item in &list.items {
            let (inner, own): (Vec<Block>, Vec<Block>) =
                item.blocks.iter().cloned().partition(|block| matches!(block, Block::List(_)));
            let one = List { kind: list.kind, items: vec![Item { blocks: own, ..item.clone() }] };
            let blocks = writer.blocks(&[Block::List(one)]);
            let blocks = if depth == 0 {
                blocks
            } else {
                vec![json!({ "t": "indent", "by": depth, "blocks": blocks })]
            };
            self.add(writer, blocks);
            for block in &inner {
                if let Block::List(inner) = block {
                    self.list(writer, inner, depth + 1);
                }
            }
        }
    }

    /// Adds a row with the threads that begin in what was just written, notes and all.
    fn add(&mut self, writer: &mut Writer<'_>, blocks: Vec<Value>) {
        let written = std::mem::take(&mut writer.written);
        let begun: Vec<&Thread> =
            written.iter().filter_map(|clause| self.beside.remove(clause)).flatten().collect();
        let threads = begun.into_iter().map(|one| thread(self.paper, one, writer.ink()));
        self.rows.push(json!({ "blocks": blocks, "threads": threads.collect::<Value>() }));
    }

    /// Threads on what is not set as words: beside nothing, at the end.
    fn rest(&mut self, writer: &mut Writer<'_>) {
        let rest: Vec<&Thread> = std::mem::take(&mut self.beside).into_values().flatten().collect();
        if !rest.is_empty() {
            let threads = rest.into_iter().map(|one| thread(self.paper, one, writer.ink()));
            self.rows.push(json!({ "blocks": [], "threads": threads.collect::<Value>() }));
        }
    }
}
