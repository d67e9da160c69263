//! Where a draft is in its life.
//!
//! A stage carries its evidence. Deadlines end by the clock ([`Stage::as_of`]), not by a job having run. The
//! transitions are in `stage::transition`; each is a pure method that can refuse.

mod next;
mod refusal;
mod step;
mod transition;

use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

use crate::{tally::Tally, typed::Reason};

pub use next::{Coming, Next};
pub use refusal::{Needed, Refusal};
pub use step::{Step, StepKind};

/// The usual length of a first round.
pub const ROUND: TimeDelta = TimeDelta::days(28);
/// The usual length of a later round.
pub const LATER_ROUND: TimeDelta = TimeDelta::days(14);
/// The usual length of a last call.
pub const LAST_CALL: TimeDelta = TimeDelta::days(14);
/// How long sign-off is open when a last call ends by the clock.
pub const SIGN_OFF: TimeDelta = TimeDelta::days(14);
/// The least length of a silence.
pub const SILENCE: TimeDelta = TimeDelta::hours(72);

/// The stage of a draft. Rounds and versions count from 1.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "stage", rename_all = "kebab-case", deny_unknown_fields)]
pub enum Stage {
    /// No round has been opened yet.
    Drafting,
    /// Announced until it opens, then open for comment until it closes.
    Consultation {
        /// Counted from 1.
        round: u32,
        /// The version that is commented on.
        version: u32,
        /// From then on comments are taken.
        opens: DateTime<Utc>,
        /// From then on it is in disposition.
        closes: DateTime<Utc>,
    },
    /// The comments of the round on this version are being answered.
    Disposition {
        /// The round whose comments are answered.
        round: u32,
        /// The version they were made on.
        version: u32,
    },
    /// Every thread is answered; whoever objects now sends the text back.
    LastCall {
        /// The round before it.
        round: u32,
        /// The version that is called.
        version: u32,
        /// From then on it is in sign-off.
        closes: DateTime<Utc>,
    },
    /// The seats give their positions. It does not end by itself.
    SignOff {
        /// The round before it.
        round: u32,
        /// The version that is signed.
        version: u32,
        /// The deadline for positions.
        closes: DateTime<Utc>,
    },
    /// The text is adopted at `until` unless a seat speaks up before.
    Silence {
        /// The round before it.
        round: u32,
        /// The version that is proposed.
        version: u32,
        /// From then on it is adopted.
        until: DateTime<Utc>,
    },
    /// Agreed to; this version is final.
    Adopted {
        /// The version that was adopted.
        version: u32,
        /// When it was.
        at: DateTime<Utc>,
    },
    /// The clock stands still until it is resumed.
    Suspended {
        /// The stage it goes back to.
        from: Box<Self>,
        /// When the clock stopped; the time left then remains.
        since: DateTime<Utc>,
        /// Why, for the record.
        reason: Reason,
    },
    /// Given up, for good.
    Withdrawn {
        /// When it was given up.
        at: DateTime<Utc>,
        /// Why, for the record.
        reason: Reason,
    },
    /// Adopted once, and now replaced by another draft, named by its reference.
    Superseded {
        /// The version that was adopted.
        version: u32,
        /// The reference of the draft that replaces it.
        by: String,
        /// When it was replaced.
        at: DateTime<Utc>,
    },
}

/// What must be known of a draft, besides its stage, before a step is taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Facts {
    /// The newest published version; none before the first.
    pub latest: Option<u32>,
    /// Threads that wait for a disposition.
    pub unanswered: u32,
    /// Accepted threads whose clause is the same in the latest version as in the one they were made on.
    pub accepted_unchanged: u32,
    /// Whether a clause of the latest version differs in substance from the version last consulted on.
    pub changed_in_substance: bool,
    /// The positions that count on the latest version.
    pub tally: Tally,
}

