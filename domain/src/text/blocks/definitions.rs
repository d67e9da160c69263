//! Link reference definitions, and the order of all clauses.

use super::Reader;
use crate::text::{ClauseKind, LineRange};

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
            self.begin(ClauseKind::Definition, range.start);
            self.verbatim(range.clone());
            self.close(range.end);
        }
    }

    /// Puts clauses in the order of the source, and gives each the nearest heading above it.
    pub(super) fn head(&mut self) {
        if !self.clauses.is_sorted_by_key(|clause| clause.span.start) {
            self.sort();
        }
        let mut headings: Vec<(u8, u32)> = Vec::new();
        for (at, clause) in self.clauses.iter_mut().enumerate() {
            if let ClauseKind::Heading { level } = clause.kind {
                headings.retain(|(above, _)| *above < level);
                clause.heading = headings.last().map(|(_, at)| *at);
                headings.push((level, at as u32));
            } else {
                clause.heading = headings.last().map(|(_, at)| *at);
            }
        }
    }

    fn sort(&mut self) {
        let mut lines = std::mem::take(&mut self.lines).into_iter().map(Some).collect::<Vec<_>>();
        self.clauses.sort_by_key(|clause| clause.span.start);
        for (at, clause) in self.clauses.iter_mut().enumerate() {
            let first = self.lines.len() as u32 + 1;
            for number in clause.lines.iter() {
                if let Some(mut line) = lines[number as usize - 1].take() {
                    (line.number, line.clause) = (self.lines.len() as u32 + 1, at as u32);
                    self.lines.push(line);
                }
            }
            clause.lines = LineRange::spanning(first, self.lines.len() as u32);
        }
    }
}
