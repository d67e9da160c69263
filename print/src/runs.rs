//! The words of a clause as runs: plain strings, or words with a look, a note, or the marks of threads.

use std::ops::Range;

use domain::text::{Block, Clause, Column, Line, Look, Run};
use serde_json::{Map, Value, json};

use crate::tree::Writer;

/// Addresses that are longer are words only.
const LONGEST_ADDRESS: usize = 1500;

impl Writer<'_> {
    pub(crate) fn gap(&mut self, clause: &Clause, chars: Range<u32>, runs: &mut Vec<Value>) {
        let words = self.ink.set(clause.slice(&chars));
        plain(&words, &Map::new(), runs);
    }

    /// The threads that end on a line, marked behind it.
    pub(crate) fn ends(&self, line: u32, runs: &mut Vec<Value>) {
        if let Some(threads) = self.marks.get(&line) {
            runs.push(json!({ "marks": threads }));
        }
    }

    pub(crate) fn line(&mut self, line: &Line, within: &Range<u32>, in_cell: bool, runs: &mut Vec<Value>) {
        for run in line.runs().as_ref() {
            let chars = run.chars.start.max(within.start)..run.chars.end.min(within.end);
            if chars.start >= chars.end {
                continue;
            }
            match &run.look.footnote {
                Some(label) => self.note(label, line.slice(&chars), in_cell, runs),
                None => self.run(run, line.slice(&chars), runs),
            }
        }
    }

    fn run(&mut self, run: &Run, words: &str, runs: &mut Vec<Value>) {
        let words = self.ink.set(words);
        let look = looks(&run.look);
        if run.look.code {
            let mut said = look;
            said.insert("raw".to_owned(), words.replace('\n', " ").into());
            return runs.push(said.into());
        }
        plain(&words, &look, runs);
    }

    pub(crate) fn is_marked(&self, label: &str) -> bool {
        let marks = |run: &Run| run.look.footnote.as_deref() == Some(label);
        self.text.lines().iter().any(|line| line.runs().iter().any(marks))
    }

    /// A note at its first mark; a later mark, one in a cell and one in a remark are words.
    fn note(&mut self, label: &str, mark: &str, in_cell: bool, runs: &mut Vec<Value>) {
        let known = self.noted.iter().any(|known| known == label);
        let found = self.text.tree().into_iter().find_map(|block| match block {
            Block::Note(note) if note.label == label => Some(note),
            _ => None,
        });
        let Some(note) = found.filter(|_| !known && !in_cell && !self.look.remark) else {
            let mark = self.ink.line(mark);
            return runs.push(json!({ "up": mark }));
        };
        self.noted.push(label.to_owned());
        // What a note holds is set as paragraphs, and a mark in it is words.
        let before = std::mem::replace(&mut self.look.remark, true);
        let paragraphs = self.paragraphs(&note.blocks);
        self.look.remark = before;
        runs.push(json!({ "note": paragraphs }));
    }

    /// Everything in some blocks as paragraphs.
    pub fn paragraphs(&mut self, blocks: &[Block]) -> Vec<Value> {
        let mut out = Vec::new();
        for block in blocks {
            match block {
                Block::Clause(index) => out.push(self.words(*index, 0).into()),
                Block::List(list) => {
                    let items = list.items.iter().flat_map(|item| item.blocks.iter().cloned());
                    out.extend(self.paragraphs(&items.collect::<Vec<_>>()));
                }
                Block::Quote(blocks) => out.extend(self.paragraphs(blocks)),
                Block::Note(note) => out.extend(self.paragraphs(&note.blocks)),
                Block::Table(table) => {
                    let rows = table.head.iter().chain(&table.body);
                    out.extend(rows.map(|row| Value::from(self.words(*row, 0))).collect::<Vec<_>>());
                }
                Block::Meanings(entries) => {
                    for entry in entries {
                        out.extend(
                            entry
                                .terms
                                .iter()
                                .map(|term| Value::from(self.words(*term, 0)))
                                .collect::<Vec<_>>(),
                        );
                        out.extend(
                            entry
                                .meanings
                                .iter()
                                .flat_map(|blocks| self.paragraphs(blocks))
                                .collect::<Vec<_>>(),
                        );
                    }
                }
            }
        }
        out
    }
}

fn looks(look: &Look) -> Map<String, Value> {
    let marks = [(look.strong, "b"), (look.emphasis, "i"), (look.strike, "x")];
    let wanted = marks.into_iter().filter(|(wanted, _)| *wanted);
    let mut said: Map<String, Value> = wanted.map(|(_, name)| (name.to_owned(), true.into())).collect();
    let web = |href: &&String| href.starts_with("http://") || href.starts_with("https://");
    if let Some(href) = look.href.as_ref().filter(web).filter(|href| href.len() < LONGEST_ADDRESS) {
        said.insert("href".to_owned(), address(href).into());
    }
    said
}

/// An address in the characters that addresses are written in.
pub(crate) fn address(href: &str) -> String {
    let mut out = String::with_capacity(href.len());
    for byte in href.bytes() {
        match byte {
            b'!'..=b'~' => out.push(char::from(byte)),
            _ => out.push_str(&format!("%{byte:02X}")),
        }
    }
    out
}

/// Words with their line breaks; tabs are spaces.
pub(crate) fn plain(words: &str, look: &Map<String, Value>, runs: &mut Vec<Value>) {
    for (place, piece) in words.split('\n').enumerate() {
        if place > 0 {
            runs.push(json!({ "br": true }));
        }
        let piece = piece.replace('\t', "    ").replace('\r', "");
        if piece.is_empty() {
            continue;
        }
        if look.is_empty() {
            runs.push(piece.into());
            continue;
        }
        let mut said = look.clone();
        said.insert("s".to_owned(), piece.into());
        runs.push(said.into());
    }
}

pub(crate) const fn side(column: &Column) -> &'static str {
    match column {
        Column::Center => "center",
        Column::End => "end",
        Column::Plain | Column::Start => "start",
    }
}
