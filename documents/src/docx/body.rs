//! The tree of a text as paragraphs, lists and tables.

mod table;

use domain::text::{Block, ClauseKind, Item, List, ListKind, Note, Text};

use super::{
    changes::Gone,
    marks::Marks,
    paragraph::{Layout, Runs, Shared, properties, spoken},
};
use crate::{
    document::{right_to_left, runs_leftward},
    xml::Xml,
};

/// The deepest level that Word knows in a list.
const DEEPEST: u32 = 8;

/// The text while it is written.
pub(super) struct Body<'a> {
    pub text: &'a Text,
    pub xml: Xml,
    pub shared: Shared,
    /// The lists of the file, from 1: the level of each, and the number it starts with when it is numbered.
    pub lists: Vec<(u32, Option<u64>)>,
    /// Clauses of an older version that are not in this one.
    pub gone: Option<Gone<'a>>,
    marks: Marks,
    lines: bool,
    inside: Inside,
}

/// What a paragraph stands in.
#[derive(Clone, Copy, Debug, Default)]
struct Inside {
    steps: u32,
    lists: u32,
    quoted: bool,
    note: bool,
}

/// The mark of an item, for the clause that bears it.
#[derive(Clone, Copy, Debug)]
struct Lead {
    clause: Option<u32>,
    list: Option<(u32, u32)>,
}

impl<'a> Body<'a> {
    pub fn new(text: &'a Text, marks: Marks, lines: bool, language: &str) -> Self {
        let shared = Shared { rtl: right_to_left(language), ..Shared::default() };
        let (xml, lists) = (Xml::piece(), Vec::new());
        Self { text, xml, shared, lists, gone: None, marks, lines, inside: Inside::default() }
    }

    /// Writes the whole text; notes that nothing leads to stand at its end.
    pub fn all(&mut self) {
        self.gone_after(None);
        let tree = self.text.tree();
        for block in &tree {
            match block {
                Block::Note(note) if self.is_marked(&note.label) => {}
                block => self.block(block, None),
            }
        }
    }

    /// The notes of the file, in the order of their marks, each as its paragraphs.
    pub fn notes(&mut self) -> Vec<String> {
        let tree = self.text.tree();
        let mut notes = Vec::new();
        // Notes may lead to further notes, which are then at the end of the list.
        while let Some(label) = self.shared.notes.get(notes.len()).cloned() {
            let body = std::mem::take(&mut self.xml);
            let found = tree.iter().find_map(|block| match block {
                Block::Note(note) if note.label == label => Some(note),
                _ => None,
            });
            self.inside = Inside { note: true, ..Inside::default() };
            match found {
                Some(note) => self.note(note),
                None => self.xml.raw("<w:p/>"),
            }
            self.inside = Inside::default();
            notes.push(std::mem::replace(&mut self.xml, body).finish());
        }
        notes
    }

    /// Whether the text leads to a note.
    fn is_marked(&self, label: &str) -> bool {
        let marks = |run: &domain::text::Run| run.look.footnote.as_deref() == Some(label);
        self.text.lines().iter().any(|line| line.runs().iter().any(marks))
    }

    fn within(&mut self, inside: Inside, blocks: &[Block], lead: Option<Lead>) {
        let before = std::mem::replace(&mut self.inside, inside);
        blocks.iter().for_each(|block| self.block(block, lead));
        self.inside = before;
    }

    fn block(&mut self, block: &Block, lead: Option<Lead>) {
        let inside = self.inside;
        match block {
            Block::Clause(index) => {
                self.clause(*index, lead);
                self.gone_after(Some(*index));
            }
            Block::List(list) => self.list(list),
            Block::Quote(blocks) => {
                let quoted = Inside { quoted: true, steps: inside.steps + 1, ..inside };
                self.within(quoted, blocks, lead);
            }
            Block::Table(table) => self.table(table),
            Block::Meanings(entries) => {
                for entry in entries {
                    entry.terms.iter().for_each(|term| self.block(&Block::Clause(*term), None));
                    let deeper = Inside { steps: inside.steps + 1, ..inside };
                    entry.meanings.iter().for_each(|blocks| self.within(deeper, blocks, None));
                }
            }
            Block::Note(note) => self.note(note),
        }
    }

    fn note(&mut self, note: &Note) {
        note.blocks.iter().for_each(|block| self.block(block, None));
    }

