//! Rows of a form that was made for an older version.

use domain::{
    anchor::{Anchor, Standing, place},
    clause_map::ClauseMap,
    text::{ClauseId, Text},
};

use super::Verdict;

/// A verdict on an older version, carried to a newer one by the engine that carries comments. What is not there any more says so.
pub fn carried(verdict: Verdict, older: &Text, newer: &Text, map: &ClauseMap) -> Verdict {
    let Some(lines) = verdict.lines else { return verdict };
    let ids: Vec<ClauseId> = (0..older.clauses().len() as u32).map(ClauseId).collect();
    let anchor = Anchor::near(older, &ids, lines, verdict.words.as_deref(), Some(verdict.offset));
    let Ok(anchor) = anchor else { return Verdict { lines: None, ..verdict } };
    let found = place(&anchor, older, newer, map);
    let clause =
        found.lines.and_then(|lines| newer.clause_of_line(lines.first())).and_then(|one| newer.clause(one));
    let words = found.chars.as_ref().zip(clause).map(|(chars, clause)| clause.slice(chars).to_owned());
    let start = found.lines.and_then(|lines| newer.line(lines.first())).map_or(0, |line| line.chars.start);
    let offset = found.chars.as_ref().map_or(0, |chars| chars.start.saturating_sub(start));
    let sure = found.standing == Standing::Placed;
    Verdict {
        lines: found.lines,
        words,
        offset,
        fault: verdict.fault.or_else(|| (!sure).then_some(found.reason)),
        candidates: found.candidates,
        ..verdict
    }
}
