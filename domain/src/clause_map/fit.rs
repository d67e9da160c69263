//! Finding which block became which.

use std::collections::HashMap;

use super::{align, in_order, parts};
use crate::{
    pair::{Bag, Pair, Side},
    words::ByKey,
};

/// The blocks of two texts and the joins found so far: `forward[a]` are the new blocks of old block `a`.
pub(crate) struct Fit<'a> {
    pub pair: &'a Pair,
    pub old_bags: Vec<Bag<'a>>,
    pub new_bags: Vec<Bag<'a>>,
    pub forward: Vec<Vec<u32>>,
    pub backward: Vec<Vec<u32>>,
}

/// Which blocks of two texts belong together, without the texts: `forward[a]` are the new blocks of old block `a`, `backward[b]` the old
/// ones of new block `b`.
#[derive(Debug)]
pub(crate) struct Joins {
    pub forward: Vec<Vec<u32>>,
    pub backward: Vec<Vec<u32>>,
    /// Of each old block: whether its place among the others changed.
    pub moved: Vec<bool>,
    /// Of each old block: how alike it and its new blocks are.
    pub likeness: Vec<f32>,
    /// Of each new block; of a part, how much of the whole it holds.
    pub new_likeness: Vec<f32>,
}

/// Equal lines vote for the blocks they stand in; then, between what is joined and in order, the most alike; then parts of
/// what was split or merged; last, anywhere, what is very alike and unlike all else.
pub(crate) fn fit(pair: &Pair) -> Joins {
    let (old_bags, new_bags) = (bags(&pair.old, pair), bags(&pair.new, pair));
    let (forward, backward) = (vec![Vec::new(); old_bags.len()], vec![Vec::new(); new_bags.len()]);
    let mut fit = Fit { pair, old_bags, new_bags, forward, backward };
    fit.equal();
    fit.voted();
    align::between(&mut fit);
    parts::join(&mut fit);
    align::anywhere(&mut fit);
    fit.joins()
}

fn bags<'a>(side: &'a Side, pair: &Pair) -> Vec<Bag<'a>> {
    (0..side.prose.blocks.len()).map(|at| Bag::new(side.of_block(at), pair)).collect()
}

impl Fit<'_> {
    /// Notes that an old and a new block belong together.
    pub fn join(&mut self, old: usize, new: usize) {
        self.forward[old].push(new as u32);
        self.backward[new].push(old as u32);
    }

    /// Whether neither block is joined to any other.
    pub fn free(&self, old: usize, new: usize) -> bool {
        self.forward[old].is_empty() && self.backward[new].is_empty()
    }

    /// Whether both are headings, or neither is.
    pub fn same_kind(&self, old: usize, new: usize) -> bool {
        self.pair.old.prose.blocks[old].heading == self.pair.new.prose.blocks[new].heading
    }

    /// How alike two blocks are, from 0 to 1: the weight of the words both have, as a share.
    pub fn likeness(&self, old: usize, new: usize) -> f32 {
        self.old_bags[old].likeness(&self.new_bags[new], &self.pair.weights)
    }

    /// Joins equal blocks that stand once on both sides, and equal ones whose first lines are joined.
    fn equal(&mut self) {
        let mut seen: ByKey<[Option<u32>; 4]> = ByKey::default();
        for (side, blocks) in [(0, &self.pair.old.prose.blocks), (2, &self.pair.new.prose.blocks)] {
            for (index, block) in blocks.iter().enumerate() {
                let places = seen.entry(block.key).or_default();
                let second = usize::from(places[side].is_some());
                places[side + second] = Some(index as u32);
            }
        }
        for old in 0..self.forward.len() {
            let block = &self.pair.old.prose.blocks[old];
            if let Some([Some(_), None, Some(new), None]) = seen.get(&block.key) {
                self.join(old, *new as usize);
                continue;
            }
            let Some(line) = self.pair.line_to[block.lines.start as usize] else { continue };
            let new = self.pair.new.prose.lines[line as usize].block as usize;
            if self.pair.new.prose.blocks[new].key == block.key && self.backward[new].is_empty() {
                self.join(old, new);
            }
        }
    }

    /// Joins blocks that have most of their weight in equal lines.
    fn voted(&mut self) {
        let mut votes: HashMap<(u32, u32), f32> = HashMap::new();
        for (old, new) in self.pair.line_to.iter().enumerate().filter_map(|(old, new)| Some((old, (*new)?))) {
            let blocks =
                (self.pair.old.prose.lines[old].block, self.pair.new.prose.lines[new as usize].block);
            if self.free(blocks.0 as usize, blocks.1 as usize) {
                *votes.entry(blocks).or_default() += self.pair.weight(self.pair.old.of_line(old));
            }
        }
        let share = |(&(a, b), &vote): (&(u32, u32), &f32)| {
            let both = self.old_bags[a as usize].weight + self.new_bags[b as usize].weight;
            (2.0 * vote / both.max(0.1), a as usize, b as usize)
        };
        let mut shares: Vec<_> = votes.iter().map(share).filter(|vote| vote.0 >= 0.4).collect();
        shares.sort_by(|x, y| y.0.total_cmp(&x.0).then(x.1.cmp(&y.1)).then(x.2.cmp(&y.2)));
        for (_, a, b) in shares {
            if self.free(a, b) {
                self.join(a, b);
            }
        }
    }

    fn joins(mut self) -> Joins {
        self.forward.iter_mut().chain(&mut self.backward).for_each(|others| others.sort_unstable());
        let pairs: Vec<_> = self
            .forward
            .iter()
            .enumerate()
            .filter_map(|(a, to)| Some((a as u32, *to.first()?, self.old_bags[a].weight.sqrt())))
            .collect();
        let mut moved = vec![false; self.forward.len()];
        for (pair, kept) in pairs.iter().zip(in_order(&pairs)) {
            moved[pair.0 as usize] = !kept;
        }
        let likeness: Vec<f32> = (0..self.forward.len()).map(|old| self.likeness_to_all(old)).collect();
        let new_likeness = (0..self.backward.len()).map(|new| self.new_likeness(new, &likeness)).collect();
        Joins { forward: self.forward, backward: self.backward, moved, likeness, new_likeness }
    }

    /// How alike a block is to all its new ones together: for one partner their likeness, else how much of the part is in the whole.
    fn likeness_to_all(&self, old: usize) -> f32 {
        match self.forward[old].as_slice() {
            [] => 0.0,
            [new] if self.backward[*new as usize].len() == 1 => {
                if self.pair.old.prose.blocks[old].key == self.pair.new.prose.blocks[*new as usize].key {
                    1.0
                } else {
                    self.likeness(old, *new as usize)
                }
            }
            others => {
                let shared: f32 = others
                    .iter()
                    .map(|&new| self.old_bags[old].shared(&self.new_bags[new as usize], &self.pair.weights))
                    .sum();
                (shared / self.old_bags[old].weight.max(0.1)).min(1.0)
            }
        }
    }

    fn new_likeness(&self, new: usize, likeness: &[f32]) -> f32 {
        match self.backward[new].as_slice() {
            [] => 0.0,
            [old] if self.forward[*old as usize].len() > 1 => {
                let old = &self.old_bags[*old as usize];
                old.shared(&self.new_bags[new], &self.pair.weights) / old.weight.max(0.1)
            }
            others => others.iter().map(|&old| likeness[old as usize]).fold(0.0, f32::max),
        }
    }
}
