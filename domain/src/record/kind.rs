//! The kinds of events: one for each verb.

use serde::{Deserialize, Serialize};

crate::kind::keyed!(
    /// What kind of thing happened. The key is what is stored and hashed, so a key once used never changes. It also
    /// makes the message id (`record-thread-opened`).
    Kind {
        /// The record of this installation began.
        InstanceStarted = "instance-started",
        /// A forum was set up.
        ForumCreated = "forum-created",
        /// The charter of a forum, or whether it takes late comments, was changed.
        ForumChanged = "forum-changed",
        /// The rule of agreement of a forum was changed.
        RuleChanged = "rule-changed",
        /// It was changed how people come to speak in a forum.
        JoiningChanged = "joining-changed",
        /// A stakeholder got a seat in a forum.
        SeatGiven = "seat-given",
        /// A stakeholder lost its seat in a forum.
        SeatTaken = "seat-taken",
        /// An organisation was entered.
        StakeholderAdded = "stakeholder-added",
        /// The name or class of an organisation was changed.
        StakeholderChanged = "stakeholder-changed",
        /// A person got an account.
        AccountCreated = "account-created",
        /// The personal fields of an account were erased.
        AccountErased = "account-erased",
        /// An account got a role in a forum.
        RoleGiven = "role-given",
        /// An account lost a role in a forum.
        RoleTaken = "role-taken",
        /// An account may speak for a stakeholder.
        MandateGranted = "mandate-granted",
        /// An account may no longer speak for a stakeholder.
        MandateEnded = "mandate-ended",
        /// An account looks after the mandates of a stakeholder.
        FocalPointNamed = "focal-point-named",
        /// An account no longer looks after them.
        FocalPointDismissed = "focal-point-dismissed",
        /// A draft was begun.
        DraftCreated = "draft-created",
        /// A draft got another title.
        DraftRenamed = "draft-renamed",
        /// It was decided anew who may see a draft or a forum.
        VisibilityChanged = "visibility-changed",
        /// A version was published.
        VersionPublished = "version-published",
        /// A round of comments was opened, or announced.
        RoundOpened = "round-opened",
        /// A deadline was moved to a later instant.
        DeadlineExtended = "deadline-extended",
        /// A round of comments or a last call was closed.
        RoundClosed = "round-closed",
        /// A last call was opened.
        LastCallOpened = "last-call-opened",
        /// An objection ended a last call.
        LastCallObjected = "last-call-objected",
        /// Sign-off was opened.
        SignOffOpened = "sign-off-opened",
        /// The text was taken back from sign-off.
        TakenBack = "taken-back",
        /// A silence procedure was opened.
        SilenceOpened = "silence-opened",
        /// A seat broke the silence.
        SilenceBroken = "silence-broken",
        /// The text was adopted.
        Adopted = "adopted",
        /// The clock of a draft was stopped.
        Suspended = "suspended",
        /// A suspended draft went on.
        Resumed = "resumed",
        /// A draft was given up.
        DraftWithdrawn = "draft-withdrawn",
        /// Another draft replaced an adopted one.
        Superseded = "superseded",
        /// A thread was opened by its first comment.
        ThreadOpened = "thread-opened",
        /// A later comment was posted in a thread.
        CommentPosted = "comment-posted",
        /// The author changed the words of a comment.
        CommentEdited = "comment-edited",
        /// A moderator hid a comment.
        CommentHidden = "comment-hidden",
        /// The words of a hidden comment were erased for good.
        CommentErased = "comment-erased",
        /// The author took a comment back.
        CommentWithdrawn = "comment-withdrawn",
        /// The raiser took a thread back.
        ThreadWithdrawn = "thread-withdrawn",
        /// Officials gave a thread a disposition with its reason.
        ThreadAnswered = "thread-answered",
        /// An answered thread was opened again.
        ThreadReopened = "thread-reopened",
        /// The raiser said whether the answer satisfies.
        ThreadAcknowledged = "thread-acknowledged",
        /// A person put a thread on other lines of a version.
        PlacementRepaired = "placement-repaired",
        /// A version took over the wording that a comment proposed.
        SuggestionApplied = "suggestion-applied",
        /// A delegate signed a version.
        SignedOff = "signed-off",
        /// The secretariat recorded a position that it was told of.
        SignedOffOnBehalf = "signed-off-on-behalf",
        /// A position was taken back.
        SignOffWithdrawn = "sign-off-withdrawn",
        /// A position was carried to a new version.
        SignOffCarried = "sign-off-carried",
        /// A stakeholder lifted its objection.
        ObjectionLifted = "objection-lifted",
        /// The text was referred to another forum.
        ReferralSent = "referral-sent",
        /// A referral was taken on, as a draft of the receiver.
        ReferralReceived = "referral-received",
        /// A referral was given to somebody.
        ReferralAssigned = "referral-assigned",
        /// Another day was named for the answer to a referral.
        ReferralCountered = "referral-countered",
        /// The receiver of a referral said how far it is.
        ReferralInterim = "referral-interim",
        /// A referral was answered, in part or the whole.
        ReferralAnswered = "referral-answered",
        /// The receiver of a referral did not take it on.
        ReferralDeclined = "referral-declined",
        /// The receiver of a referral pointed to another body.
        ReferralRedirected = "referral-redirected",
        /// The sender took a referral back.
        ReferralWithdrawn = "referral-withdrawn",
        /// The sender of a referral waits no longer.
        ReferralExpired = "referral-expired",
        /// It was changed which texts a forum refers, and how long it takes to answer.
        ReferringChanged = "referring-changed",
        /// A person said what became of a clause in another text.
        PairingCorrected = "pairing-corrected",
        /// A draft took over a change of a text with which it has its origin in common.
        ChangeTaken = "change-taken",
        /// It was decided that such a change is not taken over.
        ChangeLeft = "change-left",
        /// It was recorded that somebody uses the text elsewhere.
        AdoptionRecorded = "adoption-recorded",
        /// Somebody said that a recorded adoption is not so.
        AdoptionDisputed = "adoption-disputed",
        /// What a recorded adoption is today was changed.
        AdoptionChanged = "adoption-changed",
        /// Another installation was entered, with the fingerprint of its key.
        PeerAdded = "peer-added",
        /// A person compared the key of another installation: from then on bundles go to it and come from it.
        PeerConfirmed = "peer-confirmed",
        /// Nothing goes to another installation or comes from it any more.
        PeerBlocked = "peer-blocked",
        /// A checkpoint of the record was signed.
        CheckpointSigned = "checkpoint-signed",
        /// The key that signs the record named the next one.
        KeyHandedOver = "key-handed-over",
        /// The key was replaced without a signature of the one before.
        KeyReplaced = "key-replaced",
    }
);