    fn list(&mut self, list: &List) {
        let level = self.inside.lists.min(DEEPEST);
        let number = match list.kind {
            ListKind::Bullets => Some(None),
            ListKind::Numbered { start } => Some(Some(start)),
            ListKind::Typed => None,
        };
        let id = number.map(|start| {
            self.lists.push((level, start));
            self.lists.len() as u32
        });
        let deeper = Inside { steps: self.inside.steps + 1, lists: self.inside.lists + 1, ..self.inside };
        for Item { lead, bare, blocks, .. } in &list.items {
            let mark = Lead { clause: *lead, list: id.map(|id| (id, level)) };
            if *bare {
                let layout =
                    Layout { numbered: mark.list, steps: deeper.steps, hanging: true, ..Layout::default() };
                self.xml.open("w:p", &[]);
                properties(&mut self.xml, &mut self.shared, &layout, None);
                self.xml.close();
            }
            self.within(deeper, blocks, Some(mark));
        }
    }

    fn clause(&mut self, index: u32, lead: Option<Lead>) {
        let Some(clause) = self.text.clause(index as usize) else { return };
        let leads = lead.filter(|lead| lead.clause == Some(index));
        let style = match clause.kind {
            ClauseKind::Heading { level } => Some(format!("Heading{level}")),
            ClauseKind::Code | ClauseKind::Html | ClauseKind::FrontMatter | ClauseKind::Definition => {
                Some("Code".to_owned())
            }
            _ if self.inside.note => Some("FootnoteText".to_owned()),
            _ if self.inside.quoted => Some("Quote".to_owned()),
            _ if self.inside.lists > 0 => Some("ListParagraph".to_owned()),
            _ => None,
        };
        let layout = Layout {
            style,
            numbered: leads.and_then(|lead| lead.list),
            steps: self.inside.steps,
            hanging: leads.is_some(),
            side: None,
        };
        let typed = leads.is_some_and(|lead| lead.list.is_none()) && clause.number_chars > 0;
        let whole = 0..clause.text.chars().count() as u32;
        let first_of_note = self.inside.note && clause.kind == ClauseKind::Footnote;
        self.xml.open("w:p", &[]);
        let marked = self.marks.whole(index).cloned();
        properties(
            &mut self.xml,
            &mut self.shared,
            &layout,
            marked.as_ref().map(|(change, who)| (*change, who)),
        );
        if first_of_note {
            self.xml.raw(NOTE_MARK);
        }
        self.words(index, whole, typed, true);
        self.xml.close();
    }

    fn words(&mut self, index: u32, chars: std::ops::Range<u32>, typed: bool, last: bool) {
        let Some(mut runs) = Runs::of(self.text, &self.marks, index, self.lines) else { return };
        runs.write(&mut self.xml, &mut self.shared, chars, typed);
        if last {
            runs.finish(&mut self.xml, &mut self.shared);
        }
    }

    /// Writes what an older version had after a clause, as removed.
    fn gone_after(&mut self, after: Option<u32>) {
        let Some(mut gone) = self.gone.take() else { return };
        let (text, clauses) = (gone.text, gone.take(after));
        for (index, who) in clauses {
            let mut marks = Marks::default();
            marks.track_whole(index, super::marks::Change::Removed, who);
            let own = (std::mem::replace(&mut self.text, text), std::mem::replace(&mut self.marks, marks));
            let deeper = text.clause(index as usize).map_or(0, |clause| u32::from(clause.depth));
            let before = std::mem::replace(&mut self.inside, Inside { steps: deeper, ..Inside::default() });
            match text.clause(index as usize).map(|clause| clause.kind) {
                Some(ClauseKind::TableRow { header }) => self.lone_row(index, header),
                _ => self.clause(index, None),
            }
            self.inside = before;
            (self.text, self.marks) = own;
        }
        self.gone = Some(gone);
    }

    /// A paragraph of words that are not of the text.
    pub fn plain(&mut self, style: &str, words: &str) {
        let otherwise = if self.shared.rtl { "ar" } else { "en" };
        let whole = std::mem::replace(&mut self.shared.rtl, runs_leftward(words, otherwise));
        self.xml.open("w:p", &[]);
        let layout = Layout { style: Some(style.to_owned()), ..Layout::default() };
        properties(&mut self.xml, &mut self.shared, &layout, None);
        self.xml.open("w:r", &[]);
        if self.shared.rtl {
            self.xml.raw("<w:rPr><w:rtl/></w:rPr>");
        }
        spoken(&mut self.xml, words, false);
        self.xml.close();
        self.xml.close();
        self.shared.rtl = whole;
    }

    /// The title of the draft, when the text does not begin with one.
    pub fn title(&mut self, title: &str) {
        let first = self.text.clause(0).map(|clause| clause.kind);
        if first != Some(ClauseKind::Heading { level: 1 }) {
            self.plain("Title", title);
        }
    }
}

/// The number of a note in front of its words.
const NOTE_MARK: &str = "<w:r><w:rPr><w:rStyle w:val=\"FootnoteReference\"/></w:rPr><w:footnoteRef/></w:r>\
    <w:r><w:t xml:space=\"preserve\"> </w:t></w:r>";
