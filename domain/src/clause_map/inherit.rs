//! Clause ids across versions.

use super::{Change, ClauseMap};
use crate::text::ClauseId;

/// The clause ids of the new text, and the next free id. A clause keeps its id when renumbered, moved or reworded;
/// of a split the most similar part keeps it; a merged clause keeps the id of the most similar of its sources.
pub fn inherit(map: &ClauseMap, old_ids: &[ClauseId], next: u32) -> (Vec<ClauseId>, u32) {
    let mut next = next;
    let mut taken = std::collections::HashSet::new();
    let ids = map
        .new_fates()
        .iter()
        .enumerate()
        .map(|(index, fate)| {
            let source = match fate.change {
                Change::Added | Change::Removed => None,
                Change::Split => {
                    fate.others.first().copied().filter(|&old| heir(map, old) == Some(index as u32))
                }
                _ => fate
                    .others
                    .iter()
                    .copied()
                    .max_by(|&a, &b| likeness(map, a).total_cmp(&likeness(map, b)).then(b.cmp(&a))),
            };
            let kept =
                source.and_then(|old| old_ids.get(old as usize).copied()).filter(|id| taken.insert(*id));
            kept.unwrap_or_else(|| {
                next += 1;
                ClauseId(next - 1)
            })
        })
        .collect();
    (ids, next)
}

fn heir(map: &ClauseMap, old: u32) -> Option<u32> {
    let parts = &map.old_fates().get(old as usize)?.others;
    let part = |at: u32| map.new_fates().get(at as usize).map_or(0.0, |fate| fate.similarity);
    parts.iter().copied().max_by(|&a, &b| part(a).total_cmp(&part(b)).then(b.cmp(&a)))
}

fn likeness(map: &ClauseMap, old: u32) -> f32 {
    map.old_fates().get(old as usize).map_or(0.0, |fate| fate.similarity)
}
