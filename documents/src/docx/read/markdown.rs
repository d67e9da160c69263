//! A Word file as Markdown of ours.

use super::{Kind, Piece, Read, Unit};
use crate::docx::back::markdown as words_alone;

/// Which words of a file with tracked changes are meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// Those before the changes.
    Before,
    /// Those with all changes accepted.
    After,
}

impl Side {
    fn has(self, piece: &Piece) -> bool {
        match self {
            Self::Before => piece.was(),
            Self::After => piece.is(),
        }
    }
}

impl Read {
    /// How many changes are tracked in it, each by one author in one place.
    pub fn changes(&self) -> usize {
        crate::docx::back::changes(self)
    }

    /// The text of the file: headings, lists, tables, quotations and notes as Markdown, with nothing in it that Markdown would take for a
    /// mark and the file has as words.
    pub fn markdown(&self, side: Side) -> String {
        let mut page = Page { out: String::new(), side, counts: Vec::new(), before: Before::Nothing };
        self.units.iter().for_each(|unit| page.unit(unit));
        page.out.truncate(page.out.trim_end().len());
        page.out.push('\n');
        page.out
    }
}

/// What was written last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Before {
    Nothing,
    Item,
    Row,
    Other,
}

struct Page {
    out: String,
    side: Side,
    /// For each level of the open list how wide its mark is, and the number of its last item; 0 for bullets.
    counts: Vec<(usize, u32)>,
    before: Before,
}

impl Page {
    fn unit(&mut self, unit: &Unit) {
        if unit.pieces.iter().filter(|piece| self.side.has(piece)).all(|piece| piece.words.trim().is_empty())
        {
            return;
        }
        match &unit.kind {
            Kind::Item { level, numbered } => return self.item(usize::from(*level), *numbered, unit),
            Kind::Row { first, .. } => return self.row(*first, unit),
            _ => {}
        }
        self.part(Before::Other);
        let said = self.said(unit);
        match &unit.kind {
            Kind::Heading(level) => {
                let marks = "#".repeat(usize::from((*level).clamp(1, 6)));
                let label = unit.label.as_ref().map(|label| format!("{} ", words_alone(label)));
                self.out.push_str(&format!("{marks} {}{said}\n", label.unwrap_or_default()));
            }
            Kind::Quote => self.out.push_str(&format!("> {said}\n")),
            Kind::Note(number) => self.out.push_str(&format!("[^{number}]: {said}\n")),
            Kind::Code => {
                let words: String = self.chosen(unit).map(|piece| piece.words.as_str()).collect();
                self.out.push_str(&format!("```\n{}\n```\n", words.replace("```", "'''")));
            }
            Kind::Plain | Kind::Item { .. } | Kind::Row { .. } => self.out.push_str(&format!("{said}\n")),
        }
    }

    /// Begins a part with an empty line, except between items of a list and rows of a table.
    fn part(&mut self, next: Before) {
        if self.before != Before::Nothing && (self.before != next || next == Before::Other) {
            self.out.push('\n');
        }
        if next != Before::Item {
            self.counts.clear();
        }
        self.before = next;
    }

    fn item(&mut self, level: usize, numbered: bool, unit: &Unit) {
        self.part(Before::Item);
        // A letter or a number of several parts is typed: Markdown counts plain numbers only.
        let numbered = numbered && unit.label.is_none();
        let level = level.min(self.counts.len());
        self.counts.truncate(level + 1);
        let count = match self.counts.get(level) {
            Some((_, last)) if (*last > 0) == numbered => last + u32::from(numbered),
            _ => u32::from(numbered),
        };
        let mark = if numbered { format!("{count}. ") } else { "- ".to_owned() };
        self.counts.truncate(level);
        let indent: usize = self.counts.iter().map(|(width, _)| width).sum();
        self.counts.push((mark.len(), count));
        let label = unit.label.as_ref().map(|label| format!("{} ", words_alone(label))).unwrap_or_default();
        let said = self.said(unit);
        self.out.push_str(&format!("{}{mark}{label}{said}\n", " ".repeat(indent)));
    }

    fn row(&mut self, first: bool, unit: &Unit) {
        if first && self.before == Before::Row {
            self.before = Before::Other;
        }
        self.part(Before::Row);
        let said = self.said(unit);
        let cells: Vec<&str> = said.split('\t').map(str::trim).collect();
        self.out.push_str(&format!("| {} |\n", cells.join(" | ")));
        if first {
            self.out.push_str(&format!("|{}\n", " --- |".repeat(cells.len())));
        }
    }

    fn chosen<'u>(&self, unit: &'u Unit) -> impl Iterator<Item = &'u Piece> + use<'u> {
        let side = self.side;
        unit.pieces.iter().filter(move |piece| side.has(piece))
    }

    /// The words of a unit with their looks; pieces of one look are one.
    fn said(&self, unit: &Unit) -> String {
        let row = matches!(unit.kind, Kind::Row { .. });
        let heading = matches!(unit.kind, Kind::Heading(_));
        let mut runs: Vec<Piece> = Vec::new();
        for piece in self.chosen(unit) {
            let mut piece = Piece { change: None, ..piece.clone() };
            piece.strong &= !heading;
            let same = |last: &&mut Piece| {
                last.note.is_none()
                    && piece.note.is_none()
                    && Piece { words: piece.words.clone(), ..(**last).clone() } == piece
            };
            match runs.last_mut().filter(same) {
                Some(last) => last.words.push_str(&piece.words),
                None => runs.push(piece),
            }
        }
        runs.iter().map(|piece| looked(piece, row)).collect::<String>().trim().to_owned()
    }
}

/// Words with the marks of their look around them, and their spaces outside.
fn looked(piece: &Piece, row: bool) -> String {
    if let Some(note) = piece.note {
        return format!("[^{note}]");
    }
    if row && piece.words.contains('\t') {
        let cells = piece
            .words
            .split('\t')
            .map(|words| looked(&Piece { words: words.to_owned(), ..piece.clone() }, false));
        return cells.collect::<Vec<_>>().join("\t");
    }
    let words = words_alone(&piece.words.replace('\n', " "));
    let said = words.trim();
    if said.is_empty() {
        return words;
    }
    let (head, tail) = (&words[..words.len() - words.trim_start().len()], &words[words.trim_end().len()..]);
    let marks = [(piece.strong, "**"), (piece.emphasis, "*"), (piece.strike, "~~")];
    let mut out = said.to_owned();
    for (_, mark) in marks.into_iter().filter(|(wanted, _)| *wanted) {
        out = format!("{mark}{out}{mark}");
    }
    if let Some(href) = piece.href.as_deref().filter(|href| !href.contains([' ', '(', ')', '<', '>'])) {
        out = format!("[{out}]({href})");
    }
    format!("{head}{out}{tail}")
}
