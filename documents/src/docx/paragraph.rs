//! A paragraph: how it is set, and its words as runs that are cut where marks begin and end.

use std::ops::Range;

use domain::text::{Clause, Line, Look, Text};

use super::marks::{Change, Foreign, Marks, Who};
use crate::xml::Xml;

/// How far a step to the right is, in twentieths of a point.
pub(super) const STEP: u32 = 425;

/// How a paragraph is set.
#[derive(Clone, Debug, Default)]
pub(super) struct Layout {
    pub style: Option<String>,
    /// The list and the level in it, for what bears the mark of an item.
    pub numbered: Option<(u32, u32)>,
    /// Steps from the edge.
    pub steps: u32,
    /// Whether the first line begins a step before the others.
    pub hanging: bool,
    /// `center` or `end`, in a cell.
    pub side: Option<&'static str>,
}

/// What writes runs needs to know of the file.
#[derive(Debug, Default)]
pub(super) struct Shared {
    /// Addresses that the file leads to; the first is relation 101.
    pub links: Vec<String>,
    /// The labels of the notes of the file, in the order of their first mark.
    pub notes: Vec<String>,
    /// The number of the last tracked change.
    pub changes: u32,
    /// Whether the pages lie on their long side.
    pub wide: bool,
    /// Whether the text is written from right to left.
    pub rtl: bool,
}

/// The properties of a paragraph.
pub(super) fn properties(xml: &mut Xml, shared: &mut Shared, layout: &Layout, whole: Option<(Change, &Who)>) {
    xml.open("w:pPr", &[]);
    if let Some(style) = &layout.style {
        xml.empty("w:pStyle", &[("w:val", style)]);
    }
    if let Some((list, level)) = layout.numbered {
        xml.open("w:numPr", &[]);
        xml.empty("w:ilvl", &[("w:val", &level.to_string())]);
        xml.empty("w:numId", &[("w:val", &list.to_string())]);
        xml.close();
    }
    if shared.rtl {
        xml.empty("w:bidi", &[]);
    }
    if layout.steps > 0 {
        let (left, hanging) =
            ((layout.steps * STEP).to_string(), if layout.hanging { STEP } else { 0 }.to_string());
        xml.empty("w:ind", &[("w:left", &left), ("w:hanging", &hanging)]);
    }
    if let Some(side) = layout.side {
        xml.empty("w:jc", &[("w:val", side)]);
    }
    if let Some((change, who)) = whole {
        xml.open("w:rPr", &[]);
        begin(xml, shared, change, who);
        xml.close();
        xml.close();
    }
    xml.close();
}

/// Begins the element of a change; whoever calls closes it.
pub(super) fn begin(xml: &mut Xml, shared: &mut Shared, change: Change, who: &Who) {
    shared.changes += 1;
    let name = match change {
        Change::Added => "w:ins",
        Change::Removed => "w:del",
    };
    let (id, when) = (shared.changes.to_string(), who.when.format("%Y-%m-%dT%H:%M:%SZ").to_string());
    xml.open(name, &[("w:id", &id), ("w:author", &who.author), ("w:date", &when)]);
}

/// The runs of a clause, written from its beginning to its end, at once or cell by cell.
pub(super) struct Runs<'a> {
    text: &'a Text,
    marks: &'a Marks,
    index: u32,
    clause: &'a Clause,
    edges: Vec<u32>,
    /// How many of the edges are behind.
    passed: usize,
    /// Whether each line is written with its number.
    numbers: bool,
}

impl<'a> Runs<'a> {
    pub fn of(text: &'a Text, marks: &'a Marks, index: u32, numbers: bool) -> Option<Self> {
        let clause = text.clause(index as usize)?;
        Some(Self { text, marks, index, clause, edges: marks.edges(index), passed: 0, numbers })
    }

