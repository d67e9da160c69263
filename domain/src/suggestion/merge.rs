//! Several suggestions into one next version.

use serde::{Deserialize, Serialize};

use super::apply::{BadSuggestion, edit};
use crate::{
    Message,
    text::{LineRange, Text},
};

/// Proposed words in place of lines; `id` names it to the caller.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Proposal {
    pub id: i64,
    pub lines: LineRange,
    /// The quoted characters in the clause of the first line; nothing for whole lines.
    pub chars: Option<std::ops::Range<u32>>,
    pub words: String,
}

/// The source with all that could be applied, which those were, and which were left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Merged {
    pub source: String,
    pub applied: Vec<i64>,
    pub conflicts: Vec<Conflict>,
}

/// Why a proposal was left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Conflict {
    /// An earlier one changes the same lines to other words.
    With {
        id: i64,
        other: i64,
        lines: LineRange,
    },
    Refused {
        id: i64,
        why: BadSuggestion,
    },
}

impl Conflict {
    pub fn message(&self) -> Message {
        match self {
            Self::With { lines, .. } => Message::new("suggestion-overlaps").with_lines(*lines),
            Self::Refused { why, .. } => why.message(),
        }
    }
}

/// Applies proposals on the same text together. Those that come first win; one that overlaps an applied one with other words is a conflict.
pub fn merge(text: &Text, proposals: &[Proposal]) -> Merged {
    let mut merged = Merged { source: String::new(), applied: Vec::new(), conflicts: Vec::new() };
    let mut edits: Vec<(std::ops::Range<usize>, String, &Proposal)> = Vec::new();
    for proposal in proposals {
        match edit(text, proposal.lines, proposal.chars.as_ref(), &proposal.words) {
            Err(why) => merged.conflicts.push(Conflict::Refused { id: proposal.id, why }),
            Ok((span, by)) => match edits
                .iter()
                .find(|(taken, ..)| taken.start < span.end && span.start < taken.end)
            {
                Some((taken, same, _)) if *taken == span && *same == by => merged.applied.push(proposal.id),
                Some((.., other)) => merged.conflicts.push(Conflict::With {
                    id: proposal.id,
                    other: other.id,
                    lines: proposal.lines,
                }),
                None => {
                    merged.applied.push(proposal.id);
                    edits.push((span, by, proposal));
                }
            },
        }
    }
    edits.sort_by_key(|(span, ..)| (span.start, span.end));
    let mut at = 0;
    for (span, by, _) in edits {
        merged.source.push_str(&text.source()[at..span.start]);
        merged.source.push_str(&by);
        at = span.end;
    }
    merged.source.push_str(&text.source()[at..]);
    merged
}
