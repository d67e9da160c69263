//! The tables of a Word file, cell by cell.

use std::io::Cursor;

use zip::ZipArchive;

use super::grid::{Cell, Grid};
use crate::{
    docx::read::{
        Unreadable,
        opened::{MadeFrom, made_from, part},
        paragraph_words,
    },
    tree::Element,
};

/// The most cells that one cell may span.
const WIDEST: usize = 64;

/// All tables of the body, those in controls included.
pub(super) fn grids(zip: &mut ZipArchive<Cursor<&[u8]>>) -> Result<(Vec<Grid>, MadeFrom), Unreadable> {
    let document = part(zip, "word/document.xml")?.ok_or(Unreadable::NotWord)?;
    let custom = part(zip, "docProps/custom.xml")?;
    let mut grids = Vec::new();
    document.child("w:body").into_iter().for_each(|body| tables(body, &mut grids));
    Ok((grids, made_from(custom.as_ref())))
}

fn tables(within: &Element, grids: &mut Vec<Grid>) {
    for element in within.elements() {
        match element.name.as_str() {
            "w:tbl" => grids.push(table(element)),
            "w:sdt" | "w:sdtContent" | "w:customXml" => tables(element, grids),
            _ => {}
        }
    }
}

fn table(table: &Element) -> Grid {
    let mut grid = Grid::default();
    for row in table.elements().filter(|one| one.name == "w:tr") {
        let mut cells: Vec<Cell> = Vec::new();
        for cell in held(row, "w:tc") {
            let properties = cell.child("w:tcPr");
            // A cell that goes on from the row above says what that says.
            let merged = properties.and_then(|one| one.child("w:vMerge"));
            let goes_on = merged.is_some_and(|one| one.attribute("w:val") != Some("restart"));
            let above = grid.rows.last().and_then(|row: &Vec<Cell>| row.get(cells.len())).cloned();
            let own = || Cell::of(words(cell));
            let said = if goes_on { above.unwrap_or_else(own) } else { own() };
            let span = properties.and_then(|one| one.child("w:gridSpan"));
            let span = span.and_then(|one| one.attribute("w:val")).and_then(|one| one.parse::<usize>().ok());
            cells.push(said);
            cells.extend(std::iter::repeat_n(Cell::default(), span.unwrap_or(1).clamp(1, WIDEST) - 1));
        }
        grid.rows.push(cells);
    }
    grid
}

/// The words of a cell, one line a paragraph. A table in it is read as its words.
fn words(cell: &Element) -> String {
    let mut lines = Vec::new();
    for element in cell.elements() {
        match element.name.as_str() {
            "w:p" => lines.push(paragraph_words(element)),
            "w:tbl" => lines.extend(table(element).rows.into_iter().flatten().map(|cell| cell.words)),
            "w:sdt" | "w:sdtContent" => lines.push(words(element)),
            _ => {}
        }
    }
    lines.join("\n").trim().to_owned()
}

/// The elements with a name, those in controls included.
fn held<'e>(within: &'e Element, name: &str) -> Vec<&'e Element> {
    let mut found = Vec::new();
    for element in within.elements() {
        match element.name.as_str() {
            "w:sdt" | "w:sdtContent" => found.extend(held(element, name)),
            own if own == name => found.push(element),
            _ => {}
        }
    }
    found
}
