//! Joining what is alike.

use std::collections::HashMap;

use super::{fit::Fit, in_order};

/// Between two joined neighbours this much likeness is enough,
const NEAR: f32 = 0.3;
/// and this much when nothing else is left there on either side.
const ALONE: f32 = 0.2;
/// Elsewhere it takes this much,
const FAR: f32 = 0.6;
/// and this much more than the next best.
const MARGIN: f32 = 0.1;
/// Above this many pairs in a gap only blocks that share a rare word are compared.
const ALL_PAIRS: usize = 4096;
/// A word is rare when at most this many blocks of a gap have it.
const RARE: usize = 12;

/// Joins the free blocks between joined ones that are in order, keeping the order.
pub(super) fn between(fit: &mut Fit<'_>) {
    for (old, new) in gaps(fit) {
        let (few, threshold) = (old.len() == 1 && new.len() == 1, NEAR);
        let threshold = if few { ALONE } else { threshold };
        let mut pairs: Vec<(u32, u32, f32)> = candidates(fit, &old, &new)
            .into_iter()
            .filter(|&(a, b)| fit.same_kind(a, b))
            .filter_map(|(a, b)| {
                Some((a as u32, b as u32, Some(fit.likeness(a, b)).filter(|alike| *alike >= threshold)?))
            })
            .map(|(a, b, alike)| (a, b, alike * alike * (1.0 + fit.old_bags[a as usize].weight).ln()))
            .collect();
        // The same old block must not follow itself: with later partners first, only one of them can be in order.
        pairs.sort_unstable_by(|x, y| x.0.cmp(&y.0).then(y.1.cmp(&x.1)));
        let kept = in_order(&pairs);
        for (&(a, b, _), _) in pairs.iter().zip(kept).filter(|(_, kept)| *kept) {
            if fit.free(a as usize, b as usize) {
                fit.join(a as usize, b as usize);
            }
        }
    }
}

/// The free blocks on both sides of each gap between joined blocks that are in order.
fn gaps(fit: &Fit<'_>) -> Vec<(Vec<usize>, Vec<usize>)> {
    let joined: Vec<_> = fit
        .forward
        .iter()
        .enumerate()
        .filter_map(|(a, to)| Some((a as u32, *to.first()?, fit.old_bags[a].weight.sqrt())))
        .collect();
    let kept = in_order(&joined);
    let fixed =
        joined.iter().zip(kept).filter(|(_, kept)| *kept).map(|(pair, _)| (pair.0 as usize, pair.1 as usize));
    let (mut a, mut b, mut gaps) = (0, 0, Vec::new());
    for (x, y) in fixed.chain([(fit.forward.len(), fit.backward.len())]) {
        let old: Vec<usize> = (a..x).filter(|&at| fit.forward[at].is_empty()).collect();
        let new: Vec<usize> = (b..y).filter(|&at| fit.backward[at].is_empty()).collect();
        if !old.is_empty() && !new.is_empty() {
            gaps.push((old, new));
        }
        (a, b) = (x + 1, y + 1);
    }
    gaps
}

fn candidates(fit: &Fit<'_>, old: &[usize], new: &[usize]) -> Vec<(usize, usize)> {
    if old.len() * new.len() <= ALL_PAIRS {
        return old.iter().flat_map(|&a| new.iter().map(move |&b| (a, b))).collect();
    }
    let mut having: HashMap<u32, Vec<usize>> = HashMap::new();
    for &b in new {
        fit.new_bags[b].counts().iter().for_each(|(word, _)| having.entry(*word).or_default().push(b));
    }
    let mut pairs = Vec::new();
    for &a in old {
        let rare = fit.old_bags[a]
            .counts()
            .iter()
            .filter_map(|(word, _)| having.get(word))
            .filter(|blocks| blocks.len() <= RARE);
        let mut near: Vec<usize> = rare.flatten().copied().collect();
        near.sort_unstable();
        let mut counted: Vec<(usize, usize)> =
            near.chunk_by(|x, y| x == y).map(|same| (same.len(), same[0])).collect();
        counted.sort_unstable_by(|x, y| y.cmp(x));
        pairs.extend(counted.into_iter().take(8).map(|(_, b)| (a, b)));
    }
    pairs
}

/// Joins free blocks wherever they stand that are very alike and clearly more alike than any other.
pub(super) fn anywhere(fit: &mut Fit<'_>) {
    let free = |sides: &[Vec<u32>]| {
        sides.iter().enumerate().filter(|(_, others)| others.is_empty()).map(|(at, _)| at).collect::<Vec<_>>()
    };
    let (old, new) = (free(&fit.forward), free(&fit.backward));
    let scored = candidates(fit, &old, &new).into_iter().filter(|&(a, b)| fit.same_kind(a, b));
    let mut scored: Vec<(f32, usize, usize)> =
        scored.map(|(a, b)| (fit.likeness(a, b), a, b)).filter(|pair| pair.0 >= FAR - MARGIN).collect();
    scored.sort_by(|x, y| y.0.total_cmp(&x.0).then(x.1.cmp(&y.1)).then(x.2.cmp(&y.2)));
    let mut best: HashMap<(bool, usize), [f32; 2]> = HashMap::new();
    for &(alike, a, b) in &scored {
        for side in [(true, a), (false, b)] {
            let top = best.entry(side).or_default();
            *top = if alike > top[0] { [alike, top[0]] } else { [top[0], top[1].max(alike)] };
        }
    }
    let clear = |side: (bool, usize), alike: f32| {
        best.get(&side).is_some_and(|top| top[0] <= alike && top[1] + MARGIN <= alike)
    };
    let sure: Vec<_> = scored
        .iter()
        .filter(|&&(alike, a, b)| alike >= FAR && clear((true, a), alike) && clear((false, b), alike))
        .copied()
        .collect();
    for (_, a, b) in sure {
        if fit.free(a, b) {
            fit.join(a, b);
        }
    }
}
