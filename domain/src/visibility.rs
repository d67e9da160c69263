//! Who may know that a forum or a draft exists.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::Message;

/// Public, for the members of the forum, or for them alone until an instant and public from then on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "visibility", rename_all = "kebab-case")]
pub enum Visibility {
    /// Seen by anyone.
    #[default]
    Public,
    /// Seen by those with a role in the forum only.
    Members,
    /// Seen by those with a role in the forum, and by anyone from this instant on.
    Embargoed {
        /// When it becomes public.
        until: DateTime<Utc>,
    },
}

impl Visibility {
    /// The stable name, in forms and message ids.
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Public => "public",
            Self::Members => "members",
            Self::Embargoed { .. } => "embargoed",
        }
    }

    /// When it becomes public by the clock; none when it is so already, or never.
    pub const fn embargo_ends(&self) -> Option<DateTime<Utc>> {
        match *self {
            Self::Embargoed { until } => Some(until),
            Self::Public | Self::Members => None,
        }
    }

    /// Whether anyone at all may see it; an embargo ends by the clock, not by a job having run.
    pub fn is_public(&self, now: DateTime<Utc>) -> bool {
        match *self {
            Self::Public => true,
            Self::Members => false,
            Self::Embargoed { until } => now >= until,
        }
    }

    /// Who may see a draft from now on. Refuses to hide what anybody can see: a draft that is public and has a version stays public.
    pub fn then(self, next: Self, published: bool, now: DateTime<Utc>) -> Result<Self, StaysPublic> {
        let hides = published && self.is_public(now) && !next.is_public(now);
        if hides { Err(StaysPublic) } else { Ok(next) }
    }
}

/// What was public stays public.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("what was public stays public")]
pub struct StaysPublic;

impl StaysPublic {
    /// What to say to whoever wanted to hide it.
    pub fn message(self) -> Message {
        Message::new("refusal-stays-public")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_embargo_ends_at_its_instant() {
        let until: DateTime<Utc> = "2027-03-01T09:00:00Z".parse().unwrap();
        let embargo = Visibility::Embargoed { until };
        assert!(!embargo.is_public(until - chrono::TimeDelta::milliseconds(1)));
        assert!(embargo.is_public(until));
        assert!(!Visibility::Members.is_public(until));
    }

    #[test]
    fn what_was_public_stays_public_and_what_nobody_has_seen_may_be_kept_back() {
        let now: DateTime<Utc> = "2027-03-01T09:00:00Z".parse().unwrap();
        let (later, before) = (now + chrono::TimeDelta::days(2), now - chrono::TimeDelta::days(2));
        let (public, over) = (Visibility::Public, Visibility::Embargoed { until: before });
        let hidden = [Visibility::Members, Visibility::Embargoed { until: later }];
        for seen in [public, over] {
            for next in hidden {
                assert_eq!(seen.then(next, true, now), Err(StaysPublic), "{seen:?} {next:?}");
                assert_eq!(seen.then(next, false, now), Ok(next), "nothing of it is published");
            }
            assert_eq!(seen.then(public, true, now), Ok(public));
        }
        for unseen in hidden {
            for next in [public, hidden[0], hidden[1]] {
                assert_eq!(unseen.then(next, true, now), Ok(next));
            }
        }
    }
}
