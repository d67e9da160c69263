//! How a text is read into lines.

use serde::{Deserialize, Serialize};

use super::{Cuts, Language};

/// What is known of a text besides its source: the same source read in the same manner gives the same lines.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manner {
    /// Whose abbreviations end no sentence; when nobody said, it is found from the words, clause by clause.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<Language>,
    /// What the language seems to be when nobody said, told by more than this source; else by the source itself.
    #[serde(skip)]
    pub likely: Option<Language>,
    /// Where a person joined or split lines.
    #[serde(default, skip_serializing_if = "Cuts::is_empty")]
    pub cuts: Cuts,
}

impl Manner {
    /// The manner of a text in the language with this BCP 47 tag, in which nobody joined or split a line.
    pub fn tagged(tag: &str) -> Self {
        Self { language: Some(Language::of_tag(tag)), ..Self::default() }
    }
}
