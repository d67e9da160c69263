//! What the receiver answers.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::{Act, Refusal, Standing};
use crate::{text::ClauseId, typed::Reason};

crate::kind::keyed!(
    /// What became of one clause.
    Fate { Verbatim = "verbatim", Adapted = "adapted", Dropped = "dropped" }
);

/// What the receiver did with one clause of the version it was sent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ClauseAnswer {
    /// The clause of the sender, by its id.
    pub clause: ClauseId,
    /// What became of it.
    pub fate: Fate,
    /// The words it has there; none where it is as it was, or dropped.
    pub words: Option<String>,
    /// Why it was changed or dropped.
    pub reason: Option<Reason>,
}

/// An answer to a referral, in part or the whole.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Answer {
    /// What the receiver did with the text.
    pub act: Act,
    /// Whether the receiver agreed it, or collected it.
    pub standing: Standing,
    /// Whether it answers the whole; else more follows.
    pub is_final: bool,
    /// How the receiver cites its text.
    pub identifier: String,
    /// The number of the version of the derived draft that the answer is about.
    pub version: i32,
    /// When the receiver decided.
    pub decided: DateTime<Utc>,
    /// Clause by clause.
    pub clauses: Vec<ClauseAnswer>,
    /// Clauses of the receiver's text that come from none of the sender's.
    pub added: u32,
    /// A sentence or more to the sender.
    pub note: Option<Reason>,
}

impl Answer {
    /// Refuses an answer to the whole that says nothing of some clause though the act says the text was taken, a change or a drop without
    /// a reason, and "adopted" where not every clause stayed word for word.
    pub fn check(&self, asked: usize) -> Result<(), Refusal> {
        let bare = |answer: &&ClauseAnswer| answer.fate != Fate::Verbatim && answer.reason.is_none();
        if let Some(place) = self.clauses.iter().position(|answer| bare(&answer)) {
            return Err(Refusal::NoReason { clause: place as u32 + 1 });
        }
        let missing = asked.saturating_sub(self.clauses.len());
        if self.is_final && self.act.takes_clauses() && missing > 0 {
            return Err(Refusal::ClausesMissing { clauses: missing as u32 });
        }
        let changed = self.clauses.iter().any(|answer| answer.fate != Fate::Verbatim) || self.added > 0;
        if self.is_final && self.act == Act::Adopted && changed {
            return Err(Refusal::NotWordForWord);
        }
        Ok(())
    }

    /// How many clauses met this fate.
    pub fn count(&self, fate: Fate) -> u32 {
        self.clauses.iter().filter(|answer| answer.fate == fate).count() as u32
    }
}
