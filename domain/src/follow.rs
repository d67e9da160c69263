//! Following words from one text to another: equal lines first, then the words inside the blocks that belong together,
//! then between the equal lines around them, then anywhere.

mod align;
mod cluster;
mod elsewhere;
mod judge;

use std::{cell::RefCell, collections::HashMap, ops::Range, rc::Rc};

use align::Alignment;
use cluster::Cluster;

use crate::{
    anchor::{Standing, State},
    clause_map::Joins,
    pair::Pair,
};
pub(crate) use judge::EQUAL;

/// Follows any number of anchors between two texts; what one learns of a block serves the next.
pub(crate) struct Follow {
    pub pair: Pair,
    pub joins: Joins,
    alignments: RefCell<HashMap<u32, Rc<Alignment>>>,
    elsewhere: std::cell::OnceCell<elsewhere::Index>,
}

/// Words of the old text: its lines (from 0) and which of their words are meant.
#[derive(Clone, Debug)]
pub(crate) struct Meant {
    pub lines: Range<u32>,
    /// Words of the text, counted from 0.
    pub words: Range<u32>,
}

/// Where the words that were meant are in the new text.
#[derive(Clone, Debug)]
pub(crate) struct Found {
    /// How sure the place is.
    pub standing: Standing,
    /// What became of the words.
    pub state: State,
    /// Lines from 0, last included.
    pub lines: Option<(u32, u32)>,
    /// Words of the new text, counted from 0; empty where none of them is left.
    pub words: Range<u32>,
    /// Of what is found with confidence 0.9, nine in ten are right.
    pub confidence: f32,
    /// Words meant that are not there, and words there that were not meant.
    pub changed: u32,
    /// The next likely lines, from 0, last included.
    pub other: Option<(u32, u32)>,
}

/// How words were followed, from the surest to the least.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Way {
    /// Inside the blocks that belong together.
    Block,
    /// Between the equal lines around them.
    Between,
    /// Anywhere in the text.
    Elsewhere,
}

impl Follow {
    /// Prepares two texts of which the equal lines are paired.
    pub fn new(pair: Pair, joins: Joins) -> Self {
        Self { pair, joins, alignments: RefCell::default(), elsewhere: std::cell::OnceCell::new() }
    }

    /// Finds what became of some words, with every sign of how sure that is.
    pub fn follow(&self, meant: &Meant) -> Found {
        if meant.words.is_empty() {
            return self.wordless(meant);
        }
        if let Some(found) = self.unchanged(meant) {
            return found;
        }
        let block = self.by_lines_and_blocks(meant);
        if block.kept >= SURE {
            let whole = self.whole_elsewhere(meant, &block);
            return self.judge_between(meant, (&block, Way::Block), whole.as_ref());
        }
        let between = self.unclaimed(meant, self.between(meant)).unwrap_or_default();
        let best =
            if between.kept > block.kept + 0.05 { (between, Way::Between) } else { (block, Way::Block) };
        if best.0.kept >= LIVES {
            let whole = self.whole_elsewhere(meant, &best.0);
            return self.judge_between(meant, (&best.0, best.1), whole.as_ref());
        }
        let home = self.pair.old.prose.lines[meant.lines.start as usize].block;
        let lives = !self.joins.forward[home as usize].is_empty();
        match self.found_elsewhere(meant, elsewhere::LEAST) {
            Some((found, next)) if found.kept > best.0.kept + 0.2 && (next.is_none() || !lives) => {
                self.judge_between(meant, (&found, Way::Elsewhere), next.as_ref())
            }
            _ => self.judge(meant, &best.0, best.1),
        }
    }

    /// The commonest case, quickly: each line has its equal, one after the other.
    fn unchanged(&self, meant: &Meant) -> Option<Found> {
        let (old, new) = (&self.pair.old.prose, &self.pair.new.prose);
        let first = self.pair.line_to[meant.lines.start as usize]?;
        let mut lines = meant.lines.clone().zip(first..);
        if !lines.all(|(line, equal)| self.pair.line_to[line as usize] == Some(equal)) {
            return None;
        }
        let (start, last) = (meant.lines.start as usize, first + meant.lines.len() as u32 - 1);
        let shift = |word: u32| new.lines[first as usize].words.start + (word - old.lines[start].words.start);
        let words = shift(meant.words.start)..shift(meant.words.end);
        if words.end > new.lines[last as usize].words.end || words.is_empty() {
            return None;
        }
        let cluster = Cluster { words: words.clone(), kept: 1.0, rest: 0.0, changed: 0 };
        let state = self.state(meant, &cluster, Way::Block);
        Some(Found {
            standing: Standing::Placed,
            state,
            lines: Some((first, last)),
            words,
            confidence: EQUAL,
            changed: 0,
            other: None,
        })
    }

