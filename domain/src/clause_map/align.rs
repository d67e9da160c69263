//! Joining what is alike.

use std::collections::HashMap;

use super::{fit::Fit, in_order};

/// How alike two blocks must be that stand between joined ones, from 0 to 1.
const NEAR: f32 = 0.3;
/// How alike two blocks must be that stand between joined ones, when nothing else is left there on either side.
const ALONE: f32 = 0.2;
/// How alike two blocks must be that stand anywhere.
const FAR: f32 = 0.6;
/// How much more alike than any other two blocks must be that stand anywhere.
const MARGIN: f32 = 0.1;
/// A block that begins with this many words of another, all it has, may be what is left of it.
const SEVERAL: usize = 3;
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
        cut_down(fit, &old, &new);
    }
}

/// Joins what is left of a gap where one block is the beginning of the other, or where a heading stands alone between blocks that
/// stayed: words that few others share say nothing of likeness there.
fn cut_down(fit: &mut Fit<'_>, old: &[usize], new: &[usize]) {
    let free = |sides: &[Vec<u32>], blocks: &[usize]| {
        blocks.iter().copied().filter(|&at| sides[at].is_empty()).collect::<Vec<_>>()
    };
    let (old, new) = (free(&fit.forward, old), free(&fit.backward, new));
    let alone = old.len() == 1 && new.len() == 1;
    for &a in &old {
        let begins = |&&b: &&usize| fit.free(a, b) && fit.same_kind(a, b) && begins_with(fit, a, b, alone);
        let mut found = new.iter().filter(begins);
        if let (Some(&b), None) = (found.next(), found.next()) {
            fit.join(a, b);
        }
    }
    if let ([a], [b]) = (old.as_slice(), new.as_slice())
        && fit.free(*a, *b)
        && is_heading_in_place(fit, *a, *b)
    {
        fit.join(*a, *b);
    }
}

/// Whether one of two blocks begins with all the words of the other: with several, unless nothing else is left there.
fn begins_with(fit: &Fit<'_>, old: usize, new: usize, alone: bool) -> bool {
    let (a, b) = (fit.pair.old.of_block(old), fit.pair.new.of_block(new));
    let least = if alone { 1 } else { SEVERAL };
    a.len().min(b.len()) >= least && a.iter().zip(b).all(|(a, b)| a == b)
}

/// Whether both are headings, and the blocks right above and below them became each other.
fn is_heading_in_place(fit: &Fit<'_>, old: usize, new: usize) -> bool {
    let above = match (old.checked_sub(1), new.checked_sub(1)) {
        (Some(a), Some(b)) => fit.forward[a].contains(&(b as u32)),
        (None, None) => true,
        _ => false,
    };
    let below = fit.forward.get(old + 1).is_some_and(|to| to.contains(&(new as u32 + 1)));
    fit.pair.old.prose.blocks[old].heading && fit.pair.new.prose.blocks[new].heading && above && below
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
        sides
            .iter()
            .enumerate()
            .filter(|(_, others)| others.is_empty())
            .map(|(index, _)| index)
            .collect::<Vec<_>>()
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
