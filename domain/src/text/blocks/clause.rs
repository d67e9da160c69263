//! A block that was read, as a clause and its lines.

use std::ops::Range;

use super::{Block, Paragraph, paragraph::CharCount, sweep::Sweep};
use crate::text::{
    Clause, ClauseKind, Cuts, Digest, Line, LineRange, Part, number,
    numbering::Numbers,
    sentences::{self, Tongue},
    uniform,
};

impl Block {
    /// The clause with this index, and what may number it; its lines are added to those before it.
    pub(super) fn into_clause(
        self,
        body: &Paragraph,
        (tongue, cuts): (Tongue, &Cuts),
        index: u32,
        lines: &mut Vec<Line>,
    ) -> (Clause, Numbers) {
        let text = Part::whole(&body.text);
        let first = lines.len() as u32 + 1;
        let typed = match self.kind {
            ClauseKind::Heading { .. } => number::find(&text, true),
            ClauseKind::Paragraph | ClauseKind::Item => number::find(&text, false),
            _ => None,
        };
        let typed = typed.filter(|found| found.taken < text.len() || self.number.is_none());
        let taken = typed.as_ref().map_or(0, |found| found.taken);
        let sentences = self.sentences(body, tongue, taken);
        let sentences =
            if matches!(self.kind, ClauseKind::Paragraph | ClauseKind::Item | ClauseKind::Footnote) {
                body.recut(sentences, cuts, &self.span)
            } else {
                sentences
            };
        self.lines(body, &text, sentences, index, lines);
        let listed = self.number.as_ref().filter(|_| self.kind != ClauseKind::Footnote);
        let marker = listed.and_then(|number| number.parse().ok());
        let number = typed.as_ref().map(|found| found.number.clone()).or(self.number);
        let clause = Clause {
            kind: self.kind,
            depth: self.depth,
            nest: self.nest,
            leads: self.leads,
            number_chars: text[..taken].chars().count() as u32,
            number,
            ordinal: None,
            heading: None,
            digest: Digest::of(uniform(if taken < text.len() { &text[taken..] } else { &text }).as_bytes()),
            lines: LineRange::spanning(first, lines.len() as u32),
            span: self.span,
            map: body.source_map(),
            text,
        };
        (clause, Numbers { typed, marker })
    }

    fn lines(
        &self,
        body: &Paragraph,
        text: &Part,
        sentences: Vec<Range<usize>>,
        clause: u32,
        lines: &mut Vec<Line>,
    ) {
        let mut sweep = Sweep::of(body, &self.span);
        let mut chars = CharCount::new(text);
        let row = matches!(self.kind, ClauseKind::TableRow { .. });
        for range in sentences {
            sweep.go_to(&range);
            let (from, to) = (chars.at(range.start), chars.at(range.end));
            lines.push(Line {
                number: lines.len() as u32 + 1,
                clause,
                text: text.part(&range),
                span: sweep.span(&range, &self.span),
                chars: from..to,
                formatted: sweep.runs(&range, from),
                cells: if row { body.cells() } else { Vec::new() },
            });
        }
    }

    /// None ends in the number, which takes the first `number` bytes.
    fn sentences(&self, body: &Paragraph, tongue: Tongue, number: usize) -> Vec<Range<usize>> {
        let text = &body.text;
        match self.kind {
            ClauseKind::Code | ClauseKind::Html | ClauseKind::FrontMatter => {
                let mut at = 0;
                let lines = text.split_inclusive('\n').map(|line| {
                    at += line.len();
                    at - line.len()..at - line.len() + line.trim_end().len()
                });
                lines.filter(|range| !text[range.clone()].trim().is_empty()).collect()
            }
            ClauseKind::Heading { .. } | ClauseKind::TableRow { .. } | ClauseKind::Definition => {
                std::iter::once(0..text.len()).collect()
            }
            ClauseKind::Paragraph | ClauseKind::Item | ClauseKind::Footnote => {
                let mut closed = body.closed();
                if number > 0 {
                    closed.push(0..number);
                }
                sentences::split(text, tongue, &closed, &body.breaks)
            }
        }
    }
}
