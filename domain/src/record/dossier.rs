//! What the record says of a draft, in one value. It is worked out from events by [`super::rebuild`] and never otherwise, so that
//! nothing stands in it that the record does not bind.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

pub use super::payload::{Covered, Speaker};
use crate::{
    ForumKind, ThreadKind,
    anchor::Anchor,
    disposition::Life,
    position::Position,
    stage::Stage,
    suggestion::{Proposed, standing},
    tally::Rule,
    text::{ClauseId, Digest, LineRange, Manner},
    visibility::Visibility,
};

/// The name of this form; a change that a reader would notice gets another number.
pub const FORMAT: &str = "comity-dossier/2";

/// A draft with its versions, what was said and answered, and who signed what.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Dossier {
    pub format: String,
    pub exported_at: DateTime<Utc>,
    pub reference: String,
    pub title: String,
    pub language: String,
    pub visibility: Visibility,
    pub begun_by: Option<i64>,
    pub begun_at: DateTime<Utc>,
    pub forum: Forum,
    /// As it was at the instant of the export.
    pub stage: Stage,
    pub versions: Vec<Version>,
    pub threads: Vec<Thread>,
    pub sign_offs: Vec<SignOff>,
    /// The names behind the account numbers, by number.
    pub people: BTreeMap<i64, String>,
}

/// The forum of a draft, as its record has it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Forum {
    pub slug: String,
    pub name: String,
    pub kind: ForumKind,
    /// The slug of the forum it is a working group of.
    pub parent: Option<String>,
    pub zone: String,
    pub rule: Rule,
    pub late_comments: bool,
    /// By slug; a working group without seats of its own has those of its parent.
    pub seats: Vec<Speaker>,
}

/// A published version, as the record has it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Version {
    pub number: i32,
    pub digest: Digest,
    /// The language its lines were cut by, and the lines that an official joined or split.
    pub manner: Manner,
    pub published_at: DateTime<Utc>,
    pub published_by: i64,
    pub note: Option<String>,
    pub clauses: Vec<Covered>,
    pub editorial: Vec<ClauseId>,
    /// Whose suggestions it took over.
    pub credits: Vec<Credited>,
}

/// A comment whose suggestion was taken over.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Credited {
    pub thread: i32,
    pub comment: i32,
}

/// A thread with all that was said in it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Thread {
    pub number: i32,
    pub kind: ThreadKind,
    pub made_on: i32,
    pub anchor: Option<Anchor>,
    pub raised_by: i64,
    pub stakeholder: Option<Speaker>,
    pub raised_at: DateTime<Utc>,
    pub late: bool,
    pub life: Life,
    pub comments: Vec<Comment>,
    /// Where people put it in later versions.
    pub repairs: Vec<Repair>,
}

impl Thread {
    /// The latest wording proposed in it that was neither hidden nor taken back.
    pub fn suggestion(&self) -> Option<&str> {
        standing(self.comments.iter().map(|comment| Proposed {
            words: comment.suggestion.as_deref(),
            stands: comment.hidden.is_none() && comment.withdrawn_at.is_none(),
        }))
    }
}

/// One comment of a thread.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Comment {
    pub number: i32,
    pub author: i64,
    pub mandate: Option<i64>,
    /// The slug of the forum that granted the mandate, for itself only; none when the stakeholder did itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mandate_of: Option<String>,
    pub stakeholder: Option<Speaker>,
    pub at: DateTime<Utc>,
    pub edited_at: Option<DateTime<Utc>>,
    pub withdrawn_at: Option<DateTime<Utc>>,
    /// Why it was hidden; its words are then left out.
    pub hidden: Option<String>,
    /// Why its words were erased, for good, after it was hidden.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub erased: Option<String>,
    pub receipt: String,
    pub body: Option<String>,
    pub suggestion: Option<String>,
}

/// Where a person put a thread in a later version.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Repair {
    pub version: i32,
    pub lines: LineRange,
    pub by: i64,
    pub at: DateTime<Utc>,
}

/// A position on the exact words of a version.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SignOff {
    pub stakeholder: Speaker,
    pub version: i32,
    pub digest: Digest,
    pub position: Position,
    pub account: i64,
    pub mandate: Option<i64>,
    /// The slug of the forum that granted the mandate, for itself only; none when the stakeholder did itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mandate_of: Option<String>,
    /// What the secretariat recorded it on behalf from; none when a delegate signed.
    pub evidence: Option<String>,
    pub at: DateTime<Utc>,
}
