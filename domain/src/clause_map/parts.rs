//! What was split, and what was merged.

use super::fit::Fit;

/// A part is one when this share of its weight is in the whole, beside what the other parts take.
const PART: f32 = 0.6;
/// A part weighs at least this much: a few words that are not the commonest.
const LEAST: f32 = 8.0;
/// A whole has at most this many parts.
const MOST: usize = 6;

/// Joins each free block next to the partner of its neighbour when the rest of that partner's words are in it.
pub(super) fn join(fit: &mut Fit<'_>) {
    for new in (0..fit.backward.len()).chain((0..fit.backward.len()).rev()) {
        if !fit.backward[new].is_empty() || fit.new_bags[new].weight < LEAST {
            continue;
        }
        let near = [new.checked_sub(1), Some(new + 1)]
            .into_iter()
            .flatten()
            .filter_map(|at| fit.backward.get(at)?.last().copied());
        let whole = near.map(|old| old as usize).find(|&old| {
            let others: Vec<_> = fit.forward[old].iter().map(|&at| &fit.new_bags[at as usize]).collect();
            let held = fit.new_bags[new].left_in(&fit.old_bags[old], &others, &fit.pair.weights);
            others.len() < MOST
                && held >= PART * fit.new_bags[new].weight
                && fit.forward[old].iter().all(|&at| fit.backward[at as usize].len() == 1)
        });
        if let Some(old) = whole {
            fit.join(old, new);
        }
    }
    for old in (0..fit.forward.len()).chain((0..fit.forward.len()).rev()) {
        if !fit.forward[old].is_empty() || fit.old_bags[old].weight < LEAST {
            continue;
        }
        let near = [old.checked_sub(1), Some(old + 1)]
            .into_iter()
            .flatten()
            .filter_map(|at| fit.forward.get(at)?.last().copied());
        let whole = near.map(|new| new as usize).find(|&new| {
            let others: Vec<_> = fit.backward[new].iter().map(|&at| &fit.old_bags[at as usize]).collect();
            let held = fit.old_bags[old].left_in(&fit.new_bags[new], &others, &fit.pair.weights);
            others.len() < MOST
                && held >= PART * fit.old_bags[old].weight
                && fit.backward[new].iter().all(|&at| fit.forward[at as usize].len() == 1)
        });
        if let Some(new) = whole {
            fit.join(old, new);
        }
    }
}
