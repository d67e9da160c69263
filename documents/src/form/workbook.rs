//! The sheets of a workbook (XLSX), cell by cell: only what stands there, however far apart, so that no sheet is larger here than in its file.

use std::io::Cursor;

use zip::ZipArchive;

use super::grid::{Cell, Grid};
use crate::{
    docx::read::{
        Unreadable,
        opened::{MOST, MadeFrom, made_from, part},
    },
    tree::Element,
};

/// The last column that is read; forms have a dozen.
const WIDEST: usize = 256;
/// The last row that is read.
const LONGEST: usize = 4 * MOST;

/// All sheets, in order.
pub(super) fn grids(zip: &mut ZipArchive<Cursor<&[u8]>>) -> Result<(Vec<Grid>, MadeFrom), Unreadable> {
    let book = part(zip, "xl/workbook.xml")?.ok_or(Unreadable::NotTable)?;
    let relations = part(zip, "xl/_rels/workbook.xml.rels")?;
    let shared = part(zip, "xl/sharedStrings.xml")?;
    let styles = part(zip, "xl/styles.xml")?;
    let custom = part(zip, "docProps/custom.xml")?;
    let known = Known {
        strings: shared.iter().flat_map(Element::elements).map(said).collect(),
        days: days(styles.as_ref()),
    };
    let mut grids = Vec::new();
    for sheet in book.child("sheets").into_iter().flat_map(Element::elements) {
        let own =
            |one: &&Element| one.attribute("Id").is_some() && one.attribute("Id") == sheet.attribute("r:id");
        let target =
            relations.iter().flat_map(Element::elements).find(own).and_then(|one| one.attribute("Target"));
        let Some(target) = target else { continue };
        let name = target.strip_prefix('/').map_or_else(|| format!("xl/{target}"), str::to_owned);
        if let Some(sheet) = part(zip, &name)? {
            grids.push(grid(&sheet, &known));
        }
    }
    Ok((grids, made_from(custom.as_ref())))
}

/// What cells refer to.
struct Known {
    strings: Vec<String>,
    /// For each style whether it shows a day.
    days: Vec<bool>,
}

fn grid(sheet: &Element, known: &Known) -> Grid {
    let mut grid = Grid::default();
    for row in sheet.child("sheetData").into_iter().flat_map(Element::elements) {
        let index = row.attribute("r").and_then(|number| number.parse::<usize>().ok());
        let index = index.and_then(|number| number.checked_sub(1)).unwrap_or(grid.rows.len());
        for (next, cell) in row.elements().filter(|one| one.name == "c").enumerate() {
            let column = cell.attribute("r").and_then(place).map_or(next, |(_, column)| column);
            put(&mut grid, (index, column), read(cell, known));
        }
    }
    for merged in sheet.child("mergeCells").into_iter().flat_map(Element::elements) {
        spread(&mut grid, merged.attribute("ref").unwrap_or_default());
    }
    grid
}

fn put(grid: &mut Grid, (row, column): (usize, usize), cell: Cell) {
    if row >= LONGEST || column >= WIDEST || cell.words.is_empty() && !cell.is_formula {
        return;
    }
    if grid.rows.len() <= row {
        grid.rows.resize(row + 1, Vec::new());
    }
    let cells = &mut grid.rows[row];
    if cells.len() <= column {
        cells.resize(column + 1, Cell::default());
    }
    cells[column] = cell;
}

/// What a merged cell says, it says in each of its rows.
fn spread(grid: &mut Grid, merged: &str) {
    let corners = merged.split_once(':').and_then(|(from, to)| Some((place(from)?, place(to)?)));
    let Some(((top, column), (bottom, _))) = corners else { return };
    let Some(said) = grid.rows.get(top).and_then(|row| row.get(column)).cloned() else { return };
    for row in top + 1..=bottom.min(grid.rows.len().saturating_sub(1)) {
        // Only where the row has something of its own.
        if !grid.rows[row].is_empty() {
            put(grid, (row, column), said.clone());
        }
    }
}

