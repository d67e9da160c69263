//! Which word became which, inside blocks that belong together.

use std::ops::Range;

use crate::{clause_map::Joins, diff::common, pair::Pair};

/// Above this many comparisons words are aligned by runs, without weights.
const MOST: usize = 300_000;

/// For each word of some old blocks the new word it became.
#[derive(Debug, Default)]
pub(super) struct Alignment {
    /// Old word ranges with the new word of each word in them.
    parts: Vec<(Range<u32>, Vec<Option<u32>>)>,
    pub targets: Vec<Range<u32>>,
}

impl Alignment {
    /// Aligns a block, and what was merged with it, with all that it became.
    pub fn of_block(pair: &Pair, joins: &Joins, block: u32) -> Self {
        let targets = &joins.forward[block as usize];
        let sources = match targets.as_slice() {
            [one] => joins.backward[*one as usize].as_slice(),
            _ => &[block],
        };
        let old: Vec<_> =
            sources.iter().map(|&at| pair.old.prose.blocks[at as usize].words.clone()).collect();
        let new: Vec<_> =
            targets.iter().map(|&at| pair.new.prose.blocks[at as usize].words.clone()).collect();
        if old.is_empty() {
            Self::of_words(pair, &[pair.old.prose.blocks[block as usize].words.clone()], &new)
        } else {
            Self::of_words(pair, &old, &new)
        }
    }

    pub fn of_words(pair: &Pair, old: &[Range<u32>], new: &[Range<u32>]) -> Self {
        let x: Vec<u32> = old.iter().cloned().flatten().collect();
        let y: Vec<u32> = new.iter().cloned().flatten().collect();
        let words = |side: &crate::pair::Side, at: &[u32]| {
            at.iter().map(|&at| side.words[at as usize]).collect::<Vec<_>>()
        };
        let (a, b) = (words(&pair.old, &x), words(&pair.new, &y));
        let mut to = vec![None; x.len()];
        for (from, at) in matches(&a, &b, &pair.weights) {
            to[from] = Some(y[at]);
        }
        let mut rest = to.into_iter();
        let parts =
            old.iter().map(|range| (range.clone(), rest.by_ref().take(range.len()).collect())).collect();
        Self { parts, targets: new.to_vec() }
    }

    pub fn to(&self, word: u32) -> Option<u32> {
        let (range, to) = self.parts.iter().find(|(range, _)| range.contains(&word))?;
        to[(word - range.start) as usize]
    }

    /// The new words between the images of what stood before and after these words; nothing when there are no new blocks.
    pub fn gap(&self, words: &Range<u32>) -> Option<Range<u32>> {
        let images = |wanted: &dyn Fn(u32) -> bool| {
            let of = move |(range, to): &(Range<u32>, Vec<Option<u32>>)| {
                range.clone().zip(to.clone()).collect::<Vec<_>>()
            };
            self.parts
                .iter()
                .flat_map(of)
                .filter(|(word, _)| wanted(*word))
                .filter_map(|(_, to)| to)
                .collect::<Vec<_>>()
        };
        let (first, last) = (self.targets.first()?, self.targets.last()?);
        let start = images(&|word| word < words.start).last().map_or(first.start, |at| at + 1);
        let end = images(&|word| word >= words.end).first().copied().unwrap_or(last.end);
        Some(start..end.max(start))
    }
}

/// The pairs of equal words, in order, that weigh most; words next to each other on both sides count more.
fn matches(old: &[u32], new: &[u32], weights: &[f32]) -> Vec<(usize, usize)> {
    let before = old.iter().zip(new).take_while(|(a, b)| a == b).count();
    let after =
        old[before..].iter().rev().zip(new[before..].iter().rev()).take_while(|(a, b)| a == b).count();
    let (a, b) = (&old[before..old.len() - after], &new[before..new.len() - after]);
    let middle = if a.len() * b.len() <= MOST {
        heaviest(a, b, weights)
    } else {
        common(a, b)
            .into_iter()
            .flat_map(|(x, y, count)| (0..count).map(move |step| (x + step, y + step)))
            .collect()
    };
    let head = (0..before).map(|at| (at, at));
    let tail = (0..after).map(|at| (old.len() - after + at, new.len() - after + at));
    head.chain(middle.into_iter().map(|(x, y)| (before + x, before + y))).chain(tail).collect()
}

/// What a word gains by following the one before it on both sides.
const TOGETHER: f32 = 1.5;

fn heaviest(a: &[u32], b: &[u32], weights: &[f32]) -> Vec<(usize, usize)> {
    let wide = b.len() + 1;
    let mut best = vec![0.0_f32; 2 * wide];
    let mut run = vec![f32::NEG_INFINITY; 2 * wide];
    // What led to each cell: bit 1 a match here, bit 2 from above rather than from the left, bit 4 the match goes on a run.
    let mut steps = vec![0_u8; (a.len() + 1) * wide];
    for i in 1..=a.len() {
        let (now, last) = ((i % 2) * wide, ((i + 1) % 2) * wide);
        (best[now], run[now]) = (0.0, f32::NEG_INFINITY);
        for j in 1..=b.len() {
            let (above, left) = (best[last + j], best[now + j - 1]);
            let (mut top, mut step) = if above >= left { (above, 2) } else { (left, 0) };
            run[now + j] = f32::NEG_INFINITY;
            if a[i - 1] == b[j - 1] {
                let (fresh, on) = (best[last + j - 1], run[last + j - 1] + TOGETHER);
                let matched = weights[a[i - 1] as usize] + fresh.max(on);
                run[now + j] = matched;
                step |= if on > fresh { 4 } else { 0 };
                if matched >= top {
                    (top, step) = (matched, step | 1);
                }
            }
            best[now + j] = top;
            steps[i * wide + j] = step;
        }
    }
    trace(&steps, a.len(), b.len())
}

fn trace(steps: &[u8], mut i: usize, mut j: usize) -> Vec<(usize, usize)> {
    let wide = j + 1;
    let (mut pairs, mut bound) = (Vec::new(), false);
    while i > 0 && j > 0 {
        let step = steps[i * wide + j];
        if bound || step & 1 == 1 {
            pairs.push((i - 1, j - 1));
            bound = step & 4 == 4;
            (i, j) = (i - 1, j - 1);
        } else if step & 2 == 2 {
            i -= 1;
        } else {
            j -= 1;
        }
    }
    pairs.reverse();
    pairs
}
