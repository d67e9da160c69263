//! A text as sentences that can be told apart whatever is done to them.

use std::collections::BTreeMap;

use domain::{
    anchor::{Anchor, BadAnchor},
    text::{ClauseId, ClauseKind, LineRange, Text},
};

#[derive(Clone)]
pub struct Book {
    pub clauses: Vec<Passage>,
}

#[derive(Clone)]
pub struct Passage {
    pub heading: bool,
    pub sentences: Vec<Sentence>,
}

#[derive(Clone)]
pub struct Sentence {
    pub id: usize,
    pub words: String,
}

/// A book as a version, with the lines of each sentence.
pub struct Printed {
    pub text: Text,
    pub lines: BTreeMap<usize, LineRange>,
}

const SOURCES: [&str; 6] = [
    include_str!("../../../server/demo/principles/v1.md"),
    include_str!("../../../server/demo/principles/v3.md"),
    include_str!("../../../server/demo/form/v1.md"),
    include_str!("../../../server/demo/voices/v1.md"),
    include_str!("../../../server/demo/registers/v1.md"),
    include_str!("../../../server/demo/charters/dovetail.md"),
];

impl Book {
    /// One of the texts of the demonstration, with look-alike clauses put in.
    pub fn sample(which: usize) -> Self {
        let text = Text::parse_unlimited(SOURCES[which % SOURCES.len()]);
        let mut book = Self { clauses: Vec::new() };
        for clause in text.clauses() {
            let heading = matches!(clause.kind, ClauseKind::Heading { .. });
            let plain = matches!(clause.kind, ClauseKind::Paragraph | ClauseKind::Item);
            if heading {
                book.push(true, [clause.title().to_owned()]);
            } else if plain {
                book.push(false, text.lines_in(clause.lines).iter().map(|line| line.text.to_string()));
            }
        }
        for team in ["Alpha", "Beta", "Gamma"] {
            let said = format!("Team {team} reports to the council once a year.");
            book.push(false, [said, format!("The council answers Team {team} within thirty days.")]);
        }
        book
    }

    fn push(&mut self, heading: bool, sentences: impl IntoIterator<Item = String>) {
        let first = self.clauses.iter().map(|clause| clause.sentences.len()).sum::<usize>();
        let sentences =
            sentences.into_iter().enumerate().map(|(at, words)| Sentence { id: first + at, words });
        self.clauses.push(Passage { heading, sentences: sentences.collect() });
    }

    pub fn printed(&self) -> Printed {
        let mut number = 0;
        let blocks = self.clauses.iter().map(|clause| {
            let words =
                clause.sentences.iter().map(|sentence| sentence.words.as_str()).collect::<Vec<_>>().join(" ");
            number += u32::from(clause.heading);
            if clause.heading { format!("## {number}. {words}") } else { words }
        });
        let text = Text::parse_unlimited(&blocks.collect::<Vec<_>>().join("\n\n"));
        let mut lines = BTreeMap::new();
        for (clause, passage) in text.clauses().iter().zip(&self.clauses) {
            let mut at = clause.number_chars;
            for sentence in &passage.sentences {
                let end = at + sentence.words.chars().count() as u32;
                let here = text
                    .lines_in(clause.lines)
                    .iter()
                    .filter(|line| line.chars.start < end && at < line.chars.end);
                let numbers: Vec<u32> = here.map(|line| line.number).collect();
                if let (Some(&first), Some(&last)) = (numbers.first(), numbers.last()) {
                    lines.insert(sentence.id, LineRange::spanning(first, last));
                }
                at = end + 1;
            }
        }
        Printed { text, lines }
    }
}

impl Printed {
    pub fn anchor(&self, lines: LineRange) -> Result<Anchor, BadAnchor> {
        let ids: Vec<ClauseId> = (0..self.text.clauses().len() as u32).map(ClauseId).collect();
        Anchor::on(&self.text, &ids, lines, None)
    }
}
