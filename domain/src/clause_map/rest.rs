//! What is left of two texts without the clauses that stayed: so much less is spelled and compared.

use super::{ClauseMap, Joins, equal_in_order, fates, fit};
use crate::{
    pair::Pair,
    prose::Prose,
    text::{Clause, Text},
};

/// How many equal clauses are compared on either side of what changed: parts of what was split or merged are looked for this far.
const MARGIN: usize = 3;

/// Texts with fewer clauses than this together are compared whole: the rarity of a word needs some to be counted in.
const FEW: usize = 500;

/// Two texts, and which of their clauses are to be compared: all but those that are equal, in order and far from any other. What is found
/// between them is what is found between the whole texts, but that the rarity of a word is counted among these.
pub struct Rest<'a> {
    old: &'a Text,
    new: &'a Text,
    /// Clauses that stayed and are left out, as indices into both.
    stayed: Vec<(u32, u32)>,
}

/// The clauses of one text that are compared, with their words.
pub struct Spelling {
    clauses: Vec<u32>,
    prose: Prose,
}

impl<'a> Rest<'a> {
    /// Begins with two whole texts, of which everything is left to be compared.
    pub fn of(old: &'a Text, new: &'a Text) -> Self {
        let (olds, news) = (old.clauses().len(), new.clauses().len());
        let stayed = if olds + news < FEW { Vec::new() } else { inner(&equal(old, new), olds, news) };
        Self { old, new, stayed }
    }

    /// Cuts the old clauses that are left into words. Both texts can be cut at the same time.
    pub fn spell_old(&self) -> Spelling {
        Spelling::of(self.old, self.stayed.iter().map(|pair| pair.0))
    }

    /// Cuts the new clauses that are left into words.
    pub fn spell_new(&self) -> Spelling {
        Spelling::of(self.new, self.stayed.iter().map(|pair| pair.1))
    }

    /// What became of every clause of both texts, from the words that [`Self::spell_old`] and [`Self::spell_new`] gave.
    pub fn map(&self, old: Spelling, new: Spelling) -> ClauseMap {
        let (gone, come) = (old.clauses, new.clauses);
        let found = fit(&Pair::new(old.prose, new.prose));
        fates::of(self.whole(&found, &gone, &come), self.old, self.new)
    }

    fn whole(&self, found: &Joins, gone: &[u32], come: &[u32]) -> Joins {
        let (olds, news) = (self.old.clauses().len(), self.new.clauses().len());
        let mut joins = Joins {
            forward: vec![Vec::new(); olds],
            backward: vec![Vec::new(); news],
            moved: vec![false; olds],
            likeness: vec![1.0; olds],
            new_likeness: vec![1.0; news],
        };
        for &(a, b) in &self.stayed {
            joins.forward[a as usize].push(b);
            joins.backward[b as usize].push(a);
        }
        for (index, &a) in gone.iter().enumerate() {
            joins.forward[a as usize] = found.forward[index].iter().map(|&b| come[b as usize]).collect();
            joins.moved[a as usize] = found.moved[index];
            joins.likeness[a as usize] = found.likeness[index];
        }
        for (index, &b) in come.iter().enumerate() {
            joins.backward[b as usize] = found.backward[index].iter().map(|&a| gone[a as usize]).collect();
            joins.new_likeness[b as usize] = found.new_likeness[index];
        }
        joins
    }
}

impl Spelling {
    fn of(text: &Text, left_out: impl Iterator<Item = u32>) -> Self {
        let mut left_out = left_out.peekable();
        let clauses: Vec<u32> =
            (0..text.clauses().len() as u32).filter(|clause| left_out.next_if_eq(clause).is_none()).collect();
        Self { prose: Prose::of_some(text, &clauses), clauses }
    }
}

/// Clauses that are equal and in order.
fn equal(old: &Text, new: &Text) -> Vec<(u32, u32)> {
    let key = |clause: &Clause| clause.digest.0[..8].iter().fold(0, |key, byte| key << 8 | u64::from(*byte));
    let keys = |text: &Text| text.clauses().iter().map(key).collect::<Vec<_>>();
    equal_in_order(&keys(old), &keys(new), |clause| 1.0 + old.clauses()[clause].text.len() as f32)
}

/// Those of the pairs that stand within a run of pairs, with the margin on either side; at an end of both texts there is nothing else.
fn inner(pairs: &[(u32, u32)], olds: usize, news: usize) -> Vec<(u32, u32)> {
    let mut kept = Vec::with_capacity(pairs.len());
    let follows = |pair: &[(u32, u32)]| pair[0].0 + 1 == pair[1].0 && pair[0].1 + 1 == pair[1].1;
    let mut start = 0;
    for end in 1..=pairs.len() {
        if end < pairs.len() && follows(&pairs[end - 1..=end]) {
            continue;
        }
        let (first, last) = (pairs[start], pairs[end - 1]);
        let from = if first == (0, 0) { 0 } else { MARGIN };
        let ends = last.0 as usize + 1 == olds && last.1 as usize + 1 == news;
        let to = if ends { 0 } else { MARGIN };
        kept.extend(pairs.get(start + from..end.saturating_sub(to)).unwrap_or_default());
        start = end;
    }
    kept
}
