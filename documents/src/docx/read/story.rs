//! The words of a Word file in their order: its body, then its notes.

use std::collections::HashMap;

use super::{
    At, Change, Fate, Kind, Loss, Lost, Piece, Read, Unit, Unreadable,
    label::Labels,
    opened::{MOST, Parts, instant},
};
use crate::tree::Element;

/// The story while it is read.
pub(super) struct Story<'a> {
    pub(super) parts: &'a Parts,
    read: &'a mut Read,
    /// The paragraph or row that is open.
    open: Option<Unit>,
    /// The comments by their number in the file.
    known: HashMap<String, usize>,
    begun: HashMap<usize, At>,
    changes: usize,
    pub(super) labels: Labels,
    pub(super) note: Option<u32>,
    first: bool,
}

/// What runs stand in.
#[derive(Clone, Default)]
struct Inside {
    change: Option<Change>,
    href: Option<String>,
    field: bool,
}

impl<'a> Story<'a> {
    pub fn new(parts: &'a Parts, read: &'a mut Read) -> Self {
        let known = read.remarks.iter().enumerate().map(|(index, one)| (one.id.clone(), index)).collect();
        Self {
            parts,
            read,
            open: None,
            known,
            begun: HashMap::new(),
            changes: 0,
            labels: Labels::default(),
            note: None,
            first: false,
        }
    }

    /// Reads the body and the notes.
    pub fn all(&mut self) -> Result<(), Unreadable> {
        let parts = self.parts;
        if let Some(body) = parts.document.child("w:body") {
            self.blocks(body)?;
        }
        let notes = [(&parts.footnotes, "w:footnote"), (&parts.endnotes, "w:endnote")];
        for note in notes.into_iter().flat_map(|(part, name)| {
            part.iter().flat_map(Element::elements).filter(move |one| one.name == name)
        }) {
            let number = note.attribute("w:id").and_then(|id| id.parse::<u32>().ok());
            self.note = number.filter(|_| note.attribute("w:type").is_none());
            if self.note.is_some() {
                self.blocks(note)?;
            }
        }
        Ok(())
    }

    fn blocks(&mut self, within: &Element) -> Result<(), Unreadable> {
        for element in within.elements() {
            match element.name.as_str() {
                "w:p" => self.paragraph(element)?,
                "w:tbl" => self.table(element)?,
                "w:commentRangeStart" | "w:commentRangeEnd" => self.between(element),
                "w:sdt" | "w:sdtContent" | "w:ins" | "w:del" | "w:moveTo" | "w:moveFrom" | "w:smartTag"
                | "w:customXml" => self.blocks(element)?,
                "mc:AlternateContent" => self.blocks(element.child("mc:Choice").unwrap_or(element))?,
                _ => {}
            }
        }
        Ok(())
    }

    /// A mark of a comment between two paragraphs.
    fn between(&mut self, element: &Element) {
        let at = At { unit: self.read.units.len(), piece: 0 };
        self.mark(element, at);
    }

    fn table(&mut self, table: &Element) -> Result<(), Unreadable> {
        self.first = true;
        for row in table.elements().filter(|one| one.name == "w:tr") {
            let properties = row.child("w:trPr");
            let head = properties.is_some_and(|one| one.child("w:tblHeader").is_some());
            let kind = Kind::Row { head, first: std::mem::take(&mut self.first) };
            let end = properties.and_then(|one| self.change_in(one));
            self.open = Some(Unit { kind, end, ..Unit::default() });
            for (index, cell) in cells_of(row).into_iter().enumerate() {
                if index > 0 {
                    self.words("\t", &Piece::default());
                }
                self.cell(cell)?;
            }
            self.close();
        }
        Ok(())
    }

    fn cell(&mut self, cell: &Element) -> Result<(), Unreadable> {
        for (index, element) in
            cell.elements().filter(|one| one.name == "w:p" || one.name == "w:tbl").enumerate()
        {
            if index > 0 {
                self.words(" ", &Piece::default());
            }
            match element.name.as_str() {
                "w:p" => self.runs(element, &Inside::default())?,
                // A table in a cell: its words are read as words of the cell.
                _ => {
                    for inner in element.elements().flat_map(cells_of) {
                        self.cell(inner)?;
                        self.words(" ", &Piece::default());
                    }
                }
            }
        }
        Ok(())
    }

