//! What was split, and what was merged.

use super::fit::Fit;

/// A part is one when this share of its weight is in the whole, beside what the other parts take.
const PART: f32 = 0.6;
/// A part weighs at least as much as this many rare words.
const LEAST: f32 = 1.5;
/// The partner of a whole is looked for this far from its part.
const GAP: usize = 2;
/// A whole has at most this many parts.
const MOST: usize = 6;

/// Joins each free block next to the partner of its neighbour when the rest of that partner's words are in it.
pub(super) fn join(fit: &mut Fit<'_>) {
    for new in (0..fit.backward.len()).chain((0..fit.backward.len()).rev()) {
        if !fit.backward[new].is_empty() || fit.new_bags[new].weight < LEAST * fit.pair.rare {
            continue;
        }
        let near = nearest(&fit.backward, new);
        let whole = near.into_iter().map(|old| old as usize).find(|&old| {
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
        if !fit.forward[old].is_empty() || fit.old_bags[old].weight < LEAST * fit.pair.rare {
            continue;
        }
        let near = nearest(&fit.forward, old);
        let whole = near.into_iter().map(|new| new as usize).find(|&new| {
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

/// The partners of the nearest blocks before and after this one that have some. One free block may stand between: the
/// heading that a part was given when it became a clause of its own.
fn nearest(partners: &[Vec<u32>], at: usize) -> Vec<u32> {
    let last = |at: &usize| partners.get(*at)?.last().copied();
    let before = (at.saturating_sub(GAP)..at).rev().find_map(|at| last(&at));
    let after = (at + 1..=at + GAP).find_map(|at| last(&at));
    before.into_iter().chain(after).collect()
}

#[cfg(test)]
mod tests {
    use crate::clause_map::{Change, ClauseMap};
    use crate::text::Text;

    #[test]
    fn a_paragraph_is_split_by_a_heading_put_into_it() {
        const TEST: &str =
            "No system enters service until it has been tested. A system that fails is not used.";
        const WATCH: &str = "Results are broken down by the groups concerned. Anyone may report a harm.";
        let old = Text::parse_unlimited(&format!("# Evidence\n\n{TEST} {WATCH}\n"));
        let new = Text::parse_unlimited(&format!("# Evidence\n\n{TEST}\n\n# Watch\n\n{WATCH}\n"));
        let map = ClauseMap::between(&old, &new);
        let fate = map.old(1).unwrap();
        assert_eq!((fate.change, fate.others.as_slice()), (Change::Split, [1, 3].as_slice()));
        assert_eq!(map.new_clause(2).unwrap().change, Change::Added);
    }
}
