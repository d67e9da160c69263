//! The tree of a text as the template takes it: plain values, words in strings.

use std::collections::BTreeMap;

use domain::text::{Block, ClauseKind, Entry, List, ListKind, Table, Text};
use serde_json::{Value, json};

use crate::{ink::Ink, runs::side};

/// How many lists and quotations stand in one another on paper; what is deeper stands beside.
const DEEPEST: u32 = 5;

/// Writes the tree of one text.
pub(crate) struct Writer<'a> {
    pub(crate) text: &'a Text,
    pub(crate) ink: &'a mut Ink,
    pub(crate) look: Manner,
    /// Which threads end on a line.
    pub(crate) marks: BTreeMap<u32, Vec<u32>>,
    /// The notes that stand at their first mark already.
    pub(crate) noted: Vec<String>,
    /// The rank of the last heading, so that none is left out.
    rank: u8,
    depth: u32,
    /// The clauses that were written since somebody asked.
    pub written: Vec<u32>,
}

/// What is written besides the words.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Manner {
    /// Each line has its number.
    pub lines: bool,
    /// It is a remark, whose headings are no headings of the paper.
    pub remark: bool,
    /// The paper runs from right to left, if it is known.
    pub leftward: Option<bool>,
}

impl<'a> Writer<'a> {
    /// Begins with nothing written.
    pub fn new(text: &'a Text, ink: &'a mut Ink, look: Manner, marks: BTreeMap<u32, Vec<u32>>) -> Self {
        Self { text, ink, look, marks, noted: Vec::new(), rank: 0, depth: 0, written: Vec::new() }
    }

    /// The blocks, one after another. Notes that stand at their mark are no part of them.
    pub fn blocks(&mut self, blocks: &[Block]) -> Vec<Value> {
        let mut out = Vec::new();
        for block in blocks {
            self.block(block, &mut out);
        }
        out
    }

    fn block(&mut self, block: &Block, out: &mut Vec<Value>) {
        match block {
            Block::Clause(index) => out.extend(self.clause(*index, 0)),
            Block::List(list) if self.depth < DEEPEST => out.push(self.list(list)),
            Block::List(list) => {
                for item in &list.items {
                    let (mark, taken) = self.mark(list, item);
                    self.item(&item.blocks, taken, (!mark.is_empty()).then_some(mark), out);
                }
            }
            Block::Quote(blocks) if self.depth < DEEPEST => {
                let blocks = self.deeper(|writer| writer.blocks(blocks));
                out.push(json!({ "t": "quote", "blocks": blocks }));
            }
            Block::Quote(blocks) => blocks.iter().for_each(|block| self.block(block, out)),
            Block::Table(table) => out.push(self.table(table)),
            Block::Meanings(entries) => entries.iter().for_each(|entry| self.entry(entry, out)),
            Block::Note(note) => {
                if !self.is_marked(&note.label) {
                    let blocks = self.deeper(|writer| writer.blocks(&note.blocks));
                    out.push(json!({ "t": "quote", "blocks": blocks }));
                }
            }
        }
    }

    /// Terms, and what they mean.
    fn entry(&mut self, entry: &Entry, out: &mut Vec<Value>) {
        for term in &entry.terms {
            let runs = self.words(*term, 0);
            out.push(json!({ "t": "term", "runs": runs }));
        }
        for meaning in &entry.meanings {
            let blocks = self.deeper(|writer| writer.blocks(meaning));
            out.push(json!({ "t": "indent", "by": 1, "blocks": blocks }));
        }
    }

    /// What the words are made fit with.
    pub fn ink(&mut self) -> &mut Ink {
        self.ink
    }

    fn deeper<T>(&mut self, write: impl FnOnce(&mut Self) -> T) -> T {
        self.depth += 1;
        let written = write(self);
        self.depth -= 1;
        written
    }

    /// A clause whose first characters are written elsewhere. Nothing for one without words.
    fn clause(&mut self, index: u32, taken: u32) -> Option<Value> {
        let clause = self.text.clause(index as usize)?;
        match clause.kind {
            ClauseKind::Heading { .. } if self.look.remark => {
                let runs = self.words(index, taken);
                Some(json!({ "t": "term", "runs": runs }))
            }
            ClauseKind::Heading { level } => Some(self.heading(index, level)),
            ClauseKind::Code | ClauseKind::Html | ClauseKind::FrontMatter | ClauseKind::Definition => {
                self.written.push(index);
                let words = self.ink.set(clause.text.as_str());
                Some(json!({ "t": "code", "s": words }))
            }
            _ => {
                let runs = self.words(index, taken);
                let mut said = json!({ "t": "p", "runs": runs });
                self.turn(clause.text.as_str(), &mut said);
                Some(said)
            }
        }
    }

    /// Says which way words run, where that is not the way of the paper.
    fn turn(&self, words: &str, said: &mut Value) {
        let Some(leftward) = self.look.leftward else { return };
        if documents::runs_leftward(words, if leftward { "ar" } else { "en" }) != leftward {
            said["rtl"] = (!leftward).into();
        }
    }