/// The row and column of a name such as `C7`, from 0.
fn place(name: &str) -> Option<(usize, usize)> {
    let digits = name.find(|letter: char| letter.is_ascii_digit())?;
    let letters = name[..digits].bytes().filter(u8::is_ascii_uppercase);
    let column = letters
        .fold(0_usize, |sum, letter| sum.saturating_mul(26).saturating_add(usize::from(letter - b'A') + 1));
    let row: usize = name[digits..].parse().ok()?;
    Some((row.checked_sub(1)?, column.checked_sub(1)?))
}

fn read(cell: &Element, known: &Known) -> Cell {
    let value = cell.child("v").map(Element::words).unwrap_or_default();
    let is_formula = cell.child("f").is_some();
    let style = cell.attribute("s").and_then(|style| style.parse::<usize>().ok());
    let (words, number) = match cell.attribute("t") {
        Some("s") => {
            (value.trim().parse().ok().and_then(|index: usize| known.strings.get(index)).cloned(), false)
        }
        Some("inlineStr") => (cell.child("is").map(said), false),
        Some("b") => (Some(if value == "1" { "TRUE" } else { "FALSE" }.to_owned()), false),
        Some("str" | "e" | "d") => (Some(value), false),
        _ => (Some(plain(&value)), true),
    };
    let words = words.unwrap_or_default();
    let shown = style.and_then(|style| known.days.get(style)).copied().unwrap_or(false);
    Cell { is_day: number && shown && !words.is_empty(), is_number: number && !shown, words, is_formula }
}

/// A number as people write it: `5.0999999999999996` is what a spreadsheet keeps of 5.1.
fn plain(value: &str) -> String {
    match value.trim().parse::<f64>() {
        Ok(number) if number.is_finite() => format!("{}", (number * 1e9).round() / 1e9),
        _ => value.to_owned(),
    }
}

/// The words of a string, without how they are spoken.
fn said(string: &Element) -> String {
    let mut words = String::new();
    for element in string.elements() {
        match element.name.as_str() {
            "t" => words.push_str(&element.words()),
            "r" => words.push_str(&element.child("t").map(Element::words).unwrap_or_default()),
            _ => {}
        }
    }
    unescaped(&words)
}

/// Characters that XML cannot say are written `_x000D_`, and such words themselves `_x005F_x000D_`.
fn unescaped(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    let mut rest = words;
    while let Some((before, after)) = rest.split_once("_x") {
        out.push_str(before);
        let code = after.get(..4).filter(|_| after[4..].starts_with('_'));
        match code.and_then(|code| u32::from_str_radix(code, 16).ok()).and_then(char::from_u32) {
            Some(letter) => {
                out.push(letter);
                rest = &after[5..];
            }
            None => {
                out.push_str("_x");
                rest = after;
            }
        }
    }
    out.push_str(rest);
    let out = out.replace("\r\n", "\n").replace('\r', "\n");
    crate::xml::visible(&out).into_owned()
}

/// For each style of cells whether it shows a day.
fn days(styles: Option<&Element>) -> Vec<bool> {
    let formats = styles.and_then(|one| one.child("numFmts"));
    let own = |id: &str| {
        let found =
            formats.into_iter().flat_map(Element::elements).find(|one| one.attribute("numFmtId") == Some(id));
        let code = found.and_then(|one| one.attribute("formatCode")).unwrap_or_default().to_lowercase();
        code.contains(['d', 'y']) && !code.contains("general") && !code.contains("red")
    };
    let cells = styles.and_then(|one| one.child("cellXfs"));
    let shows = |style: &Element| {
        let id = style.attribute("numFmtId").unwrap_or_default();
        matches!(id.parse::<u32>(), Ok(14..=17 | 22 | 27..=36 | 50..=58)) || own(id)
    };
    cells.into_iter().flat_map(Element::elements).map(shows).collect()
}
