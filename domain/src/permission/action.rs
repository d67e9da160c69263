//! Everything a person can do, by name.

/// An action. `own` says that the thing is the person's: their thread, or their stakeholder's objection.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Action {
    See,
    CreateDraft,
    SeeWorkingText,
    EditWorkingText,
    PublishVersion,
    OpenRound,
    ExtendDeadline,
    CloseRound,
    Comment,
    Suggest,
    Reply,
    EditComment {
        own: bool,
    },
    Withdraw {
        own: bool,
    },
    Moderate,
    /// Take the words of a hidden comment out of the database.
    Erase,
    Answer,
    Reopen,
    Acknowledge {
        own: bool,
    },
    RepairPlacement {
        own: bool,
    },
    SignOff,
    SignOffOnBehalf,
    LiftObjection {
        own: bool,
    },
    OpenLastCall,
    OpenSignOff,
    TakeBack,
    OpenSilence,
    BreakSilence,
    Adopt,
    Suspend,
    Resume,
    WithdrawDraft,
    Supersede,
    ChangeVisibility,
    ManageForum,
    /// Say who speaks for a stakeholder: everywhere, where it is one's own; else in one's forum only.
    GrantMandate {
        own: bool,
    },
    EndMandate {
        own: bool,
    },
    /// Say who is the focal point of a stakeholder; of another's, only of one that has none.
    NameFocalPoint {
        own: bool,
    },
    DismissFocalPoint {
        own: bool,
    },
    CreateForum,
    /// Enter an organisation that can have a voice.
    EnterStakeholder,
    RegisterAccount,
}

impl Action {
    /// Every action; one on what may be one's own once for each case.
    pub const ALL: [Self; 50] = [
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
    ];

    /// The stable name, in files and message ids.
    pub const fn key(self) -> &'static str {
        let id = self.who_id();
        match id.split_at_checked("refusal-may-".len()) {
            Some((_, key)) => key,
            None => id,
        }
    }

    /// The message that says who may.
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
        }
    }
}
