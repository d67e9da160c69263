//! What people are told of by mail, and how often they want to be.

use serde::{Deserialize, Serialize};

use crate::kind::keyed;

keyed!(
    /// Why somebody gets a mail. The key makes the message ids (`mail-reply-subject`).
    Occasion {
        /// Somebody is asked to join.
        Invitation = "invitation",
        /// They come to take part, and something is to be confirmed, or was decided.
        Joining = "joining",
        /// Whoever gets the mail posted a comment.
        Receipt = "receipt",
        /// Officials answered a thread in which they spoke.
        Answer = "answer",
        /// Somebody replied where they spoke.
        Reply = "reply",
        /// There is a new version of what they follow or commented on.
        Version = "version",
        /// The words that they signed were changed.
        Stale = "stale",
        /// A round of comments, a last call, a sign-off or a silence began.
        Round = "round",
        /// A text came in for a forum that they run, or something came back about one that it sent.
        Referral = "referral",
        /// One of these ends soon.
        Deadline = "deadline",
        /// A stakeholder or a clause that they follow: what was said.
        Said = "said",
        /// What waits for them by their roles.
        Desk = "desk",
        /// A mandate ends soon.
        Mandate = "mandate",
    }
);

keyed!(
    /// How often somebody wants to be told.
    Often {
        /// A mail for each occasion, as it comes.
        AtOnce = "at-once",
        /// One mail a day that gathers them.
        Daily = "daily",
        /// One mail a week that gathers them.
        Weekly = "weekly",
        /// No mail.
        Never = "never",
    }
);

impl Occasion {
    /// How often somebody is told who has not chosen.
    pub const fn usual(self) -> Often {
        match self {
            Self::Said => Often::Daily,
            Self::Desk => Often::Weekly,
            Self::Invitation
            | Self::Joining
            | Self::Receipt
            | Self::Answer
            | Self::Reply
            | Self::Version
            | Self::Stale
            | Self::Round
            | Self::Referral
            | Self::Deadline
            | Self::Mandate => Often::AtOnce,
        }
    }

    /// What somebody can choose; empty for invitations and for what one asked for oneself. A desk changes all the time, so that it is
    /// never mailed at once; the last notice of an end is given a day before, so that no week can pass over it.
    pub const fn choices(self) -> &'static [Often] {
        match self {
            Self::Invitation | Self::Joining => &[],
            Self::Desk => &[Often::Daily, Often::Weekly, Often::Never],
            Self::Deadline => &[Often::AtOnce, Often::Daily, Often::Never],
            Self::Receipt
            | Self::Answer
            | Self::Reply
            | Self::Version
            | Self::Stale
            | Self::Round
            | Self::Referral
            | Self::Said
            | Self::Mandate => Often::ALL,
        }
    }

    /// What was chosen, or what is next to it of what can be chosen by now.
    pub fn nearest(self, chosen: Often) -> Often {
        let week_for_a_day = chosen == Often::Weekly && !self.choices().contains(&chosen);
        if week_for_a_day && self.choices().contains(&Often::Daily) { Often::Daily } else { chosen }
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

    #[test]
    fn nobody_waits_a_week_to_hear_what_ends_in_a_day() {
        assert!(!Occasion::Deadline.choices().contains(&Often::Weekly));
        assert_eq!(Occasion::Deadline.nearest(Often::Weekly), Often::Daily);
        assert_eq!(Occasion::Deadline.nearest(Often::Never), Often::Never);
        assert_eq!(Occasion::Said.nearest(Often::Weekly), Often::Weekly);
    }
}
