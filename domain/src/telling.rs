//! What people are told of by mail, and how often they want to be.

use serde::{Deserialize, Serialize};

use crate::kind::keyed;

keyed!(
    /// Why somebody gets a mail. The key makes the message ids (`mail-reply-subject`).
    Occasion {
        // They are asked to join.
        Invitation = "invitation",
        // They posted a comment.
        Receipt = "receipt",
        // Their comment was answered.
        Answer = "answer",
        // Somebody replied where they spoke.
        Reply = "reply",
        // There is a new version of what they follow or commented on.
        Version = "version",
        // The words that they signed were changed.
        Stale = "stale",
        // A round of comments, a last call, a sign-off or a silence began.
        Round = "round",
        // One of these ends soon.
        Deadline = "deadline",
        // A stakeholder or a clause that they follow: what was said.
        Said = "said",
        // What waits for them by their roles.
        Desk = "desk",
        // A mandate ends soon.
        Mandate = "mandate",
    }
);

keyed!(
    /// How often somebody wants to be told.
    Often { AtOnce = "at-once", Daily = "daily", Weekly = "weekly", Never = "never" }
);

impl Occasion {
    /// How often somebody is told who has not said.
    pub const fn usual(self) -> Often {
        match self {
            Self::Said => Often::Daily,
            Self::Desk => Often::Weekly,
            Self::Invitation
            | Self::Receipt
            | Self::Answer
            | Self::Reply
            | Self::Version
            | Self::Stale
            | Self::Round
            | Self::Deadline
            | Self::Mandate => Often::AtOnce,
        }
    }

    /// Between what somebody can choose; nothing for what is sent to those who have no settings yet. A desk has no moment of its own.
    pub const fn choices(self) -> &'static [Often] {
        match self {
            Self::Invitation => &[],
            Self::Desk => &[Often::Daily, Often::Weekly, Often::Never],
            Self::Receipt
            | Self::Answer
            | Self::Reply
            | Self::Version
            | Self::Stale
            | Self::Round
            | Self::Deadline
            | Self::Said
            | Self::Mandate => Often::ALL,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_usual_can_be_chosen() {
        for occasion in Occasion::ALL {
            let choices = occasion.choices();
            assert!(choices.is_empty() || choices.contains(&occasion.usual()), "{occasion:?}");
            assert!(choices.is_empty() || choices.contains(&Often::Never), "{occasion:?}");
        }
    }
}
