//! What stayed in order, and what moved.

use crate::words::ByKey;

/// What weighs nothing still counts, or a rule between paragraphs would seem to have moved.
const LEAST: f64 = 1e-6;

/// Of pairs sorted by their first number (equal ones by falling second), marks those that keep the order of the second: the heaviest such run.
pub(crate) fn in_order(pairs: &[(u32, u32, f32)]) -> Vec<bool> {
    if pairs.is_sorted_by(|one, next| one.1 < next.1) {
        return vec![true; pairs.len()];
    }
    let width = pairs.iter().map(|pair| pair.1 as usize + 2).max().unwrap_or(1);
    let mut best: Vec<(f64, usize)> = vec![(0.0, usize::MAX); width];
    let mut before = vec![usize::MAX; pairs.len()];
    let mut top = (0.0, usize::MAX);
    for (at, &(_, to, weight)) in pairs.iter().enumerate() {
        let (sum, last) = prefix_best(&best, to as usize);
        before[at] = last;
        let sum = sum + f64::from(weight).max(LEAST);
        if sum > top.0 {
            top = (sum, at);
        }
        raise(&mut best, to as usize + 1, (sum, at));
    }
    let mut kept = vec![false; pairs.len()];
    let mut at = top.1;
    while let Some(mark) = kept.get_mut(at) {
        *mark = true;
        at = before[at];
    }
    kept
}

/// The best sum among positions below `end` (a Fenwick tree of maxima).
fn prefix_best(tree: &[(f64, usize)], end: usize) -> (f64, usize) {
    let (mut at, mut best) = (end, (0.0, usize::MAX));
    while at > 0 {
        if tree[at].0 > best.0 {
            best = tree[at];
        }
        at &= at - 1;
    }
    best
}

fn raise(tree: &mut [(f64, usize)], from: usize, value: (f64, usize)) {
    let mut at = from;
    while at < tree.len() {
        if value.0 > tree[at].0 {
            tree[at] = value;
        }
        at += at & at.wrapping_neg();
    }
}

/// What has the same key and is in order: what stands once on both sides, the weightier first, and its equal neighbours.
pub(crate) fn equal_in_order(old: &[u64], new: &[u64], weight: impl Fn(usize) -> f32) -> Vec<(u32, u32)> {
    let (mut a, mut b, mut pairs) = (0, 0, Vec::with_capacity(new.len()));
    for (x, y) in equal_once(old, new, weight).into_iter().chain([(old.len(), new.len())]) {
        let most = (x - a).min(y - b);
        let down = (0..most).take_while(|step| old[a + step] == new[b + step]).count();
        let up = (1..=most - down).take_while(|step| old[x - step] == new[y - step]).count();
        pairs.extend((0..down).map(|step| ((a + step) as u32, (b + step) as u32)));
        pairs.extend((1..=up).rev().map(|step| ((x - step) as u32, (y - step) as u32)));
        pairs.push((x as u32, y as u32));
        (a, b) = (x + 1, y + 1);
    }
    pairs.pop();
    pairs
}

/// What stands once on both sides, in order.
fn equal_once(old: &[u64], new: &[u64], weight: impl Fn(usize) -> f32) -> Vec<(usize, usize)> {
    let mut seen: ByKey<[Option<u32>; 4]> =
        ByKey::with_capacity_and_hasher(old.len() + new.len(), Default::default());
    for (side, keys) in [(0, old), (2, new)] {
        for (index, key) in (0..).zip(keys) {
            let places = seen.entry(*key).or_default();
            let second = usize::from(places[side].is_some());
            places[side + second] = Some(index);
        }
    }
    let lone = |key: &u64| match seen.get(key) {
        Some([Some(a), None, Some(b), None]) => Some((*a, *b, weight(*a as usize))),
        _ => None,
    };
    let pairs: Vec<_> = old.iter().filter_map(lone).collect();
    let kept = in_order(&pairs);
    let kept = pairs.iter().zip(kept).filter(|(_, kept)| *kept);
    kept.map(|(pair, _)| (pair.0 as usize, pair.1 as usize)).collect()
}
