//! Where a row belongs in a version: by its line, its clause and the paragraph of it, each as far as the row says it.

use std::collections::HashMap;

use domain::{
    Message,
    text::{ClauseKind, LineRange, Text},
};

use super::{
    Row, Verdict,
    number::{distance, key, leading, lines},
    wish,
};

/// The clauses of a version by their numbers.
#[derive(Debug)]
pub struct Numbers<'a> {
    pub(super) text: &'a Text,
    /// In the order of the text: a number with all above it, and its clause.
    known: Vec<(String, u32)>,
    /// Those numbers as a reader sees them: `1 (c)`.
    shown: HashMap<u32, String>,
}

/// What a row means by its clause.
enum Meant {
    /// Nothing, or everything.
    Whole,
    Clause(u32),
    /// No clause of the text; the nearest is beside it.
    None(Option<u32>),
}

/// What a cell says that means the whole text.
const WHOLE: [&str; 22] = [
    "general",
    "all",
    "whole",
    "whole.document",
    "entire.document",
    "whole.text",
    "document",
    "general.comment",
    "general.comments",
    "throughout",
    "global",
    "ge",
    "général",
    "générale",
    "tout",
    "ensemble",
    "document.entier",
    "na",
    "a",
    "عام",
    "الكل",
    "النص.كله",
];

impl<'a> Numbers<'a> {
    /// The numbers of a text, those of lists below those of their headings.
    pub fn of(text: &'a Text) -> Self {
        let mut known: Vec<(String, u32)> = Vec::new();
        // The headings and items that are open, by rank and number.
        let mut open: Vec<(u32, String, String)> = Vec::new();
        let mut shown = HashMap::new();
        for (clause, index) in text.clauses().iter().zip(0_u32..) {
            let rank = match clause.kind {
                ClauseKind::Heading { level } => u32::from(level),
                ClauseKind::Footnote | ClauseKind::FrontMatter | ClauseKind::Definition => continue,
                _ => 10 + u32::from(clause.depth),
            };
            // Numbers that do not count up are words of a title, and people go by them all the same.
            let typed = || if clause.is_heading() { leading(&clause.text) } else { String::new() };
            let number = clause.number.as_deref().map_or_else(typed, key);
            if number.is_empty() && !clause.is_heading() {
                continue;
            }
            while open.last().is_some_and(|(above, ..)| *above >= rank) {
                open.pop();
            }
            let above = open.iter().rev().find(|(_, number, _)| !number.is_empty());
            let own = clause.number.as_deref().unwrap_or(&number).trim_end_matches(['.', ' ']).to_owned();
            let (full, label) = match above {
                Some((_, above, label)) if is_below(&number, above) => {
                    (format!("{above}.{number}"), format!("{label} {own}"))
                }
                _ => (number, own),
            };
            if !full.is_empty() {
                known.push((full.clone(), index));
                shown.insert(index, label.clone());
            }
            open.push((rank, full, label));
        }
        Self { text, known, shown }
    }

    /// Where a row belongs, and what it proposes there.
    pub fn verdict(&self, row: &Row) -> Verdict {
        let mut verdict = self.placed(row);
        if let Some(lines) = verdict.lines {
            wish::fill(&mut verdict, row, self.text, self.within(lines));
        }
        verdict
    }

    /// All that a row on these lines is about: under a heading, what stands under it.
    fn within(&self, lines: LineRange) -> LineRange {
        let clause = self.text.clause_of_line(lines.first());
        let heading = clause.filter(|index| {
            self.text.clause(*index).is_some_and(|clause| clause.is_heading() && clause.lines == lines)
        });
        heading.map_or(lines, |index| self.section(index as u32))
    }

    fn placed(&self, row: &Row) -> Verdict {
        if row.is_day {
            return fault(Message::new("form-day"), None);
        }
        let (meant, line) = (self.meant(row), lines(&row.line));
        let count = self.text.line_count();
        let there = line
            .filter(|(_, last)| *last <= count)
            .and_then(|(first, last)| LineRange::new(first, last).ok());
        let beyond = line.filter(|_| there.is_none());
        match (meant, there, beyond) {
            (Meant::Clause(clause), Some(lines), _) => self.both(row, clause, lines),
            (Meant::Clause(clause), None, Some((_, line))) => {
                let message = Message::new("form-no-line").with("line", line).with("count", count);
                fault(message, self.in_clause(row, clause))
            }
            (Meant::Clause(clause), None, None) => self.by_clause(row, clause),
            (Meant::None(near), there, _) => self.unknown(row, near, there),
            (Meant::Whole, Some(lines), _) => Verdict { lines: Some(lines), ..Verdict::default() },
            (Meant::Whole, None, Some((_, line))) => {
                fault(Message::new("form-no-line").with("line", line).with("count", count), None)
            }
            (Meant::Whole, None, None) => Verdict { whole: true, ..Verdict::default() },
        }
    }

