//! What the record says of a draft, in one value. It is worked out from events by [`super::rebuild`] and never otherwise, so that
//! nothing stands in it that the record does not bind.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

pub use super::payload::{Covered, Speaker};
use super::{Kind, payload};
use crate::{
    ForumKind, ThreadKind,
    adoption::Adoption,
    anchor::Anchor,
    disposition::Life,
    position::Position,
    referral::{Answer, State, Statement},
    stage::Stage,
    suggestion::{Proposed, standing},
    tally::Rule,
    text::{ClauseId, Digest, LineRange, Manner},
    typed::Reason,
    visibility::Visibility,
};

/// The name of this form; a change that a reader would notice gets another number.
pub const FORMAT: &str = "comity-dossier/2";

/// A draft with its versions, what was said and answered, and who signed what.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Dossier {
    /// [`FORMAT`].
    pub format: String,
    /// The instant for which everything here was worked out.
    pub exported_at: DateTime<Utc>,
    /// The name of the draft by which people cite it: `DN-2026-001`.
    pub reference: String,
    /// As it is called now.
    pub title: String,
    /// The language of the text, as a BCP 47 tag.
    pub language: String,
    /// Who may see it.
    pub visibility: Visibility,
    /// An account number.
    pub begun_by: Option<i64>,
    /// When it was created.
    pub begun_at: DateTime<Utc>,
    /// Where it is discussed.
    pub forum: Forum,
    /// As it was at the instant of the export.
    pub stage: Stage,
    /// In order of their numbers.
    pub versions: Vec<Version>,
    /// In order of their numbers.
    pub threads: Vec<Thread>,
    /// Each position in the order it was given, with those that others replaced.
    pub sign_offs: Vec<SignOff>,
    /// Where the text came from and went, and who uses it.
    #[serde(default, skip_serializing_if = "Went::is_empty")]
    pub went: Went,
    /// The names behind the account numbers, by number.
    pub people: BTreeMap<i64, String>,
}

/// Where a text came from and went, as the record of its draft has it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Went {
    /// In the order in which they first stand in the record: those by which it was sent, and the one it was made of.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub referrals: Vec<Referral>,
    /// In the order they were recorded.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub adoptions: Vec<Adopted>,
    /// What was decided on changes of texts with which it has its origin in common, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub changes: Vec<Decided>,
    /// What people said became of a clause in another text, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub pairings: Vec<payload::PairingCorrected>,
}

/// A referral of the draft, or the one that the draft was made of.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Referral {
    /// How it is cited by both ends: `DN-2025-003/1`.
    pub id: String,
    /// Whether the draft was made of it.
    pub came: bool,
    /// What was sent, whole; none in the record of the draft that was made of it.
    pub statement: Option<Statement>,
    /// Where it is in its life by the last event.
    pub state: Option<State>,
    /// The reference of the draft that was made of it.
    pub derived: Option<String>,
    /// What was last answered.
    pub answer: Option<Answer>,
    /// What was said to the other side, in order.
    pub steps: Vec<Stepped>,
}

/// A step of a referral.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Stepped {
    /// The kind of its event.
    pub kind: Kind,
    /// When it was taken.
    pub at: DateTime<Utc>,
    /// An account number.
    pub by: Option<i64>,
    /// What was said.
    pub said: Option<Reason>,
}

/// The use of a text elsewhere.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Adopted {
    /// Counted within the draft.
    pub number: i32,
    /// As it was recorded.
    pub adoption: Adoption,
    /// The stakeholder that said so itself; none where the secretariat recorded it.
    pub stakeholder: Option<Speaker>,
    /// What became of it since, in order.
    pub became: Vec<payload::AdoptionChanged>,
    /// How often it was disputed.
    pub disputes: u32,
}

/// A decision on a change of another text.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Decided {
    /// Whether it was taken over; else it was left.
    pub taken: bool,
    /// When it was decided.
    pub at: DateTime<Utc>,
    /// An account number.
    pub by: Option<i64>,
    /// What was decided on.
    pub change: payload::ChangeDecided,
}

