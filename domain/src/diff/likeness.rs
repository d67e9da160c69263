//! Which lines stand beside each other where no line is equal: those that have the most words in common.

use std::ops::Range;

use super::rows::Said;
use crate::{text::uniform, words::each};

/// Above this many pairs of lines between two equal ones, none of them are paired.
const MOST_PAIRS: usize = 250_000;
/// How many lines can become one, where the ends of sentences moved,
const MOST_JOINED: usize = 4;
/// How alike such lines must be,
const JOINED: f32 = 0.6;
/// and how much more alike than one of them alone.
const BETTER: f32 = 0.08;

/// One step through the lines of both sides: how many of each stand beside each other.
type Step = (usize, usize);

/// The lines between two equal ones, in rows: the stretches of each side.
pub(super) fn between(old: &[Said<'_>], new: &[Said<'_>]) -> Vec<(Range<usize>, Range<usize>)> {
    if old.len() == 1 && new.len() == 1 {
        return vec![(0..1, 0..1)];
    }
    if old.is_empty() || new.is_empty() || old.len() * new.len() > MOST_PAIRS {
        let gone = (0..old.len()).map(|at| (at..at + 1, 0..0));
        let come = (0..new.len()).map(|at| (old.len()..old.len(), at..at + 1));
        return gone.chain(come).collect();
    }
    let (best, wide) = (best(&Likeness::new(old, new)), new.len() + 1);
    let (mut i, mut j, mut rows) = (0, 0, Vec::new());
    while i < old.len() || j < new.len() {
        let (x, y) = best[i * wide + j].1;
        rows.push((i..i + x, j..j + y));
        (i, j) = (i + x, j + y);
    }
    rows
}

/// From each pair of places, how alike the lines after it can be, and the first step to that.
fn best(likeness: &Likeness) -> Vec<(f32, Step)> {
    let (olds, news) = (likeness.old.len(), likeness.new.len());
    let wide = news + 1;
    let mut best: Vec<(f32, Step)> = vec![(0.0, (0, 0)); (olds + 1) * wide];
    for i in (0..=olds).rev() {
        for j in (0..=news).rev() {
            let mut top = (0.0, (0, 0));
            let mut offer = |alike: f32, step: Step| {
                let sum = alike + best[(i + step.0) * wide + j + step.1].0;
                if top.1 == (0, 0) || sum > top.0 {
                    top = (sum, step);
                }
            };
            if i < olds && j < news {
                likeness.steps(i, j, &mut offer);
            }
            if i < olds {
                offer(0.0, (1, 0));
            }
            if j < news {
                offer(0.0, (0, 1));
            }
            best[i * wide + j] = top;
        }
    }
    best
}

/// How alike lines are; only those that share a good part of their words may be paired.
struct Likeness {
    old: Vec<Bag>,
    new: Vec<Bag>,
}

/// The words of a line in the order of their keys, and its clause.
struct Bag {
    words: Vec<u64>,
    clause: u32,
}

impl Likeness {
    fn new(old: &[Said<'_>], new: &[Said<'_>]) -> Self {
        let bag = |said: &Said<'_>| {
            let mut words = Vec::new();
            each(&uniform(said.words), |_, key| words.push(key));
            words.sort_unstable();
            Bag { words, clause: said.line.clause }
        };
        Self { old: old.iter().map(bag).collect(), new: new.iter().map(bag).collect() }
    }

    /// The ways to put lines from these on beside each other: one beside one, and several of a clause beside one.
    fn steps(&self, i: usize, j: usize, offer: &mut impl FnMut(f32, Step)) {
        let (a, b) = (&self.old[i], &self.new[j]);
        let shared = shared(&a.words, &b.words);
        if shared == 0 {
            return;
        }
        let alike = alike(shared, a.words.len() + b.words.len());
        if alike >= 0.35 {
            offer(alike, (1, 1));
        }
        for count in 2..=MOST_JOINED {
            if let Some(alike) = joins(self.old.get(i..i + count), b, alike) {
                offer(alike, (count, 1));
            }
            if let Some(alike) = joins(self.new.get(j..j + count), a, alike) {
                offer(alike, (1, count));
            }
        }
    }
}

/// How alike several lines of one clause together are to one line, when each of them has a share in it.
fn joins(parts: Option<&[Bag]>, whole: &Bag, one: f32) -> Option<f32> {
    let parts = parts?;
    let together = parts.iter().all(|part| part.clause == parts[0].clause);
    if !together || parts.iter().any(|part| shared(&part.words, &whole.words) == 0) {
        return None;
    }
    let mut words: Vec<u64> = parts.iter().flat_map(|part| part.words.iter().copied()).collect();
    words.sort_unstable();
    let alike = alike(shared(&words, &whole.words), words.len() + whole.words.len());
    (alike >= JOINED && alike > one + BETTER).then_some(alike - BETTER)
}

fn alike(shared: usize, both: usize) -> f32 {
    2.0 * shared as f32 / both.max(1) as f32
}

fn shared(a: &[u64], b: &[u64]) -> usize {
    let (mut x, mut y, mut shared) = (0, 0, 0);
    while x < a.len() && y < b.len() {
        match a[x].cmp(&b[y]) {
            std::cmp::Ordering::Less => x += 1,
            std::cmp::Ordering::Greater => y += 1,
            std::cmp::Ordering::Equal => (x, y, shared) = (x + 1, y + 1, shared + 1),
        }
    }
    shared
}
