//! What clauses stand in. One that is taken out of the item above it, or put in one, means something else, and so does one that is no
//! quotation any more.

use super::Joins;
use crate::text::Text;

/// The clause above each clause of two texts, the one that begins the item it stands in, and how many quotations it stands in.
pub(super) struct Parents {
    old: Vec<(Option<u32>, u8)>,
    new: Vec<(Option<u32>, u8)>,
}

impl Parents {
    /// Looks up what each clause of two texts stands in.
    pub fn of(old: &Text, new: &Text) -> Self {
        Self { old: old.surroundings(), new: new.surroundings() }
    }

    /// Whether a clause stands in as many quotations as it did.
    pub fn quoted_alike(&self, index: usize, partner: usize) -> bool {
        let quotes = |all: &[(Option<u32>, u8)], index: usize| all.get(index).map_or(0, |around| around.1);
        quotes(&self.old, index) == quotes(&self.new, partner)
    }

    /// Whether a clause stands in what became of the item it stood in. Where that item itself was added or removed, that is the change.
    pub fn kept(&self, joins: &Joins, index: usize, partner: usize) -> bool {
        let above = |all: &[(Option<u32>, u8)], index: usize| all.get(index).and_then(|around| around.0);
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
