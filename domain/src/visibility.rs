//! Who may know that a forum or a draft exists.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

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
}
