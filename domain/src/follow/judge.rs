//! How sure a place is, and what to call it.

use std::ops::Range;

use super::{Cluster, Follow, Found, Meant, PERHAPS, Way};
use crate::anchor::{Standing, State};

impl Follow {
    pub(super) fn judge(&self, meant: &Meant, cluster: &Cluster, way: Way) -> Found {
        if cluster.kept < PERHAPS {
            return self.gone(meant, cluster);
        }
        let lines = self.lines(meant, cluster);
        let state = self.state(meant, cluster, way);
        let confidence = self.confidence(meant, cluster, way);
        let standing = if confidence >= PLACED { Standing::Placed } else { Standing::Uncertain };
        Found {
            standing,
            state,
            lines: Some(lines),
            words: cluster.words.clone(),
            confidence,
            changed: cluster.changed,
            other: None,
        }
    }

    /// Judges a place; with a second one nearly as good, or better, both are named and a person decides.
    pub(super) fn judge_between(
        &self,
        meant: &Meant,
        best: (&Cluster, Way),
        next: Option<&Cluster>,
    ) -> Found {
        let found = self.judge(meant, best.0, best.1);
        let Some(next) = next else { return found };
        let other = Some(self.lines(meant, next));
        let confidence = found.confidence.min(0.5);
        Found { standing: Standing::Uncertain, state: State::Ambiguous, confidence, other, ..found }
    }

    /// The lines of the cluster, with the equal lines beside it that have no words of their own.
    fn lines(&self, meant: &Meant, cluster: &Cluster) -> (u32, u32) {
        let prose = &self.pair.new.prose;
        let (first, last) = (prose.line_of(cluster.words.start), prose.line_of(cluster.words.end - 1));
        let reach = meant.lines.len() as u32;
        let equal = meant.lines.clone().filter_map(|line| self.pair.line_to[line as usize]);
        let near = equal.filter(|line| line + reach >= first && *line <= last + reach);
        near.fold((first, last), |(first, last), line| (first.min(line), last.max(line)))
    }

    fn equal(&self, meant: &Meant) -> bool {
        meant.lines.clone().all(|line| {
            self.pair.line_to[line as usize].is_some() || self.pair.old.prose.lines[line as usize].key == 0
        })
    }

    fn confidence(&self, meant: &Meant, cluster: &Cluster, way: Way) -> f32 {
        if self.equal(meant) && cluster.kept > 0.95 {
            return EQUAL;
        }
        let base = match way {
            Way::Block => 1.0,
            Way::Between => 0.97,
            Way::Elsewhere => 0.85,
        };
        let kept = ((cluster.kept - 0.2) / 0.45).clamp(0.0, 1.0).powf(0.5);
        (base * kept * (1.0 - cluster.rest)).clamp(0.02, 0.99)
    }

    pub(super) fn state(&self, meant: &Meant, cluster: &Cluster, way: Way) -> State {
        let block = self.pair.old.prose.lines[meant.lines.start as usize].block as usize;
        let target =
            self.pair.new.prose.lines[self.pair.new.prose.line_of(cluster.words.start) as usize].block;
        let to = &self.joins.forward[block];
        let at_home = to.contains(&target);
        match (at_home, to.len()) {
            (true, 2..) => State::Split,
            (true, _) if self.joins.backward[target as usize].len() > 1 => State::Merged,
            (true, _) if self.joins.moved[block] => State::Moved,
            (true, _) if cluster.changed == 0 => State::Exact,
            (false, _) if way != Way::Between => State::Moved,
            _ => State::Reworded,
        }
    }