impl Went {
    /// Whether the text came from nowhere, went nowhere, and is used nowhere.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// The forum of a draft, as its record has it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Forum {
    /// Its name in addresses.
    pub slug: String,
    pub name: String,
    /// What it is: a network, a body or a working group.
    pub kind: ForumKind,
    /// The slug of the forum it is a working group of.
    pub parent: Option<String>,
    /// Its time zone, by its IANA name: `Europe/Brussels`.
    pub zone: String,
    /// The rule of agreement.
    pub rule: Rule,
    /// Whether comments are taken after a round has closed.
    pub late_comments: bool,
    /// By slug; a working group without seats of its own has those of its parent.
    pub seats: Vec<Speaker>,
}

/// A published version, as the record has it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Version {
    /// Counted from 1 within the draft.
    pub number: i32,
    /// SHA-256 of the source.
    pub digest: Digest,
    /// The language its lines were cut by, and the lines that an official joined or split.
    pub manner: Manner,
    pub published_at: DateTime<Utc>,
    /// An account number.
    pub published_by: i64,
    /// What was said when it was published; none where nothing opens its seal.
    pub note: Option<String>,
    /// In the order of the text.
    pub clauses: Vec<Covered>,
    /// The clauses whose change was declared editorial.
    pub editorial: Vec<ClauseId>,
    /// Whose suggestions it took over.
    pub credits: Vec<Credited>,
}

/// A comment whose suggestion was taken over.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Credited {
    /// The number of the thread within the draft.
    pub thread: i32,
    /// The number of the comment within the thread.
    pub comment: i32,
}

/// A thread with all that was said in it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Thread {
    /// Counted from 1 within the draft.
    pub number: i32,
    /// What it is about.
    pub kind: ThreadKind,
    /// The number of the version it was made on.
    pub made_on: i32,
    /// The words it is about; none for the whole text.
    pub anchor: Option<Anchor>,
    /// An account number.
    pub raised_by: i64,
    /// For whom the raiser spoke; none for a person who speaks for nobody.
    pub stakeholder: Option<Speaker>,
    pub raised_at: DateTime<Utc>,
    /// Whether it was opened after the round had closed.
    pub late: bool,
    /// Where it is in its life.
    pub life: Life,
    /// In order of their numbers, the one that opened it first.
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
    /// Counted from 1 within the thread; the first opened it.
    pub number: i32,
    /// An account number.
    pub author: i64,
    /// The number of the mandate under which the author spoke.
    pub mandate: Option<i64>,
    /// The slug of the forum that granted the mandate, for itself only; none when the stakeholder did itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mandate_of: Option<String>,
    /// For whom the author spoke.
    pub stakeholder: Option<Speaker>,
    /// When it was posted.
    pub at: DateTime<Utc>,
    /// When its words were last changed.
    pub edited_at: Option<DateTime<Utc>>,
    /// When the author took it back.
    pub withdrawn_at: Option<DateTime<Utc>>,
    /// Why it was hidden; its words are then left out.
    pub hidden: Option<String>,
    /// Why its words were erased, for good, after it was hidden.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub erased: Option<String>,
    /// How it is cited, with the beginning of its event's hash: `DN-2026-001/12.1-0f3a5c7b9d`.
    pub receipt: String,
    /// Markdown; none when it is hidden or erased.
    pub body: Option<String>,
    /// The wording it proposes in place of the anchored words.
    pub suggestion: Option<String>,
}

/// Where a person put a thread in a later version.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Repair {
    /// The number of the version.
    pub version: i32,
    /// Where it was put there.
    pub lines: LineRange,
    /// An account number.
    pub by: i64,
    /// When it was put there.
    pub at: DateTime<Utc>,
}

/// A position on the exact words of a version.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SignOff {
    /// Whose position it is.
    pub stakeholder: Speaker,
    /// The number of the version.
    pub version: i32,
    /// SHA-256 of the source of that version.
    pub digest: Digest,
    /// With the words that make it one.
    pub position: Position,
    /// The account that signed or recorded it.
    pub account: i64,
    /// The number of the mandate under which it signed; none where the secretariat recorded it.
    pub mandate: Option<i64>,
    /// The slug of the forum that granted the mandate, for itself only; none when the stakeholder did itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mandate_of: Option<String>,
    /// The proof on which the secretariat recorded it on behalf of the stakeholder; none when a delegate signed.
    pub evidence: Option<String>,
    /// When it was given.
    pub at: DateTime<Utc>,
}
