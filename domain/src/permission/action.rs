//! Everything a person can do, by name.

/// An action. `own` says that the thing is the person's: their thread, or their stakeholder's objection.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Action {
    /// Know that a forum or draft exists, and read it.
    See,
    /// Begin a draft in a forum.
    CreateDraft,
    /// Read the text that is not published yet.
    SeeWorkingText,
    /// Change the text that is not published yet.
    EditWorkingText,
    /// Make the working text the next version.
    PublishVersion,
    /// Open a round of comments, now or later.
    OpenRound,
    /// Move the end of a stage to a later instant.
    ExtendDeadline,
    /// End a round or a last call.
    CloseRound,
    /// Open a thread on a version.
    Comment,
    /// Propose other words in a comment.
    Suggest,
    /// Comment in a thread that exists.
    Reply,
    /// Change the words of a comment, within the edit window.
    EditComment {
        /// Whether the comment is theirs.
        own: bool,
    },
    /// Take back a comment or a thread.
    Withdraw {
        /// Whether it is theirs.
        own: bool,
    },
    /// Hide a comment.
    Moderate,
    /// Take the words of a hidden comment out of the database.
    Erase,
    /// Give a thread its disposition.
    Answer,
    /// Open an answered thread again.
    Reopen,
    /// Say whether an answer satisfies.
    Acknowledge {
        /// Whether they raised the thread.
        own: bool,
    },
    /// Put a thread on other lines of a version.
    RepairPlacement {
        /// Whether they raised the thread.
        own: bool,
    },
    /// Give the position of one's stakeholder.
    SignOff,
    /// Record the position of a stakeholder that said it elsewhere.
    SignOffOnBehalf,
    /// Lift an objection.
    LiftObjection {
        /// Whether it is their stakeholder's.
        own: bool,
    },
    /// Ask for last objections once every thread is answered.
    OpenLastCall,
    /// Ask the seats for their positions.
    OpenSignOff,
    /// Return a text in sign-off to disposition.
    TakeBack,
    /// Ask the seats to speak now or let it pass.
    OpenSilence,
    /// Speak up in a silence.
    BreakSilence,
    /// Adopt the text.
    Adopt,
    /// Stop the clock of a draft.
    Suspend,
    /// Let a suspended draft go on.
    Resume,
    /// Give a draft up.
    WithdrawDraft,
    /// Name the draft that replaces an adopted one.
    Supersede,
    /// Refer a text to another forum, and take it back.
    Refer,
    /// Take a referral on, decline it, point elsewhere, or name another day.
    ReceiveReferral,
    /// Answer a referral, or say how far it is.
    AnswerReferral,
    /// Say what became of a clause in another text.
    CorrectPairing,
    /// Record that a text is used elsewhere.
    RecordAdoption {
        /// Whether the stakeholder that uses it is theirs.
        own: bool,
    },
    /// Say, with evidence, that a recorded adoption is not so.
    DisputeAdoption,
    /// Decide who may see a forum or draft.
    ChangeVisibility,
    /// Change charter, rule, seats and roles of a forum.
    ManageForum,
    /// Say who speaks for a stakeholder: everywhere, where it is one's own; else in one's forum only.
    GrantMandate {
        /// Whether the stakeholder is theirs.
        own: bool,
    },
    /// Say that somebody no longer speaks for a stakeholder: everywhere, where it is one's own; else in one's forum only.
    EndMandate {
        /// Whether the stakeholder is theirs.
        own: bool,
    },
    /// Say who is the focal point of a stakeholder; of another's, only of one that has none.
    NameFocalPoint {
        /// Whether the stakeholder is theirs.
        own: bool,
    },
    /// Say that somebody is no longer the focal point of a stakeholder.
    DismissFocalPoint {
        /// Whether the stakeholder is theirs.
        own: bool,
    },
    /// Set up a forum.
    CreateForum,
    /// Enter an organisation that can have a voice.
    EnterStakeholder,
    /// Give a person an account.
    RegisterAccount,
    /// Say by which provider those with a role must sign in.
    ChooseSignIn,
    /// Say which other installations bundles go to and come from.
    ManagePeers,
    /// Register by the form of a comment, and have it posted.
    Join,
}

