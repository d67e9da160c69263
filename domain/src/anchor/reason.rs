//! Why an anchor is where it is, in messages for people.

use super::State;
use crate::{Message, text::Text};

/// The reason for a place: what became of the clause, with the clause named before and after.
pub(super) fn of(state: State, from: &Text, old: usize, to: &Text, new: usize) -> Message {
    let id = match state {
        State::Exact => "placement-exact",
        State::Moved => "placement-moved",
        State::Reworded => "placement-reworded",
        State::QuoteRemoved => "placement-quote-removed",
        State::Split => "placement-split",
        State::Merged => "placement-merged",
        State::Ambiguous => "placement-ambiguous",
        State::Removed => "placement-removed",
    };
    Message::new(id).with("from", name(from, old)).with("to", name(to, new))
}

pub(super) fn removed(from: &Text, clause: Option<usize>) -> Message {
    Message::new("placement-removed").with("from", clause.map(|at| name(from, at)).unwrap_or_default())
}

/// How people call a clause: its number, else its heading's number or words, else its first line.
fn name(text: &Text, clause: usize) -> String {
    let own = &text.clauses()[clause];
    let numbered = |at: &usize| text.clauses()[*at].number.clone();
    if let Some(number) = numbered(&clause) {
        return number;
    }
    let heading = if own.is_heading() { Some(clause) } else { text.path(clause).last().copied() };
    match heading {
        Some(at) => numbered(&at).unwrap_or_else(|| text.clauses()[at].title().to_owned()),
        None => own.lines.to_string(),
    }
}
