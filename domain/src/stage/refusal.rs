//! Why a draft does not go on to another stage: what is missing, never only "no".

use chrono::{DateTime, Utc};

use crate::Message;
use crate::tally::Obstacle;

/// What stands between a draft and the stage asked for.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// The draft is in another stage, here by its name.
    #[error("only in {}, not in {stage}", .needed.key())]
    WrongStage {
        /// Where the draft would have to be.
        needed: Needed,
        /// Where it is: the name of its stage.
        stage: &'static str,
    },
    /// The draft has no version yet.
    #[error("nothing is published")]
    NothingPublished,
    /// No clause changed in substance since the version last consulted on, so that another round would ask the same again.
    #[error("no clause changed in substance since version {version}")]
    NothingChanged {
        /// The version last consulted on.
        version: u32,
    },
    /// So many threads have no disposition.
    #[error("{threads} threads have no disposition")]
    Unanswered {
        /// How many.
        threads: u32,
    },
    /// So many threads were accepted and their clause reads as before.
    #[error("{threads} accepted threads whose clause did not change")]
    AcceptedUnchanged {
        /// How many.
        threads: u32,
    },
    /// The round or last call runs until this instant.
    #[error("open until {closes}")]
    StillOpen {
        /// When it ends.
        closes: DateTime<Utc>,
    },
    /// The round is announced and opens at this instant.
    #[error("opens on {opens}")]
    NotOpenYet {
        /// When it opens.
        opens: DateTime<Utc>,
    },
    /// The stage ended at this instant.
    #[error("closed on {closed}")]
    Closed {
        /// When it ended.
        closed: DateTime<Utc>,
    },
    /// The end is not after the opening, or not after now.
    #[error("closes before it opens, or in the past")]
    ClosesTooSoon,
    /// The new end is not later than the one it would replace.
    #[error("the new end is not after {closes}")]
    NotLater {
        /// The end it has now.
        closes: DateTime<Utc>,
    },
    /// A silence must last at least so many hours.
    #[error("a silence lasts at least {hours} hours")]
    SilenceTooShort {
        /// The least length.
        hours: u32,
    },
    /// The silence lasts until this instant.
    #[error("silent until {until}")]
    StillSilent {
        /// When it ends.
        until: DateTime<Utc>,
    },
    /// The rule of agreement is not met, for this reason.
    #[error("the rule is not met: {0:?}")]
    RuleNotMet(Obstacle),
}

/// Where the draft would have to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Needed {
    /// Drafting, or disposition after a round.
    DraftingOrDisposition,
    /// A round of comments.
    Consultation,
    /// The stage in which the comments of a round are answered.
    Disposition,
    /// A last call.
    LastCall,
    /// Sign-off.
    SignOff,
    /// Sign-off or a silence.
    SignOffOrSilence,
    /// A silence.
    Silence,
    /// A stage with a deadline.
    Timed,
    /// A stage that ends early with a reason: a round or a last call.
    RoundOrLastCall,
    /// A stage in which comments are taken.
    OpenForComment,
    /// A stage in which threads are answered.
    OpenForAnswers,
    /// From the first consultation to the end of sign-off.
    OpenForPositions,
    /// Any stage that is not over and not suspended.
    Running,
    /// Any stage that is not over.
    NotOver,
    /// Suspended.
    Suspended,
    /// Adopted.
    Adopted,
}

impl Refusal {
    /// What to say to whoever would take the step.
    pub fn message(&self) -> Message {
        match *self {
            Self::WrongStage { needed, stage } => Message::new(needed.id()).with("stage", stage),
            Self::NothingPublished => Message::new("refusal-nothing-published"),
            Self::NothingChanged { version } => {
                Message::new("refusal-nothing-changed").with("version", version)
            }
            Self::Unanswered { threads } => Message::new("refusal-unanswered").with("threads", threads),
            Self::AcceptedUnchanged { threads } => {
                Message::new("refusal-accepted-unchanged").with("threads", threads)
            }
            Self::StillOpen { closes } => Message::new("refusal-still-open").with("closes", closes),
            Self::NotOpenYet { opens } => Message::new("refusal-not-open-yet").with("opens", opens),
            Self::Closed { closed } => Message::new("refusal-closed").with("closed", closed),
            Self::ClosesTooSoon => Message::new("refusal-closes-too-soon"),
            Self::NotLater { closes } => Message::new("refusal-not-later").with("closes", closes),
            Self::SilenceTooShort { hours } => Message::new("refusal-silence-too-short").with("hours", hours),
            Self::StillSilent { until } => Message::new("refusal-still-silent").with("until", until),
            Self::RuleNotMet(obstacle) => obstacle.message(),
        }
    }
}

impl From<Refusal> for Message {
    fn from(refusal: Refusal) -> Self {
        refusal.message()
    }
}

impl Needed {
    /// The stable name, in message ids.
    pub const fn key(self) -> &'static str {
        match self {
            Self::DraftingOrDisposition => "drafting-or-disposition",
            Self::Consultation => "consultation",
            Self::Disposition => "disposition",
            Self::LastCall => "last-call",
            Self::SignOff => "sign-off",
            Self::SignOffOrSilence => "sign-off-or-silence",
            Self::Silence => "silence",
            Self::Timed => "timed",
            Self::RoundOrLastCall => "round-or-last-call",
            Self::OpenForComment => "open-for-comment",
            Self::OpenForAnswers => "open-for-answers",
            Self::OpenForPositions => "open-for-positions",
            Self::Running => "running",
            Self::NotOver => "not-over",
            Self::Suspended => "suspended",
            Self::Adopted => "adopted",
        }
    }

    const fn id(self) -> &'static str {
        match self {
            Self::DraftingOrDisposition => "refusal-not-drafting-or-disposition",
            Self::Consultation => "refusal-not-consultation",
            Self::Disposition => "refusal-not-disposition",
            Self::LastCall => "refusal-not-last-call",
            Self::SignOff => "refusal-not-sign-off",
            Self::SignOffOrSilence => "refusal-not-sign-off-or-silence",
            Self::Silence => "refusal-not-silence",
            Self::Timed => "refusal-not-timed",
            Self::RoundOrLastCall => "refusal-not-round-or-last-call",
            Self::OpenForComment => "refusal-not-open-for-comment",
            Self::OpenForAnswers => "refusal-not-open-for-answers",
            Self::OpenForPositions => "refusal-not-open-for-positions",
            Self::Running => "refusal-not-running",
            Self::NotOver => "refusal-over",
            Self::Suspended => "refusal-not-suspended",
            Self::Adopted => "refusal-not-adopted",
        }
    }
}
