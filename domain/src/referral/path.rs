//! The way of a text from forum to forum.

use serde::{Deserialize, Serialize};

use super::Refusal;

/// A forum that a text passed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Hop {
    /// Its name in addresses.
    pub slug: String,
    /// Its name.
    pub name: String,
    /// How the text is cited there: `DN-2025-003`.
    pub reference: String,
}

/// The forums a text passed, where it was written first. No forum is in it twice.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Path(Vec<Hop>);

impl Path {
    /// The way of a text that was written here.
    pub fn begin(here: Hop) -> Self {
        Self(vec![here])
    }

    /// The forums in order.
    pub fn hops(&self) -> &[Hop] {
        &self.0
    }

    /// This way with each forum named otherwise.
    #[must_use]
    pub fn renamed(&self, rename: impl FnMut(&Hop) -> Hop) -> Self {
        Self(self.0.iter().map(rename).collect())
    }

    /// Refuses, by its name, a forum where the text is or has been.
    pub fn check(&self, slug: &str) -> Result<(), Refusal> {
        let Some((last, before)) = self.0.split_last() else { return Ok(()) };
        if last.slug == slug {
            return Err(Refusal::SameForum { forum: last.name.clone() });
        }
        match before.iter().find(|hop| hop.slug == slug) {
            Some(hop) => Err(Refusal::Loop { forum: hop.name.clone(), reference: hop.reference.clone() }),
            None => Ok(()),
        }
    }

    /// This way with one forum more; refuses one where the text is or has been.
    pub fn onward(&self, next: Hop) -> Result<Self, Refusal> {
        self.check(&next.slug)?;
        let mut hops = self.0.clone();
        hops.push(next);
        Ok(Self(hops))
    }
}
