//! Finding the map: equal clauses first, then the most similar, then what was split or merged.

use std::collections::HashMap;

use super::{Change, ClauseMap, Fate, order};
use crate::{
    text::{Digest, Text},
    words::{Bag, Lexicon, weights},
};

const ALIKE: f32 = 0.5;
const CONTAINED: f32 = 0.75;

struct Fit<'a> {
    old: &'a Text,
    new: &'a Text,
    weights: Vec<f32>,
    old_bags: Vec<Bag>,
    new_bags: Vec<Bag>,
    forward: Vec<Vec<u32>>,
    backward: Vec<Vec<u32>>,
}

pub(super) fn fit(old: &Text, new: &Text) -> ClauseMap {
    let mut lexicon = Lexicon::default();
    let mut read =
        |text: &Text| text.clauses().iter().map(|clause| lexicon.read(&clause.text)).collect::<Vec<_>>();
    let (old_words, new_words) = (read(old), read(new));
    let weights = weights(lexicon.len(), old_words.iter().chain(&new_words));
    let bags =
        |words: Vec<Vec<u32>>| words.into_iter().map(|words| Bag::new(words, &weights)).collect::<Vec<_>>();
    let (old_bags, new_bags) = (bags(old_words), bags(new_words));
    let mut fit = Fit {
        old,
        new,
        weights,
        forward: vec![Vec::new(); old_bags.len()],
        backward: vec![Vec::new(); new_bags.len()],
        old_bags,
        new_bags,
    };
    fit.equal();
    fit.neighbours();
    fit.similar();
    fit.parts();
    fit.map()
}

