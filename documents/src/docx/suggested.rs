//! Proposed words as tracked changes of the words they are made on.

use domain::{
    anchor::Anchor,
    diff::{self, PieceKind},
    suggestion::shown,
    text::{ClauseKind, Text},
};

use super::marks::{Change, Foreign, Marks, Tracked, Who};

/// Marks what a wording changes, word by word. Refuses, and marks nothing, where a tracked change could not say it: words of several
/// clauses or cells, wordings of several paragraphs or with marks of Markdown, and words that another wording has changed already.
pub(super) fn track(marks: &mut Marks, text: &Text, anchor: &Anchor, wording: &str, who: &Who) -> bool {
    let Some((start, end)) = super::remarks::range(text, anchor) else { return false };
    let Some(clause) = text.clause(start.0 as usize).filter(|_| start.0 == end.0) else { return false };
    let chars = start.1..end.1;
    let said = shown(anchor, wording);
    let one_line = !said.contains(['\n', '\r', '\t']) && said == wording.trim();
    let here = clause.slice(&chars) == anchor.quote && !anchor.quote.contains('\n');
    let in_cell = match clause.kind {
        ClauseKind::TableRow { .. } => text
            .lines_in(clause.lines)
            .iter()
            .flat_map(|line| &line.cells)
            .any(|cell| cell.start <= chars.start && chars.end <= cell.end),
        _ => true,
    };
    let notes = text.lines_in(clause.lines).iter().any(|line| {
        let marked = |run: &domain::text::Run| run.look.footnote.is_some();
        line.runs()
            .iter()
            .any(|run| marked(run) && run.chars.start < chars.end && chars.start < run.chars.end)
    });
    if !one_line || !here || !in_cell || notes || marks.is_tracked(start.0, &chars) {
        return false;
    }
    pieces(marks, (start.0, chars.start), &anchor.quote, &said, who);
    true
}

/// Marks the difference between words of the text and others.
fn pieces(marks: &mut Marks, (clause, start): (u32, u32), old: &str, new: &str, who: &Who) {
    let mut index = start;
    for piece in diff::words(old, new) {
        let length = piece.text.chars().count() as u32;
        match piece.kind {
            PieceKind::Same => index += length,
            PieceKind::Removed | PieceKind::Was => {
                let chars = index..index + length;
                marks.track(clause, Tracked { chars, change: Change::Removed, who: who.clone() });
                index += length;
            }
            PieceKind::Added | PieceKind::Now => {
                let ends = index > start;
                let foreign = Foreign { words: piece.text, change: Change::Added, who: who.clone(), ends };
                marks.foreign.entry((clause, index)).or_default().push(foreign);
            }
        }
    }
}
