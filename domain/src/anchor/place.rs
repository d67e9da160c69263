//! Placing an anchor by the clause map and the words inside the clause.

use std::ops::Range;

use super::{Anchor, Placement, Standing, State, reason, signs};
use crate::{
    clause_map::ClauseMap,
    diff::common,
    follow::{Follow, Found, Meant},
    pair::Pair,
    prose::Prose,
    text::{Clause, LineRange, Text},
};

/// Two texts made ready to place any number of anchors of the first in the second.
pub struct Places<'a> {
    pub(super) from: &'a Text,
    pub(super) to: &'a Text,
    pub(super) follow: Follow,
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
    /// Prepares to place any number of anchors on one text in another; the map is of these two texts.
    pub fn between(from: &'a Text, to: &'a Text, map: &ClauseMap) -> Self {
        Self {
            from,
            to,
            follow: Follow::new(Pair::new(Prose::with_chars(from), Prose::with_chars(to)), map.joins()),
        }
    }

    /// Where the anchor's words are in the second text; detached when the anchor has lines the first does not.
    pub fn of(&self, anchor: &Anchor) -> Placement {
        let Some(meant) = self.meant(anchor) else { return self.detached(anchor, 1.0) };
        if let Some(placement) = self.signs(anchor, &meant) {
            return placement;
        }
        let signs = meant.words.is_empty();
        let meant = signs::beside(&self.follow.pair.old.prose, meant);
        let found = self.edged(anchor, &meant, self.verbatim(anchor, &meant, self.follow.follow(&meant)));
        let mut placement = self.placement(anchor, &meant, found);
        if signs && placement.standing == Standing::Placed && anchor.chars.is_some() {
            placement = Placement { standing: Standing::Uncertain, confidence: signs::BESIDE, ..placement };
        }
        placement
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

    pub(super) fn placement(&self, anchor: &Anchor, meant: &Meant, found: Found) -> Placement {
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
            chars: self.chars(anchor, meant, clause as u32, &found.words),
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

    /// The quote alone, where it stands word for word, and once, among more words than it has: they were added around it.
    fn verbatim(&self, anchor: &Anchor, meant: &Meant, found: Found) -> Found {
        let (old, new) = (&self.follow.pair.old.prose, &self.follow.pair.new.prose);
        let count = meant.words.len();
        if anchor.chars.is_none() || count < 2 || found.words.len() <= count {
            return found;
        }
        let said = &old.words[meant.words.start as usize..meant.words.end as usize];
        let there = &new.words[found.words.start as usize..found.words.end as usize];
        let mut places = there.windows(count).zip(found.words.start..).filter(|(words, _)| *words == said);
        let (Some((_, start)), None) = (places.next(), places.next()) else { return found };
        let state = if found.state == State::Reworded { State::Exact } else { found.state };
        Found { words: start..start + count as u32, changed: 0, state, ..found }
    }

    /// With the words that came in place of the first or last ones of a quote: they are what the quote became, as much as those that stayed.
    fn edged(&self, anchor: &Anchor, meant: &Meant, found: Found) -> Found {
        let Some((first, _)) = found.lines.filter(|_| anchor.chars.is_some() && !found.words.is_empty())
        else {
            return found;
        };
        if matches!(found.state, State::QuoteRemoved | State::Exact | State::Moved) {
            return found;
        }
        let (old, new) = (&self.follow.pair.old.prose, &self.follow.pair.new.prose);
        let was = old.blocks[old.lines[meant.lines.start as usize].block as usize].words.clone();
        let now = new.blocks[new.lines[first as usize].block as usize].words.clone();
        let of = |words: &[u64], range: &Range<u32>| words[range.start as usize..range.end as usize].to_vec();
        let pairs = common(&of(&old.words, &was), &of(&new.words, &now));
        let pairs: Vec<(u32, u32)> = pairs
            .iter()
            .flat_map(|&(a, b, count)| (0..count).map(move |step| ((a + step) as u32, (b + step) as u32)))
            .map(|(a, b)| (a + was.start, b + now.start))
            .collect();
        let before =
            pairs.iter().rev().find(|(a, _)| *a < meant.words.start).map_or(now.start, |(_, b)| b + 1);
        let after = pairs.iter().find(|(a, _)| *a >= meant.words.end).map_or(now.end, |(_, b)| *b);
        let inside = || pairs.iter().map(|(a, _)| *a).filter(|a| meant.words.contains(a));
        let (Some(kept_first), Some(kept_last)) = (inside().next(), inside().next_back()) else {
            return found;
        };
        // As many words as were lost there, and a few more: what is longer is something else that came beside it.
        let room = |lost: u32| if lost == 0 { 0 } else { 2 * lost + 2 };
        let left = found.words.start.saturating_sub(before);
        let right = after.saturating_sub(found.words.end);
        let start = found.words.start - if left <= room(kept_first - meant.words.start) { left } else { 0 };
        let end = found.words.end
            + if right <= room((meant.words.end - 1).saturating_sub(kept_last)) { right } else { 0 };
        Found { words: start..end, ..found }
    }

    /// The characters of the new words that stand in this clause; of a word of which only a part was quoted that part, while it is the
    /// same word.
    fn chars(&self, anchor: &Anchor, meant: &Meant, clause: u32, words: &Range<u32>) -> Option<Range<u32>> {
        let quoted = anchor.chars.as_ref()?;
        let (old, new) = (&self.follow.pair.old.prose, &self.follow.pair.new.prose);
        let block = &new.blocks[clause as usize].words;
        let (start, end) = (words.start.max(block.start), words.end.min(block.end));
        let own = new.chars.get(start as usize..end as usize)?;
        let (first, last) = (own.first()?, own.last()?);
        let was = old.chars.get(meant.words.start as usize..meant.words.end as usize).unwrap_or_default();
        let (Some(was_first), Some(was_last)) = (was.first(), was.last()) else {
            return Some(first.start..last.end);
        };
        let (from, to) = (self.clause_quoted(meant)?, self.to.clause(clause as usize)?);
        let same = |a: &Range<u32>, b: &Range<u32>| from.slice(a) == to.slice(b);
        let cut_before =
            if same(was_first, first) { quoted.start.saturating_sub(was_first.start) } else { 0 };
        let cut_after = if same(was_last, last) { was_last.end.saturating_sub(quoted.end) } else { 0 };
        // The marks at its edges are part of it as long as they stand there.
        let ahead = was_first.start.saturating_sub(quoted.start);
        let behind = quoted.end.saturating_sub(was_last.end);
        let more_before = Some(ahead)
            .filter(|ahead| first.start >= *ahead)
            .filter(|ahead| same(&(quoted.start..was_first.start), &(first.start - ahead..first.start)));
        let more_after =
            Some(behind).filter(|more| same(&(was_last.end..quoted.end), &(last.end..last.end + more)));
        let start = first.start + cut_before - more_before.unwrap_or_default();
        let end = last.end - cut_after + more_after.unwrap_or_default();
        if start < end { Some(start..end) } else { Some(first.start..last.end) }
    }

    /// The clause that quoted words stand in.
    fn clause_quoted(&self, meant: &Meant) -> Option<&Clause> {
        self.from.clause(self.from.clause_of_line(meant.lines.start + 1)?)
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
