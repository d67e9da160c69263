//! Why an anchor is where it is, in messages for people.

use super::State;
use crate::{Arg, Message, follow::Found, text::Text};

/// The reason for a place: what became of the words, and the clause they stand in before and after; `added` words more
/// stand in the lines.
pub(super) fn of(found: &Found, added: u32, from: &Text, old: usize, to: &Text, new: usize) -> Message {
    let changed = found.changed + added;
    let id = match found.state {
        State::Exact if changed > 0 => "placement-reworded",
        State::Exact if name(from, old) != name(to, new) => "placement-renumbered",
        State::Exact => "placement-exact",
        State::Moved if changed == 0 => "placement-moved",
        State::Moved => "placement-moved-and-reworded",
        State::Reworded => "placement-reworded",
        State::QuoteRemoved if found.words.is_empty() => "placement-quote-removed",
        State::QuoteRemoved => "placement-quote-replaced",
        State::Split => "placement-split",
        State::Merged => "placement-merged",
        State::Ambiguous => "placement-ambiguous",
        State::Removed => "placement-removed",
    };
    Message::new(id).with("from", name(from, old)).with("to", name(to, new)).with("words", changed)
}

/// The reason for a place in the very text the anchor was made on.
pub(super) fn unmoved(text: &Text, clause: usize) -> Message {
    let name = name(text, clause);
    Message::new("placement-exact").with("from", name.clone()).with("to", name).with("words", 0_u32)
}

pub(super) fn removed(from: &Text, clause: Option<usize>) -> Message {
    Message::new("placement-removed").with("from", clause.map_or_else(|| Arg::from(""), |at| name(from, at)))
}

/// How people call a clause: its number, else its heading's number or words, else its lines.
fn name(text: &Text, clause: usize) -> Arg {
    let own = &text.clauses()[clause];
    let numbered = |at: &usize| text.clauses()[*at].number.clone();
    if let Some(number) = numbered(&clause) {
        return number.into();
    }
    let heading = if own.is_heading() { Some(clause) } else { text.path(clause).last().copied() };
    match heading {
        Some(at) => numbered(&at).unwrap_or_else(|| text.clauses()[at].title().to_owned()).into(),
        None => own.lines.into(),
    }
}
