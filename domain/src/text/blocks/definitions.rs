//! Link reference definitions, and the order of all clauses.

use super::{Raw, Reader};
use crate::text::{
    ClauseKind, LineRange,
    nest::{NestKind, path},
};

impl Reader<'_> {
    /// Adds link reference definitions, which the Markdown parser swallows, so that no line of the source is lost.
    pub(super) fn definitions(&mut self, body: usize) {
        let mut found = Vec::new();
        let mut at = body;
        let ends = self
            .clauses
            .iter()
            .filter(|clause| clause.span.start >= body)
            .map(|clause| clause.span.clone())
            .chain(std::iter::once(self.source.len()..self.source.len()));
        for span in ends.collect::<Vec<_>>() {
            if span.start > at {
                let mut start = at;
                for line in self.source[at..span.start].split_inclusive('\n') {
                    let words = line.trim_start_matches(|c: char| c.is_whitespace() || c == '>');
                    if words.starts_with('[') && words.contains("]:") {
                        found.push(start + line.len() - words.len()..start + line.trim_end().len());
                    }
                    start += line.len();
                }
            }
            at = at.max(span.end);
        }
        for range in found {
            if self.is_note(&range) {
                continue;
            }
            self.begin(ClauseKind::Definition, range.start);
            self.verbatim(range.clone());
            self.close(range.end);
        }
    }

    /// Whether it is the mark of a footnote whose words are clauses: one that begins with a list has none of its own.
    fn is_note(&self, range: &std::ops::Range<usize>) -> bool {
        let label = self.source[range.clone()].strip_prefix("[^").and_then(|words| words.split("]:").next());
        let of_note = |nest: &u32| matches!(self.nests.all.get(*nest as usize).map(|nest| &nest.kind), Some(NestKind::Note { label: own }) if Some(own.as_str()) == label);
        let mut after = self.clauses.iter().filter(|clause| clause.span.start >= range.end);
        label.is_some() && after.any(|clause| path(&self.nests.all, clause.nest).iter().any(of_note))
    }
}

impl Raw {
    /// Puts clauses in the order of the source, and gives each the nearest heading above it.
    pub(super) fn head(&mut self) {
        if !self.clauses.is_sorted_by_key(|clause| clause.span.start) {
            self.sort();
        }
        self.nest_definitions();
        let mut headings: Vec<(u8, u32)> = Vec::new();
        for (index, clause) in self.clauses.iter_mut().enumerate() {
            if let ClauseKind::Heading { level } = clause.kind {
                headings.retain(|(above, _)| *above < level);
                clause.heading = headings.last().map(|(_, index)| *index);
                headings.push((level, index as u32));
            } else {
                clause.heading = headings.last().map(|(_, index)| *index);
            }
        }
    }

    /// Gives each link reference definition its place in what the clauses around it both stand in, and in a list in the item before it.
    fn nest_definitions(&mut self) {
        for index in 1..self.clauses.len() {
            let Some(next) = self.clauses.get(index + 1).map(|next| next.nest) else { continue };
            if self.clauses[index].kind != ClauseKind::Definition {
                continue;
            }
            let (before, after) = (path(&self.nests, self.clauses[index - 1].nest), path(&self.nests, next));
            let shared = before.iter().zip(&after).take_while(|(before, after)| before == after).count();
            let holds = |nest: &&u32| {
                matches!(self.nests[**nest as usize].kind, NestKind::Item { .. } | NestKind::Quote)
            };
            let inner = before[..(shared + 1).min(before.len())].iter().rev().find(holds);
            self.clauses[index].nest = if shared > 0 { inner.copied() } else { None };
        }
    }

    fn sort(&mut self) {
        let mut lines = std::mem::take(&mut self.lines).into_iter().map(Some).collect::<Vec<_>>();
        let mut order: Vec<u32> = (0..self.clauses.len() as u32).collect();
        order.sort_by_key(|at| self.clauses[*at as usize].span.start);
        let mut places = vec![0; order.len()];
        (0..).zip(&order).for_each(|(place, at)| places[*at as usize] = place);
        self.numbers.iter_mut().for_each(|(at, _)| *at = places[*at as usize]);
        self.numbers.sort_by_key(|(at, _)| *at);
        self.clauses.sort_by_key(|clause| clause.span.start);
        for (index, clause) in self.clauses.iter_mut().enumerate() {
            let first = self.lines.len() as u32 + 1;
            for number in clause.lines.iter() {
                if let Some(mut line) = lines[number as usize - 1].take() {
                    (line.number, line.clause) = (self.lines.len() as u32 + 1, index as u32);
                    self.lines.push(line);
                }
            }
            clause.lines = LineRange::spanning(first, self.lines.len() as u32);
        }
    }
}
