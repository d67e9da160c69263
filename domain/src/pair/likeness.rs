//! How alike two bags of words are.

use super::Pair;

/// The words of a block, each once with its count, and their weight together.
pub(crate) struct Bag {
    pub counts: Vec<(u32, u32)>,
    pub weight: f32,
}

impl Bag {
    pub fn new(words: &[u32], pair: &Pair) -> Self {
        let mut words = words.to_vec();
        words.sort_unstable();
        let counts: Vec<_> = words.chunk_by(|a, b| a == b).map(|same| (same[0], same.len() as u32)).collect();
        let weight = counts.iter().map(|&(word, count)| pair.weights[word as usize] * count as f32).sum();
        Self { counts, weight }
    }

    /// The weight of the words both have.
    pub fn shared(&self, other: &Self, weights: &[f32]) -> f32 {
        let (mut a, mut b, mut shared) = (0, 0, 0.0);
        while let (Some(&(x, n)), Some(&(y, m))) = (self.counts.get(a), other.counts.get(b)) {
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
    pub fn likeness(&self, other: &Self, weights: &[f32]) -> f32 {
        let both = self.weight + other.weight;
        if both == 0.0 { 0.0 } else { 2.0 * self.shared(other, weights) / both }
    }

    /// The weight of our words that `whole` has beyond those that `taken` uses up.
    pub fn left_in(&self, whole: &Self, taken: &[&Self], weights: &[f32]) -> f32 {
        let has = |bag: &Self, word: u32| {
            bag.counts.binary_search_by_key(&word, |pair| pair.0).map_or(0, |at| bag.counts[at].1)
        };
        let left = |&(word, count): &(u32, u32)| {
            let used: u32 = taken.iter().map(|bag| has(bag, word)).sum();
            weights[word as usize] * has(whole, word).saturating_sub(used).min(count) as f32
        };
        self.counts.iter().map(left).sum()
    }
}
