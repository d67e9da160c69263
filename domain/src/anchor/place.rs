//! Placing an anchor by the clause map and the words inside the clause.

use std::ops::Range;

use super::{Anchor, Placement, Standing, State, reason};
use crate::{
    clause_map::ClauseMap,
    follow::{Follow, Found, Meant},
    pair::Pair,
    prose::Prose,
    text::{LineRange, Text},
};

/// Two texts made ready to place any number of anchors of the first in the second.
pub struct Places<'a> {
    from: &'a Text,
    to: &'a Text,
    follow: Follow,
}

/// Where the anchor's words are in another text; `map` is the map from the text it was made on. For many anchors make `Places` once.
pub fn place(anchor: &Anchor, from: &Text, to: &Text, map: &ClauseMap) -> Placement {
    Places::between(from, to, map).of(anchor)
}

/// Where an anchor is in the text it was made on: just there.
pub fn home(anchor: &Anchor, text: &Text) -> Placement {
    let clause = text.clause_of_line(anchor.lines.first()).unwrap_or_default();
    Placement {
        standing: Standing::Placed,
        state: State::Exact,
        lines: Some(anchor.lines),
        clause: Some(clause as u32),
        chars: anchor.chars.clone(),
        confidence: 1.0,
        reason: reason::unmoved(text, clause),
        candidates: Vec::new(),
        last_heading: None,
    }
}

impl<'a> Places<'a> {
    pub fn between(from: &'a Text, to: &'a Text, map: &ClauseMap) -> Self {
        Self {
            from,
            to,
            follow: Follow::new(Pair::new(Prose::with_chars(from), Prose::with_chars(to)), map.joins()),
        }
    }

    /// Where the anchor's words are in the second text; detached when the anchor has lines the first does not.
    pub fn of(&self, anchor: &Anchor) -> Placement {
        match self.meant(anchor).map(|meant| (self.follow.follow(&meant), meant)) {
            Some((found, meant)) => self.placement(anchor, &meant, found),
            None => self.detached(anchor, 1.0),
        }
    }

    fn meant(&self, anchor: &Anchor) -> Option<Meant> {
        let lines = anchor.lines.first() - 1..anchor.lines.last();
        let prose = &self.follow.pair.old.prose;
        let (first, last) =
            (prose.lines.get(lines.start as usize)?, prose.lines.get(lines.end as usize - 1)?);
        let words = match &anchor.chars {
            None => first.words.start..last.words.end,
            Some(chars) => {
                let block = prose.blocks[first.block as usize].words.clone();
                let own = &prose.chars[block.start as usize..block.end as usize];
                let start = block.start + own.partition_point(|word| word.end <= chars.start) as u32;
                start..(block.start + own.partition_point(|word| word.start < chars.end) as u32).max(start)
            }
        };
        Some(Meant { lines, words })
    }

    fn placement(&self, anchor: &Anchor, meant: &Meant, found: Found) -> Placement {
        let Some(lines) = found.lines.map(|(first, last)| LineRange::spanning(first + 1, last + 1)) else {
            return self.detached(anchor, found.confidence);
        };
        let clause = self.to.clause_of_line(lines.first()).unwrap_or_default();
        let was = self.from.clause_of_line(meant.lines.start + 1).unwrap_or_default();
        Placement {
            standing: found.standing,
            state: found.state,
            lines: Some(lines),
            clause: Some(clause as u32),
            chars: anchor.chars.as_ref().and_then(|_| self.chars(clause as u32, &found.words)),
            confidence: found.confidence,
            reason: reason::of(&found, self.added(anchor, &found), self.from, was, self.to, clause),
            candidates: found
                .other
                .iter()
                .map(|&(first, last)| LineRange::spanning(first + 1, last + 1))
                .collect(),
            last_heading: None,
        }
    }

    /// How many words stand in the new lines before and after those of an anchor on whole lines.
    fn added(&self, anchor: &Anchor, found: &Found) -> u32 {
        let lines = &self.follow.pair.new.prose.lines;
        let Some((first, last)) = found.lines.filter(|_| anchor.chars.is_none()) else { return 0 };
        if found.words.is_empty() {
            return 0;
        }
        let (start, end) = (lines[first as usize].words.start, lines[last as usize].words.end);
        found.words.start.saturating_sub(start) + end.saturating_sub(found.words.end)
    }

    /// The characters of the new words that stand in this clause.
    fn chars(&self, clause: u32, words: &Range<u32>) -> Option<Range<u32>> {
        let prose = &self.follow.pair.new.prose;
        let block = &prose.blocks[clause as usize].words;
        let (start, end) = (words.start.max(block.start), words.end.min(block.end));
        let own = prose.chars.get(start as usize..end as usize)?;
        Some(own.first()?.start..own.last()?.end)
    }

    fn detached(&self, anchor: &Anchor, confidence: f32) -> Placement {
        let clause = self.from.clause_of_line(anchor.lines.first());
        let own = clause.filter(|&at| self.from.clauses()[at].is_heading());
        let heading = own.or_else(|| self.from.path(clause?).last().copied());
        Placement {
            standing: Standing::Detached,
            state: State::Removed,
            lines: None,
            clause: None,
            chars: None,
            confidence,
            reason: reason::removed(self.from, clause),
            candidates: Vec::new(),
            last_heading: heading.map(|at| self.from.clauses()[at].title().to_owned()),
        }
    }
}
