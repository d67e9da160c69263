//! A part of the Merkle tree: enough for whoever has some of the leaves to work out its root, and the roots it had before.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt,
    str::FromStr,
};

use super::merkle::{leaf, node, root, split};
use crate::text::Digest;

/// The nodes of a tree that hold none of somebody's leaves, as large as can be, each by its first leaf and the leaf after its
/// last. With those leaves they give the root, which proves that each stands in its place (the inclusion proofs of RFC 6962,
/// shared), and the root of each earlier size it was made for, which proves that the tree has only grown (its consistency
/// proofs). Of other leaves it tells their hashes at most.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Excerpt {
    nodes: BTreeMap<(usize, usize), Digest>,
}

/// Lines that are not an excerpt.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a line is not `first end hash`, or not in its place")]
pub struct BadExcerpt;

impl Excerpt {
    /// The excerpt for whoever has the leaves of these indices, and knows the tree when it had these sizes.
    pub fn of(leaves: &[Digest], own: &BTreeSet<usize>, earlier: &BTreeSet<usize>) -> Self {
        let mut excerpt = Self::default();
        if !leaves.is_empty() {
            excerpt.cut(leaves, 0, own, earlier);
        }
        excerpt
    }

    fn cut(&mut self, part: &[Digest], first: usize, own: &BTreeSet<usize>, earlier: &BTreeSet<usize>) {
        let end = first + part.len();
        let is_own = own.range(first..end).next().is_some();
        let is_split = is_own || earlier.range(first + 1..end).next().is_some();
        if !is_split {
            self.nodes.insert((first, end), root(part));
        } else if part.len() > 1 {
            let middle = split(part.len());
            let (left, right) = part.split_at(middle);
            self.cut(left, first, own, earlier);
            self.cut(right, first + middle, own, earlier);
        }
    }

    /// The root of the tree when it had this size, with these own leaves in it; none when nodes are missing for it, and when
    /// a node stands where an own leaf should.
    pub fn root(&self, own: &BTreeMap<usize, Digest>, size: usize) -> Option<Digest> {
        if size == 0 { Some(Digest::of(&[])) } else { self.root_of(own, 0, size) }
    }

    /// Whether every node in it is needed by whoever has these leaves of a tree of this size, and none is missing.
    pub fn is_just(&self, own: &BTreeSet<usize>, size: usize) -> bool {
        let needed = if size == 0 { Some(0) } else { self.needed(own, 0, size) };
        needed == Some(self.nodes.len())
    }

    /// How many nodes are needed from one leaf to another; none when one of them is missing.
    fn needed(&self, own: &BTreeSet<usize>, first: usize, end: usize) -> Option<usize> {
        if self.nodes.contains_key(&(first, end)) {
            return own.range(first..end).next().is_none().then_some(1);
        }
        match end - first {
            1 => own.contains(&first).then_some(0),
            length => {
                let middle = first + split(length);
                Some(self.needed(own, first, middle)? + self.needed(own, middle, end)?)
            }
        }
    }

    fn root_of(&self, own: &BTreeMap<usize, Digest>, first: usize, end: usize) -> Option<Digest> {
        if let Some(known) = self.nodes.get(&(first, end)) {
            return own.range(first..end).next().is_none().then_some(*known);
        }
        match end - first {
            1 => own.get(&first).map(|hash| leaf(&hash.0)),
            length => {
                let middle = first + split(length);
                Some(node(self.root_of(own, first, middle)?, self.root_of(own, middle, end)?))
            }
        }
    }
}

impl fmt::Display for Excerpt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.nodes.iter().try_for_each(|((first, end), hash)| writeln!(f, "{first} {end} {hash}"))
    }
}

impl FromStr for Excerpt {
    type Err = BadExcerpt;

    /// Reads the lines back; refuses anything that [`fmt::Display`] would write differently.
    fn from_str(lines: &str) -> Result<Self, BadExcerpt> {
        let mut nodes = BTreeMap::new();
        for line in lines.lines() {
            let parts: Vec<&str> = line.split(' ').collect();
            let [first, end, hash] = parts.as_slice() else { return Err(BadExcerpt) };
            let first: usize = first.parse().map_err(|_| BadExcerpt)?;
            let end: usize = end.parse().map_err(|_| BadExcerpt)?;
            if first >= end {
                return Err(BadExcerpt);
            }
            nodes.insert((first, end), hash.parse().map_err(|_| BadExcerpt)?);
        }
        let read = Self { nodes };
        if read.to_string() == lines { Ok(read) } else { Err(BadExcerpt) }
    }
}
