//! Several suggestions into one next version.

use std::ops::Range;

use serde::{Deserialize, Serialize};

use super::{
    apply::{BadSuggestion, edit, put},
    rewrite::Hunk,
};
use crate::{
    Message,
    text::{LineRange, Text},
};

/// Proposed words in place of lines; `id` names it to the caller.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Proposal {
    /// Names the proposal to the caller; not read here.
    pub id: i64,
    /// The lines of the text that the words replace.
    pub lines: LineRange,
    /// The quoted characters in the clause of the first line; nothing for whole lines.
    pub chars: Option<Range<u32>>,
    /// The proposed wording; empty to remove the lines.
    pub words: String,
}

/// The source with all that could be applied, which those were, and which were left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Merged {
    /// The Markdown with all applied proposals.
    pub source: String,
    /// The ids of the proposals in it.
    pub applied: Vec<i64>,
    /// What was left out, in the order of the proposals.
    pub conflicts: Vec<Conflict>,
}

/// Why a proposal was left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Conflict {
    /// An earlier one changes the same lines to other words.
    With {
        /// The proposal that was left out.
        id: i64,
        /// The one that was applied.
        other: i64,
        /// The lines of the one that was left out.
        lines: LineRange,
    },
    /// The proposal cannot be put in place at all.
    Refused {
        /// The proposal that was left out.
        id: i64,
        /// What is wrong with it.
        why: BadSuggestion,
    },
}

impl Conflict {
    /// What to say to the official who would take over both.
    pub fn message(&self) -> Message {
        match self {
            Self::With { lines, .. } => Message::new("suggestion-overlaps").with_lines(*lines),
            Self::Refused { why, .. } => why.message(),
        }
    }
}

/// Applies proposals on the same text together. Those that come first win; one that asks for other words where an applied one does is a
/// conflict. Items and paragraphs that are only added stand one after the other, in the order of the proposals.
pub fn merge(text: &Text, proposals: &[Proposal]) -> Merged {
    let mut merged = Merged { source: String::new(), applied: Vec::new(), conflicts: Vec::new() };
    let mut taken: Vec<(Hunk, Range<usize>, i64)> = Vec::new();
    for proposal in proposals {
        let hunks = match edit(text, proposal.lines, proposal.chars.as_ref(), &proposal.words) {
            Ok(hunks) => hunks,
            Err(why) => {
                merged.conflicts.push(Conflict::Refused { id: proposal.id, why });
                continue;
            }
        };
        let same = |hunk: &Hunk| taken.iter().any(|(other, ..)| other == hunk);
        let new: Vec<_> =
            hunks.iter().filter(|hunk| !same(hunk)).map(|hunk| (hunk, zone(text, hunk))).collect();
        let against = new.iter().find_map(|(hunk, zone)| {
            taken.iter().find(|(other, taken, _)| collide((hunk, zone), (other, taken))).map(|(.., id)| *id)
        });
        if let Some(other) = against {
            merged.conflicts.push(Conflict::With { id: proposal.id, other, lines: proposal.lines });
            continue;
        }
        taken.extend(new.into_iter().map(|(hunk, zone)| (hunk.clone(), zone, proposal.id)));
        merged.applied.push(proposal.id);
    }
    // A stable order: what was added at one place stays in the order of the proposals.
    taken.sort_by_key(|(hunk, ..)| (hunk.span.start, hunk.span.end));
    let hunks: Vec<Hunk> = taken.into_iter().map(|(hunk, ..)| hunk).collect();
    merged.source = put(text.source(), &hunks);
    merged
}

/// The source with two proposals on the same sentences that change different words of them, for a person to read before it is taken. None
/// when they change the same words, or words side by side, when one asks for nothing that the other does not ask for too, and when one
/// cannot be put in place.
pub fn combined(text: &Text, one: &Proposal, other: &Proposal) -> Option<String> {
    let of = |proposal: &Proposal| edit(text, proposal.lines, proposal.chars.as_ref(), &proposal.words).ok();
    let (first, second) = (of(one)?, of(other)?);
    let source = text.source();
    let apart = |a: &Hunk, b: &Hunk| {
        let between = source.get(a.span.end..b.span.start).or_else(|| source.get(b.span.end..a.span.start));
        a == b || between.is_some_and(|between| between.chars().any(char::is_alphanumeric))
    };
    let more = |these: &[Hunk], those: &[Hunk]| these.iter().any(|hunk| !those.contains(hunk));
    let all_apart = first.iter().all(|a| second.iter().all(|b| apart(a, b)));
    if !all_apart || !more(&first, &second) || !more(&second, &first) {
        return None;
    }
    let mut hunks = first;
    hunks.extend(second);
    hunks.sort_by_key(|hunk| (hunk.span.start, hunk.span.end));
    hunks.dedup();
    Some(put(source, &hunks))
}

/// What a change is about: the sentences it touches, or only the place where something is added between blocks.
fn zone(text: &Text, hunk: &Hunk) -> Range<usize> {
    if adds_block(hunk) {
        return hunk.span.clone();
    }
    let lines = text.lines();
    let from = lines.partition_point(|line| line.span.end < hunk.span.start);
    let touched = lines[from..].iter().take_while(|line| line.span.start <= hunk.span.end);
    touched.fold(hunk.span.clone(), |zone, line| zone.start.min(line.span.start)..zone.end.max(line.span.end))
}

fn adds_block(hunk: &Hunk) -> bool {
    hunk.span.is_empty() && (hunk.by.starts_with(['\n', '\r']) || hunk.by.ends_with(['\n', '\r']))
}

fn collide((a, zone_a): (&Hunk, &Range<usize>), (b, zone_b): (&Hunk, &Range<usize>)) -> bool {
    match (adds_block(a), adds_block(b)) {
        (true, true) => false,
        (true, false) => zone_b.start < a.span.start && a.span.start < zone_b.end,
        (false, true) => zone_a.start < b.span.start && b.span.start < zone_a.end,
        (false, false) => zone_a.start < zone_b.end && zone_b.start < zone_a.end || zone_a == zone_b,
    }
}