    /// Writes the words from one character to another; a tab stands for what separates a typed number from them.
    pub fn write(&mut self, xml: &mut Xml, shared: &mut Shared, chars: Range<u32>, tab: bool) {
        let mut end = chars.start;
        for line in self.text.lines_in(self.clause.lines) {
            let (from, to) = (line.chars.start.max(chars.start), line.chars.end.min(chars.end));
            if from > to || (from == to && chars.start != chars.end) {
                continue;
            }
            if end < from {
                self.gap(xml, shared, end..from);
            }
            if self.numbers && from == line.chars.start {
                counter(xml, line.number);
            }
            self.line(xml, shared, line, from..to, tab);
            end = to;
        }
        if end < chars.end {
            self.gap(xml, shared, end..chars.end);
        }
        self.pass(xml, shared, chars.end, false);
    }

    /// Writes what stands at the end of the clause and was not yet written.
    pub fn finish(&mut self, xml: &mut Xml, shared: &mut Shared) {
        self.pass(xml, shared, u32::MAX, true);
    }

    /// What separates two lines of a clause.
    fn gap(&mut self, xml: &mut Xml, shared: &mut Shared, chars: Range<u32>) {
        self.cut(xml, shared, chars, &Look::default(), false);
    }

    fn line(&mut self, xml: &mut Xml, shared: &mut Shared, line: &Line, chars: Range<u32>, tab: bool) {
        for run in line.runs().as_ref() {
            let (from, to) = (run.chars.start.max(chars.start), run.chars.end.min(chars.end));
            let number = if tab { self.clause.number_chars.clamp(from, to.max(from)) } else { from };
            if from < number {
                self.cut(xml, shared, from..number, &run.look, true);
            }
            if number < to {
                self.cut(xml, shared, number..to, &run.look, false);
            }
        }
    }

    /// Writes characters of one look, cut at the marks.
    fn cut(&mut self, xml: &mut Xml, shared: &mut Shared, chars: Range<u32>, look: &Look, number: bool) {
        let mut from = chars.start;
        while from < chars.end {
            self.pass(xml, shared, from, true);
            let next = self.edges[self.passed..].iter().copied().find(|edge| *edge > from);
            let to = next.unwrap_or(chars.end).min(chars.end);
            let change = self.marks.at(self.index, from);
            // What begins or ends within the mark of a note does not cut it.
            let mark = look.footnote.is_some();
            if mark && from > chars.start {
                from = to;
                continue;
            }
            let words = self.clause.slice(&(from..if mark { chars.end } else { to }));
            // The space after a typed number; where there is none, none is put in.
            let spaced = number && to == chars.end && words.ends_with([' ', '\u{a0}']);
            let words = if spaced { format!("{}\t", words.trim_end()) } else { words.to_owned() };
            run(xml, shared, &words, look, change);
            from = to;
        }
    }

    /// Writes the marks up to a character; at that character itself only what ends there, unless something follows.
    fn pass(&mut self, xml: &mut Xml, shared: &mut Shared, until: u32, follows: bool) {
        while let Some(edge) = self.edges.get(self.passed).copied().filter(|edge| *edge <= until) {
            let place = (self.index, edge);
            let foreign = self.marks.foreign.get(&place).map(Vec::as_slice).unwrap_or_default();
            if edge == until && !follows && self.begins_at(place, foreign) {
                return;
            }
            foreign.iter().filter(|one| one.ends).for_each(|one| stranger(xml, shared, one));
            for id in self.marks.ends.get(&place).into_iter().flatten() {
                comment_ends(xml, *id);
            }
            for id in self.marks.begins.get(&place).into_iter().flatten() {
                xml.empty("w:commentRangeStart", &[("w:id", &id.to_string())]);
            }
            foreign.iter().filter(|one| !one.ends).for_each(|one| stranger(xml, shared, one));
            self.passed += 1;
        }
    }

    fn begins_at(&self, place: (u32, u32), foreign: &[Foreign]) -> bool {
        self.marks.begins.contains_key(&place) || foreign.iter().any(|one| !one.ends)
    }
}

/// The end of a comment and its mark.
fn comment_ends(xml: &mut Xml, id: usize) {
    let id = id.to_string();
    xml.empty("w:commentRangeEnd", &[("w:id", &id)]);
    xml.open("w:r", &[]);
    xml.open("w:rPr", &[]);
    xml.empty("w:rStyle", &[("w:val", "CommentReference")]);
    xml.close();
    xml.empty("w:commentReference", &[("w:id", &id)]);
    xml.close();
}

