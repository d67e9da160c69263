//! Putting an offered change into our text.

use super::{Change, Meeting, Offer};
use crate::{
    suggestion::{BadSuggestion, apply},
    text::{ClauseKind, LineRange, Text},
};

/// The source of our text with this wording in place of what the offer is about. Only what differs is changed. No wording takes the clauses
/// out. Refuses words for a table row that do not have its cells.
pub fn put(ours: &Text, offer: &Offer, wording: &str) -> Result<String, BadSuggestion> {
    let comes_in = offer.change == Change::Added || offer.meeting == Meeting::Gone;
    let lines = |clause: &u32| ours.clause(*clause as usize).map(|clause| clause.lines);
    let span = offer.ours.iter().filter_map(lines).reduce(|one, other| {
        LineRange::spanning(one.first().min(other.first()), one.last().max(other.last()))
    });
    match span {
        Some(lines) if !comes_in => apply(ours, lines, None, wording),
        _ => Ok(after(ours, offer.ours.last().copied(), wording.trim())),
    }
}

/// The source with a block after a clause; at the beginning where there is none.
fn after(ours: &Text, clause: Option<u32>, block: &str) -> String {
    let source = ours.source();
    if block.is_empty() {
        return source.to_owned();
    }
    let Some(clause) = clause.and_then(|clause| ours.clause(clause as usize)) else {
        return format!("{block}\n\n{}", source.trim_start_matches('\n'));
    };
    let end = source[clause.span.end..].find('\n').map_or(source.len(), |line| clause.span.end + line);
    let (head, rest) = (source[..end].trim_end(), source[end..].trim_start_matches(['\n', '\r']));
    let is_item = clause.kind == ClauseKind::Item && block.starts_with(['-', '*', '+']);
    let gap = if is_item { "\n" } else { "\n\n" };
    // What follows a new item in the same list stays in it.
    let next = if is_item && rest.starts_with(['-', '*', '+']) { "\n" } else { "\n\n" };
    if rest.is_empty() { format!("{head}{gap}{block}\n") } else { format!("{head}{gap}{block}{next}{rest}") }
}
