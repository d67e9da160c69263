//! Where a referral is in its life.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::Act;
use crate::typed::Reason;

/// The state of a referral. `due` is when the answer is due: as asked, or as the receiver countered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "state", rename_all = "kebab-case", deny_unknown_fields)]
pub enum State {
    /// Only its own secretariat knows of it.
    Prepared {},
    /// The receiver has it and has said nothing.
    Sent {
        /// When it was sent.
        sent: DateTime<Utc>,
        /// None when nobody waits for an answer.
        due: Option<DateTime<Utc>>,
    },
    /// The receiver has taken it on.
    Received {
        /// When it was received.
        received: DateTime<Utc>,
        /// None when nobody waits for an answer.
        due: Option<DateTime<Utc>>,
    },
    /// Somebody works on it.
    Assigned {
        /// When it was received.
        received: DateTime<Utc>,
        /// None when nobody waits for an answer.
        due: Option<DateTime<Utc>>,
        /// Who works on it, in words.
        to: String,
    },
    /// The receiver has said how far it is, or answered a part.
    Interim {
        /// When it was received.
        received: DateTime<Utc>,
        /// None when nobody waits for an answer.
        due: Option<DateTime<Utc>>,
        /// When it last said something.
        last: DateTime<Utc>,
    },
    /// The receiver has answered the whole.
    Answered {
        /// When it did.
        at: DateTime<Utc>,
        /// What it did with the text.
        act: Act,
    },
    /// The receiver will not take it on.
    Declined {
        /// When it said so.
        at: DateTime<Utc>,
        /// Why, for both records.
        reason: Reason,
    },
    /// The receiver sent it on to another body, which is asked by another referral.
    Redirected {
        /// When it did.
        at: DateTime<Utc>,
        /// The body, by its name.
        to: String,
        /// Why, for both records.
        reason: Reason,
    },
    /// The sender took it back.
    Withdrawn {
        /// When it did.
        at: DateTime<Utc>,
        /// Why, for both records.
        reason: Reason,
    },
    /// No answer came in time, and the sender waits no longer.
    Expired {
        /// When it said so.
        at: DateTime<Utc>,
    },
}

impl State {
    /// The stable key, for the database, addresses and message ids (`referral-state-sent`).
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Prepared {} => "prepared",
            Self::Sent { .. } => "sent",
            Self::Received { .. } => "received",
            Self::Assigned { .. } => "assigned",
            Self::Interim { .. } => "interim",
            Self::Answered { .. } => "answered",
            Self::Declined { .. } => "declined",
            Self::Redirected { .. } => "redirected",
            Self::Withdrawn { .. } => "withdrawn",
            Self::Expired { .. } => "expired",
        }
    }

    /// When the answer is due; none where nobody waits for one.
    pub const fn due(&self) -> Option<DateTime<Utc>> {
        match self {
            Self::Sent { due, .. }
            | Self::Received { due, .. }
            | Self::Assigned { due, .. }
            | Self::Interim { due, .. } => *due,
            Self::Prepared {}
            | Self::Answered { .. }
            | Self::Declined { .. }
            | Self::Redirected { .. }
            | Self::Withdrawn { .. }
            | Self::Expired { .. } => None,
        }
    }

    /// Whether the receiver has it and has not ended it.
    pub const fn is_open(&self) -> bool {
        matches!(
            self,
            Self::Sent { .. } | Self::Received { .. } | Self::Assigned { .. } | Self::Interim { .. }
        )
    }

    /// Whether the receiver has taken it on and not answered the whole.
    pub const fn is_received(&self) -> bool {
        matches!(self, Self::Received { .. } | Self::Assigned { .. } | Self::Interim { .. })
    }

    /// Whether the answer should have come by now.
    pub fn is_overdue(&self, now: DateTime<Utc>) -> bool {
        self.due().is_some_and(|due| now >= due)
    }
}
