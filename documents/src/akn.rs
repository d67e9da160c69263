//! Akoma Ntoso 3.0 (OASIS LegalDocML): the version as archives and parliaments keep it. The id of an element is that of its clause, which
//! stays the same through all versions of a draft.

mod meta;

use std::ops::Range;

use domain::{
    clause_map::ClauseMap,
    text::{Block, Clause, ClauseKind, Item, Line, List, ListKind, Note, Table, Text},
};

use crate::{
    Document, Signed,
    docx::{
        changes::{Gone, of},
        marks::{Change, Marks},
        remarks::leaves,
    },
    xml::Xml,
};

/// Writes one version.
pub fn write(document: &Document<'_>) -> Vec<u8> {
    full(document, &[], None)
}

/// Writes one version with who signed, and with what changed since another as `<ins>` and `<del>`: what is not deleted is this version,
/// what is not inserted the other.
pub fn full(
    document: &Document<'_>,
    signed: &[Signed],
    since: Option<((&Text, u32), &ClauseMap)>,
) -> Vec<u8> {
    written(document, signed, since.map(|(from, map)| of(document, from, map)))
}

fn written<'a>(document: &'a Document<'a>, signed: &[Signed], changes: Option<(Marks, Gone<'a>)>) -> Vec<u8> {
    let (marks, gone) = changes.map_or_else(|| (Marks::default(), None), |(marks, gone)| (marks, Some(gone)));
    let mut writer = Writer {
        marks,
        gone,
        document,
        text: document.text,
        xml: Xml::new(),
        notes: notes(document.text),
        written: Vec::new(),
    };
    writer.xml.open("akomaNtoso", &[("xmlns", "http://docs.oasis-open.org/legaldocml/ns/akn/3.0")]);
    writer.xml.open("doc", &[("name", "draft")]);
    meta::write(&mut writer.xml, document, signed);
    writer.xml.open("preface", &[]);
    writer.xml.open("p", &[]);
    writer.xml.leaf("docTitle", &[], &document.title);
    writer.xml.close();
    writer.xml.close();
    writer.xml.open("mainBody", &[]);
    writer.sections(&document.text.tree(), 0);
    writer.xml.finish().into_bytes()
}

fn notes(text: &Text) -> Vec<Note> {
    let note = |block| match block {
        Block::Note(note) => Some(note),
        _ => None,
    };
    text.tree().into_iter().filter_map(note).collect()
}

struct Writer<'a> {
    marks: Marks,
    /// What of the other version is not there any more.
    gone: Option<Gone<'a>>,
    document: &'a Document<'a>,
    text: &'a Text,
    xml: Xml,
    notes: Vec<Note>,
    /// The notes that stand in the text already.
    written: Vec<String>,
}

