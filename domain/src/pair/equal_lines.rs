//! Equal lines: those that stand once on both sides, then their neighbours, then what is equal between.

use std::collections::VecDeque;

use super::Pair;
use crate::{clause_map::in_order, diff::common, prose::ProseLine, words::ByKey};

/// A line out of order counts by itself only when it weighs as much as this many rare words.
const DISTINCT: f32 = 3.0;
/// Beyond this many comparisons the lines between two fixed ones are left to the words in them.
const MOST: usize = 4_000_000;

type Links = (Vec<Option<u32>>, Vec<Option<u32>>);

pub(super) fn find(pair: &Pair) -> Links {
    let (by_once, moved) = Found::by_once(pair);
    if by_once.misses_equals() {
        let (in_order, others) = Found::all_in_order(pair);
        if in_order.held(others) > by_once.held(moved) {
            return (in_order.to, in_order.from);
        }
    }
    (by_once.to, by_once.from)
}

struct Found<'a> {
    pair: &'a Pair,
    to: Vec<Option<u32>>,
    from: Vec<Option<u32>>,
}

impl<'a> Found<'a> {
    fn new(pair: &'a Pair) -> Self {
        let to = vec![None; pair.old.prose.lines.len()];
        Self { pair, to, from: vec![None; pair.new.prose.lines.len()] }
    }

    /// First the lines that stand once on both sides, then what is equal around and between them; and how much of it moved.
    fn by_once(pair: &'a Pair) -> (Self, usize) {
        let mut found = Self::new(pair);
        found.ends();
        let once = found.once();
        let kept = in_order(&once);
        let stayed = once.iter().zip(kept).filter(|(_, kept)| *kept);
        found.join_all(stayed.map(|(&(a, b, _), _)| (a, b)));
        found.between();
        let moved = found.strayed(&once);
        (found, moved)
    }

    /// First the longest run of equal lines that are in order, whether they stand once or not, then those that moved. Where what moved
    /// stood among equal lines, more of those stay.
    fn all_in_order(pair: &'a Pair) -> (Self, usize) {
        let mut found = Self::new(pair);
        let once = found.once();
        found.ends();
        found.between();
        let moved = found.strayed(&once);
        (found, moved)
    }

    /// Joins the free lines that stand once on both sides and are sure to be the same; gives how many.
    fn strayed(&mut self, once: &[(u32, u32, f32)]) -> usize {
        let sure = |&&(a, b, weight): &&(u32, u32, f32)| {
            self.free(a, b)
                && (weight >= DISTINCT * self.pair.rare || self.accompanied(a, b) || self.in_one_block(a, b))
        };
        let sure: Vec<_> = once.iter().filter(sure).copied().collect();
        self.join_all(sure.iter().map(|&(a, b, _)| (a, b)));
        sure.len()
    }

