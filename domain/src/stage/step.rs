//! The steps of a draft through its stages: the one list of them, for forms, verbs and the record.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::{Facts, Refusal, Stage};
use crate::{permission::Action, record, typed::Reason};

crate::kind::keyed!(
    /// Which step it is, in the order in which forms offer them. The key names its form.
    StepKind {
        OpenRound = "open-round",
        Extend = "extend",
        Close = "close",
        OpenLastCall = "open-last-call",
        OpenSignOff = "open-sign-off",
        Adopt = "adopt",
        OpenSilence = "open-silence",
        BreakSilence = "break-silence",
        TakeBack = "take-back",
        Resume = "resume",
        Supersede = "supersede",
        Suspend = "suspend",
        Withdraw = "withdraw",
    }
);

/// One step, with what whoever takes it decides about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    OpenRound {
        opens: DateTime<Utc>,
        closes: DateTime<Utc>,
    },
    Extend {
        to: DateTime<Utc>,
        reason: Reason,
    },
    /// With a reason when it is before its time.
    Close {
        early: Option<Reason>,
    },
    OpenLastCall {
        closes: DateTime<Utc>,
    },
    OpenSignOff {
        closes: DateTime<Utc>,
    },
    Adopt,
    OpenSilence {
        until: DateTime<Utc>,
    },
    BreakSilence {
        reason: Reason,
    },
    TakeBack {
        reason: Reason,
    },
    Resume,
    /// By the draft with this reference.
    Supersede {
        by: String,
    },
    Suspend {
        reason: Reason,
    },
    Withdraw {
        reason: Reason,
    },
}

impl StepKind {
    /// What the permission table calls it.
    pub const fn action(self) -> Action {
        match self {
            Self::OpenRound => Action::OpenRound,
            Self::Extend => Action::ExtendDeadline,
            Self::Close => Action::CloseRound,
            Self::OpenLastCall => Action::OpenLastCall,
            Self::OpenSignOff => Action::OpenSignOff,
            Self::Adopt => Action::Adopt,
            Self::OpenSilence => Action::OpenSilence,
            Self::BreakSilence => Action::BreakSilence,
            Self::TakeBack => Action::TakeBack,
            Self::Resume => Action::Resume,
            Self::Supersede => Action::Supersede,
            Self::Suspend => Action::Suspend,
            Self::Withdraw => Action::WithdrawDraft,
        }
    }

    /// What the record calls it.
    pub const fn event(self) -> record::Kind {
        match self {
            Self::OpenRound => record::Kind::RoundOpened,
            Self::Extend => record::Kind::DeadlineExtended,
            Self::Close => record::Kind::RoundClosed,
            Self::OpenLastCall => record::Kind::LastCallOpened,
            Self::OpenSignOff => record::Kind::SignOffOpened,
            Self::Adopt => record::Kind::Adopted,
            Self::OpenSilence => record::Kind::SilenceOpened,
            Self::BreakSilence => record::Kind::SilenceBroken,
            Self::TakeBack => record::Kind::TakenBack,
            Self::Resume => record::Kind::Resumed,
            Self::Supersede => record::Kind::Superseded,
            Self::Suspend => record::Kind::Suspended,
            Self::Withdraw => record::Kind::DraftWithdrawn,
        }
    }
}

impl Step {
    /// Which step it is.
    pub const fn kind(&self) -> StepKind {
        match self {
            Self::OpenRound { .. } => StepKind::OpenRound,
            Self::Extend { .. } => StepKind::Extend,
            Self::Close { .. } => StepKind::Close,
            Self::OpenLastCall { .. } => StepKind::OpenLastCall,
            Self::OpenSignOff { .. } => StepKind::OpenSignOff,
            Self::Adopt => StepKind::Adopt,
            Self::OpenSilence { .. } => StepKind::OpenSilence,
            Self::BreakSilence { .. } => StepKind::BreakSilence,
            Self::TakeBack { .. } => StepKind::TakeBack,
            Self::Resume => StepKind::Resume,
            Self::Supersede { .. } => StepKind::Supersede,
            Self::Suspend { .. } => StepKind::Suspend,
            Self::Withdraw { .. } => StepKind::Withdraw,
        }
    }

    /// The reason that was given for it; none where nobody is asked for one.
    pub const fn reason(&self) -> Option<&Reason> {
        match self {
            Self::Close { early } => early.as_ref(),
            Self::Extend { reason, .. }
            | Self::TakeBack { reason }
            | Self::BreakSilence { reason }
            | Self::Suspend { reason }
            | Self::Withdraw { reason } => Some(reason),
            Self::OpenRound { .. }
            | Self::OpenLastCall { .. }
            | Self::OpenSignOff { .. }
            | Self::OpenSilence { .. }
            | Self::Adopt
            | Self::Resume
            | Self::Supersede { .. } => None,
        }
    }
}

impl Stage {
    /// The stage that a step leads to. Refuses a step that is not open, with what it still needs.
    pub fn take(self, step: Step, facts: &Facts, now: DateTime<Utc>) -> Result<Self, Refusal> {
        match step {
            Step::OpenRound { opens, closes } => self.open_round(facts, opens, closes, now),
            Step::Extend { to, reason } => self.extend(to, &reason, now),
            Step::Close { early } => self.close(early.as_ref(), now),
            Step::OpenLastCall { closes } => self.open_last_call(facts, closes, now),
            Step::OpenSignOff { closes } => self.open_sign_off(closes, now),
            Step::Adopt => self.adopt(&facts.tally, now),
            Step::OpenSilence { until } => self.open_silence(&facts.tally, until, now),
            Step::BreakSilence { reason } => self.break_silence(&reason, now),
            Step::TakeBack { reason } => self.take_back(&reason, now),
            Step::Resume => self.resume(now),
            Step::Supersede { by } => self.supersede(by, now),
            Step::Suspend { reason } => self.suspend(reason, now),
            Step::Withdraw { reason } => self.withdraw(reason, now),
        }
    }
}
