//! The cells of a file, whichever format it has, and the rows of comments in them.

use domain::{ThreadKind, typed::plain_digits};

use super::{
    Form, NUMBER, Row,
    column::{Column, Columns, heads},
    comma, word, workbook,
};
use crate::docx::read::{
    Unreadable,
    opened::{MOST, MadeFrom, unzipped},
};

/// The cells of a table, row by row.
#[derive(Clone, Debug, Default)]
pub(super) struct Grid {
    pub rows: Vec<Vec<Cell>>,
}

/// What stands in a cell.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Cell {
    pub words: String,
    /// A spreadsheet holds it as a day.
    pub is_day: bool,
    pub is_number: bool,
    pub is_formula: bool,
}

impl Cell {
    pub fn of(words: impl Into<String>) -> Self {
        Self { words: words.into(), ..Self::default() }
    }
}

/// How far down a file the row that names the columns is looked for.
const HEADS_WITHIN: usize = 60;

/// Reads a table of comments from a Word file, a workbook or a file with separated values: the one whose first rows name the columns, in any
/// order. Refuses, with a sentence for people, what is none of the three, is encrypted, cut off or far too large, and what names no columns.
pub fn read(bytes: &[u8]) -> Result<Form, Unreadable> {
    if bytes.is_empty() {
        return Err(Unreadable::Empty);
    }
    let begins = |with: &[u8]| bytes.starts_with(with);
    if !begins(b"PK") && !begins(&[0xd0, 0xcf, 0x11, 0xe0]) {
        return rows(comma::grids(bytes)?, MadeFrom::default());
    }
    let mut zip = unzipped(bytes)?;
    let (grids, made) = if zip.index_for_name("word/document.xml").is_some() {
        word::grids(&mut zip)?
    } else if zip.index_for_name("xl/workbook.xml").is_some() {
        workbook::grids(&mut zip)?
    } else {
        return Err(Unreadable::NotTable);
    };
    rows(grids, made)
}

/// The rows of all tables that name their columns; a table without names goes on with those before, as when a long one was cut.
fn rows(grids: Vec<Grid>, made: MadeFrom) -> Result<Form, Unreadable> {
    let mut form = Form { draft: made.draft, version: made.version, ..Form::default() };
    let (mut columns, mut before): (Option<Columns>, u32) = (None, 0);
    for grid in &grids {
        let head = grid.rows.iter().take(HEADS_WITHIN).position(|row| heads(row).is_some());
        let own = head.and_then(|head| heads(&grid.rows[head]));
        let width = grid.rows.iter().map(Vec::len).max().unwrap_or(0);
        columns = own.or(columns.filter(|columns| columns.width == width));
        let Some(columns) = &columns else { continue };
        let first = head.map_or(0, |head| head + 1);
        for (index, cells) in grid.rows.iter().enumerate().skip(first) {
            form.formulas += cells.iter().filter(|cell| cell.is_formula).count() as u32;
            let number = before + index as u32 + 1;
            form.rows.extend(row(number, cells, columns));
            if form.rows.len() > MOST {
                return Err(Unreadable::TooManyRows);
            }
        }
        before += grid.rows.len() as u32;
    }
    match (columns, form.rows.is_empty()) {
        (None, _) => Err(Unreadable::NoHeads),
        (Some(_), true) => Err(Unreadable::Empty),
        (Some(_), false) => Ok(form),
    }
}

/// A row that says something; none for an empty one, one that names the columns again, and the row that explains them.
fn row(number: u32, cells: &[Cell], columns: &Columns) -> Option<Row> {
    let cell = |column: Column| columns.place(column).and_then(|index| cells.get(index));
    let said = |column: Column| cell(column).map(|cell| cell.words.trim()).unwrap_or_default().to_owned();
    let (comment, proposed) = (said(Column::Comment), said(Column::Proposed));
    if comment.is_empty() && proposed.is_empty() || heads(cells).is_some() {
        return None;
    }
    let who = said(Column::Who);
    let (who, known) = numbered(&who);
    let is_day = cell(Column::Clause).is_some_and(|cell| cell.is_day);
    Some(Row {
        number,
        who,
        line: said(Column::Line),
        clause: said(Column::Clause),
        paragraph: said(Column::Paragraph),
        kind: kind(&said(Column::Kind)),
        comment,
        proposed,
        known,
        is_day,
        is_number: cell(Column::Clause).is_some_and(|cell| cell.is_number),
    })
}

/// Who a row is by, and the number of our thread in that cell.
fn numbered(who: &str) -> (String, Option<u32>) {
    let Some((before, after)) = who.split_once(NUMBER.trim_end()) else { return (who.to_owned(), None) };
    let digits: String = plain_digits(after.trim()).chars().take_while(char::is_ascii_digit).collect();
    match digits.parse() {
        Ok(number) => (before.trim().to_owned(), Some(number)),
        Err(_) => (who.to_owned(), None),
    }
}

/// What a row is about: `ge`, `te`, `ed` of ISO, or a word that begins like it in English, French or Arabic.
fn kind(words: &str) -> Option<ThreadKind> {
    let words = words.trim().to_lowercase();
    let begins = |starts: &[&str]| starts.iter().any(|start| words.starts_with(start));
    match () {
        () if begins(&["ge", "gé", "عام"]) => Some(ThreadKind::General),
        () if begins(&["te", "تقني", "فني"]) => Some(ThreadKind::Technical),
        () if begins(&["ed", "éd", "réd", "red", "تحرير"]) => Some(ThreadKind::Editorial),
        () => None,
    }
}