    fn heading(&mut self, index: u32, level: u8) -> Value {
        let rank = level.saturating_sub(1).clamp(1, self.rank + 1);
        self.rank = rank;
        let mut runs = self.words(index, 0);
        let mut said = json!({ "t": "h", "level": rank });
        // The number of the line stands beside the heading, not in it: bookmarks are without it.
        if let Some(number) = runs.first().and_then(|run| run.get("n")).cloned() {
            said["n"] = number;
            runs.remove(0);
        }
        if runs.is_empty() {
            runs.push("\u{2014}".into());
        }
        said["runs"] = runs.into();
        said
    }

    /// The words of a heading that is the title of the paper.
    pub fn title(&mut self, index: u32) -> Vec<Value> {
        self.words(index, 0)
    }

    fn list(&mut self, list: &List) -> Value {
        self.depth += 1;
        let (mut marks, mut items) = (Vec::new(), Vec::new());
        for item in &list.items {
            let (mark, taken) = self.mark(list, item);
            let mut blocks = Vec::new();
            self.item(&item.blocks, taken, None, &mut blocks);
            marks.push(self.ink.line(&mark));
            items.push(blocks);
        }
        self.depth -= 1;
        match list.kind {
            ListKind::Bullets => json!({ "t": "bullets", "items": items }),
            ListKind::Numbered { .. } | ListKind::Typed => {
                json!({ "t": "numbers", "marks": marks, "items": items })
            }
        }
    }

    /// What an item holds; its first clause without the mark, which may stand among its words instead.
    fn item(&mut self, blocks: &[Block], taken: u32, mark: Option<String>, out: &mut Vec<Value>) {
        for (place, block) in blocks.iter().enumerate() {
            match block {
                Block::Clause(index) if place == 0 => {
                    let mut said = self.clause(*index, taken);
                    let runs =
                        said.as_mut().and_then(|said| said.get_mut("runs")).and_then(Value::as_array_mut);
                    if let (Some(runs), Some(mark)) = (runs, &mark) {
                        runs.insert(0, format!("{mark} ").into());
                    }
                    out.extend(said);
                }
                block => self.block(block, out),
            }
        }
    }

    /// The mark of an item, and how many characters of its words it takes.
    fn mark(&self, list: &List, item: &domain::text::Item) -> (String, u32) {
        let lead = item.lead.and_then(|lead| self.text.clause(lead as usize));
        let found = lead.map(|clause| self.text.mark(clause));
        match (list.kind, found) {
            (ListKind::Bullets, _) => (String::new(), 0),
            (_, Some((Some(mark), taken))) => (mark.into_owned(), taken),
            (ListKind::Numbered { .. }, _) => {
                (item.number.map(|number| format!("{number}.")).unwrap_or_default(), 0)
            }
            (ListKind::Typed, _) => (String::new(), 0),
        }
    }

    fn table(&mut self, table: &Table) -> Value {
        let columns: Vec<&str> = table.columns.iter().map(side).collect();
        let width = columns.len().max(1);
        let mut rows =
            |rows: &[u32]| -> Vec<Value> { rows.iter().map(|row| self.row(*row, width)).collect() };
        let (head, body) = (rows(&table.head), rows(&table.body));
        json!({ "t": "table", "columns": columns, "head": head, "body": body })
    }

    /// The cells of a row, as many as there are columns.
    fn row(&mut self, row: u32, width: usize) -> Value {
        self.written.push(row);
        let text = self.text;
        let line = text.clause(row as usize).and_then(|clause| text.line(clause.lines.first()));
        let mut cells = Vec::new();
        if let Some(line) = line {
            for (place, chars) in line.cells.iter().take(width).enumerate() {
                let mut runs = Vec::new();
                if place == 0 && self.look.lines {
                    runs.push(json!({ "n": line.number }));
                }
                self.line(line, chars, true, &mut runs);
                if place + 1 == line.cells.len().min(width) {
                    self.ends(line.number, &mut runs);
                }
                cells.push(json!({ "runs": runs }));
            }
        }
        cells.resize(width, json!({ "runs": [] }));
        cells.into()
    }

    /// The words of a clause from a character on, line by line.
    pub(crate) fn words(&mut self, index: u32, taken: u32) -> Vec<Value> {
        self.written.push(index);
        let text = self.text;
        let Some(clause) = text.clause(index as usize) else { return Vec::new() };
        let (mut runs, mut end) = (Vec::new(), taken);
        for line in text.lines_in(clause.lines) {
            if end < line.chars.start {
                self.gap(clause, end..line.chars.start, &mut runs);
            }
            if self.look.lines {
                runs.push(json!({ "n": line.number }));
            }
            self.line(line, &(line.chars.start.max(taken)..line.chars.end), false, &mut runs);
            self.ends(line.number, &mut runs);
            end = line.chars.end;
        }
        runs
    }
}