    /// The line says where, unless it stands in another clause than the row says.
    fn both(&self, row: &Row, clause: u32, lines: LineRange) -> Verdict {
        if self.section(clause).contains(lines.first()) {
            return Verdict { lines: Some(lines), ..Verdict::default() };
        }
        let other = self.text.clause_of_line(lines.first()).map(|index| self.label(index as u32).0);
        let message = Message::new("form-line-elsewhere")
            .with("line", lines.first())
            .with("clause", row.clause.as_str())
            .with("other", other.filter(|other| !other.is_empty()).unwrap_or_else(|| "–".to_owned()));
        Verdict { candidates: vec![lines], ..fault(message, self.in_clause(row, clause)) }
    }

    fn by_clause(&self, row: &Row, clause: u32) -> Verdict {
        let others = self.doubles(row, clause);
        if let Some(first) = others.first() {
            let message = Message::new("form-two-clauses")
                .with("clause", row.clause.as_str())
                .with("other", self.label(*first).0);
            let candidates = others.iter().map(|other| self.own(*other)).collect();
            return Verdict { candidates, ..fault(message, self.in_clause(row, clause)) };
        }
        Verdict { lines: self.in_clause(row, clause), ..Verdict::default() }
    }

    fn unknown(&self, row: &Row, near: Option<u32>, there: Option<LineRange>) -> Verdict {
        let clause = row.clause.as_str();
        let message = match near {
            Some(near) => {
                Message::new("form-no-clause-near").with("clause", clause).with("near", self.label(near).0)
            }
            None => Message::new("form-no-clause").with("clause", clause),
        };
        let lines = there.or_else(|| near.map(|near| self.own(near)));
        Verdict { near: near.map(|near| self.label(near).0), ..fault(message, lines) }
    }

    /// Other clauses that the cell may mean: of the same number, or those that a spreadsheet cannot tell apart.
    fn doubles(&self, row: &Row, clause: u32) -> Vec<u32> {
        let asked = self.number_of(clause);
        let same = |number: &str| {
            let padded = row.is_number
                && asked.is_some_and(|asked| {
                    asked.contains('.') && number.strip_prefix(asked).is_some_and(|rest| rest == "0")
                });
            padded || Some(number) == asked
        };
        self.known
            .iter()
            .filter(|(number, index)| *index != clause && same(number))
            .map(|(_, index)| *index)
            .collect()
    }

    fn meant(&self, row: &Row) -> Meant {
        let asked = key(&row.clause);
        let find =
            |number: &str| self.known.iter().find(|(known, _)| known == number).map(|(_, index)| *index);
        let titled = || {
            let title = plain(&row.clause);
            let mut headings =
                self.text.clauses().iter().zip(0_u32..).filter(|(clause, _)| clause.is_heading());
            headings
                .find(|(clause, _)| {
                    plain(clause.title()) == title
                        || plain(&clause.text) == title
                        || unnumbered(&clause.text) == title
                })
                .map(|found| found.1)
        };
        if asked.is_empty() && row.clause.chars().all(|letter| !letter.is_alphanumeric()) {
            return Meant::Whole;
        }
        let number = leading(&row.clause);
        let found = find(&asked).or_else(titled).or_else(|| find(&number)).or_else(|| self.alone(&number));
        match found {
            Some(clause) => Meant::Clause(clause),
            None if WHOLE.contains(&asked.as_str()) => Meant::Whole,
            None => Meant::None(self.nearest(&number)),
        }
    }

    /// The one clause whose own number this is, when only one has it.
    fn alone(&self, number: &str) -> Option<u32> {
        let ends = format!(".{number}");
        let mut found = self.known.iter().filter(|(known, _)| !number.is_empty() && known.ends_with(&ends));
        let first = found.next()?;
        found.next().is_none().then_some(first.1)
    }

    fn nearest(&self, number: &str) -> Option<u32> {
        let near = self.known.iter().filter(|_| !number.is_empty());
        let near = near.map(|(known, index)| (distance(number, known), *index));
        near.filter(|(distance, _)| *distance < 1_050).min().map(|(_, index)| index)
    }

    fn number_of(&self, clause: u32) -> Option<&str> {
        self.known.iter().find(|(_, index)| *index == clause).map(|(number, _)| number.as_str())
    }

    /// The lines of a clause: of a heading its own.
    fn own(&self, clause: u32) -> LineRange {
        self.text.clause(clause as usize).map_or_else(|| LineRange::spanning(1, 1), |clause| clause.lines)
    }

