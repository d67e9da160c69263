//! The response matrix as a table for spreadsheets.

use super::{
    Failure,
    dossier::Dossier,
    markdown::{said, speaker},
};

/// Writes one row a thread, under a row of headings.
pub fn write(dossier: &Dossier) -> Result<Vec<u8>, Failure> {
    let mut table = csv::Writer::from_writer(Vec::new());
    let headings = [
        "number", "from", "class", "date", "kind", "version", "lines", "quote", "comment", "proposal",
        "answer", "reason", "result", "receipt",
    ];
    let making = |error: csv::Error| Failure::Making(error.to_string());
    table.write_record(headings.map(|id| said(&format!("export-column-{id}"), &[]))).map_err(making)?;
    for thread in &dossier.threads {
        let first = thread.comments.first();
        let answer = thread.life.standing_answer();
        let disposition = answer.map_or("none", |answer| answer.disposition.key());
        let cells = [
            thread.number.to_string(),
            speaker(dossier, thread),
            thread
                .stakeholder
                .as_ref()
                .map(|stakeholder| stakeholder.class.key().to_owned())
                .unwrap_or_default(),
            thread.raised_at.format("%Y-%m-%d").to_string(),
            thread.kind.key().to_owned(),
            thread.made_on.to_string(),
            thread.anchor.as_ref().map(|anchor| anchor.lines.to_string()).unwrap_or_default(),
            thread.anchor.as_ref().map(|anchor| anchor.quote.clone()).unwrap_or_default(),
            first.and_then(|comment| comment.body.clone()).unwrap_or_default(),
            thread.comments.iter().find_map(|comment| comment.suggestion.clone()).unwrap_or_default(),
            said(&format!("disposition-{disposition}"), &[]),
            answer.map(|answer| answer.reason.to_string()).unwrap_or_default(),
            dossier
                .derived
                .outlooks
                .get(&thread.number)
                .map(|outlook| app::words::say_in(app::locale::Locale::En, &outlook.message()))
                .unwrap_or_default(),
            first.map(|comment| comment.receipt.clone()).unwrap_or_default(),
        ];
        table.write_record(cells.map(|cell| inert(&cell))).map_err(making)?;
    }
    let written = table.into_inner().map_err(|error| Failure::Making(error.to_string()))?;
    // The mark without which a well-known spreadsheet reads UTF-8 as something else.
    Ok([b"\xef\xbb\xbf", written.as_slice()].concat())
}

/// The cell as text that no spreadsheet takes for a formula (OWASP, CSV Injection): what could begin one gets an apostrophe.
fn inert(cell: &str) -> String {
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\u{ff1d}', '\u{ff0b}', '\u{ff0d}', '\u{ff20}']) {
        format!("'{cell}")
    } else {
        cell.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_in_a_cell_is_a_formula() {
        assert_eq!(inert("=HYPERLINK(\"http://x\")"), "'=HYPERLINK(\"http://x\")");
        assert_eq!(inert("-2+3"), "'-2+3");
        assert_eq!(inert("@SUM(A1)"), "'@SUM(A1)");
        assert_eq!(inert("A duty - not advice"), "A duty - not advice");
    }
}
