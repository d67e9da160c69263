//! What each kind of event says, as values: the verbs write them, and an archive is rebuilt from them. A field that is not here is
//! not in the record.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use crate::{
    ForumKind, Joining, ThreadKind, Tier,
    adoption::{self, Adoption},
    anchor::Anchor,
    class::Class,
    disposition::Disposition,
    referral::{Answer, Refers, State, Statement},
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
    Speaker {
        /// Its name in addresses.
        slug: String,
        name: String,
        class: Class,
    }
    /// A clause of a version as sign-offs cover it: its id through all versions, and the digest of its words in this one.
    #[derive(Copy)]
    Covered {
        /// Kept through all versions.
        id: ClauseId,
        /// SHA-256 of its words in this version, in their normal form.
        digest: Digest,
    }

    /// A forum was set up.
    ForumCreated {
        name: String,
        kind: ForumKind,
        /// The slug of the forum it is a working group of.
        parent: Option<String>,
        /// What the references of its drafts begin with: `DN`.
        prefix: String,
        /// Its time zone, by its IANA name: `Europe/Brussels`.
        zone: String,
        /// The digest of the charter's Markdown.
        charter: Digest,
        /// Whether comments are taken after a round has closed.
        late_comments: bool,
        rule: Rule,
        visibility: Visibility,
    }
    /// The charter, or whether comments are taken after a round, changed.
    ForumChanged {
        /// The digest of the charter's Markdown.
        charter: Digest,
        /// Whether comments are taken after a round has closed.
        late_comments: bool,
    }
    /// The rule of agreement changed.
    RuleChanged {
        /// The rule as it is now.
        rule: Rule,
    }
    /// It changed how people come to speak.
    JoiningChanged {
        /// How they do now.
        joining: Joining,
    }
    /// A stakeholder got a seat.
    SeatGiven {
        /// As it was called then.
        stakeholder: Speaker,
    }
    /// A right to speak: in the run of a forum where its secretariat granted it, for this forum only; in that of the stakeholder where
    /// its own focal point did.
    MandateGranted {
        stakeholder: Speaker,
        /// The account that may speak.
        account: i64,
        tier: Tier,
        starts: DateTime<Utc>,
        /// None for a mandate without an end.
        ends: Option<DateTime<Utc>>,
    }

    /// A draft was begun.
    DraftCreated {
        /// The slug of its forum.
        forum: String,
        /// What it was called.
        title: String,
        /// A BCP 47 tag.
        language: String,
        /// Who may see it.
        visibility: Visibility,
    }
    /// It was decided anew who may see a draft.
    VisibilityChanged {
        /// Who may see it from now on.
        visibility: Visibility,
    }
    /// A version was published.
    VersionPublished {
        /// SHA-256 of the source.
        digest: Digest,
        /// The language its lines were cut by, and the lines that an official joined or split.
        manner: Manner,
        clauses: Vec<Covered>,
        /// The clauses whose change was declared editorial.
        editorial: Vec<ClauseId>,
        /// The sealed note of whoever published it.
        note: Digest,
    }
    /// The wording of a comment was taken over into this version.
    SuggestionApplied {
        /// Its number within the draft.
        version: i32,
    }
    /// A step of procedure, and an objection in a last call.
    Stepped {
        /// The stage it led to.
        stage: Stage,
        /// Why it was taken; none where nobody is asked.
        reason: Option<Reason>,
    }

    /// Words that somebody said, sealed, and for whom.
    Said {
        stakeholder: Option<Speaker>,
        /// The slug of the forum that granted the mandate, for itself only; none when the stakeholder did itself.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        mandate_of: Option<String>,
        /// The sealed Markdown of the comment.
        body: Digest,
        /// The sealed wording it proposes.
        suggestion: Option<Digest>,
    }
    /// A thread was opened on a version; without an anchor it is about the whole text.
    ThreadOpened {
        /// What it is about.
        kind: ThreadKind,
        /// The number of the version.
        version: i32,
        /// The words it is about.
        anchor: Option<Anchor>,
        /// Whether the round had closed.
        late: bool,
        /// The first comment.
        said: Said,
    }
    /// A later comment was posted in a thread.
    CommentPosted {
        /// Its words, and for whom.
        said: Said,
    }
    /// The words of a comment were changed; here sealed as they are now.
    CommentEdited {
        /// The sealed Markdown.
        body: Digest,
    }
    /// A comment was hidden.
    CommentHidden {
        /// Why.
        reason: Reason,
    }
    /// The words of a hidden comment were erased.
    CommentErased {
        /// Why.
        reason: Reason,
    }
    /// A thread was answered; the reason is sealed.
    ThreadAnswered {
        /// The disposition.
        answer: Disposition,
        /// Sealed.
        reason: Digest,
    }
    /// A thread was opened again; the reason is sealed.
    ThreadReopened {
        /// Sealed.
        reason: Digest,
    }
    /// The raiser said whether the answer satisfies.
    ThreadAcknowledged {
        /// Whether it does.
        satisfied: bool,
    }
    /// A person put a thread on these lines of a version.
    PlacementRepaired {
        /// The number of the version.
        version: i32,
        /// Where the thread is from now on.
        lines: LineRange,
    }
    /// A position on a version was given.
    SignedOff {
        stakeholder: Speaker,
        version: i32,
        /// SHA-256 of the source of the version, so that the position is on its exact words.
        digest: Digest,
        /// The key of the position; `words` has the whole of it.
        position: String,
        /// The sealed position, as JSON.
        words: Digest,
        /// The sealed proof, where the secretariat recorded it on behalf.
        evidence: Option<Digest>,
        /// The slug of the forum that granted the mandate, for itself only; none when the stakeholder did itself.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        mandate_of: Option<String>,
    }
    /// A referral was sent, with all it says.
    ReferralSent {
        /// What was sent.
        statement: Statement,
    }
    /// A referral went on, but for the answer.
    ReferralStepped {
        /// How it is cited: `DN-2025-003/1`.
        referral: String,
        /// The state it led to.
        state: State,
        /// What the one who took the step said to the other.
        said: Option<Reason>,
        /// The reference of the draft that was made of it; none where none was.
        derived: Option<String>,
    }
    /// A referral was answered, in part or the whole.
    ReferralAnswered {
        /// How it is cited: `DN-2025-003/1`.
        referral: String,
        /// The answer.
        answer: Answer,
    }
    /// A forum refers other texts than before, or takes another time to answer.
    ReferringChanged {
        /// Which texts it refers.
        refers: Refers,
        /// How many days it needs to answer at least.
        answer_days: i32,
    }
    /// A person said what became of a clause of one draft in another.
    PairingCorrected {
        /// The reference of the draft that has the clause.
        from: String,
        /// The reference of the other draft.
        other: String,
        /// The clause.
        clause: ClauseId,
        /// The clauses of the other it became; none for one that was dropped.
        became: Vec<ClauseId>,
        /// Why.
        reason: Option<Reason>,
    }
    /// A change of a text with which the draft has its origin in common was taken over into the next version, or left.
    ChangeDecided {
        /// The reference of the draft it comes from.
        from: String,
        /// The forum it comes from, by its name.
        forum: String,
        /// The number of the version it comes from.
        version: i32,
        /// The name of the change, as `offer::Offer` gives it.
        change: String,
        /// What was handed over.
        before: String,
        /// What the other text says.
        after: String,
        /// What the draft says now; none where the change was left, or takes clauses out.
        words: Option<String>,
        /// Why.
        reason: Option<Reason>,
    }
    /// It was recorded that a text is used elsewhere.
    AdoptionRecorded {
        /// Who uses it, in what, since when.
        adoption: Adoption,
        /// The stakeholder that said so itself; none where the secretariat recorded it.
        stakeholder: Option<Speaker>,
    }
    /// A recorded adoption was disputed; the evidence is sealed.
    AdoptionDisputed {
        /// For whom it was disputed.
        stakeholder: Option<Speaker>,
        /// Sealed.
        evidence: Digest,
    }
    /// A recorded adoption is another today.
    AdoptionChanged {
        /// What it is.
        status: adoption::Status,
        /// Since when.
        dated: NaiveDate,
    }
    /// The payload of kinds that say nothing more than that it happened.
    Nothing {}
}
