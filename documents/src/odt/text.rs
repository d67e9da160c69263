//! The tree of a text as OpenDocument.

use std::ops::Range;

use domain::text::{Block, ClauseKind, Column, Item, Line, List, ListKind, Note, Table, Text};

use super::root;
use crate::{Document, xml::Xml};

/// The text of the file, under the title of the draft when it does not begin with one.
pub(super) fn write(document: &Document<'_>) -> String {
    let mut xml = root("office:document-content");
    xml.raw(TABLES);
    xml.open("office:body", &[]);
    xml.open("office:text", &[]);
    let mut writer = Writer { xml, text: document.text, notes: Vec::new(), within: Within::Text };
    let first = document.text.clause(0).map(|clause| clause.kind);
    if first != Some(ClauseKind::Heading { level: 1 }) {
        writer.xml.leaf("text:p", &[("text:style-name", "Title")], &document.title);
    }
    let tree = document.text.tree();
    for block in &tree {
        match block {
            Block::Note(note) if writer.is_marked(&note.label) => {}
            block => writer.block(block),
        }
    }
    writer.xml.finish()
}

/// What a paragraph stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Within {
    Text,
    Quote,
    Note,
}

struct Writer<'a> {
    xml: Xml,
    text: &'a Text,
    /// The notes that stand at their first mark already.
    notes: Vec<String>,
    within: Within,
}