impl Action {
    /// Every action. One that has `own` is in it twice, with true and with false.
    pub const ALL: [Self; 60] = [
        Self::See,
        Self::CreateDraft,
        Self::SeeWorkingText,
        Self::EditWorkingText,
        Self::PublishVersion,
        Self::OpenRound,
        Self::ExtendDeadline,
        Self::CloseRound,
        Self::Comment,
        Self::Suggest,
        Self::Reply,
        Self::EditComment { own: true },
        Self::EditComment { own: false },
        Self::Withdraw { own: true },
        Self::Withdraw { own: false },
        Self::Moderate,
        Self::Erase,
        Self::Answer,
        Self::Reopen,
        Self::Acknowledge { own: true },
        Self::Acknowledge { own: false },
        Self::RepairPlacement { own: true },
        Self::RepairPlacement { own: false },
        Self::SignOff,
        Self::SignOffOnBehalf,
        Self::LiftObjection { own: true },
        Self::LiftObjection { own: false },
        Self::OpenLastCall,
        Self::OpenSignOff,
        Self::TakeBack,
        Self::OpenSilence,
        Self::BreakSilence,
        Self::Adopt,
        Self::Suspend,
        Self::Resume,
        Self::WithdrawDraft,
        Self::Supersede,
        Self::Refer,
        Self::ReceiveReferral,
        Self::AnswerReferral,
        Self::CorrectPairing,
        Self::RecordAdoption { own: true },
        Self::RecordAdoption { own: false },
        Self::DisputeAdoption,
        Self::ChangeVisibility,
        Self::ManageForum,
        Self::GrantMandate { own: true },
        Self::GrantMandate { own: false },
        Self::EndMandate { own: true },
        Self::EndMandate { own: false },
        Self::NameFocalPoint { own: true },
        Self::NameFocalPoint { own: false },
        Self::DismissFocalPoint { own: true },
        Self::DismissFocalPoint { own: false },
        Self::CreateForum,
        Self::EnterStakeholder,
        Self::RegisterAccount,
        Self::ChooseSignIn,
        Self::ManagePeers,
        Self::Join,
    ];

    /// Whether it is about what is the person's own; none where that makes no difference.
    pub const fn own(self) -> Option<bool> {
        match self {
            Self::EditComment { own }
            | Self::Withdraw { own }
            | Self::Acknowledge { own }
            | Self::RepairPlacement { own }
            | Self::LiftObjection { own }
            | Self::GrantMandate { own }
            | Self::EndMandate { own }
            | Self::NameFocalPoint { own }
            | Self::DismissFocalPoint { own } => Some(own),
            _ => None,
        }
    }

    /// The stable name, in files and message ids: the part of [`Self::who_id`] after `refusal-may-`.
    pub const fn key(self) -> &'static str {
        let id = self.who_id();
        match id.split_at_checked("refusal-may-".len()) {
            Some((_, key)) => key,
            None => id,
        }
    }

    /// The id of the message that says who may do it.
    pub const fn who_id(self) -> &'static str {
        match self {
            Self::See => "refusal-may-see",
            Self::CreateDraft => "refusal-may-create-draft",
            Self::SeeWorkingText => "refusal-may-see-working-text",
            Self::EditWorkingText => "refusal-may-edit-working-text",
            Self::PublishVersion => "refusal-may-publish-version",
            Self::OpenRound => "refusal-may-open-round",
            Self::ExtendDeadline => "refusal-may-extend-deadline",
            Self::CloseRound => "refusal-may-close-round",
            Self::Comment => "refusal-may-comment",
            Self::Suggest => "refusal-may-suggest",
            Self::Reply => "refusal-may-reply",
            Self::EditComment { .. } => "refusal-may-edit-comment",
            Self::Withdraw { .. } => "refusal-may-withdraw",
            Self::Moderate => "refusal-may-moderate",
            Self::Erase => "refusal-may-erase",
            Self::Answer => "refusal-may-answer",
            Self::Reopen => "refusal-may-reopen",
            Self::Acknowledge { .. } => "refusal-may-acknowledge",
            Self::RepairPlacement { .. } => "refusal-may-repair-placement",
            Self::SignOff => "refusal-may-sign-off",
            Self::SignOffOnBehalf => "refusal-may-sign-off-on-behalf",
            Self::LiftObjection { .. } => "refusal-may-lift-objection",
            Self::OpenLastCall => "refusal-may-open-last-call",
            Self::OpenSignOff => "refusal-may-open-sign-off",
            Self::TakeBack => "refusal-may-take-back",
            Self::OpenSilence => "refusal-may-open-silence",
            Self::BreakSilence => "refusal-may-break-silence",
            Self::Adopt => "refusal-may-adopt",
            Self::Suspend => "refusal-may-suspend",
            Self::Resume => "refusal-may-resume",
            Self::WithdrawDraft => "refusal-may-withdraw-draft",
            Self::Supersede => "refusal-may-supersede",
            Self::Refer => "refusal-may-refer",
            Self::ReceiveReferral => "refusal-may-receive-referral",
            Self::AnswerReferral => "refusal-may-answer-referral",
            Self::CorrectPairing => "refusal-may-correct-pairing",
            Self::RecordAdoption { .. } => "refusal-may-record-adoption",
            Self::DisputeAdoption => "refusal-may-dispute-adoption",
            Self::ChangeVisibility => "refusal-may-change-visibility",
            Self::ManageForum => "refusal-may-manage-forum",
            Self::GrantMandate { own: true } => "refusal-may-grant-mandate",
            Self::GrantMandate { own: false } => "refusal-may-grant-mandate-here",
            Self::EndMandate { .. } => "refusal-may-end-mandate",
            Self::NameFocalPoint { .. } => "refusal-may-name-focal-point",
            Self::DismissFocalPoint { .. } => "refusal-may-dismiss-focal-point",
            Self::CreateForum => "refusal-may-create-forum",
            Self::EnterStakeholder => "refusal-may-enter-stakeholder",
            Self::RegisterAccount => "refusal-may-register-account",
            Self::ChooseSignIn => "refusal-may-choose-sign-in",
            Self::ManagePeers => "refusal-may-manage-peers",
            Self::Join => "refusal-may-join",
        }
    }
}
