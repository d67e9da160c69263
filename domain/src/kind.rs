//! The small closed lists of the model: kinds of forum and thread, tiers of a mandate.

use serde::{Deserialize, Serialize};

/// Declares an enum whose variants have one stable key each, in the database, in addresses and in message ids.
macro_rules! keyed {
    ($(#[$doc:meta])* $name:ident { $($(#[$variant_doc:meta])* $variant:ident = $key:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum $name {
            $($(#[$variant_doc])* #[serde(rename = $key)] $variant),+
        }

        impl $name {
            /// All of them, in the order of their declaration.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The stable name, in the database, addresses and message ids.
            pub const fn key(self) -> &'static str {
                match self {
                    $(Self::$variant => $key),+
                }
            }

            /// The one with this key; none for a key that is not one.
            pub fn from_key(key: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|one| one.key() == key)
            }
        }
    };
}
pub(crate) use keyed;

keyed!(
    /// What a forum is: a small network of governments, a multilateral body, or a working group of either.
    ForumKind {
        /// A small network of governments.
        Minilateral = "minilateral",
        /// A body of many states and organisations.
        Multilateral = "multilateral",
        /// A group that a forum set up; without seats of its own it has those of that forum.
        WorkingGroup = "working-group",
    }
);
keyed!(
    /// How people come to speak in a forum: whoever signs in; whoever its secretariat has let in, who may ask by writing; or whom it invited.
    Joining { Open = "open", Confirmed = "confirmed", Invited = "invited" }
);
keyed!(
    /// For whom the words of a newcomer wait: for the answer to a mail, for the secretariat, for their author, or for nobody any more.
    WaitsFor { Mail = "mail", Secretariat = "secretariat", Author = "author", Nobody = "nobody" }
);
keyed!(
    /// What became of a wish to speak for a stakeholder.
    WishState { Waiting = "waiting", Granted = "granted", Declined = "declined" }
);
keyed!(
    /// What a thread is about: the substance, how it would work, or the wording.
    ThreadKind {
        /// The substance: what the text should demand.
        General = "general",
        /// How what the text demands would work.
        Technical = "technical",
        /// The wording only.
        Editorial = "editorial",
    }
);
keyed!(
    /// The tier at which a mandate speaks.
    Tier {
        /// The political level.
        Minister = "minister",
        /// The lead delegate.
        Lead = "lead",
        /// Somebody who works on the matter.
        Practitioner = "practitioner",
    }
);
