//! The tree of a text as XHTML.

use std::ops::Range;

use domain::text::{Block, ClauseKind, Column, Line, List, ListKind, Table, Text};

use crate::xml::Xml;

/// The id of the title.
pub(super) const TOP: &str = "top";

/// Writes the whole text.
pub(super) fn write(xml: &mut Xml, text: &Text) {
    let mut writer = Writer { xml, text };
    text.tree().iter().for_each(|block| writer.block(block));
}

struct Writer<'a> {
    xml: &'a mut Xml,
    text: &'a Text,
}

impl Writer<'_> {
    fn blocks(&mut self, blocks: &[Block]) {
        blocks.iter().for_each(|block| self.block(block));
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Clause(index) => self.clause(*index),
            Block::List(list) => self.list(list),
            Block::Quote(blocks) => {
                self.xml.open("blockquote", &[]);
                self.blocks(blocks);
                self.xml.close();
            }
            Block::Table(table) => self.table(table),
            Block::Meanings(entries) => {
                self.xml.open("dl", &[]);
                for entry in entries {
                    for term in &entry.terms {
                        self.xml.open("dt", &[]);
                        self.clause(*term);
                        self.xml.close();
                    }
                    for meaning in &entry.meanings {
                        self.xml.open("dd", &[]);
                        self.blocks(meaning);
                        self.xml.close();
                    }
                }
                self.xml.close();
            }
            Block::Note(note) => {
                let id = self.id(&note.label);
                self.xml.open("aside", &[("id", &format!("note-{id}")), ("epub:type", "footnote")]);
                self.blocks(&note.blocks);
                self.xml.close();
            }
        }
    }

    /// A number for a note, as labels may be anything.
    fn id(&self, label: &str) -> usize {
        let runs = self.text.lines().iter().flat_map(|line| line.runs().into_owned());
        let mut labels: Vec<String> = Vec::new();
        for marked in runs.filter_map(|run| run.look.footnote) {
            if !labels.contains(&marked) {
                labels.push(marked);
            }
        }
        labels.iter().position(|known| known == label).unwrap_or(labels.len()) + 1
    }

    fn clause(&mut self, index: u32) {
        let Some(clause) = self.text.clause(index as usize) else { return };
        let tag = match clause.kind {
            ClauseKind::Heading { level: 1 } => "h2",
            ClauseKind::Heading { level: 2 } => "h3",
            ClauseKind::Heading { level: 3 } => "h4",
            ClauseKind::Heading { .. } => "h5",
            ClauseKind::Code | ClauseKind::Html | ClauseKind::FrontMatter | ClauseKind::Definition => "pre",
            _ => "p",
        };
        self.xml.open(tag, &[("id", &format!("L{}", clause.lines.first()))]);
        let mut end = 0;
        for line in self.text.lines_in(clause.lines) {
            if end < line.chars.start {
                self.xml.text(clause.slice(&(end..line.chars.start)));
            }
            self.line(line, &line.chars);
            end = line.chars.end;
        }
        self.xml.close();
    }

    fn list(&mut self, list: &List) {
        match list.kind {
            ListKind::Bullets => self.xml.open("ul", &[]),
            ListKind::Numbered { start } => self.xml.open("ol", &[("start", &start.to_string())]),
            ListKind::Typed => self.xml.open("ul", &[("class", "typed")]),
        }
        for item in &list.items {
            self.xml.open("li", &[]);
            self.blocks(&item.blocks);
            self.xml.close();
        }
        self.xml.close();
    }

    fn table(&mut self, table: &Table) {
        self.xml.open("table", &[]);
        for (rows, part, cell) in [(&table.head, "thead", "th"), (&table.body, "tbody", "td")] {
            if rows.is_empty() {
                continue;
            }
            self.xml.open(part, &[]);
            for row in rows {
                self.row(*row, cell, &table.columns);
            }
            self.xml.close();
        }
        self.xml.close();
    }

    fn row(&mut self, row: u32, cell: &'static str, columns: &[Column]) {
        let line = self.text.clause(row as usize).and_then(|clause| self.text.line(clause.lines.first()));
        let Some(line) = line else { return };
        self.xml.open("tr", &[("id", &format!("L{}", line.number))]);
        for (index, chars) in line.cells.iter().enumerate() {
            let side: &[(&str, &str)] = match columns.get(index) {
                Some(Column::Center) => &[("class", "mid")],
                Some(Column::End) => &[("class", "end")],
                Some(Column::Plain | Column::Start) | None => &[],
            };
            self.xml.open(cell, side);
            self.line(line, chars);
            self.xml.close();
        }
        self.xml.close();
    }

    fn line(&mut self, line: &Line, within: &Range<u32>) {
        for run in line.runs().as_ref() {
            let chars = run.chars.start.max(within.start)..run.chars.end.min(within.end);
            if chars.start >= chars.end {
                continue;
            }
            if let Some(label) = &run.look.footnote {
                self.mark(label);
                continue;
            }
            let href = run.look.href.as_deref().filter(|href| href.starts_with("http"));
            let mut open = 0;
            if let Some(href) = href {
                self.xml.open("a", &[("href", href)]);
                open += 1;
            }
            let look = &run.look;
            let marks =
                [(look.strong, "strong"), (look.emphasis, "em"), (look.strike, "s"), (look.code, "code")];
            for (_, name) in marks.into_iter().filter(|(wanted, _)| *wanted) {
                self.xml.open(name, &[]);
                open += 1;
            }
            self.xml.text(line.slice(&chars));
            (0..open).for_each(|_| self.xml.close());
        }
    }

    fn mark(&mut self, label: &str) {
        let number = self.id(label);
        self.xml.open("sup", &[]);
        let href = format!("#note-{number}");
        self.xml.leaf("a", &[("href", &href), ("epub:type", "noteref")], &number.to_string());
        self.xml.close();
    }
}
