//! What each kind of event says, as values: the verbs write them, and an archive is rebuilt from them. A field that is not here is
//! not in the record.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::{
    ForumKind, ThreadKind, Tier,
    anchor::Anchor,
    class::Class,
    disposition::Disposition,
    stage::Stage,
    tally::Rule,
    text::{ClauseId, Digest, LineRange, Manner},
    typed::Reason,
    visibility::Visibility,
};

/// Declares payloads, which refuse a field they do not know.
macro_rules! payloads {
    ($($(#[$doc:meta])* $name:ident { $($(#[$field_doc:meta])* $field:ident: $type:ty),* $(,)? })+) => {
        $(
            $(#[$doc])*
            #[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
            #[serde(deny_unknown_fields)]
            pub struct $name { $($(#[$field_doc])* pub $field: $type),* }
        )+
    };
}

payloads! {
    /// An organisation as it was called when it spoke.
    Speaker { slug: String, name: String, class: Class }
    /// A clause of a version as sign-offs cover it: its id through all versions, and the digest of its words in this one.
    #[derive(Copy)]
    Covered { id: ClauseId, digest: Digest }

    ForumCreated {
        name: String,
        kind: ForumKind,
        /// The slug of the forum it is a working group of.
        parent: Option<String>,
        prefix: String,
        zone: String,
        charter: Digest,
        late_comments: bool,
        rule: Rule,
        visibility: Visibility,
    }
    ForumChanged { charter: Digest, late_comments: bool }
    RuleChanged { rule: Rule }
    SeatGiven { stakeholder: Speaker }
    /// A right to speak: in the run of a forum where its secretariat granted it, for this forum only; in that of the stakeholder where
    /// its own focal point did.
    MandateGranted {
        stakeholder: Speaker,
        account: i64,
        tier: Tier,
        starts: DateTime<Utc>,
        ends: Option<DateTime<Utc>>,
    }

    DraftCreated { forum: String, title: String, language: String, visibility: Visibility }
    VisibilityChanged { visibility: Visibility }
    VersionPublished {
        digest: Digest,
        manner: Manner,
        clauses: Vec<Covered>,
        /// The clauses whose change was declared editorial.
        editorial: Vec<ClauseId>,
        /// Sealed.
        note: Digest,
    }
    SuggestionApplied { version: i32 }
    /// A step of procedure, and an objection in a last call.
    Stepped { stage: Stage, reason: Option<Reason> }

    /// Words that somebody said, sealed, and for whom.
    Said {
        stakeholder: Option<Speaker>,
        /// The slug of the forum that granted the mandate, for itself only; none when the stakeholder did itself.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        mandate_of: Option<String>,
        body: Digest,
        suggestion: Option<Digest>,
    }
    ThreadOpened { kind: ThreadKind, version: i32, anchor: Option<Anchor>, late: bool, said: Said }
    CommentPosted { said: Said }
    CommentEdited { body: Digest }
    CommentHidden { reason: Reason }
    CommentErased { reason: Reason }
    ThreadAnswered { answer: Disposition, reason: Digest }
    ThreadReopened { reason: Digest }
    ThreadAcknowledged { satisfied: bool }
    PlacementRepaired { version: i32, lines: LineRange }
    SignedOff {
        stakeholder: Speaker,
        version: i32,
        digest: Digest,
        /// Its key; the whole of it is sealed.
        position: String,
        words: Digest,
        evidence: Option<Digest>,
        /// As with what was said.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        mandate_of: Option<String>,
    }
    /// Nothing more than that it happened.
    Nothing {}
}