    fn paragraph(&mut self, paragraph: &Element) -> Result<(), Unreadable> {
        let properties = paragraph.child("w:pPr");
        let end = properties.and_then(|one| one.child("w:rPr")).and_then(|one| self.change_in(one));
        let kind = self.kind(properties);
        let label = self.label(properties, &kind);
        self.open = Some(Unit { kind, end, label, ..Unit::default() });
        self.runs(paragraph, &Inside::default())?;
        self.close();
        Ok(())
    }

    fn close(&mut self) {
        if let Some(unit) = self.open.take() {
            self.read.units.push(unit);
        }
    }

    fn change_in(&mut self, properties: &Element) -> Option<Change> {
        let change = properties.elements().find_map(|one| changed(one, None));
        self.changes += usize::from(change.is_some());
        change
    }

    fn runs(&mut self, within: &Element, inside: &Inside) -> Result<(), Unreadable> {
        let mut inside = inside.clone();
        for element in within.elements() {
            match element.name.as_str() {
                "w:r" => self.run(element, &mut inside),
                "w:ins" | "w:moveTo" | "w:del" | "w:moveFrom" => {
                    self.changes += 1;
                    if self.changes > MOST {
                        return Err(Unreadable::TooMany);
                    }
                    let change = changed(element, inside.change.as_ref());
                    self.runs(element, &Inside { change, ..inside.clone() })?;
                }
                "w:hyperlink" => {
                    let href = element.attribute("r:id").and_then(|id| self.target(id));
                    self.runs(element, &Inside { href, ..inside.clone() })?;
                }
                "w:commentRangeStart" | "w:commentRangeEnd" => self.here(element),
                "w:sdt" | "w:sdtContent" | "w:smartTag" | "w:fldSimple" | "w:customXml" | "w:dir"
                | "w:bdo" => {
                    self.runs(element, &inside)?;
                }
                "m:oMath" | "m:oMathPara" => self.lose(Loss::Formula, None),
                "mc:AlternateContent" => self.runs(element.child("mc:Choice").unwrap_or(element), &inside)?,
                _ => {}
            }
        }
        Ok(())
    }

    fn here(&mut self, element: &Element) {
        let piece = self.open.as_ref().map_or(0, |unit| unit.pieces.len());
        self.mark(element, At { unit: self.read.units.len(), piece });
    }

    fn mark(&mut self, element: &Element, at: At) {
        let Some(&remark) = element.attribute("w:id").and_then(|id| self.known.get(id)) else { return };
        if element.name == "w:commentRangeStart" {
            self.begun.insert(remark, at);
        } else if let Some(begin) = self.begun.get(&remark) {
            self.read.remarks[remark].span = Some((*begin, at));
        }
    }

    fn target(&self, id: &str) -> Option<String> {
        let relations = self.parts.relations.iter().flat_map(Element::elements);
        let mut found = relations.filter(|one| one.attribute("Id") == Some(id));
        found.next().and_then(|one| one.attribute("Target")).map(str::to_owned)
    }

    fn run(&mut self, run: &Element, inside: &mut Inside) {
        let properties = run.child("w:rPr");
        if properties.and_then(|one| value(one, "w:rStyle")).is_some_and(|style| style == "ComityLine") {
            return;
        }
        let on = |name: &str| {
            let found = properties.and_then(|one| one.child(name));
            found.is_some_and(|one| !matches!(one.attribute("w:val"), Some("0" | "false" | "none")))
        };
        let look = Piece {
            strong: on("w:b"),
            emphasis: on("w:i"),
            strike: on("w:strike"),
            href: inside.href.clone(),
            change: inside.change.clone(),
            ..Piece::default()
        };
        for element in run.elements() {
            match element.name.as_str() {
                "w:fldChar" => inside.field = element.attribute("w:fldCharType") == Some("begin"),
                "w:t" | "w:delText" if !inside.field => self.words(&element.words(), &look),
                "w:tab" | "w:ptab" => self.words("\t", &look),
                "w:br" | "w:cr" => self.words("\n", &look),
                "w:noBreakHyphen" => self.words("\u{2011}", &look),
                "w:sym" => self.lose(Loss::Sign, None),
                "w:footnoteReference" | "w:endnoteReference" => {
                    let note = element.attribute("w:id").and_then(|id| id.parse().ok());
                    self.words("", &Piece { note, ..look.clone() });
                }
                "w:commentReference" => self.alone(element),
                "w:drawing" | "w:pict" => self.picture(element),
                "w:object" => self.lose(Loss::Embedded, None),
                "mc:AlternateContent" => self.picture(element),
                _ => {}
            }
        }
    }

