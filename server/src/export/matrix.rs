//! The response matrix as a table for spreadsheets.

use domain::{disposition::Disposition, text::LineRange};
use entity::reading::{Discussion, Found, Head, Matrix, Outcome, Response, Viewer};

use app::{locale::Locale, words};

use super::{Failure, markdown::spoken};

/// The columns, by the ends of their messages.
pub const HEADINGS: [&str; 14] = [
    "number", "from", "class", "date", "kind", "version", "lines", "quote", "comment", "proposal", "answer",
    "reason", "result", "receipt",
];

/// Writes one row a thread, under a row of headings, as CSV in UTF-8. The threads are read some at a time. Refuses with not found a draft
/// that the viewer may not see.
pub async fn write(viewer: Viewer<'_>, reference: &str) -> Result<Vec<u8>, Failure> {
    let head = Head::of(viewer, reference).await?;
    // The mark without which a well-known spreadsheet reads UTF-8 as something else.
    let mut table = csv::Writer::from_writer(b"\xef\xbb\xbf".to_vec());
    let making = |error: csv::Error| Failure::Making(error.to_string());
    table.write_record(heads(Locale::En)).map_err(making)?;
    let mut matrix = Matrix::of(viewer, head);
    while let Some(some) = matrix.next().await? {
        for one in some.responses() {
            table.write_record(cells(&some, &one, Locale::En).map(|cell| inert(&cell))).map_err(making)?;
        }
    }
    table.into_inner().map_err(|error| Failure::Making(error.to_string()))
}

/// What stands above the columns, in a language.
pub fn heads(locale: Locale) -> [String; HEADINGS.len()] {
    HEADINGS.map(|id| said(locale, &format!("export-column-{id}"), &[]))
}

