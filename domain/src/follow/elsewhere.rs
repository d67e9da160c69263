//! Finding words that left their block: lines of the new text that come from no equal line and hold most of the words meant.

use std::{collections::HashMap, ops::Range};

use super::{Follow, Meant, align::Alignment, cluster::Cluster};
use crate::pair::Pair;

/// Where each rare word stands among the new lines that are not explained by an equal old one.
pub(super) struct Index {
    lines: HashMap<u32, Vec<u32>>,
}

/// A word in more lines than this says little.
const RARE: usize = 12;
/// Words whose place is lost are not looked for when they weigh less than this many rare words.
pub(super) const LEAST: f32 = 2.5;
/// A place is taken when it holds this share of the words, and this much more than the next best.
const ENOUGH: f32 = 0.6;
const MARGIN: f32 = 0.15;

impl Index {
    fn of(pair: &Pair) -> Self {
        let mut lines: HashMap<u32, Vec<u32>> = HashMap::new();
        for line in 0..pair.line_from.len() {
            if pair.line_from[line].is_none() {
                for &word in pair.new.of_line(line) {
                    let places = lines.entry(word).or_default();
                    if places.last() != Some(&(line as u32)) && places.len() <= RARE {
                        places.push(line as u32);
                    }
                }
            }
        }
        Self { lines }
    }
}

impl Follow {
    /// The place that holds most of the words, unless another block claims it, and the next best when it is nearly as good. Nothing
    /// for words that weigh less than `least` rare ones.
    pub(super) fn found_elsewhere(&self, meant: &Meant, least: f32) -> Option<(Cluster, Option<Cluster>)> {
        let words = self.pair.old.slice(&meant.words);
        if self.pair.weight(words) < least * self.pair.rare {
            return None;
        }
        let index = self.elsewhere.get_or_init(|| Index::of(&self.pair));
        let mut votes: HashMap<u32, f32> = HashMap::new();
        for word in words {
            for &line in index.lines.get(word).filter(|lines| lines.len() <= RARE).into_iter().flatten() {
                *votes.entry(line).or_default() += self.pair.weights[*word as usize];
            }
        }
        let mut votes: Vec<(u32, f32)> = votes.into_iter().collect();
        votes.sort_by(|x, y| y.1.total_cmp(&x.1).then(x.0.cmp(&y.0)));
        let mut tried: Vec<(Range<u32>, Cluster)> = Vec::new();
        for (line, _) in votes.into_iter().take(4) {
            let window = self.window(line, meant.words.len() as u32);
            if tried.iter().any(|(seen, _)| seen.start < window.end && window.start < seen.end) {
                continue;
            }
            let alignment = Alignment::of_words(
                &self.pair,
                std::slice::from_ref(&meant.words),
                std::slice::from_ref(&window),
            );
            let to: Vec<_> =
                meant.words.clone().map(|word| alignment.to(word).map(|to| (to, false))).collect();
            tried.push((window, self.cluster(meant, &to)));
        }
        let good = tried.into_iter().filter(|(_, cluster)| cluster.kept >= ENOUGH - MARGIN);
        let mut good: Vec<Cluster> = good.filter_map(|(_, cluster)| self.unclaimed(meant, cluster)).collect();
        good.sort_by(|x, y| y.kept.total_cmp(&x.kept));
        let mut good = good.into_iter();
        let best = good.next().filter(|best| best.kept >= ENOUGH)?;
        let next = good.next().filter(|next| next.kept + MARGIN > best.kept);
        Some((best, next))
    }

    /// The words around a new line in its block, as far as the words meant reach.
    fn window(&self, line: u32, length: u32) -> Range<u32> {
        let prose = &self.pair.new.prose;
        let line = &prose.lines[line as usize];
        let block = &prose.blocks[line.block as usize].words;
        line.words.start.saturating_sub(length).max(block.start)..(line.words.end + length).min(block.end)
    }
}
