//! Which clause of one version became which of another.

mod align;
mod fates;
mod fit;
mod grounds;
mod inherit;
mod knowing;
mod notes;
mod order;
mod parents;
mod parts;
mod renumber;
mod rest;

use serde::{Deserialize, Serialize};

use crate::{diff, text::Text};

pub(crate) use fit::{Joins, fit};
pub use grounds::Ground;
pub use inherit::inherit;
pub(crate) use order::{equal_in_order, in_order};
pub use rest::{Rest, Spelling};

/// What became of every clause between two texts. Made once for a pair of versions and shared by all that ask.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ClauseMap {
    old: Vec<Fate>,
    new: Vec<Fate>,
}

/// What became of an old clause, or what a new clause came from.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Fate {
    /// The kind of change.
    pub change: Change,
    /// The clauses on the other side, as indices, in order; several for a split or a merge, none for removed or added.
    pub others: Vec<u32>,
    /// From 0 to 1: how many of the words are the same, rare ones counting more.
    pub similarity: f32,
    /// What became of its number; kept unless one clause became one.
    #[serde(default)]
    pub number: NumberFate,
    /// What it rests on beside its words and is another now; none for what did not become one clause.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ground: Option<Ground>,
}

/// What became of the number of a clause.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NumberFate {
    /// The same, or none on both sides.
    #[default]
    Kept,
    /// Another, because its place in its run is another, or with the whole run.
    Renumbered,
    /// Given, taken away, or changed where it stands, which can break what refers to it; or the clause stands in another item than before.
    Changed,
}

/// What became of a clause from one text to another.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Change {
    /// Equal, letter for letter.
    #[default]
    Same,
    /// Equal after normalisation: quotes, dashes, white space, numbering, formatting.
    Typographic,
    /// Words or letters differ.
    Reworded,
    /// Stands elsewhere among its neighbours, with the same words.
    Moved,
    /// Stands elsewhere, with other words.
    MovedAndReworded,
    /// One clause became several.
    Split,
    /// Several clauses became one.
    Merged,
    /// Has no clause on the new side.
    Removed,
    /// Has no clause on the old side.
    Added,
}

impl ClauseMap {
    /// The map from one text to a later one.
    pub fn between(old: &Text, new: &Text) -> Self {
        let rest = Rest::of(old, new);
        let mut map = rest.map(rest.spell_old(), rest.spell_new());
        for astray in diff::astray(old, new, &map) {
            let fate = &mut map.new[astray.clause as usize];
            fate.ground = fate.ground.or(Some(Ground::Reference));
            for other in &fate.others {
                let fate = &mut map.old[*other as usize];
                fate.ground = fate.ground.or(Some(Ground::Reference));
            }
        }
        map
    }

    /// What became of clause `index` of the old text; none beyond the last.
    pub fn old(&self, index: usize) -> Option<&Fate> {
        self.old.get(index)
    }

    /// What clause `index` of the new text came from; none beyond the last.
    pub fn new_clause(&self, index: usize) -> Option<&Fate> {
        self.new.get(index)
    }

    /// The map as the joins it was made from.
    pub(crate) fn joins(&self) -> Joins {
        let others = |fates: &[Fate]| fates.iter().map(|fate| fate.others.clone()).collect();
        let likeness = |fates: &[Fate]| fates.iter().map(|fate| fate.similarity).collect();
        Joins {
            forward: others(&self.old),
            backward: others(&self.new),
            moved: self.old.iter().map(|fate| fate.change.is_moved()).collect(),
            likeness: likeness(&self.old),
            new_likeness: likeness(&self.new),
        }
    }

    /// What became of each clause of the older text, by index.
    pub fn old_fates(&self) -> &[Fate] {
        &self.old
    }

    /// Where each clause of the newer text comes from, by index.
    pub fn new_fates(&self) -> &[Fate] {
        &self.new
    }
}

impl Change {
    /// All of them, in the order they are declared.
    pub const ALL: [Self; 9] = [
        Self::Same,
        Self::Typographic,
        Self::Reworded,
        Self::Moved,
        Self::MovedAndReworded,
        Self::Split,
        Self::Merged,
        Self::Removed,
        Self::Added,
    ];

    /// Whether the clause stands elsewhere among its neighbours.
    pub fn is_moved(self) -> bool {
        matches!(self, Self::Moved | Self::MovedAndReworded)
    }

    /// The id of the message that names the change.
    pub fn message_id(self) -> &'static str {
        match self {
            Self::Same => "change-same",
            Self::Typographic => "change-typographic",
            Self::Reworded => "change-reworded",
            Self::Moved => "change-moved",
            Self::MovedAndReworded => "change-moved-and-reworded",
            Self::Split => "change-split",
            Self::Merged => "change-merged",
            Self::Removed => "change-removed",
            Self::Added => "change-added",
        }
    }

    /// Whether letters or words of it differ.
    pub fn is_reworded(self) -> bool {
        matches!(self, Self::Reworded | Self::MovedAndReworded | Self::Split | Self::Merged)
    }
}
