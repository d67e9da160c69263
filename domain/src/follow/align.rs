//! Which word became which, inside blocks that belong together.

use std::ops::Range;

use crate::{clause_map::Joins, diff::common, pair::Pair};

/// Above this many comparisons words are aligned by runs, without weights.
const MOST: usize = 300_000;

/// For each word of some old blocks the new word it became.
#[derive(Debug, Default)]
pub(super) struct Alignment {
    /// The old words in order, as ranges, each with where its words begin in the lists below.
    parts: Vec<(Range<u32>, usize)>,
    to: Vec<Option<u32>>,
    /// Of each word: the image of the nearest followed word before it, and after it.
    before: Vec<Option<u32>>,
    after: Vec<Option<u32>>,
    targets: Vec<Range<u32>>,
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

    /// Aligns the words of some old ranges with those of some new ones, rare words first.
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
        let starts = old.iter().scan(0, |start, range| {
            *start += range.len();
            Some((range.clone(), *start - range.len()))
        });
        let parts = starts.collect();
        let (before, after) = (nearest(to.iter()), nearest(to.iter().rev()).into_iter().rev().collect());
        Self { parts, to, before, after, targets: new.to_vec() }
    }

    fn at(&self, word: u32) -> Option<usize> {
        let (range, start) = self.parts.iter().find(|(range, _)| range.contains(&word))?;
        Some(start + (word - range.start) as usize)
    }

    /// The new word that an old word became; none for one that went, or is not in these blocks.
    pub fn to(&self, word: u32) -> Option<u32> {
        self.to[self.at(word)?]
    }

    /// All followed words with their images.
    pub fn images(&self) -> impl Iterator<Item = u32> + '_ {
        self.to.iter().copied().flatten()
    }

    /// The new words between the images of what stood before and after these words; nothing when there are no new blocks.
    pub fn gap(&self, words: &Range<u32>) -> Option<Range<u32>> {
        let (first, last) = (self.targets.first()?, self.targets.last()?);
        let start = self.at(words.start).and_then(|at| self.before[at]).map_or(first.start, |at| at + 1);
        let end = self.at(words.end.saturating_sub(1)).and_then(|at| self.after[at]).unwrap_or(last.end);
        Some(start..end.max(start))
    }
}

/// For each word the last image that came before it.
fn nearest<'a>(to: impl Iterator<Item = &'a Option<u32>>) -> Vec<Option<u32>> {
    let mut last = None;
    let seen = to.map(|image| {
        let before = last;
        last = image.or(last);
        before
    });
    seen.collect()
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
