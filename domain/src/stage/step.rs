//! The steps of a draft through its stages: the one list of them, for forms, verbs and the record.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::{Facts, Refusal, Stage};
use crate::{permission::Action, record, typed::Reason};

crate::kind::keyed!(
    /// Which step it is, in the order in which forms offer them. The key names its form.
    StepKind {
        /// A round of comments opens.
        OpenRound = "open-round",
        /// The end of the stage is moved to a later instant.
        Extend = "extend",
        /// A round or a last call ends.
        Close = "close",
        /// A last call opens.
        OpenLastCall = "open-last-call",
        /// Sign-off opens.
        OpenSignOff = "open-sign-off",
        /// The text is adopted.
        Adopt = "adopt",
        /// A silence begins.
        OpenSilence = "open-silence",
        /// A seat speaks up in a silence.
        BreakSilence = "break-silence",
        /// The text goes back from sign-off to disposition.
        TakeBack = "take-back",
        /// A suspended draft goes on.
        Resume = "resume",
        /// Another draft replaces an adopted one.
        Supersede = "supersede",
        /// The clock of the draft is stopped.
        Suspend = "suspend",
        /// The draft is given up.
        Withdraw = "withdraw",
    }
);

/// One step, with what whoever takes it decides about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// Opens a round of comments; announces it when `opens` lies ahead.
    OpenRound {
        /// An instant that has passed means now.
        opens: DateTime<Utc>,
        /// The end of the round.
        closes: DateTime<Utc>,
    },
    /// Moves the end of the stage to a later instant, for a reason.
    Extend {
        /// The new end.
        to: DateTime<Utc>,
        /// For the record.
        reason: Reason,
    },
    /// Ends a round or a last call; before its deadline only with a reason.
    Close {
        /// Why it ends before its deadline; none at or after it.
        early: Option<Reason>,
    },
    /// Opens a last call.
    OpenLastCall {
        /// The end of the last call.
        closes: DateTime<Utc>,
    },
    /// Opens sign-off.
    OpenSignOff {
        /// The deadline for positions.
        closes: DateTime<Utc>,
    },
    /// Adopts the text.
    Adopt,
    /// Begins a silence, which adopts the text unless somebody speaks up before it ends.
    OpenSilence {
        /// The end of the silence.
        until: DateTime<Utc>,
    },
    /// Ends a silence in writing.
    BreakSilence {
        /// What speaks against the text.
        reason: Reason,
    },
    /// Returns a text in sign-off to disposition.
    TakeBack {
        /// For the record.
        reason: Reason,
    },
    /// Lets a suspended draft go on with the time it had left.
    Resume,
    /// Marks an adopted draft as replaced by the draft with this reference.
    Supersede {
        /// A reference: `DN-2026-002`.
        by: String,
    },
    /// Stops the clock of the draft.
    Suspend {
        /// For the record.
        reason: Reason,
    },
    /// Gives the draft up.
    Withdraw {
        /// For the record.
        reason: Reason,
    },
}

impl StepKind {
    /// The action by which the permission table decides who may take it.
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

    /// The kind of event that it leaves in the record.
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
    /// The stage that a step leads to. Refuses a step that the stage or the facts do not allow, with what it still needs.
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
