//! Which typed chunk is which chunk of the source.

use super::rewrite::likeness;
use crate::diff::common;

/// From here on two chunks are the same one, reworded.
const ALIKE: f32 = 0.4;

/// More pairs than this are not weighed one by one.
const MOST_PAIRS: usize = 20_000;

/// The pairs of old and typed chunks, in order. What is left between two pairs stands on one side only.
pub(super) fn pairs(old: &[String], typed: &[String]) -> Vec<(usize, usize)> {
    let even = |text: &String| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let (a, b): (Vec<_>, Vec<_>) = (old.iter().map(even).collect(), typed.iter().map(even).collect());
    let mut pairs = Vec::new();
    let (mut x, mut y) = (0, 0);
    for (i, j, count) in common(&a, &b).into_iter().chain([(a.len(), b.len(), 0)]) {
        pairs.extend(gap(&a[x..i], &b[y..j]).into_iter().map(|(from, to)| (x + from, y + to)));
        pairs.extend((0..count).map(|step| (i + step, j + step)));
        (x, y) = (i + count, j + count);
    }
    pairs
}

/// The pairs between two equal chunks: those that are alike, and what is left in order.
fn gap(old: &[String], typed: &[String]) -> Vec<(usize, usize)> {
    let alike =
        if old.len().saturating_mul(typed.len()) > MOST_PAIRS { Vec::new() } else { alike(old, typed) };
    let mut pairs = Vec::new();
    let (mut x, mut y) = (0, 0);
    for (i, j) in alike.into_iter().chain([(old.len(), typed.len())]) {
        pairs.extend((x..i).zip(y..j));
        if i < old.len() && j < typed.len() {
            pairs.push((i, j));
        }
        (x, y) = (i + 1, j + 1);
    }
    pairs
}

/// The pairs in order that are together the most alike.
fn alike(old: &[String], typed: &[String]) -> Vec<(usize, usize)> {
    let width = typed.len() + 1;
    let like: Vec<f32> = old.iter().flat_map(|one| typed.iter().map(|other| likeness(one, other))).collect();
    let like = |i: usize, j: usize| Some(like[i * typed.len() + j]).filter(|like| *like >= ALIKE);
    let mut best = vec![0.0_f32; (old.len() + 1) * width];
    for i in (0..old.len()).rev() {
        for j in (0..typed.len()).rev() {
            let (skip_old, skip_typed) = (best[(i + 1) * width + j], best[i * width + j + 1]);
            let both = like(i, j).map_or(0.0, |like| like + best[(i + 1) * width + j + 1]);
            best[i * width + j] = skip_old.max(skip_typed).max(both);
        }
    }
    let (mut i, mut j, mut pairs) = (0, 0, Vec::new());
    while i < old.len() && j < typed.len() {
        let here = best[i * width + j];
        match like(i, j) {
            Some(like) if like + best[(i + 1) * width + j + 1] >= here => {
                pairs.push((i, j));
                (i, j) = (i + 1, j + 1);
            }
            _ if best[(i + 1) * width + j] >= here => i += 1,
            _ => j += 1,
        }
    }
    pairs
}