impl Fit<'_> {
    fn join(&mut self, old: usize, new: usize) {
        self.forward[old].push(new as u32);
        self.backward[new].push(old as u32);
    }

    /// Joins clauses whose digests are equal and stand once on both sides.
    fn equal(&mut self) {
        let once = |text: &Text| {
            let mut at: HashMap<Digest, Option<usize>> = HashMap::new();
            for (index, clause) in text.clauses().iter().enumerate() {
                at.entry(clause.digest).and_modify(|found| *found = None).or_insert(Some(index));
            }
            at
        };
        let new = once(self.new);
        let mut pairs: Vec<_> = once(self.old)
            .into_iter()
            .filter_map(|(digest, old)| Some((old?, (*new.get(&digest)?)?)))
            .collect();
        pairs.sort_unstable();
        pairs.into_iter().for_each(|(old, new)| self.join(old, new));
    }

    /// Joins equal clauses that stand next to joined ones, which settles repeated clauses.
    fn neighbours(&mut self) {
        let same = |fit: &Self, a: usize, b: usize| {
            fit.forward[a].is_empty()
                && fit.backward[b].is_empty()
                && fit.old.clauses()[a].digest == fit.new.clauses()[b].digest
        };
        for a in 0..self.forward.len() {
            let next = if a == 0 { Some(0) } else { self.forward[a - 1].first().map(|&b| b as usize + 1) };
            if let Some(b) = next.filter(|&b| b < self.backward.len() && same(self, a, b)) {
                self.join(a, b);
            }
        }
        for a in (0..self.forward.len()).rev() {
            let next = if a + 1 == self.forward.len() {
                self.backward.len().checked_sub(1)
            } else {
                self.forward[a + 1].first().and_then(|&b| (b as usize).checked_sub(1))
            };
            if let Some(b) = next.filter(|&b| same(self, a, b)) {
                self.join(a, b);
            }
        }
    }

    /// Joins what is left by likeness, the most alike first; near neighbours win ties.
    fn similar(&mut self) {
        let mut index: HashMap<u32, Vec<usize>> = HashMap::new();
        for (at, bag) in self.new_bags.iter().enumerate().filter(|(at, _)| self.backward[*at].is_empty()) {
            bag.counts.iter().for_each(|(word, _)| index.entry(*word).or_default().push(at));
        }
        let mut pairs = Vec::new();
        for (a, bag) in self.old_bags.iter().enumerate().filter(|(at, _)| self.forward[*at].is_empty()) {
            let mut near: Vec<usize> = bag
                .counts
                .iter()
                .filter_map(|(word, _)| index.get(word))
                .filter(|found| found.len() <= 60)
                .flatten()
                .copied()
                .collect();
            near.sort_unstable();
            near.dedup();
            for b in near {
                let likeness = bag.likeness(&self.new_bags[b], &self.weights)
                    + if self.flanked(a, b) { 0.15 } else { 0.0 };
                if likeness >= ALIKE
                    && self.old.clauses()[a].is_heading() == self.new.clauses()[b].is_heading()
                {
                    pairs.push((likeness, a, b));
                }
            }
        }
        pairs.sort_by(|x, y| y.0.total_cmp(&x.0).then(x.1.cmp(&y.1)).then(x.2.cmp(&y.2)));
        for (_, a, b) in pairs {
            if self.forward[a].is_empty() && self.backward[b].is_empty() {
                self.join(a, b);
            }
        }
    }

    /// Whether both stand between clauses that belong together.
    fn flanked(&self, a: usize, b: usize) -> bool {
        let before =
            self.forward[..a].iter().rposition(|to| !to.is_empty()).map(|at| self.forward[at][0] as usize);
        let after = self.forward[a + 1..].iter().find_map(|to| to.first().map(|&to| to as usize));
        before.is_none_or(|before| before < b) && after.is_none_or(|after| b < after)
    }

    /// Joins a leftover clause to the neighbour's partner that holds its words: splits and merges.
    fn parts(&mut self) {
        for b in 0..self.backward.len() {
            if self.backward[b].is_empty() {
                let near = [b.checked_sub(1), Some(b + 1)]
                    .into_iter()
                    .flatten()
                    .filter_map(|at| self.backward.get(at)?.first().copied());
                let whole = near
                    .map(|a| a as usize)
                    .find(|&a| self.holds(&self.new_bags[b], &self.old_bags[a]) && self.forward[a].len() < 4);
                if let Some(a) = whole {
                    self.join(a, b);
                }
            }
        }
        for a in 0..self.forward.len() {
            if self.forward[a].is_empty() {
                let near = [a.checked_sub(1), Some(a + 1)].into_iter().flatten().filter_map(|at| {
                    self.forward.get(at).filter(|to| to.len() == 1).map(|to| to[0] as usize)
                });
                let whole = near.into_iter().find(|&b| {
                    self.holds(&self.old_bags[a], &self.new_bags[b]) && self.backward[b].len() < 4
                });
                if let Some(b) = whole {
                    self.join(a, b);
                }
            }
        }
        self.forward.iter_mut().chain(&mut self.backward).for_each(|others| others.sort_unstable());
    }

    fn holds(&self, part: &Bag, whole: &Bag) -> bool {
        part.counts.len() > 3
            && whole.weight > part.weight
            && part.shared(whole, &self.weights) >= CONTAINED * part.weight
    }

    fn map(self) -> ClauseMap {
        let pairs: Vec<_> = self
            .forward
            .iter()
            .enumerate()
            .filter_map(|(a, to)| Some((a as u32, *to.first()?, self.old_bags[a].weight.sqrt())))
            .collect();
        let mut moved = vec![false; self.forward.len()];
        for (pair, kept) in pairs.iter().zip(order::in_order(&pairs)) {
            moved[pair.0 as usize] = !kept;
        }
        let mut new: Vec<Fate> = self
            .backward
            .iter()
            .map(|_| Fate { change: Change::Added, others: Vec::new(), similarity: 0.0 })
            .collect();
        let mut old = Vec::with_capacity(self.forward.len());
        for (a, to) in self.forward.iter().enumerate() {
            let change = self.change(a, to, moved[a]);
            let likeness = |b: u32| self.old_bags[a].likeness(&self.new_bags[b as usize], &self.weights);
            for &b in to {
                let fate = &mut new[b as usize];
                *fate = Fate {
                    change,
                    others: self.backward[b as usize].clone(),
                    similarity: fate.similarity.max(likeness(b)),
                };
            }
            old.push(Fate {
                change,
                others: to.clone(),
                similarity: to.iter().map(|&b| likeness(b)).fold(0.0, f32::max),
            });
        }
        ClauseMap { old, new }
    }

    fn change(&self, a: usize, to: &[u32], moved: bool) -> Change {
        let [b] = to else { return if to.is_empty() { Change::Removed } else { Change::Split } };
        if self.backward[*b as usize].len() > 1 {
            return Change::Merged;
        }
        let (old, new) = (&self.old.clauses()[a], &self.new.clauses()[*b as usize]);
        match (old.digest == new.digest, moved) {
            (true, true) => Change::Moved,
            (false, true) => Change::MovedAndReworded,
            (false, false) => Change::Reworded,
            (true, false)
                if old.text == new.text
                    && old.number == new.number
                    && same_look(self.old, old.lines, self.new, new.lines) =>
            {
                Change::Same
            }
            (true, false) => Change::Typographic,
        }
    }
}

fn same_look(
    old: &Text,
    old_lines: crate::text::LineRange,
    new: &Text,
    new_lines: crate::text::LineRange,
) -> bool {
    let looks = |text: &Text, lines| {
        text.lines_in(lines).iter().flat_map(|line| line.runs.clone()).collect::<Vec<_>>()
    };
    looks(old, old_lines) == looks(new, new_lines)
}
