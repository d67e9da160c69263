//! Word files (ECMA-376): the clean text, the text with its threads in the margin, two versions as tracked changes, and the compilation of
//! comments.

pub mod back;
mod body;
pub(crate) mod changes;
mod compilation;
mod ledger;
mod margin;
pub(crate) mod marks;
mod paragraph;
mod parts;
pub mod read;
pub(crate) mod remarks;
mod styles;
mod suggested;

use domain::{clause_map::ClauseMap, text::Text};

use crate::{Document, Speech, Unwritable};
use body::Body;
use marks::Marks;
use remarks::Remarks;

pub(crate) use remarks::NUMBER;

/// The version alone, as it reads; each line with its number on demand.
pub fn clean(document: &Document<'_>, speech: Speech<'_>, lines: bool) -> Result<Vec<u8>, Unwritable> {
    let mut body = Body::new(document.text, Marks::default(), lines, &document.language);
    body.title(&document.title);
    body.all();
    parts::pack(document, speech, body, &Remarks::default())
}

/// The version with its threads beside exactly their words: replies under them, and proposed words as tracked changes of whoever proposes
/// them. Of wordings for the same words the first is a change; the others stand in their comment, as do those of several paragraphs.
pub fn commented(document: &Document<'_>, speech: Speech<'_>) -> Result<Vec<u8>, Unwritable> {
    let (marks, remarks) = remarks::of(document, speech);
    let mut body = Body::new(document.text, marks, false, &document.language);
    body.title(&document.title);
    body.all();
    parts::pack(document, speech, body, &remarks)
}

/// What changed from another version to this one as tracked changes: accepted they give this version, rejected the other. Words that a
/// suggestion brought are by whoever proposed them, all others by the forum.
pub fn changed(
    document: &Document<'_>,
    from: (&Text, u32),
    map: &ClauseMap,
    speech: Speech<'_>,
) -> Result<Vec<u8>, Unwritable> {
    let (marks, gone) = changes::of(document, from, map);
    let mut body = Body::new(document.text, marks, false, &document.language);
    body.gone = Some(gone);
    body.title(&document.title);
    body.all();
    parts::pack(document, speech, body, &Remarks::default())
}

/// All comments in the order of the text as a table: clause, its words, who, what kind, what is said, what is proposed, the answer and why.
pub fn compilation(document: &Document<'_>, speech: Speech<'_>) -> Result<Vec<u8>, Unwritable> {
    compilation::write(document, speech)
}

/// One table under the title of the draft, on pages that lie on their long side: heads with the share of the width, and the paragraphs of
/// each cell.
pub(crate) fn table<const N: usize>(
    document: &Document<'_>,
    speech: Speech<'_>,
    about: &str,
    columns: &[(String, u32); N],
    rows: &[[Vec<String>; N]],
) -> Result<Vec<u8>, Unwritable> {
    ledger::write(document, speech, about, columns, rows)
}
