//! What stayed in order, and what moved.

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
