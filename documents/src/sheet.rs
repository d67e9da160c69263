//! Tables for spreadsheets (XLSX): typed columns, a head that stays in sight, filters, and never a formula.

use chrono::{DateTime, Utc};
use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError,
};

use crate::{
    Document,
    document::{right_to_left, runs_leftward},
    package::Unwritable,
    xml::visible,
};

/// One sheet of a workbook.
#[derive(Clone, Debug)]
pub struct Sheet {
    pub name: String,
    pub columns: Vec<Column>,
    pub rows: Vec<Vec<Cell>>,
}

/// A column: its head, and how many letters wide it is.
#[derive(Clone, Debug)]
pub struct Column {
    pub head: String,
    pub width: u32,
}

/// What stands in a cell.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    Words(String),
    Count(i64),
    Day(DateTime<Utc>),
    Empty,
}

/// The most letters that a cell of a spreadsheet holds.
const LONGEST: usize = 32_767;

/// Writes a workbook whose sheets run as the language of its reader does. Words are written as words, whatever they begin with.
pub fn write(sheets: &[Sheet], tag: &str) -> Result<Vec<u8>, Unwritable> {
    write_from(sheets, tag, None)
}

/// Writes a workbook that says of which version it was made.
pub(crate) fn write_from(
    sheets: &[Sheet],
    tag: &str,
    document: Option<&Document<'_>>,
) -> Result<Vec<u8>, Unwritable> {
    let failed = |error: XlsxError| Unwritable::because(&error);
    let mut book = Workbook::new();
    if let Some(document) = document {
        book.set_properties(&properties(document).map_err(failed)?);
    }
    for sheet in sheets {
        fill(book.add_worksheet(), sheet, tag).map_err(failed)?;
    }
    book.save_to_buffer().map_err(failed)
}

/// What the file says of itself when it comes back.
fn properties(document: &Document<'_>) -> Result<DocProperties, XlsxError> {
    let made = ExcelDateTime::parse_from_str(&document.published.format("%Y-%m-%dT%H:%M:%SZ").to_string())?;
    Ok(DocProperties::new()
        .set_title(visible(&document.title))
        .set_author(visible(&document.forum))
        .set_creation_datetime(&made)
        .set_custom_property("ComityDraft", document.reference.as_str())
        .set_custom_property("ComityVersion", document.version.to_string().as_str())
        .set_custom_property("ComityDigest", document.text.digest().to_string().as_str()))
}

fn fill(page: &mut Worksheet, sheet: &Sheet, tag: &str) -> Result<(), XlsxError> {
    page.set_name(named(&sheet.name))?;
    page.set_right_to_left(right_to_left(tag));
    page.set_freeze_panes(1, 0)?;
    page.set_landscape();
    page.set_paper_size(9);
    page.set_print_fit_to_pages(1, 0);
    page.set_repeat_rows(0, 0)?;
    let head = Format::new()
        .set_bold()
        .set_text_wrap()
        .set_align(FormatAlign::VerticalCenter)
        .set_border_bottom(FormatBorder::Medium)
        .set_background_color(0x00F2_F2F2);
    for (index, column) in (0_u16..).zip(&sheet.columns) {
        page.set_column_width(index, column.width)?;
        page.write_string_with_format(0, index, visible(&column.head), &head)?;
    }
    for (row, cells) in (1_u32..).zip(&sheet.rows) {
        for (index, cell) in (0_u16..).zip(cells) {
            put(page, (row, index), cell, tag)?;
        }
    }
    if let (Some(last), false) = ((sheet.columns.len() as u16).checked_sub(1), sheet.rows.is_empty()) {
        page.autofilter(0, 0, sheet.rows.len() as u32, last)?;
    }
    Ok(())
}

fn put(page: &mut Worksheet, (row, column): (u32, u16), cell: &Cell, tag: &str) -> Result<(), XlsxError> {
    let top = || Format::new().set_align(FormatAlign::Top);
    match cell {
        Cell::Words(words) => {
            let words = shortened(&visible(words));
            let direction = if runs_leftward(&words, tag) { 2 } else { 1 };
            let format = top().set_text_wrap().set_num_format("@").set_reading_direction(direction);
            page.write_string_with_format(row, column, words, &format)?;
        }
        #[expect(clippy::cast_precision_loss, reason = "a spreadsheet has no other numbers")]
        Cell::Count(count) => {
            page.write_number_with_format(row, column, *count as f64, &top().set_num_format("0"))?;
        }
        Cell::Day(day) => {
            let format = top().set_num_format("yyyy-mm-dd");
            let day = ExcelDateTime::parse_from_str(&day.format("%Y-%m-%d").to_string())?;
            page.write_datetime_with_format(row, column, &day, &format)?;
        }
        Cell::Empty => {
            page.write_blank(row, column, &top())?;
        }
    }
    Ok(())
}

/// A name as spreadsheets have it: 31 letters at most, and none of those that they use themselves.
fn named(name: &str) -> String {
    let kept = name.chars().filter(|letter| !"[]:*?/\\'".contains(*letter) && !letter.is_control());
    kept.take(31).collect()
}

/// Words that fit into a cell; what does not is left out, and a mark says so.
fn shortened(words: &str) -> String {
    let units = |words: &str| words.encode_utf16().count();
    if units(words) <= LONGEST {
        return words.to_owned();
    }
    let mut room = LONGEST - 2;
    let fits = |letter: &char| {
        let taken = letter.len_utf16();
        let fits = taken <= room;
        room = room.saturating_sub(taken);
        fits
    };
    let kept: String = words.chars().take_while(fits).collect();
    format!("{kept}…")
}