impl Writer<'_> {
    fn is_marked(&self, label: &str) -> bool {
        let marks = |run: &domain::text::Run| run.look.footnote.as_deref() == Some(label);
        self.text.lines().iter().any(|line| line.runs().iter().any(marks))
    }

    fn inside(&mut self, within: Within, blocks: &[Block]) {
        let before = std::mem::replace(&mut self.within, within);
        blocks.iter().for_each(|block| self.block(block));
        self.within = before;
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Clause(index) => self.clause(*index),
            Block::List(list) => self.list(list),
            Block::Quote(blocks) => self.inside(Within::Quote, blocks),
            Block::Table(table) => self.table(table),
            Block::Meanings(entries) => {
                for entry in entries {
                    entry.terms.iter().for_each(|term| self.clause(*term));
                    entry.meanings.iter().for_each(|blocks| self.inside(Within::Quote, blocks));
                }
            }
            Block::Note(note) => self.inside(Within::Note, &note.blocks),
        }
    }

    fn clause(&mut self, index: u32) {
        let Some(clause) = self.text.clause(index as usize) else { return };
        let style = match (clause.kind, self.within) {
            (ClauseKind::Heading { level }, _) => {
                let (style, level) = (format!("H{level}"), level.to_string());
                self.xml.open("text:h", &[("text:style-name", &style), ("text:outline-level", &level)]);
                self.words(index);
                return self.xml.close();
            }
            (ClauseKind::Code | ClauseKind::Html | ClauseKind::FrontMatter | ClauseKind::Definition, _) => {
                "Code"
            }
            (_, Within::Quote) => "Quote",
            (_, Within::Note) => "Footnote",
            (_, Within::Text) => "Standard",
        };
        self.xml.open("text:p", &[("text:style-name", style)]);
        self.words(index);
        self.xml.close();
    }

    fn words(&mut self, index: u32) {
        let text = self.text;
        let Some(clause) = text.clause(index as usize) else { return };
        let mut end = 0;
        for line in text.lines_in(clause.lines) {
            if end < line.chars.start {
                self.said(clause.slice(&(end..line.chars.start)));
            }
            self.line(line, &line.chars);
            end = line.chars.end;
        }
    }

    /// Words with their tabs, line breaks and further spaces as elements.
    fn said(&mut self, words: &str) {
        let mut space = false;
        let mut plain = String::new();
        for letter in words.chars() {
            let element = match letter {
                '\n' => Some("text:line-break"),
                '\t' => Some("text:tab"),
                ' ' if space => Some("text:s"),
                _ => None,
            };
            space = letter == ' ';
            match element {
                Some(name) => {
                    self.xml.text(&plain);
                    plain.clear();
                    self.xml.empty(name, &[]);
                }
                None => plain.push(letter),
            }
        }
        self.xml.text(&plain);
    }

    fn list(&mut self, list: &List) {
        let style = match list.kind {
            ListKind::Bullets => "Bullets",
            ListKind::Numbered { .. } => "Numbers",
            ListKind::Typed => "Plain",
        };
        self.xml.open("text:list", &[("text:style-name", style)]);
        for (index, Item { number, blocks, .. }) in list.items.iter().enumerate() {
            let start = number.filter(|_| index == 0).map(|number| number.to_string());
            match &start {
                Some(start) => self.xml.open("text:list-item", &[("text:start-value", start)]),
                None => self.xml.open("text:list-item", &[]),
            }
            let within = self.within;
            self.inside(within, blocks);
            self.xml.close();
        }
        self.xml.close();
    }

    fn table(&mut self, table: &Table) {
        self.xml.open("table:table", &[("table:style-name", "Wide")]);
        let columns = table.columns.len().to_string();
        self.xml.empty("table:table-column", &[("table:number-columns-repeated", &columns)]);
        if !table.head.is_empty() {
            self.xml.open("table:table-header-rows", &[]);
            table.head.iter().for_each(|row| self.row(*row, true, &table.columns));
            self.xml.close();
        }
        table.body.iter().for_each(|row| self.row(*row, false, &table.columns));
        self.xml.close();
        self.xml.empty("text:p", &[("text:style-name", "Cell")]);
    }

    fn row(&mut self, row: u32, head: bool, columns: &[Column]) {
        let text = self.text;
        let line = text.clause(row as usize).and_then(|clause| text.line(clause.lines.first()));
        let Some(line) = line else { return };
        self.xml.open("table:table-row", &[]);
        for (index, chars) in line.cells.iter().enumerate() {
            let style = match columns.get(index) {
                Some(Column::Center) if head => "HeadMid",
                Some(Column::End) if head => "HeadEnd",
                _ if head => "Head",
                Some(Column::Center) => "CellMid",
                Some(Column::End) => "CellEnd",
                Some(Column::Plain | Column::Start) | None => "Cell",
            };
            let cell = if head { "Topmost" } else { "Ruled" };
            self.xml.open("table:table-cell", &[("table:style-name", cell), ("office:value-type", "string")]);
            self.xml.open("text:p", &[("text:style-name", style)]);
            self.line(line, chars);
            self.xml.close();
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
                self.mark(label, line.slice(&chars));
                continue;
            }
            let mut open = 0;
            if let Some(href) = run.look.href.as_deref().filter(|href| href.starts_with("http")) {
                self.xml.open("text:a", &[("xlink:type", "simple"), ("xlink:href", href)]);
                open += 1;
            }
            let look = &run.look;
            let marks = [(look.strong, "b"), (look.emphasis, "i"), (look.strike, "s"), (look.code, "c")];
            for (_, style) in marks.into_iter().filter(|(wanted, _)| *wanted) {
                self.xml.open("text:span", &[("text:style-name", style)]);
                open += 1;
            }
            self.said(line.slice(&chars));
            (0..open).for_each(|_| self.xml.close());
        }
    }

    /// A note at its first mark; a later mark is words.
    fn mark(&mut self, label: &str, mark: &str) {
        let known = self.notes.iter().any(|known| known == label);
        let found = self.text.tree().into_iter().find_map(|block| match block {
            Block::Note(note) if note.label == label && !known => Some(note),
            _ => None,
        });
        let Some(Note { blocks, .. }) = found else { return self.xml.text(mark) };
        self.notes.push(label.to_owned());
        let number = self.notes.len().to_string();
        let id = format!("note{number}");
        self.xml.open("text:note", &[("text:id", &id), ("text:note-class", "footnote")]);
        self.xml.leaf("text:note-citation", &[], &number);
        self.xml.open("text:note-body", &[]);
        self.inside(Within::Note, &blocks);
        self.xml.close();
        self.xml.close();
    }
}

const TABLES: &str = concat!(
    "<office:automatic-styles>",
    "<style:style style:name=\"Wide\" style:family=\"table\"><style:table-properties style:rel-width=\"100%\" table:align=\"margins\"/></style:style>",
    "<style:style style:name=\"Topmost\" style:family=\"table-cell\"><style:table-cell-properties fo:padding=\"0.09cm\" fo:border-top=\"1pt solid #404040\" fo:border-bottom=\"1pt solid #404040\"/></style:style>",
    "<style:style style:name=\"Ruled\" style:family=\"table-cell\"><style:table-cell-properties fo:padding=\"0.09cm\" fo:border-bottom=\"0.5pt solid #bfbfbf\"/></style:style>",
    "</office:automatic-styles>",
);