impl Stage {
    /// The stable key, for the database, addresses and message ids (`stage-last-call`).
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Drafting => "drafting",
            Self::Consultation { .. } => "consultation",
            Self::Disposition { .. } => "disposition",
            Self::LastCall { .. } => "last-call",
            Self::SignOff { .. } => "sign-off",
            Self::Silence { .. } => "silence",
            Self::Adopted { .. } => "adopted",
            Self::Suspended { .. } => "suspended",
            Self::Withdrawn { .. } => "withdrawn",
            Self::Superseded { .. } => "superseded",
        }
    }

    /// The effective stage at this instant: a round past its end is in disposition, a last call that stayed
    /// quiet is in sign-off, a silence that was not broken is adopted. Applies as often as it must.
    #[must_use]
    pub fn as_of(self, now: DateTime<Utc>) -> Self {
        match self {
            Self::Consultation { round, version, closes, .. } if now >= closes => {
                Self::Disposition { round, version }
            }
            Self::LastCall { round, version, closes } if now >= closes => {
                Self::SignOff { round, version, closes: later(closes, SIGN_OFF) }
            }
            Self::Silence { version, until, .. } if now >= until => Self::Adopted { version, at: until },
            other => other,
        }
    }

    /// The version it is about; none in drafting.
    pub fn version(&self) -> Option<u32> {
        match self {
            Self::Drafting | Self::Withdrawn { .. } => None,
            Self::Consultation { version, .. }
            | Self::Disposition { version, .. }
            | Self::LastCall { version, .. }
            | Self::SignOff { version, .. }
            | Self::Silence { version, .. }
            | Self::Adopted { version, .. }
            | Self::Superseded { version, .. } => Some(*version),
            Self::Suspended { from, .. } => from.version(),
        }
    }

    /// The round it is in or follows; none before the first and after the end.
    pub fn round(&self) -> Option<u32> {
        match self {
            Self::Consultation { round, .. }
            | Self::Disposition { round, .. }
            | Self::LastCall { round, .. }
            | Self::SignOff { round, .. }
            | Self::Silence { round, .. } => Some(*round),
            Self::Suspended { from, .. } => from.round(),
            Self::Drafting | Self::Adopted { .. } | Self::Withdrawn { .. } | Self::Superseded { .. } => None,
        }
    }

    /// The instant at which it ends by itself; none where nothing runs.
    pub const fn deadline(&self) -> Option<DateTime<Utc>> {
        match self {
            Self::Consultation { closes, .. }
            | Self::LastCall { closes, .. }
            | Self::SignOff { closes, .. } => Some(*closes),
            Self::Silence { until, .. } => Some(*until),
            Self::Drafting
            | Self::Disposition { .. }
            | Self::Adopted { .. }
            | Self::Suspended { .. }
            | Self::Withdrawn { .. }
            | Self::Superseded { .. } => None,
        }
    }

    /// Whether its life has ended: adopted, withdrawn or superseded. A suspended draft is not over.
    pub const fn is_over(&self) -> bool {
        matches!(self, Self::Adopted { .. } | Self::Withdrawn { .. } | Self::Superseded { .. })
    }

    /// This stage with its instants moved later, as after a suspension.
    fn shifted(self, by: TimeDelta) -> Self {
        match self {
            Self::Consultation { round, version, opens, closes } => {
                Self::Consultation { round, version, opens: later(opens, by), closes: later(closes, by) }
            }
            Self::LastCall { round, version, closes } => {
                Self::LastCall { round, version, closes: later(closes, by) }
            }
            Self::SignOff { round, version, closes } => {
                Self::SignOff { round, version, closes: later(closes, by) }
            }
            Self::Silence { round, version, until } => {
                Self::Silence { round, version, until: later(until, by) }
            }
            other => other,
        }
    }
}

/// An instant later, or the last instant there is.
fn later(at: DateTime<Utc>, by: TimeDelta) -> DateTime<Utc> {
    at.checked_add_signed(by).unwrap_or(DateTime::<Utc>::MAX_UTC)
}

#[cfg(test)]
mod tests;