    /// The lines of a clause with all that stands under it.
    fn section(&self, clause: u32) -> LineRange {
        let (own, clauses) = (self.own(clause), self.text.clauses());
        let Some(first) = clauses.get(clause as usize) else { return own };
        let rest = clauses.iter().skip(clause as usize + 1);
        let under = rest.take_while(|next| match (first.kind, next.kind) {
            (ClauseKind::Heading { level }, ClauseKind::Heading { level: next }) => next > level,
            (ClauseKind::Heading { .. }, _) => true,
            (_, ClauseKind::Heading { .. }) => false,
            _ => next.depth > first.depth,
        });
        LineRange::spanning(own.first(), under.last().map_or(own.last(), |last| last.lines.last()))
    }

    /// The lines of the part of a clause that the row names.
    fn in_clause(&self, row: &Row, clause: u32) -> Option<LineRange> {
        let own = self.own(clause);
        Some(self.part(row, clause).unwrap_or(own))
    }

    fn part(&self, row: &Row, clause: u32) -> Option<LineRange> {
        let asked = row.paragraph.to_lowercase();
        let section = self.section(clause);
        let item = self.number_of(clause).map(|above| format!("{above}.{}", key(&asked)));
        let item = item.and_then(|item| self.known.iter().find(|(known, _)| *known == item));
        if let Some((_, item)) = item.filter(|_| !asked.is_empty()) {
            return Some(self.own(*item));
        }
        let (number, _) = lines(&asked)?;
        let begins = |starts: &[&str]| starts.iter().any(|start| asked.contains(start));
        let wanted = |kind: ClauseKind| match kind {
            ClauseKind::TableRow { header } => header && begins(&["tab", "جدول"]),
            ClauseKind::Footnote => begins(&["note", "حاشية"]),
            ClauseKind::Paragraph => !begins(&["tab", "note", "fig", "جدول", "حاشية", "شكل"]),
            _ => false,
        };
        // Tables and notes are numbered through the text, paragraphs in their clause.
        let (within, through) =
            (|lines: LineRange| section.contains(lines.first()), begins(&["tab", "note", "جدول", "حاشية"]));
        let all = self.text.clauses().iter().zip(0_u32..);
        let mut found = all.filter(|(one, _)| wanted(one.kind) && (through || within(one.lines)));
        found.nth(number as usize - 1).map(|(_, index)| self.own(index))
    }

    /// The number of a clause with all above it as a row says it, and which part of it: for a paragraph, a table or a note its place.
    pub(super) fn label(&self, clause: u32) -> (String, Option<Message>) {
        let clauses = self.text.clauses();
        let Some(own) = clauses.get(clause as usize) else { return (String::new(), None) };
        let numbered = self.shown.get(&clause).cloned();
        let count = |kind: fn(&ClauseKind) -> bool, from: usize| {
            clauses[from..=clause as usize].iter().filter(|one| kind(&one.kind)).count() as u32
        };
        let heading = own.heading.filter(|_| !own.is_heading());
        let above = heading.map(|heading| self.label(heading).0).unwrap_or_default();
        let part = match own.kind {
            _ if numbered.is_some() || own.is_heading() => None,
            ClauseKind::TableRow { .. } => {
                let tables = count(|kind| matches!(kind, ClauseKind::TableRow { header: true }), 0);
                Some(Message::new("form-table").with("number", tables.max(1)))
            }
            ClauseKind::Footnote => {
                Some(Message::new("form-note").with("number", count(|kind| *kind == ClauseKind::Footnote, 0)))
            }
            ClauseKind::Paragraph => {
                let from = heading.map_or(0, |heading| heading as usize);
                let place = count(|kind| *kind == ClauseKind::Paragraph, from);
                Some(Message::new("form-paragraph").with("number", place))
            }
            _ => None,
        };
        let shown = numbered.unwrap_or_else(|| if own.is_heading() { own.title().to_owned() } else { above });
        (shown, part)
    }
}

fn fault(message: Message, lines: Option<LineRange>) -> Verdict {
    Verdict { fault: Some(message), lines, ..Verdict::default() }
}

/// Whether a number is one of several below another, and does not say so itself.
fn is_below(number: &str, above: &str) -> bool {
    !number.is_empty() && !number.contains('.') && !number.starts_with(&format!("{above}."))
}

/// A title without the number that was typed before it.
fn unnumbered(title: &str) -> String {
    let rest = title.trim_start_matches(|letter: char| !letter.is_whitespace());
    plain(rest)
}

/// Words as titles are compared.
fn plain(words: &str) -> String {
    let words = words.to_lowercase();
    words
        .split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}
