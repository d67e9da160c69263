//! How alike two bags of words are.

use std::cell::OnceCell;

use super::Pair;

/// The words of a block and their weight together. Most blocks have an equal one and are never compared, so words are
/// counted only when asked.
pub(crate) struct Bag<'a> {
    words: &'a [u32],
    counts: OnceCell<Vec<(u32, u32)>>,
    /// Of all its words together.
    pub weight: f32,
}

impl<'a> Bag<'a> {
    /// The bag of these words, by their numbers in the pair.
    pub fn new(words: &'a [u32], pair: &Pair) -> Self {
        Self { words, counts: OnceCell::new(), weight: pair.weight(words) }
    }

    /// Each word once with its count, in the order of their numbers.
    pub fn counts(&self) -> &[(u32, u32)] {
        self.counts.get_or_init(|| {
            let mut words = self.words.to_vec();
            words.sort_unstable();
            words.chunk_by(|a, b| a == b).map(|same| (same[0], same.len() as u32)).collect()
        })
    }

    /// The weight of the words both have.
    pub fn shared(&self, other: &Bag<'_>, weights: &[f32]) -> f32 {
        let (ours, theirs) = (self.counts(), other.counts());
        let (mut a, mut b, mut shared) = (0, 0, 0.0);
        while let (Some(&(x, n)), Some(&(y, m))) = (ours.get(a), theirs.get(b)) {
            match x.cmp(&y) {
                std::cmp::Ordering::Less => a += 1,
                std::cmp::Ordering::Greater => b += 1,
                std::cmp::Ordering::Equal => {
                    shared += weights[x as usize] * n.min(m) as f32;
                    a += 1;
                    b += 1;
                }
            }
        }
        shared
    }

    /// From 0 (nothing in common) to 1 (the same words).
    pub fn likeness(&self, other: &Bag<'_>, weights: &[f32]) -> f32 {
        let both = self.weight + other.weight;
        if both == 0.0 { 0.0 } else { 2.0 * self.shared(other, weights) / both }
    }

    /// The weight of our words that `whole` has beyond those that `taken` uses up.
    pub fn left_in(&self, whole: &Bag<'_>, taken: &[&Bag<'_>], weights: &[f32]) -> f32 {
        let has = |bag: &Bag<'_>, word: u32| {
            let counts = bag.counts();
            counts.binary_search_by_key(&word, |pair| pair.0).map_or(0, |at| counts[at].1)
        };
        let left = |&(word, count): &(u32, u32)| {
            let used: u32 = taken.iter().map(|bag| has(bag, word)).sum();
            weights[word as usize] * has(whole, word).saturating_sub(used).min(count) as f32
        };
        self.counts().iter().map(left).sum()
    }
}