    /// The words are gone: the gap they left when their block lives, with whatever replaced them.
    fn gone(&self, meant: &Meant, cluster: &Cluster) -> Found {
        let block = self.pair.old.prose.lines[meant.lines.start as usize].block;
        let inside = self.alignment(block).gap(&meant.words);
        let lives = inside.is_some();
        let gap = inside.or_else(|| self.gap_words(meant));
        let confidence_gone = 0.97 - 0.5 * cluster.kept;
        let Some(gap) = gap.filter(|gap| lives || !gap.is_empty()) else {
            return Found {
                standing: Standing::Detached,
                state: State::Removed,
                lines: None,
                words: 0..0,
                confidence: confidence_gone,
                changed: cluster.changed,
                other: None,
            };
        };
        let prose = &self.pair.new.prose;
        let lines = if gap.is_empty() {
            let line = prose.line_of(gap.start.saturating_sub(1));
            (line, line)
        } else {
            (prose.line_of(gap.start), prose.line_of(gap.end - 1))
        };
        let confidence = if gap.is_empty() { 0.04 } else { 0.06 + 0.4 * cluster.kept };
        Found {
            standing: Standing::Uncertain,
            state: State::QuoteRemoved,
            lines: Some(lines),
            words: gap,
            confidence,
            changed: cluster.changed,
            other: None,
        }
    }

    /// What stands between the equal lines around the words and is not what another clause became.
    fn gap_words(&self, meant: &Meant) -> Option<Range<u32>> {
        if self.section_is_gone(meant) {
            return None;
        }
        let (old, new) = self.gap(meant)?;
        if new.is_empty() || new.len() > 3 * old.len().max(20) {
            return None;
        }
        let prose = &self.pair.new.prose;
        let home = self.pair.old.prose.lines[meant.lines.start as usize].block;
        let fresh = |line: &u32| {
            let line = &prose.lines[*line as usize];
            let from = &self.joins.backward[line.block as usize];
            !line.words.is_empty() && (from.is_empty() || from.contains(&home))
        };
        let mut lines = (prose.line_of(new.start)..=prose.line_of(new.end - 1)).filter(fresh);
        let first = lines.next()?;
        let last = lines.last().unwrap_or(first);
        let (first, last) = (&prose.lines[first as usize].words, &prose.lines[last as usize].words);
        Some(first.start.max(new.start)..last.end.min(new.end))
    }

    /// Whether the heading above the words, or the one they are, went with them: then what stands there now is about something else.
    fn section_is_gone(&self, meant: &Meant) -> bool {
        let home = self.pair.old.prose.lines[meant.lines.start as usize].block as usize;
        let heading = (0..=home).rev().find(|&at| self.pair.old.prose.blocks[at].heading);
        heading.is_some_and(|at| self.joins.forward[at].is_empty())
    }

    /// A line of signs alone goes with its equal, else with its neighbours.
    pub(super) fn wordless(&self, meant: &Meant) -> Found {
        let mut equals = meant.lines.clone().filter_map(|line| self.pair.line_to[line as usize]);
        let reach = meant.lines.len() as u32;
        let equal = equals.next().map(|first| {
            equals
                .filter(|line| line.abs_diff(first) <= reach)
                .fold((first, first), |(start, end), line| (start.min(line), end.max(line)))
        });
        let near = || {
            let above = (0..meant.lines.start)
                .rev()
                .take(3)
                .find_map(|line| self.pair.line_to[line as usize].map(|to| to + 1));
            let below = (meant.lines.end..self.pair.line_to.len() as u32)
                .take(3)
                .find_map(|line| self.pair.line_to[line as usize].map(|to| to.saturating_sub(1)));
            above.or(below).map(|line| line.min(self.pair.line_from.len() as u32 - 1))
        };
        let (lines, standing, state, confidence) = match (equal, near()) {
            (Some(lines), _) => (Some(lines), Standing::Placed, State::Exact, 0.97),
            (None, Some(line)) => (Some((line, line)), Standing::Uncertain, State::QuoteRemoved, 0.5),
            (None, None) => (None, Standing::Detached, State::Removed, 0.5),
        };
        let words = lines.map_or(0..0, |(line, _)| self.pair.new.prose.lines[line as usize].words.clone());
        Found { standing, state, lines, words, confidence, changed: 0, other: None }
    }
}

/// Placed without a mark from this confidence on.
const PLACED: f32 = 0.8;
/// Equal lines are as good as certain.
pub(crate) const EQUAL: f32 = 0.995;
