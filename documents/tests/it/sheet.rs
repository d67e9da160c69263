//! Workbooks as another program reads them.

use std::io::Cursor;

use calamine::{Data, Reader, Xlsx};
use documents::sheet::{Cell, Column, Sheet, write};

use crate::support::day;

fn sheet(words: &[&str]) -> Sheet {
    let column = |head: &str| Column { head: head.to_owned(), width: 20 };
    Sheet {
        name: "Responses [1/2]: 'all'?".to_owned(),
        columns: vec![column("Number"), column("Day"), column("=Words")],
        rows: words
            .iter()
            .map(|words| vec![Cell::Count(7), Cell::Day(day(3)), Cell::Words((*words).to_owned())])
            .collect(),
    }
}

fn read(bytes: Vec<u8>) -> (Vec<Vec<Data>>, usize) {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).unwrap();
    let name = book.sheet_names()[0].clone();
    let formulas = book.worksheet_formula(&name).unwrap();
    let formulas = formulas.used_cells().filter(|(_, _, formula)| !formula.is_empty()).count();
    let rows = book.worksheet_range(&name).unwrap().rows().map(<[Data]>::to_vec).collect();
    (rows, formulas)
}

#[test]
fn words_stay_words_whatever_they_begin_with() {
    let words = [
        "=cmd|' /C calc'!A0",
        "+1",
        "-1",
        "@x",
        "=HYPERLINK(\"http://x\")",
        "#N/A",
        "]]> <b> &amp;",
        "007",
        "TRUE",
    ];
    let (rows, formulas) = read(write(&[sheet(&words)], "en").unwrap());
    assert_eq!(formulas, 0);
    let said: Vec<&Data> = rows[1..].iter().map(|row| &row[2]).collect();
    assert_eq!(said, words.map(|words| Data::String(words.to_owned())).iter().collect::<Vec<_>>());
    assert_eq!(rows[0][2], Data::String("=Words".to_owned()));
}

#[test]
fn numbers_are_numbers_and_days_are_days() {
    let (rows, _) = read(write(&[sheet(&["a"])], "ar").unwrap());
    assert_eq!(rows[1][0], Data::Float(7.0));
    assert!(
        matches!(&rows[1][1], Data::DateTime(day) if day.to_ymd_hms_milli() == (2026, 11, 3, 0, 0, 0, 0)),
        "{:?}",
        rows[1][1]
    );
}

#[test]
fn what_no_cell_can_say_is_shown_and_what_does_not_fit_is_cut() {
    let long = "é".repeat(40_000);
    let (rows, _) = read(write(&[sheet(&["a\0b\u{1b}", &long])], "en").unwrap());
    assert_eq!(rows[1][2], Data::String("a␀b␛".to_owned()));
    assert!(
        matches!(&rows[2][2], Data::String(words) if words.ends_with('…') && words.chars().count() < 32_768)
    );
}