    /// Whether a line is left on both sides that could have been joined; not told of long texts, where to try again takes long.
    fn misses_equals(&self) -> bool {
        let lines = |side: &'a [ProseLine], links: &[Option<u32>]| -> Vec<u64> {
            let free = side.iter().zip(links).filter(|(line, link)| link.is_none() && line.key != 0);
            free.map(|(line, _)| line.key).collect()
        };
        if self.to.len().saturating_mul(self.from.len()) > MOST {
            return false;
        }
        let mut old = lines(&self.pair.old.prose.lines, &self.to);
        old.sort_unstable();
        let new = lines(&self.pair.new.prose.lines, &self.from);
        new.iter().any(|key| old.binary_search(key).is_ok())
    }

    /// How many lines are joined; what moved counts half.
    fn held(&self, moved: usize) -> f32 {
        self.to.iter().filter(|to| to.is_some()).count() as f32 - moved as f32 / 2.0
    }

    fn key(&self, a: u32, b: u32) -> (u64, u64) {
        (self.pair.old.prose.lines[a as usize].key, self.pair.new.prose.lines[b as usize].key)
    }

    fn free(&self, a: u32, b: u32) -> bool {
        let (x, y) = self.key(a, b);
        x == y && x != 0 && self.to[a as usize].is_none() && self.from[b as usize].is_none()
    }

    fn join(&mut self, a: u32, b: u32) {
        self.to[a as usize] = Some(b);
        self.from[b as usize] = Some(a);
    }

    /// Joins equal lines at the beginning and the end.
    fn ends(&mut self) {
        let (mut a, mut b) = (self.down(None, true), self.down(None, false));
        while let (Some(x), Some(y)) = (a, b) {
            if !self.free(x, y) {
                break;
            }
            self.join(x, y);
            (a, b) = (self.down(Some(x), true), self.down(Some(y), false));
        }
        let (mut a, mut b) = (self.up(self.to.len() as u32, true), self.up(self.from.len() as u32, false));
        while let (Some(x), Some(y)) = (a, b) {
            if !self.free(x, y) {
                break;
            }
            self.join(x, y);
            (a, b) = (self.up(x, true), self.up(y, false));
        }
    }

    /// The next line that is not blank.
    fn down(&self, at: Option<u32>, old: bool) -> Option<u32> {
        let lines = if old { &self.pair.old.prose.lines } else { &self.pair.new.prose.lines };
        let mut next = at.map_or(0, |at| at as usize + 1);
        while lines.get(next)?.key == 0 {
            next += 1;
        }
        Some(next as u32)
    }

    fn up(&self, at: u32, old: bool) -> Option<u32> {
        let lines = if old { &self.pair.old.prose.lines } else { &self.pair.new.prose.lines };
        let mut next = (at as usize).checked_sub(1)?;
        while lines.get(next)?.key == 0 {
            next = next.checked_sub(1)?;
        }
        Some(next as u32)
    }

    /// The free lines that stand once on both sides, with their weight.
    fn once(&self) -> Vec<(u32, u32, f32)> {
        let mut seen: ByKey<[Option<u32>; 4]> = ByKey::default();
        for (side, lines, links) in
            [(0, &self.pair.old.prose.lines, &self.to), (2, &self.pair.new.prose.lines, &self.from)]
        {
            for (at, line) in
                lines.iter().enumerate().filter(|(index, line)| line.key != 0 && links[*index].is_none())
            {
                let places = seen.entry(line.key).or_default();
                let second = usize::from(places[side].is_some());
                places[side + second] = Some(at as u32);
            }
        }
        let weight = |a: u32| self.pair.weight(self.pair.old.of_line(a as usize)) + 0.1;
        let lone = |places: [Option<u32>; 4]| match places {
            [Some(a), None, Some(b), None] => Some((a, b, weight(a))),
            _ => None,
        };
        let mut once: Vec<_> = seen.into_values().filter_map(lone).collect();
        once.sort_unstable_by_key(|line| line.0);
        once
    }

    /// Joins these and, outwards from each, their equal neighbours.
    fn join_all(&mut self, lines: impl Iterator<Item = (u32, u32)>) {
        let mut queue: VecDeque<(u32, u32)> = lines.filter(|&(a, b)| self.free(a, b)).collect();
        for &(a, b) in &queue {
            self.join(a, b);
        }
        while let Some((a, b)) = queue.pop_front() {
            let below = self.down(Some(a), true).zip(self.down(Some(b), false));
            let above = self.up(a, true).zip(self.up(b, false));
            for (x, y) in below.into_iter().chain(above) {
                if self.free(x, y) {
                    self.join(x, y);
                    queue.push_back((x, y));
                }
            }
        }
    }

    /// Whether the line next to it is equal too.
    fn accompanied(&self, a: u32, b: u32) -> bool {
        let same = |(x, y): (u32, u32)| {
            let (x, y) = self.key(x, y);
            x == y
        };
        let below = self.down(Some(a), true).zip(self.down(Some(b), false));
        let above = self.up(a, true).zip(self.up(b, false));
        below.is_some_and(same) || above.is_some_and(same)
    }

    /// Whether another line of its block is joined to one of the same new block.
    fn in_one_block(&self, a: u32, b: u32) -> bool {
        let (old, new) = (&self.pair.old.prose, &self.pair.new.prose);
        let block = new.lines[b as usize].block;
        let mut others = old.blocks[old.lines[a as usize].block as usize].lines.clone();
        others.any(|line| self.to[line as usize].is_some_and(|to| new.lines[to as usize].block == block))
    }

    /// Joins what is equal and in order between two joined lines.
    fn between(&mut self) {
        let mut gaps = Vec::new();
        let (mut a, mut b) = (0, 0);
        for at in 0..=self.to.len() as u32 {
            let end =
                if at == self.to.len() as u32 { Some(self.from.len() as u32) } else { self.to[at as usize] };
            let Some(end) = end.filter(|&end| end >= b) else { continue };
            if at > a && end > b {
                gaps.push((a..at, b..end));
            }
            (a, b) = (at + 1, end + 1);
        }
        for (old, new) in gaps {
            let free = |range: std::ops::Range<u32>, links: &[Option<u32>], lines: &[ProseLine]| {
                let open = range.filter(|&at| links[at as usize].is_none() && lines[at as usize].key != 0);
                open.map(|at| (lines[at as usize].key, at)).collect::<Vec<_>>()
            };
            let (x, y) = (
                free(old, &self.to, &self.pair.old.prose.lines),
                free(new, &self.from, &self.pair.new.prose.lines),
            );
            if x.is_empty() || y.is_empty() || x.len().saturating_mul(y.len()) > MOST {
                continue;
            }
            let keys = |lines: &[(u64, u32)]| lines.iter().map(|line| line.0).collect::<Vec<_>>();
            for (from, to, count) in common(&keys(&x), &keys(&y)) {
                (0..count).for_each(|step| self.join(x[from + step].1, y[to + step].1));
            }
        }
    }
}
