//! Two texts side by side: their words by common numbers, how much each word weighs, and which lines are equal.

mod equal_lines;
mod likeness;

use std::ops::Range;

use crate::{prose::Prose, words::ByKey};

pub(crate) use likeness::Bag;

/// Everything about two texts that finding clauses and placing anchors share.
pub(crate) struct Pair {
    pub old: Side,
    pub new: Side,
    /// By word number: rare words weigh more.
    pub weights: Vec<f32>,
    /// The weight of a word that one block of each text has: what other weights are measured by.
    pub rare: f32,
    /// For each old line the equal new line that it became.
    pub line_to: Vec<Option<u32>>,
    /// For each new line the old one.
    pub line_from: Vec<Option<u32>>,
}

/// One of the two texts, with its words by their numbers.
pub(crate) struct Side {
    pub prose: Prose,
    /// The number of each word.
    pub words: Vec<u32>,
}

impl Pair {
    /// Numbers the words of both texts, weighs them by how few blocks have them, and pairs the equal lines.
    pub fn new(old: Prose, new: Prose) -> Self {
        let room = (old.words.len() + new.words.len()) / 32;
        let mut numbers: ByKey<u32> = ByKey::with_capacity_and_hasher(room, Default::default());
        let mut number = |prose: Prose| {
            let words = prose.words.iter().map(|&key| {
                let next = numbers.len() as u32;
                *numbers.entry(key).or_insert(next)
            });
            let words = words.collect();
            Side { prose, words }
        };
        let (old, new) = (number(old), number(new));
        let weights = weights(numbers.len(), &old, &new);
        let rare = rarity(blocks(&old) + blocks(&new), 2);
        let mut pair = Self { old, new, weights, rare, line_to: Vec::new(), line_from: Vec::new() };
        (pair.line_to, pair.line_from) = equal_lines::find(&pair);
        pair
    }

    /// The weights of some words, by their numbers, added up.
    pub fn weight(&self, words: &[u32]) -> f32 {
        words.iter().map(|&word| self.weights[word as usize]).sum()
    }
}

impl Side {
    /// The numbers of the words of a block.
    pub fn of_block(&self, block: usize) -> &[u32] {
        self.slice(&self.prose.blocks[block].words)
    }

    /// The numbers of the words of a line, counted from 0.
    pub fn of_line(&self, line: usize) -> &[u32] {
        self.slice(&self.prose.lines[line].words)
    }

    /// The numbers of the words in a range.
    pub fn slice(&self, words: &Range<u32>) -> &[u32] {
        &self.words[words.start as usize..words.end as usize]
    }
}

/// The logarithm of how few of the blocks have a word.
fn rarity(blocks: usize, having: u32) -> f32 {
    (1.0 + blocks.max(8) as f32 / (having.max(1) as f32 + 1.0)).ln()
}

fn blocks(side: &Side) -> usize {
    side.prose.blocks.len()
}

fn weights(count: usize, old: &Side, new: &Side) -> Vec<f32> {
    let mut having = vec![0_u32; count];
    let mut seen = vec![usize::MAX; count];
    let mut number = 0;
    for side in [old, new] {
        for block in 0..blocks(side) {
            for &word in side.of_block(block) {
                if seen[word as usize] != number {
                    seen[word as usize] = number;
                    having[word as usize] += 1;
                }
            }
            number += 1;
        }
    }
    having.into_iter().map(|having| rarity(number, having)).collect()
}
