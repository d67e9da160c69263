//! The items that clauses stand in. An item that is taken out of the item above it, or put in one, means something else.

use super::Joins;
use crate::text::Text;

/// The clause above each clause of two texts: the one that begins the item it stands in, if it stands in one.
pub(super) struct Parents {
    old: Vec<Option<u32>>,
    new: Vec<Option<u32>>,
}

impl Parents {
    pub fn of(old: &Text, new: &Text) -> Self {
        Self { old: old.parents(), new: new.parents() }
    }

    /// Whether a clause stands in what became of the item it stood in. Where that item itself was added or removed, that is the change.
    pub fn kept(&self, joins: &Joins, index: usize, partner: usize) -> bool {
        let above = |parents: &[Option<u32>], index: usize| parents.get(index).copied().flatten();
        let to = |old: u32| joins.forward[old as usize].as_slice();
        let from = |new: u32| joins.backward[new as usize].as_slice();
        match (above(&self.old, index), above(&self.new, partner)) {
            (None, None) => true,
            (Some(was), None) => to(was).is_empty(),
            (None, Some(is)) => from(is).is_empty(),
            (Some(was), Some(is)) => to(was).contains(&is) || to(was).is_empty() || from(is).is_empty(),
        }
    }
}
