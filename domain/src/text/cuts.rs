//! Lines that a person joined or split.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

/// Where lines are joined and split against the rules. A place is the byte of the source at which the words after the cut begin.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cuts {
    /// No line begins here.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub joined: BTreeSet<u32>,
    /// A line begins here.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub split: BTreeSet<u32>,
}

impl Cuts {
    pub fn is_empty(&self) -> bool {
        self.joined.is_empty() && self.split.is_empty()
    }
}
