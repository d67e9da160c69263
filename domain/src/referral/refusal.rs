//! Why a referral is not sent, or does not go on: what is missing, never only "no".

use chrono::{DateTime, Utc};

use crate::Message;

/// What stands between a referral and the step asked for.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// The referral is in another state, here by its name.
    #[error("only when {}, not when {state}", .needed.key())]
    WrongState {
        /// What it would have to be.
        needed: Needed,
        /// What it is: the name of its state.
        state: &'static str,
    },
    /// The draft has no such version, or none at all.
    #[error("nothing is published")]
    NotPublished,
    /// The forum refers adopted texts only.
    #[error("not adopted")]
    NotAdopted,
    /// The text is not public until this instant.
    #[error("embargoed until {until}")]
    Embargoed {
        /// When it becomes public.
        until: DateTime<Utc>,
    },
    /// The text is for members of the forum alone.
    #[error("for members only")]
    MembersOnly,
    /// The text was given up.
    #[error("the draft was withdrawn")]
    TextWithdrawn,
    /// It is there already: it would go to the forum it comes from.
    #[error("it is in {forum} already")]
    SameForum {
        /// The name of the forum.
        forum: String,
    },
    /// It has been there before.
    #[error("it has been in {forum} as {reference}")]
    Loop {
        /// The name of the forum.
        forum: String,
        /// How it is cited there.
        reference: String,
    },
    /// This version is with that forum already, by this referral.
    #[error("referral {number} is under way")]
    Twice {
        /// The number of the referral.
        number: i32,
    },
    /// The deadline is over.
    #[error("due in the past")]
    DuePast {
        /// The deadline.
        due: DateTime<Utc>,
    },
    /// The receiver cannot answer before this instant, by its own rule.
    #[error("it cannot be answered before {soonest}")]
    DueTooSoon {
        /// The first instant at which it can.
        soonest: DateTime<Utc>,
    },
    /// The answer is due before it is of use.
    #[error("of use only from {earliest}")]
    UselessBeforeDue {
        /// From when it is of use.
        earliest: DateTime<Utc>,
    },
    /// The new deadline is the one there is.
    #[error("due then already")]
    SameDue,
    /// Nobody waits for an answer yet, or the deadline is still to come.
    #[error("not overdue")]
    NotOverdue,
    /// An answer to the whole says of each clause what became of it; so many are missing.
    #[error("{clauses} clauses without a word")]
    ClausesMissing {
        /// How many.
        clauses: u32,
    },
    /// What was changed or dropped needs a reason; the first clause without one.
    #[error("clause {clause} has no reason")]
    NoReason {
        /// The number of the clause in the version that was sent, counted from 1.
        clause: u32,
    },
    /// It was adopted word for word, but not every clause was.
    #[error("adopted, but not word for word")]
    NotWordForWord,
}

/// What the referral would have to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Needed {
    /// Prepared, and not sent.
    Prepared,
    /// Sent, and nothing more.
    Sent,
    /// Received, and not answered.
    Received,
    /// Sent, and not ended.
    Open,
}

impl Needed {
    /// The stable name, in message ids.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Prepared => "prepared",
            Self::Sent => "sent",
            Self::Received => "received",
            Self::Open => "open",
        }
    }

    const fn id(self) -> &'static str {
        match self {
            Self::Prepared => "refusal-referral-not-prepared",
            Self::Sent => "refusal-referral-not-sent",
            Self::Received => "refusal-referral-not-received",
            Self::Open => "refusal-referral-not-open",
        }
    }
}

impl Refusal {
    /// What to say to whoever would take the step.
    pub fn message(&self) -> Message {
        match self {
            Self::WrongState { needed, state } => Message::new(needed.id()).with("state", *state),
            Self::NotPublished => Message::new("refusal-referral-unpublished"),
            Self::NotAdopted => Message::new("refusal-referral-not-adopted"),
            Self::Embargoed { until } => Message::new("refusal-referral-embargoed").with("until", *until),
            Self::MembersOnly => Message::new("refusal-referral-members"),
            Self::TextWithdrawn => Message::new("refusal-referral-text-withdrawn"),
            Self::SameForum { forum } => {
                Message::new("refusal-referral-same-forum").with("forum", forum.as_str())
            }
            Self::Loop { forum, reference } => Message::new("refusal-referral-loop")
                .with("forum", forum.as_str())
                .with("reference", reference.as_str()),
            Self::Twice { number } => Message::new("refusal-referral-twice").with("number", *number),
            Self::DuePast { due } => Message::new("refusal-referral-due-past").with("due", *due),
            Self::DueTooSoon { soonest } => {
                Message::new("refusal-referral-due-too-soon").with("soonest", *soonest)
            }
            Self::UselessBeforeDue { earliest } => {
                Message::new("refusal-referral-useless").with("earliest", *earliest)
            }
            Self::SameDue => Message::new("refusal-referral-same-due"),
            Self::NotOverdue => Message::new("refusal-referral-not-overdue"),
            Self::ClausesMissing { clauses } => {
                Message::new("refusal-referral-clauses-missing").with("clauses", *clauses)
            }
            Self::NoReason { clause } => Message::new("refusal-referral-no-reason").with("clause", *clause),
            Self::NotWordForWord => Message::new("refusal-referral-not-word-for-word"),
        }
    }
}

impl From<Refusal> for Message {
    fn from(refusal: Refusal) -> Self {
        refusal.message()
    }
}
