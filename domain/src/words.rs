//! Words as numbers, and how much each weighs.

use std::collections::HashMap;

use unicode_segmentation::UnicodeSegmentation;

use crate::text::normalise;

/// Numbers the words of two texts so that equal words have equal numbers; case and typography do not matter.
#[derive(Default)]
pub(crate) struct Lexicon {
    numbers: HashMap<String, u32>,
}

impl Lexicon {
    /// The words of a text, in order.
    pub fn read(&mut self, text: &str) -> Vec<u32> {
        normalise(text).unicode_words().map(|word| self.number(word)).collect()
    }

    fn number(&mut self, word: &str) -> u32 {
        let next = self.numbers.len() as u32;
        *self.numbers.entry(word.to_lowercase()).or_insert(next)
    }

    pub fn len(&self) -> usize {
        self.numbers.len()
    }
}

/// The words of a clause, each once with its count, and their weight together.
pub(crate) struct Bag {
    pub counts: Vec<(u32, u32)>,
    pub weight: f32,
}

impl Bag {
    pub fn new(mut words: Vec<u32>, weights: &[f32]) -> Self {
        words.sort_unstable();
        let counts: Vec<_> = words.chunk_by(|a, b| a == b).map(|same| (same[0], same.len() as u32)).collect();
        let weight = counts.iter().map(|&(word, count)| weights[word as usize] * count as f32).sum();
        Self { counts, weight }
    }

    /// The weight of the words both have.
    pub fn shared(&self, other: &Self, weights: &[f32]) -> f32 {
        let (mut a, mut b, mut shared) = (self.counts.iter().peekable(), other.counts.iter().peekable(), 0.0);
        while let (Some(&&(x, n)), Some(&&(y, m))) = (a.peek(), b.peek()) {
            match x.cmp(&y) {
                std::cmp::Ordering::Less => drop(a.next()),
                std::cmp::Ordering::Greater => drop(b.next()),
                std::cmp::Ordering::Equal => {
                    shared += weights[x as usize] * n.min(m) as f32;
                    a.next();
                    b.next();
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
}

/// A rare word weighs more: the logarithm of how few of the clauses have it.
pub(crate) fn weights<'a>(words: usize, clauses: impl Iterator<Item = &'a Vec<u32>>) -> Vec<f32> {
    let mut having = vec![0_u32; words];
    let mut seen = vec![u32::MAX; words];
    let mut count = 0;
    for clause in clauses {
        for &word in clause {
            if seen[word as usize] != count {
                seen[word as usize] = count;
                having[word as usize] += 1;
            }
        }
        count += 1;
    }
    having.into_iter().map(|n| (1.0 + count as f32 / n.max(1) as f32).ln()).collect()
}

/// The words of a text with the characters they take; case and typography do not matter.
pub(crate) fn positions(text: &str) -> Vec<(String, std::ops::Range<u32>)> {
    let (mut byte, mut at) = (0, 0);
    let words = text.unicode_word_indices().map(|(start, word)| {
        at += text[byte..start].chars().count() as u32;
        let from = at;
        at += word.chars().count() as u32;
        byte = start + word.len();
        (normalise(word).to_lowercase(), from..at)
    });
    words.collect()
}
