//! Two sources read together: what is equal in both is read once, and parts are read by whoever is free.

use std::ops::Range;

use super::{
    Raw, Reader,
    seams::{Seam, seams},
};
use crate::{
    clause_map::equal_in_order,
    text::{Clause, Line, Manner, nest::Nest, sentences::Tongue},
    words::{bytes_key, mix},
};

/// A part that is read by itself is about this long at most.
const MOST: usize = 16 * 1024;

/// A part of a source.
pub(in crate::text) struct Piece<'a> {
    source: &'a str,
    fenced: bool,
    tongue: Tongue,
}

/// The parts of a source: which of the pieces each is, and where it begins.
pub(in crate::text) type Places = Vec<(usize, usize)>;

/// The pieces of two sources, and of which pieces each is made.
pub(in crate::text) struct Pieces<'a> {
    pub all: Vec<Piece<'a>>,
    pub old: Places,
    pub new: Places,
}

impl Piece<'_> {
    /// Reads the piece as if it stood in its whole text.
    pub fn read(&self, manner: &Manner) -> Raw {
        Raw::read(self.source, manner, self.tongue, self.fenced)
    }
}

/// A source cut at its seams.
struct Cut<'a> {
    source: &'a str,
    seams: Vec<Seam>,
    keys: Vec<u64>,
    tongue: Tongue,
}

impl<'a> Cut<'a> {
    fn of(source: &'a str, manner: &Manner) -> Self {
        let tongue = Tongue::of(source, manner);
        let mut cut =
            Self { source, seams: vec![Seam { start: 0, fenced: false }], keys: Vec::new(), tongue };
        // What a person cut is told by bytes of the whole.
        if manner.cuts.is_empty() {
            let body = Reader { source, ..Reader::default() }.front_matter();
            cut.seams.extend(seams(source, body).into_iter().filter(|seam| seam.start > 0));
        }
        let key = |at| mix(bytes_key(cut.part(at..at + 1).as_bytes()), u64::from(cut.seams[at].fenced));
        cut.keys = (0..cut.seams.len()).map(key).collect();
        cut
    }

    fn start(&self, part: usize) -> usize {
        self.seams.get(part).map_or(self.source.len(), |seam| seam.start)
    }

    fn part(&self, parts: Range<usize>) -> &'a str {
        &self.source[self.start(parts.start)..self.start(parts.end)]
    }

    /// How many parts from this one on, of so many, make one piece.
    fn gather(&self, from: usize, end: usize) -> usize {
        let long = |to: &usize| self.start(*to) - self.start(from) >= MOST;
        (from + 1..end).find(long).unwrap_or(end)
    }
}

impl<'a> Pieces<'a> {
    /// Cuts two sources where both can be cut, so that what is equal in both is one piece.
    pub fn of(old: &'a str, new: &'a str, manner: &Manner) -> Self {
        let (old, new) = (Cut::of(old, manner), Cut::of(new, manner));
        let mut pieces = Self { all: Vec::new(), old: Vec::new(), new: Vec::new() };
        let (mut a, mut b) = (0, 0);
        for (x, y, count) in runs(&shared(&old, &new)) {
            pieces.add(&old, a..x, [true, false], 0);
            pieces.add(&new, b..y, [false, true], 0);
            pieces.add(&old, x..x + count, [true, true], new.start(y));
            (a, b) = (x + count, y + count);
        }
        pieces.add(&old, a..old.seams.len(), [true, false], 0);
        pieces.add(&new, b..new.seams.len(), [false, true], 0);
        pieces
    }

    /// Adds some parts to the sources they are of; where those of both begin in the new one.
    fn add(&mut self, cut: &Cut<'a>, parts: Range<usize>, of: [bool; 2], new: usize) {
        let first = cut.start(parts.start);
        let mut at = parts.start;
        while at < parts.end {
            let (index, end, start) = (self.all.len(), cut.gather(at, parts.end), cut.start(at));
            self.all.push(Piece {
                source: cut.part(at..end),
                fenced: cut.seams[at].fenced,
                tongue: cut.tongue,
            });
            match of {
                [true, true] => {
                    self.old.push((index, start));
                    self.new.push((index, new + start - first));
                }
                [true, false] => self.old.push((index, start)),
                [false, _] => self.new.push((index, start)),
            }
            at = end;
        }
    }
}

/// The parts that are equal and in order.
fn shared(old: &Cut<'_>, new: &Cut<'_>) -> Vec<(u32, u32)> {
    if old.tongue != new.tongue {
        return Vec::new();
    }
    let weight = |part: usize| old.part(part..part + 1).len() as f32;
    let mut pairs = equal_in_order(&old.keys, &new.keys, weight);
    pairs.retain(|(a, b)| {
        let (a, b) = (*a as usize, *b as usize);
        old.seams[a].fenced == new.seams[b].fenced && old.part(a..a + 1) == new.part(b..b + 1)
    });
    pairs
}

/// Pairs that follow one another, as where each run of them begins on both sides, and how long it is.
fn runs(pairs: &[(u32, u32)]) -> Vec<(usize, usize, usize)> {
    let follows = |one: &(u32, u32), next: &(u32, u32)| one.0 + 1 == next.0 && one.1 + 1 == next.1;
    pairs.chunk_by(follows).map(|run| (run[0].0 as usize, run[0].1 as usize, run.len())).collect()
}

impl Raw {
    /// The whole of what was read in parts, each with where it begins.
    pub fn joined<'a>(pieces: impl Iterator<Item = &'a Self>, places: &Places) -> Self {
        let (pieces, mut whole) = (pieces.collect::<Vec<_>>(), Self::default());
        let count = |of: fn(&Self) -> usize| places.iter().map(|(index, _)| of(pieces[*index])).sum();
        whole.clauses.reserve(count(|raw| raw.clauses.len()));
        whole.lines.reserve(count(|raw| raw.lines.len()));
        for (index, start) in places {
            whole.append(pieces[*index], *start);
        }
        whole
    }

    fn append(&mut self, part: &Self, start: usize) {
        let (clauses, lines, nests) =
            (self.clauses.len() as u32, self.lines.len() as u32, self.nests.len() as u32);
        let nested = |nest: Option<u32>| nest.map(|nest| nest + nests);
        self.clauses.extend(part.clauses.iter().map(|clause| Clause {
            lines: clause.lines.later(lines),
            span: later(&clause.span, start),
            nest: nested(clause.nest),
            map: clause.map.later(start),
            ..clause.clone()
        }));
        self.lines.extend(part.lines.iter().map(|line| Line {
            number: line.number + lines,
            clause: line.clause + clauses,
            span: later(&line.span, start),
            ..line.clone()
        }));
        let within = |nest: &Nest| Nest { kind: nest.kind.clone(), within: nested(nest.within) };
        self.nests.extend(part.nests.iter().map(within));
        self.numbers.extend(part.numbers.iter().map(|(at, numbers)| (at + clauses, numbers.clone())));
        self.too_deep = self.too_deep.or(part.too_deep.map(|at| at + start));
    }
}

fn later(span: &Range<usize>, by: usize) -> Range<usize> {
    span.start + by..span.end + by
}