fn counter(xml: &mut Xml, number: u32) {
    xml.open("w:r", &[]);
    xml.raw("<w:rPr><w:rStyle w:val=\"ComityLine\"/></w:rPr>");
    xml.leaf("w:t", &[("xml:space", "preserve")], &format!("{number}\u{a0}"));
    xml.close();
}

fn stranger(xml: &mut Xml, shared: &mut Shared, one: &Foreign) {
    run(xml, shared, &one.words, &Look::default(), Some((one.change, &one.who)));
}

/// Words of one look and one fate.
pub(super) fn run(
    xml: &mut Xml,
    shared: &mut Shared,
    words: &str,
    look: &Look,
    change: Option<(Change, &Who)>,
) {
    let link = look.href.as_deref().filter(|href| leads(href));
    if let Some(href) = link {
        let id = format!("rId{}", 101 + link_number(shared, href));
        xml.open("w:hyperlink", &[("r:id", &id)]);
    }
    if let Some((change, who)) = change {
        begin(xml, shared, change, who);
    }
    xml.open("w:r", &[]);
    run_properties(xml, shared, look, link.is_some());
    let note = look.footnote.as_ref().and_then(|label| note_number(shared, label));
    match note {
        Some(number) => xml.empty("w:footnoteReference", &[("w:id", &number.to_string())]),
        None => spoken(xml, words, change.is_some_and(|(change, _)| change == Change::Removed)),
    }
    xml.close();
    if change.is_some() {
        xml.close();
    }
    if link.is_some() {
        xml.close();
    }
}

/// Addresses that a file may lead to.
fn leads(href: &str) -> bool {
    ["https://", "http://", "mailto:"].iter().any(|start| href.starts_with(start))
}

fn link_number(shared: &mut Shared, href: &str) -> usize {
    let known = shared.links.iter().position(|link| link == href);
    known.unwrap_or_else(|| {
        shared.links.push(href.to_owned());
        shared.links.len() - 1
    })
}

/// The number of a note at its first mark, counted from 1; none at later marks, which are words.
fn note_number(shared: &mut Shared, label: &str) -> Option<usize> {
    if shared.notes.iter().any(|note| note == label) {
        return None;
    }
    shared.notes.push(label.to_owned());
    Some(shared.notes.len())
}

fn run_properties(xml: &mut Xml, shared: &Shared, look: &Look, link: bool) {
    xml.open("w:rPr", &[]);
    if look.footnote.is_some() {
        xml.empty("w:rStyle", &[("w:val", "FootnoteReference")]);
    } else if look.code {
        xml.empty("w:rStyle", &[("w:val", "InlineCode")]);
    } else if link {
        xml.empty("w:rStyle", &[("w:val", "Hyperlink")]);
    }
    let marks = [(look.strong, ["w:b", "w:bCs"]), (look.emphasis, ["w:i", "w:iCs"])];
    for (_, names) in marks.iter().filter(|(wanted, _)| *wanted) {
        names.iter().for_each(|name| xml.empty(name, &[]));
    }
    if look.strike {
        xml.empty("w:strike", &[]);
    }
    if shared.rtl {
        xml.empty("w:rtl", &[]);
    }
    xml.close();
}

/// Words with their tabs and line breaks as elements.
pub(super) fn spoken(xml: &mut Xml, words: &str, gone: bool) {
    let name = if gone { "w:delText" } else { "w:t" };
    let mut said = String::new();
    let flush = |xml: &mut Xml, said: &mut String| {
        if !said.is_empty() {
            xml.leaf(name, &[("xml:space", "preserve")], said);
            said.clear();
        }
    };
    for letter in words.chars() {
        match letter {
            '\t' => {
                flush(xml, &mut said);
                xml.empty("w:tab", &[]);
            }
            '\n' => {
                flush(xml, &mut said);
                xml.empty("w:br", &[]);
            }
            _ => said.push(letter),
        }
    }
    flush(xml, &mut said);
}