    /// Words in equal lines go to the equal line, all others where the words of their block went.
    fn by_lines_and_blocks(&self, meant: &Meant) -> Cluster {
        let mut to = Vec::with_capacity(meant.words.len());
        for line in meant.lines.clone() {
            let words = self.meant_in(meant, line);
            match self.pair.line_to[line as usize] {
                Some(equal) => {
                    to.extend(words.map(|word| self.in_equal_line(line, equal, word).map(|to| (to, true))))
                }
                None if words.is_empty() => {}
                None => {
                    let alignment = self.alignment(self.pair.old.prose.lines[line as usize].block);
                    to.extend(words.map(|word| alignment.to(word).map(|to| (to, false))));
                }
            }
        }
        self.cluster(meant, &to)
    }

    /// The cluster, unless its words are what became of another block: of look-alikes each keeps its own.
    fn unclaimed(&self, meant: &Meant, cluster: Cluster) -> Option<Cluster> {
        if cluster.words.is_empty() {
            return None;
        }
        let (old, new) = (&self.pair.old.prose, &self.pair.new.prose);
        let ours =
            old.lines[meant.lines.start as usize].block..=old.lines[meant.lines.end as usize - 1].block;
        let blocks = new.lines[new.line_of(cluster.words.start) as usize].block
            ..=new.lines[new.line_of(cluster.words.end - 1) as usize].block;
        let sources = blocks.flat_map(|block| &self.joins.backward[block as usize]);
        let others = sources.filter(|source| !ours.contains(source));
        let claimed: usize = others
            .map(|&source| {
                self.alignment(source).images().filter(|word| cluster.words.contains(word)).count()
            })
            .sum();
        (2 * claimed <= cluster.words.len()).then_some(cluster)
    }

    fn meant_in(&self, meant: &Meant, line: u32) -> Range<u32> {
        let words = &self.pair.old.prose.lines[line as usize].words;
        let start = words.start.max(meant.words.start);
        start..words.end.min(meant.words.end).max(start)
    }

    fn in_equal_line(&self, old: u32, new: u32, word: u32) -> Option<u32> {
        let (from, to) =
            (&self.pair.old.prose.lines[old as usize].words, &self.pair.new.prose.lines[new as usize].words);
        let at = to.start + (word - from.start);
        (at < to.end).then_some(at)
    }

    fn alignment(&self, block: u32) -> Rc<Alignment> {
        if let Some(known) = self.alignments.borrow().get(&block) {
            return Rc::clone(known);
        }
        let made = Rc::new(Alignment::of_block(&self.pair, &self.joins, block));
        self.alignments.borrow_mut().insert(block, Rc::clone(&made));
        made
    }

    /// Another place that has all the words, when their own has lost some: which of the two is meant, a person decides.
    fn whole_elsewhere(&self, meant: &Meant, own: &Cluster) -> Option<Cluster> {
        if own.kept >= WHOLE {
            return None;
        }
        let (found, _) = self.found_elsewhere(meant, 1.0)?;
        let apart = found.words.end <= own.words.start || own.words.end <= found.words.start;
        (found.kept >= WHOLE && apart).then_some(found)
    }

    /// By the words between the nearest equal lines above and below.
    fn between(&self, meant: &Meant) -> Cluster {
        let Some((old, new)) = self.gap(meant) else { return Cluster::default() };
        let alignment = Alignment::of_words(&self.pair, &[old], &[new]);
        let to: Vec<_> = meant.words.clone().map(|word| alignment.to(word).map(|to| (to, false))).collect();
        self.cluster(meant, &to)
    }

    /// The words between the nearest equal lines above and below, on both sides; nothing when those are out of order or far. Where a
    /// text begins or ends is as good as an equal line when there is one on the other side.
    fn gap(&self, meant: &Meant) -> Option<(Range<u32>, Range<u32>)> {
        let (lines, news) = (&self.pair.old.prose.lines, &self.pair.new.prose.lines);
        let equal = |line: u32| Some((line, self.pair.line_to[line as usize]?));
        let above = (0..meant.lines.start).rev().take(FAR_LINES).find_map(equal);
        let below = (meant.lines.end..lines.len() as u32).take(FAR_LINES).find_map(equal);
        let begins = (meant.lines.start as usize) < FAR_LINES;
        let ends = lines.len() - (meant.lines.end as usize) < FAR_LINES;
        match (above, below) {
            (Some(above), Some(below)) if above.1 >= below.1 => return None,
            (None, None) => return None,
            (None, _) if !begins => return None,
            (_, None) if !ends => return None,
            _ => {}
        }
        let start =
            above.map_or((0, 0), |(old, new)| (lines[old as usize].words.end, news[new as usize].words.end));
        let (all, whole) = (self.pair.old.words.len() as u32, self.pair.new.words.len() as u32);
        let end = below.map_or((all, whole), |(old, new)| {
            (lines[old as usize].words.start, news[new as usize].words.start)
        });
        (end.1 - start.1 <= FAR_WORDS).then_some((start.0..end.0, start.1..end.1))
    }
}

/// With this much kept nothing that matters is lost;
const WHOLE: f32 = 0.98;
/// with this much no other way is tried, but where all is kept elsewhere;
const SURE: f32 = 0.75;
/// with this much the words live there,
const LIVES: f32 = 0.5;
/// and with this much perhaps.
const PERHAPS: f32 = 0.34;
const FAR_LINES: usize = 60;
const FAR_WORDS: u32 = 2000;