impl Writer<'_> {
    fn level(&self, block: &Block) -> Option<u8> {
        match block {
            Block::Clause(index) => match self.text.clause(*index as usize)?.kind {
                ClauseKind::Heading { level } => Some(level),
                _ => None,
            },
            _ => None,
        }
    }

    /// Blocks at one depth: each heading opens a section that holds all up to the next of its rank or a higher one.
    fn sections(&mut self, blocks: &[Block], within: u8) {
        let mut index = 0;
        let mut empty = true;
        if within == 0 {
            self.went(None);
        }
        while let Some(block) = blocks.get(index) {
            match (self.level(block), block) {
                (Some(level), Block::Clause(clause)) => {
                    let rest = &blocks[index + 1..];
                    let length = rest
                        .iter()
                        .take_while(|next| self.level(next).is_none_or(|next| next > level))
                        .count();
                    self.section(*clause, &rest[..length], level.max(within));
                    index += length + 1;
                }
                _ => {
                    self.block(block);
                    self.went_after(block);
                    index += 1;
                }
            }
            empty = false;
        }
        if empty {
            self.xml.empty("p", &[]);
        }
    }

    fn section(&mut self, clause: u32, blocks: &[Block], level: u8) {
        let id = self.id("tblock", clause);
        self.xml.open("tblock", &[("eId", &id)]);
        if let Some(heading) = self.text.clause(clause as usize) {
            if let Some(number) = heading.number.as_deref().filter(|_| heading.number_chars > 0) {
                self.xml.leaf("num", &[], number);
            }
            self.xml.open("heading", &[]);
            self.words((clause, heading), heading.number_chars);
            self.xml.close();
        }
        self.went(Some(clause));
        self.sections(blocks, level);
        self.xml.close();
    }

    /// What followed the clauses of a block in the other version, and went.
    fn went_after(&mut self, block: &Block) {
        let mut clauses = Vec::new();
        leaves(block, &mut clauses);
        clauses.into_iter().for_each(|clause| self.went(Some(clause)));
    }

    fn went(&mut self, after: Option<u32>) {
        let Some(gone) = &mut self.gone else { return };
        for (clause, _) in gone.take(after) {
            let Some(words) = gone.text.clause(clause as usize).map(|clause| clause.text.to_string()) else {
                continue;
            };
            self.xml.open("p", &[("class", "gone")]);
            self.xml.leaf("del", &[], &words);
            self.xml.close();
        }
    }

    fn id(&self, kind: &str, clause: u32) -> String {
        let id = self.document.ids.get(clause as usize).map_or(clause, |id| id.0);
        format!("{kind}_{id}")
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Clause(index) => self.clause(*index),
            Block::List(list) => self.list(list),
            Block::Quote(blocks) => {
                let first = block.first_clause().unwrap_or_default();
                let id = self.id("blockContainer", first);
                self.xml.open("blockContainer", &[("eId", &id), ("class", "quote")]);
                blocks.iter().for_each(|block| self.block(block));
                self.xml.close();
            }
            Block::Table(table) => self.table(table),
            Block::Meanings(entries) => {
                for entry in entries {
                    entry.terms.iter().for_each(|term| self.clause(*term));
                    entry.meanings.iter().flatten().for_each(|block| self.block(block));
                }
            }
            Block::Note(note) if self.is_marked(&note.label) => {}
            Block::Note(note) => note.blocks.iter().for_each(|block| self.block(block)),
        }
    }

    fn is_marked(&self, label: &str) -> bool {
        let marks = |run: &domain::text::Run| run.look.footnote.as_deref() == Some(label);
        self.text.lines().iter().any(|line| line.runs().iter().any(marks))
    }

    fn clause(&mut self, index: u32) {
        let Some(clause) = self.text.clause(index as usize) else { return };
        let id = self.id("p", index);
        self.xml.open("p", &[("eId", &id)]);
        self.words((index, clause), 0);
        self.xml.close();
    }

    fn list(&mut self, list: &List) {
        let first = list.items.iter().find_map(|item| item.blocks.iter().find_map(Block::first_clause));
        let id = self.id("list", first.unwrap_or_default());
        self.xml.open("blockList", &[("eId", &id)]);
        for item in &list.items {
            self.item(list.kind, item);
        }
        self.xml.close();
    }

    fn item(&mut self, kind: ListKind, item: &Item) {
        let lead = item.lead.and_then(|lead| self.text.clause(lead as usize));
        let first =
            item.lead.or_else(|| item.blocks.iter().find_map(Block::first_clause)).unwrap_or_default();
        let id = self.id("item", first);
        self.xml.open("item", &[("eId", &id)]);
        let typed = lead.filter(|clause| clause.number_chars > 0);
        let number = match (kind, item.number, typed) {
            (_, _, Some(clause)) => clause.number.clone(),
            (ListKind::Numbered { .. }, Some(number), None) => Some(format!("{number}.")),
            _ => Some("•".to_owned()),
        };
        if let Some(number) = number {
            self.xml.leaf("num", &[], &number);
        }
        for block in &item.blocks {
            match (block, typed) {
                (Block::Clause(index), Some(clause)) if Some(*index) == item.lead => {
                    let id = self.id("p", *index);
                    self.xml.open("p", &[("eId", &id)]);
                    self.words((*index, clause), clause.number_chars);
                    self.xml.close();
                }
                _ => self.block(block),
            }
        }
        self.xml.close();
    }

    fn table(&mut self, table: &Table) {
        let first = table.head.first().or(table.body.first()).copied().unwrap_or_default();
        let id = self.id("table", first);
        self.xml.open("table", &[("eId", &id)]);
        for (rows, cell) in [(&table.head, "th"), (&table.body, "td")] {
            for row in rows {
                let line =
                    self.text.clause(*row as usize).and_then(|clause| self.text.line(clause.lines.first()));
                let Some(line) = line else { continue };
                let id = self.id("tr", *row);
                self.xml.open("tr", &[("eId", &id)]);
                for chars in &line.cells {
                    self.xml.open(cell, &[]);
                    self.xml.open("p", &[]);
                    self.line(line, chars.start, chars.end);
                    self.xml.close();
                    self.xml.close();
                }
                self.xml.close();
            }
        }
        self.xml.close();
    }

    /// The words of a clause from a character on.
    fn words(&mut self, (index, clause): (u32, &Clause), from: u32) {
        let mut end = from;
        for line in self.text.lines_in(clause.lines) {
            if line.chars.end <= from && line.chars.end != line.chars.start {
                continue;
            }
            let start = line.chars.start.max(from);
            if end < start {
                self.cut(index, clause, end..start);
            }
            self.line(line, start, line.chars.end);
            end = line.chars.end;
        }
        self.foreign((index, end));
    }

    /// Characters of a clause, cut where something came, with what went between them.
    fn cut(&mut self, index: u32, clause: &Clause, chars: Range<u32>) {
        let edges = self.marks.edges(index);
        let mut from = chars.start;
        while from < chars.end {
            self.foreign((index, from));
            let to = edges.iter().copied().find(|edge| *edge > from).unwrap_or(chars.end).min(chars.end);
            let came = self.marks.at(index, from).is_some_and(|(change, _)| change == Change::Added);
            if came {
                self.xml.open("ins", &[]);
            }
            self.xml.text(clause.slice(&(from..to)));
            if came {
                self.xml.close();
            }
            from = to;
        }
    }

    /// What went at a character.
    fn foreign(&mut self, place: (u32, u32)) {
        for one in self.marks.foreign.remove(&place).unwrap_or_default() {
            self.xml.leaf("del", &[], &one.words);
        }
    }

    fn line(&mut self, line: &Line, from: u32, to: u32) {
        for run in line.runs().as_ref() {
            let chars = run.chars.start.max(from)..run.chars.end.min(to);
            if chars.start >= chars.end {
                continue;
            }
            if let Some(label) = run.look.footnote.clone() {
                self.note(&label, line.slice(&chars));
                continue;
            }
            let link = run.look.href.as_deref().filter(|href| href.starts_with("http"));
            let marks = [(run.look.strong, "b"), (run.look.emphasis, "i")];
            let mut open = 0;
            if let Some(href) = link {
                self.xml.open("a", &[("href", href)]);
                open += 1;
            }
            for (_, name) in marks.into_iter().filter(|(wanted, _)| *wanted) {
                self.xml.open(name, &[]);
                open += 1;
            }
            if let Some(clause) = self.text.clause(line.clause as usize) {
                self.cut(line.clause, clause, chars);
            }
            (0..open).for_each(|_| self.xml.close());
        }
    }

    /// A note at its first mark; a later mark is words.
    fn note(&mut self, label: &str, mark: &str) {
        let found = self.notes.iter().position(|note| note.label == label);
        let known = self.written.iter().any(|known| known == label);
        let Some(note) = found.filter(|_| !known).map(|index| self.notes[index].clone()) else {
            return self.xml.leaf("sup", &[], mark);
        };
        self.written.push(label.to_owned());
        let first = note.blocks.iter().find_map(Block::first_clause).unwrap_or_default();
        let id = self.id("authorialNote", first);
        self.xml.open("authorialNote", &[("marker", label), ("placement", "bottom"), ("eId", &id)]);
        note.blocks.iter().for_each(|block| self.block(block));
        self.xml.close();
    }
}
