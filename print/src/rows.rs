//! The text in rows, each with the comments beside it.

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
    let mut rows = Rows { paper, placed, done: 0, rows: Vec::new() };
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
    if rows.done < placed.len() {
        rows.rest(writer);
    }
    rows.rows
}

struct Rows<'a> {
    paper: &'a Paper<'a>,
    placed: &'a [&'a Thread],
    /// How many threads stand beside something.
    done: usize,
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

    /// Adds a row with the threads that begin in what was just written, or before it.
    fn add(&mut self, writer: &mut Writer<'_>, blocks: Vec<Value>) {
        let last = writer.written.drain(..).max();
        let text = self.paper.document.text;
        let begins = |thread: &Thread| {
            let first = thread.anchor.as_ref().map_or(0, |anchor| anchor.lines.first());
            text.clause_of_line(first).map_or(0, |clause| clause as u32)
        };
        let mut threads = Vec::new();
        while let Some(next) =
            self.placed.get(self.done).filter(|next| last.is_some_and(|last| begins(next) <= last))
        {
            threads.push(thread(self.paper, next, writer.ink()));
            self.done += 1;
        }
        self.rows.push(json!({ "blocks": blocks, "threads": threads }));
    }

    /// Threads on what is not set as words, such as a note: beside nothing, at the end.
    fn rest(&mut self, writer: &mut Writer<'_>) {
        let rest = self.placed.get(self.done..).unwrap_or_default();
        let threads: Vec<Value> = rest.iter().map(|one| thread(self.paper, one, writer.ink())).collect();
        self.rows.push(json!({ "blocks": [], "threads": threads }));
    }
}