fn said(locale: Locale, id: &str, args: &[(&'static str, domain::Arg)]) -> String {
    let message = domain::Message { id: id.to_owned().into(), args: Vec::new() };
    let message = args.iter().cloned().fold(message, |message, (name, value)| message.with(name, value));
    words::say_in(locale, &message)
}

/// What the columns say of a thread, in a language.
pub fn cells(discussion: &Discussion, one: &Response, locale: Locale) -> [String; HEADINGS.len()] {
    let answer = one.life.standing_answer();
    let disposition = answer.map_or("none", |answer| answer.disposition.key());
    let class = one.stakeholder.as_ref().map(|stakeholder| stakeholder.class.key().to_owned());
    let speaker = one.stakeholder.as_ref().map(|stakeholder| stakeholder.name.clone());
    [
        one.number.to_string(),
        speaker.unwrap_or_else(|| discussion.speakers.name(one.raised_by)),
        class.unwrap_or_default(),
        one.raised_at.format("%Y-%m-%d").to_string(),
        one.kind.key().to_owned(),
        one.made_on.to_string(),
        one.anchor.as_ref().map(|anchor| anchor.lines.to_string()).unwrap_or_default(),
        one.quote.clone().unwrap_or_default(),
        one.opening.as_ref().map(spoken).unwrap_or_default(),
        one.suggestion.clone().unwrap_or_default(),
        said(locale, &format!("disposition-{disposition}"), &[]),
        answer.map(|answer| answer.reason.to_string()).unwrap_or_default(),
        result(discussion, one, locale),
        one.opening.as_ref().map(|opening| opening.receipt.clone()).unwrap_or_default(),
    ]
}

/// What became of the text, in the words of the page.
fn result(discussion: &Discussion, one: &Response, locale: Locale) -> String {
    let said = |id: &str, args: &[(&'static str, domain::Arg)]| said(locale, id, args);
    let plain = |id: &str| said(id, &[]);
    match &one.outcome {
        Outcome::None if one.life.needs_answer() => plain("response-none-yet"),
        Outcome::None => plain("response-none"),
        Outcome::NoChange(Disposition::DuplicateOf { thread }) => {
            let other = said("conversation-number", &[("number", (*thread).into())]);
            said("response-see", &[("other", other.into())])
        }
        Outcome::NoChange(Disposition::Deferred) => plain("response-none-here"),
        Outcome::NoChange(Disposition::Noted) if one.suggestion.is_none() => plain("response-none-asked"),
        Outcome::NoChange(_) => plain("response-none"),
        Outcome::Awaited => plain("response-awaited"),
        Outcome::Whole => plain("response-whole"),
        Outcome::Unchanged { .. } => {
            said("response-unchanged", &[("version", discussion.head.latest().into())])
        }
        Outcome::TakenOut { .. } => said("response-taken-out", &[("link", plain("response-words").into())]),
        Outcome::Changed { lines, words, found, .. } => {
            let id = match found {
                Found::Verbatim => "response-verbatim",
                Found::Otherwise => "response-changed",
                Found::Unsure => "response-changed-unsure",
            };
            let words = said("response-word-count", &[("count", (*words).into())]);
            said(id, &[("link", in_words(locale, *lines).into()), ("words", words.into())])
        }
    }
}

fn in_words(locale: Locale, lines: LineRange) -> String {
    let (first, last) = (lines.first().into(), lines.last().into());
    match lines.count() {
        1 => said(locale, "conversation-line", &[("line", first)]),
        _ => said(locale, "conversation-lines", &[("first", first), ("last", last)]),
    }
}

/// What spreadsheets begin formulas with (OWASP, CSV Injection), also as wide as a letter of Chinese, and a minus of typographers.
const FORMULA: [char; 11] =
    ['=', '+', '-', '@', '\u{2212}', '\u{ff1d}', '\u{ff0b}', '\u{ff0d}', '\u{ff20}', '\u{fe63}', '\u{fe66}'];

/// The cell as text that no spreadsheet takes for a formula: what could begin one gets an apostrophe before it.
///
/// A program set to semicolons or tabs does not see where our cells begin and end, nor that they are quoted: to it a cell also begins after
/// each of these and on each line.
pub(crate) fn inert(cell: &str) -> String {
    let ends = |letter: char| {
        matches!(letter, ';' | '\t' | '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}')
    };
    let mut safe = String::with_capacity(cell.len() + 1);
    for (place, piece) in cell.split_inclusive(ends).enumerate() {
        // A tab or a return at the beginning counts as one as well.
        let control = place == 0 && piece.starts_with(['\t', '\r', '\n']);
        if control || begins_formula(piece) {
            safe.push('\'');
        }
        safe.push_str(piece);
    }
    safe
}

/// Whether the first sign that shows is one of a formula. Quotes are passed over, as a program may take them for those around a cell.
fn begins_formula(piece: &str) -> bool {
    let unseen = |letter: char| {
        letter.is_whitespace()
            || letter.is_control()
            || matches!(letter, '"' | '\'' | '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
    };
    piece.trim_start_matches(unseen).starts_with(FORMULA)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_in_a_cell_is_a_formula() {
        for (cell, safe) in [
            ("=HYPERLINK(\"http://x\")", "'=HYPERLINK(\"http://x\")"),
            ("-2+3", "'-2+3"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("\t=1", "'\t'=1"),
            ("\r=1", "'\r'=1"),
            (" =1", "' =1"),
            ("\u{feff}=1", "'\u{feff}=1"),
            ("\"=1\"", "'\"=1\""),
            ("\u{ff1d}1", "'\u{ff1d}1"),
            ("\u{ff0b}1", "'\u{ff0b}1"),
            ("\u{2212}1", "'\u{2212}1"),
        ] {
            assert_eq!(inert(cell), safe);
        }
    }

    #[test]
    fn nor_is_it_in_a_program_that_begins_cells_after_semicolons_tabs_and_lines() {
        for (cell, safe) in [
            ("a;=1+1", "a;'=1+1"),
            ("a; =1+1;b", "a;' =1+1;b"),
            ("a;\"=1+1\"", "a;'\"=1+1\""),
            ("a\t@b", "a\t'@b"),
            ("First.\n=1+1", "First.\n'=1+1"),
            ("First.\r\n- second", "First.\r\n'- second"),
            ("a;;\u{ff20}b", "a;;'\u{ff20}b"),
        ] {
            assert_eq!(inert(cell), safe);
        }
    }

    #[test]
    fn what_could_be_no_formula_stays_as_it_was_written() {
        for cell in ["A duty - not advice", "a, =b", "1 + 1; 2", "See 4(a); and who pays?", ""] {
            assert_eq!(inert(cell), cell);
        }
    }
}