    /// The mark of a comment that has no words stands where the mark is.
    fn alone(&mut self, element: &Element) {
        let Some(&remark) = element.attribute("w:id").and_then(|id| self.known.get(id)) else { return };
        if self.read.remarks[remark].span.is_none() && !self.begun.contains_key(&remark) {
            let piece = self.open.as_ref().map_or(0, |unit| unit.pieces.len());
            let at = At { unit: self.read.units.len(), piece };
            self.read.remarks[remark].span = Some((at, at));
        }
    }

    fn picture(&mut self, element: &Element) {
        if contains(element, "w:txbxContent") {
            return self.lose(Loss::TextBox, None);
        }
        let embedded = find_attribute(element, &["r:embed", "r:id"]);
        let target = embedded.and_then(|id| self.target(id));
        let size = target.and_then(|target| {
            let named = |(name, _): &&(String, u64)| name.ends_with(&target);
            self.parts.pictures.iter().find(named).map(|(_, size)| *size)
        });
        self.lose(Loss::Picture, size);
    }

    fn lose(&mut self, what: Loss, bytes: Option<u64>) {
        let words = |unit: &Unit| unit.before().trim().chars().take(60).collect::<String>();
        let own = self.open.as_ref().map(words).filter(|words| !words.is_empty());
        let before = || self.read.units.iter().rev().map(words).find(|words| !words.is_empty());
        let beside = own.or_else(before).unwrap_or_default();
        self.read.lost.push(Lost { what, beside, bytes });
    }

    fn words(&mut self, words: &str, look: &Piece) {
        if words.is_empty() && look.note.is_none() {
            return;
        }
        if let Some(unit) = &mut self.open {
            unit.pieces.push(Piece { words: words.to_owned(), ..look.clone() });
        }
    }
}

/// The value of an element that has nothing else.
pub(super) fn value<'e>(within: &'e Element, name: &str) -> Option<&'e str> {
    within.child(name).and_then(|one| one.attribute("w:val"))
}

/// The change that an element is, inside another.
fn changed(element: &Element, around: Option<&Change>) -> Option<Change> {
    let fate = match element.name.as_str() {
        "w:ins" | "w:moveTo" => Fate::Added,
        "w:del" | "w:moveFrom" => Fate::Removed,
        _ => return None,
    };
    let undone = around.is_some_and(|around| around.fate != fate);
    let author = element.attribute("w:author").unwrap_or_default().trim().to_owned();
    let fate = if undone { Fate::Undone } else { fate };
    Some(Change { fate, author, written: instant(element.attribute("w:date")) })
}

/// The cells of a row, also those in controls.
fn cells_of(row: &Element) -> Vec<&Element> {
    let mut cells = Vec::new();
    for element in row.elements() {
        match element.name.as_str() {
            "w:tc" => cells.push(element),
            "w:sdt" | "w:sdtContent" => cells.extend(cells_of(element)),
            _ => {}
        }
    }
    cells
}

fn contains(within: &Element, name: &str) -> bool {
    within.elements().any(|element| element.name == name || contains(element, name))
}

fn find_attribute<'e>(within: &'e Element, names: &[&str]) -> Option<&'e str> {
    let own = |element: &'e Element| names.iter().find_map(|name| element.attribute(name));
    within.elements().find_map(|element| own(element).or_else(|| find_attribute(element, names)))
}

/// The words of a paragraph of a comment.
pub(crate) fn paragraph_words(paragraph: &Element) -> String {
    let mut words = String::new();
    gather(paragraph, &mut words);
    words
}

fn gather(within: &Element, words: &mut String) {
    for element in within.elements() {
        match element.name.as_str() {
            "w:t" => words.push_str(&element.words()),
            "w:tab" => words.push('\t'),
            "w:br" | "w:cr" => words.push('\n'),
            "w:pPr" | "w:rPr" | "w:del" | "w:moveFrom" => {}
            _ => gather(element, words),
        }
    }
}
