//! Files with separated values: commas, semicolons or tabs, in the letters of any usual program.

use csv::ReaderBuilder;

use super::grid::{Cell, Grid};
use crate::docx::read::{Unreadable, opened::MOST};

/// The rows of a file. Refuses what is no text.
pub(super) fn grids(bytes: &[u8]) -> Result<Vec<Grid>, Unreadable> {
    let text = decoded(bytes)?;
    let text = text.trim_start_matches('\u{feff}');
    let mut reader = ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(separator(text))
        .from_reader(text.as_bytes());
    let mut grid = Grid::default();
    for record in reader.records() {
        let record = record.map_err(|_| Unreadable::Damaged)?;
        // An empty line is no row of a table, but counts as a row of the file.
        let line = record.position().map_or(0, csv::Position::line) as usize;
        let missing = line.saturating_sub(1).saturating_sub(grid.rows.len());
        if !text.contains('"') && grid.rows.len() + missing < 2 * MOST {
            grid.rows.extend(std::iter::repeat_n(Vec::new(), missing));
        }
        grid.rows.push(record.iter().map(inert).collect());
        if grid.rows.len() > 4 * MOST {
            return Err(Unreadable::TooManyRows);
        }
    }
    Ok(vec![grid])
}

/// A cell without the sign that keeps a spreadsheet from taking it for a formula, which our own tables have.
fn inert(words: &str) -> Cell {
    let bare = words.strip_prefix('\'').filter(|rest| rest.starts_with(['=', '+', '-', '@', '\t', '\r']));
    Cell::of(bare.unwrap_or(words))
}

/// The sign that most of the first lines have outside of quotation marks.
fn separator(text: &str) -> u8 {
    let count = |sign: u8| {
        let mut quoted = false;
        let letters = text.bytes().take(4_000);
        letters
            .filter(|byte| {
                quoted ^= *byte == b'"';
                !quoted && *byte == sign
            })
            .count()
    };
    [b',', b';', b'\t'].into_iter().max_by_key(|sign| (count(*sign), *sign == b',')).unwrap_or(b',')
}

/// Text in UTF-8 or UTF-16, or else in the letters of Windows in Western Europe. Refuses what has characters that no text has.
fn decoded(bytes: &[u8]) -> Result<String, Unreadable> {
    let wide = |from: fn([u8; 2]) -> u16| {
        let units: Vec<u16> = bytes[2..].chunks_exact(2).map(|pair| from([pair[0], pair[1]])).collect();
        String::from_utf16(&units).map_err(|_| Unreadable::NotTable)
    };
    let text = match bytes {
        [0xff, 0xfe, ..] => wide(u16::from_le_bytes)?,
        [0xfe, 0xff, ..] => wide(u16::from_be_bytes)?,
        _ => match std::str::from_utf8(bytes) {
            Ok(text) => text.to_owned(),
            Err(_) => bytes.iter().map(|byte| western(*byte)).collect(),
        },
    };
    let odd = |letter: char| letter.is_ascii_control() && !matches!(letter, '\t' | '\n' | '\r');
    if text.contains(odd) { Err(Unreadable::NotTable) } else { Ok(text) }
}

/// A letter of Windows-1252.
fn western(byte: u8) -> char {
    const SIGNS: [char; 32] = [
        '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}',
        '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
    ];
    match byte {
        0x80..=0x9f => SIGNS[usize::from(byte - 0x80)],
        _ => char::from(byte),
    }
}
