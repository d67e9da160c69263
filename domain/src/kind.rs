//! The small closed lists of the model: kinds of forum and thread, tiers of a mandate.

use serde::{Deserialize, Serialize};

/// Declares an enum whose variants have one stable key each, in the database, in addresses and in message ids.
macro_rules! keyed {
    ($(#[$doc:meta])* $name:ident { $($variant:ident = $key:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum $name {
            $(#[serde(rename = $key)] $variant),+
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
    ForumKind { Minilateral = "minilateral", Multilateral = "multilateral", WorkingGroup = "working-group" }
);
keyed!(
    /// What a thread is about: the substance, how it would work, or the wording.
    ThreadKind { General = "general", Technical = "technical", Editorial = "editorial" }
);
keyed!(
    /// The tier at which a mandate speaks.
    Tier { Minister = "minister", Lead = "lead", Practitioner = "practitioner" }
);
