//! The form filled in: one row a thread, in the order of the text, and room for more.

use domain::Message;

use super::{NUMBER, place::Numbers};
use crate::{
    Document, Speech, Thread, Unwritable,
    docx::table,
    sheet::{self, Cell, Column, Sheet},
};

/// The columns, with their share of the width of a page and the letters of a sheet.
const COLUMNS: [(&str, u32, u32); 8] = [
    ("form-column-who", 1600, 22),
    ("form-column-line", 800, 9),
    ("form-column-clause", 1200, 14),
    ("form-column-paragraph", 1300, 16),
    ("form-column-kind", 1000, 10),
    ("form-column-comment", 3600, 56),
    ("form-column-proposed", 2900, 48),
    ("form-column-answer", 2170, 40),
];
/// How many empty rows wait at the end.
const ROOM: usize = 12;

/// The form as a Word file.
pub fn docx(document: &Document<'_>, speech: Speech<'_>) -> Result<Vec<u8>, Unwritable> {
    let mut rows = rows(document, speech);
    rows.extend(std::iter::repeat_n(Default::default(), ROOM));
    let heads = COLUMNS.map(|(id, width, _)| (head(speech, id), width));
    let about = Message::new("form-about")
        .with("version", document.version)
        .with("day", (speech.day)(document.published));
    table(document, speech, &(speech.say)(&about), &heads, &rows)
}

/// The form as a workbook.
pub fn xlsx(document: &Document<'_>, speech: Speech<'_>) -> Result<Vec<u8>, Unwritable> {
    let columns = COLUMNS.map(|(id, _, width)| Column { head: head(speech, id), width }).to_vec();
    let cell = |paragraphs: Vec<String>| match paragraphs.join("\n") {
        words if words.is_empty() => Cell::Empty,
        words => Cell::Words(words),
    };
    let mut rows: Vec<Vec<Cell>> =
        rows(document, speech).into_iter().map(|row| row.into_iter().map(cell).collect()).collect();
    // A place to type into is text: a spreadsheet would make a day of 5.8.
    rows.extend(std::iter::repeat_n(vec![Cell::Words(String::new()); COLUMNS.len()], ROOM));
    let name = speech.word(Message::new("form-sheet"));
    sheet::write_from(&[Sheet { name, columns, rows }], speech.tag, Some(document))
}

fn head(speech: Speech<'_>, id: &'static str) -> String {
    speech.word(Message::new(id))
}

/// The cells of all threads: those with a place by their place, then the rest.
fn rows(document: &Document<'_>, speech: Speech<'_>) -> Vec<[Vec<String>; 8]> {
    let numbers = Numbers::of(document.text);
    let mut threads: Vec<&Thread> = document.threads.iter().collect();
    let place = |thread: &Thread| {
        let anchor = thread.anchor.as_ref();
        anchor.map_or((u32::MAX, 0), |anchor| {
            (anchor.lines.first(), anchor.chars.as_ref().map_or(0, |chars| chars.start))
        })
    };
    threads.sort_by_key(|thread| (place(thread), thread.number));
    threads.into_iter().map(|thread| row(thread, document, &numbers, speech)).collect()
}

fn row(
    thread: &Thread,
    document: &Document<'_>,
    numbers: &Numbers<'_>,
    speech: Speech<'_>,
) -> [Vec<String>; 8] {
    let first = thread.comments.first();
    let who = first.map(|one| one.author.clone()).unwrap_or_default();
    let lines = thread.anchor.as_ref().map(|anchor| anchor.lines);
    let line = lines.map(|lines| match lines.count() {
        1 => lines.first().to_string(),
        _ => format!("{}-{}", lines.first(), lines.last()),
    });
    let clause = lines.and_then(|lines| document.text.clause_of_line(lines.first()));
    let (clause, part) = clause.map(|clause| numbers.label(clause as u32)).unwrap_or_default();
    let part = part.map(|part| (speech.say)(&part)).unwrap_or_default();
    let mut said = Vec::new();
    if let (None, Some(quote)) = (lines, &thread.quote) {
        said.push((speech.say)(&Message::new("documents-on-gone").with("quote", quote.as_str())));
    }
    for (index, one) in thread.comments.iter().enumerate() {
        said.extend((index > 0).then(|| format!("{}:", one.author)));
        said.extend(one.words.lines().map(str::to_owned));
    }
    let proposed = thread.comments.iter().rev().find_map(|comment| comment.proposed.as_deref());
    let answer = thread.answer.iter().flat_map(|answer| {
        std::iter::once(answer.disposition.clone()).chain(answer.reason.lines().map(str::to_owned))
    });
    let kind =
        speech.word(Message { id: format!("form-kind-{}", thread.kind.key()).into(), args: Vec::new() });
    [
        vec![who, format!("{NUMBER}{}", thread.number)],
        line.into_iter().collect(),
        vec![clause],
        vec![part],
        vec![kind],
        said,
        proposed.map(|words| words.lines().map(str::to_owned).collect()).unwrap_or_default(),
        answer.collect(),
    ]
}
