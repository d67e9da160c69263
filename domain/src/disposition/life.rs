//! The life of a thread: open, answered, acknowledged; reopened or withdrawn.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::{ACKNOWLEDGEMENT, Answer, Refusal};
use crate::typed::Reason;

/// Where a thread is in its life, with the evidence of how it came there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "life", rename_all = "kebab-case", deny_unknown_fields)]
pub enum Life {
    /// Waits for an answer.
    Open,
    /// The officials answered; the raiser has said nothing yet.
    Answered {
        /// The answer that stands.
        answer: Answer,
    },
    /// The raiser said what they think of the answer, or let the time pass.
    Acknowledged {
        /// The answer that stands.
        answer: Answer,
        /// What the raiser said, if anything.
        satisfaction: Satisfaction,
        /// When it was said, or lapsed.
        at: DateTime<Utc>,
    },
    /// Set back to open by the secretariat; the earlier answer stays to be read.
    Reopened {
        /// The answer that stood before.
        earlier: Answer,
        /// Why it was reopened.
        reason: Reason,
        /// The account that reopened it.
        by: i64,
        /// When it was reopened.
        at: DateTime<Utc>,
    },
    /// Taken back by the raiser; the text stays, struck.
    Withdrawn {
        /// The answer it had; none where none was given.
        answer: Option<Answer>,
        /// When it was taken back.
        at: DateTime<Utc>,
    },
}

/// What the raiser says of the answer; lapsed when nothing was said in time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Satisfaction {
    /// The answer meets the point.
    Satisfied,
    /// It does not; the thread stays in sight.
    NotSatisfied,
    /// Nothing was said within [`ACKNOWLEDGEMENT`].
    Lapsed,
}

impl Life {
    /// The stable name of where it is in its life, by which lists are made.
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Answered { .. } => "answered",
            Self::Acknowledged { .. } => "acknowledged",
            Self::Reopened { .. } => "reopened",
            Self::Withdrawn { .. } => "withdrawn",
        }
    }

    /// The life at this instant: an answer that nobody acknowledged in time is acknowledged as lapsed.
    #[must_use]
    pub fn as_of(self, now: DateTime<Utc>) -> Self {
        match self {
            Self::Answered { answer } => match answer.at.checked_add_signed(ACKNOWLEDGEMENT) {
                Some(at) if now >= at => {
                    Self::Acknowledged { answer, satisfaction: Satisfaction::Lapsed, at }
                }
                _ => Self::Answered { answer },
            },
            other => other,
        }
    }

    /// Answers an open thread. Refuses one that has an answer, which is reopened first, and one that was withdrawn.
    pub fn answer(self, answer: Answer) -> Result<Self, Refusal> {
        match self {
            Self::Open | Self::Reopened { .. } => Ok(Self::Answered { answer }),
            Self::Answered { .. } | Self::Acknowledged { .. } => Err(Refusal::AlreadyAnswered),
            Self::Withdrawn { .. } => Err(Refusal::ThreadWithdrawn),
        }
    }

    /// Records what the raiser thinks of the answer; a lapse can still be made good. Refuses without an answer, a second time, and on a
    /// thread that was withdrawn.
    pub fn acknowledge(self, satisfied: bool, now: DateTime<Utc>) -> Result<Self, Refusal> {
        let satisfaction = if satisfied { Satisfaction::Satisfied } else { Satisfaction::NotSatisfied };
        match self {
            Self::Answered { answer }
            | Self::Acknowledged { answer, satisfaction: Satisfaction::Lapsed, .. } => {
                Ok(Self::Acknowledged { answer, satisfaction, at: now })
            }
            Self::Acknowledged { .. } => Err(Refusal::AlreadyAcknowledged),
            Self::Open | Self::Reopened { .. } => Err(Refusal::NotAnswered),
            Self::Withdrawn { .. } => Err(Refusal::ThreadWithdrawn),
        }
    }

    /// Whether the raiser has said just this of the answer that stands.
    pub fn is_acknowledged_as(&self, satisfied: bool) -> bool {
        let said = if satisfied { Satisfaction::Satisfied } else { Satisfaction::NotSatisfied };
        matches!(self, Self::Acknowledged { satisfaction, .. } if *satisfaction == said)
    }

    /// Opens an answered thread again. Refuses one without an answer, and one that was withdrawn.
    pub fn reopen(self, reason: Reason, by: i64, now: DateTime<Utc>) -> Result<Self, Refusal> {
        match self {
            Self::Answered { answer } | Self::Acknowledged { answer, .. } => {
                Ok(Self::Reopened { earlier: answer, reason, by, at: now })
            }
            Self::Open | Self::Reopened { .. } => Err(Refusal::NotAnswered),
            Self::Withdrawn { .. } => Err(Refusal::ThreadWithdrawn),
        }
    }

    /// Withdraws a thread; refuses a second time, and once the raiser has acknowledged the answer.
    pub fn withdraw(self, now: DateTime<Utc>) -> Result<Self, Refusal> {
        let lapsed = Satisfaction::Lapsed;
        match self {
            Self::Open => Ok(Self::Withdrawn { answer: None, at: now }),
            Self::Answered { answer } | Self::Reopened { earlier: answer, .. } => {
                Ok(Self::Withdrawn { answer: Some(answer), at: now })
            }
            Self::Acknowledged { answer, satisfaction, .. } if satisfaction == lapsed => {
                Ok(Self::Withdrawn { answer: Some(answer), at: now })
            }
            Self::Acknowledged { .. } => Err(Refusal::AlreadyAcknowledged),
            Self::Withdrawn { .. } => Err(Refusal::ThreadWithdrawn),
        }
    }

    /// Whether the officials owe it an answer: it is open, or was reopened.
    pub const fn needs_answer(&self) -> bool {
        matches!(self, Self::Open | Self::Reopened { .. })
    }

    /// Whether it may be gathered in place: answered and acknowledged, or withdrawn. One whose raiser is not
    /// satisfied stays in sight.
    pub fn is_settled(&self) -> bool {
        match self {
            Self::Acknowledged { satisfaction, .. } => *satisfaction != Satisfaction::NotSatisfied,
            Self::Withdrawn { .. } => true,
            Self::Open | Self::Answered { .. } | Self::Reopened { .. } => false,
        }
    }

    /// The answer that stands; none while the thread waits for one.
    pub const fn standing_answer(&self) -> Option<&Answer> {
        match self {
            Self::Answered { answer } | Self::Acknowledged { answer, .. } => Some(answer),
            Self::Open | Self::Reopened { .. } | Self::Withdrawn { .. } => None,
        }
    }
}
