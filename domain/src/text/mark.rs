//! What stands apart in front of the words of a clause: its number, exactly as it was typed.

use std::borrow::Cow;

use super::{Clause, ClauseKind, Text};

/// A number that is longer stays among the words.
const LONG: usize = 6;

impl Clause {
    /// The number as it stands in the text: typed with its name and marks (`Article 5.`), or that of a list. None where there is none.
    pub fn numbered(&self) -> Option<&str> {
        match self.number_chars {
            0 => self.number.as_deref(),
            chars => Some(self.slice(&(0..chars)).trim()),
        }
    }

    /// What may stand apart in front of the words, and how many characters of the text it takes: the number exactly as it was typed. A long
    /// one (`Article 5.`) stays among the words, as does one that is all there is to read; a list has its own mark.
    pub fn apart(&self) -> (Option<&str>, u32) {
        let typed = self.numbered().filter(|_| self.number_chars > 0);
        match typed {
            None => (self.number.as_deref(), 0),
            Some(typed) if typed.chars().count() > LONG || self.title().is_empty() => (None, 0),
            Some(typed) => (Some(typed), self.number_chars),
        }
    }
}

impl Text {
    /// What stands apart in front of a clause, and how many characters of its text that takes, as [`Clause::apart`] says; the number of a list
    /// with the sign by which it was typed (`1.`, `1)`).
    pub fn mark<'a>(&self, clause: &'a Clause) -> (Option<Cow<'a, str>>, u32) {
        let (number, taken) = clause.apart();
        let Some(number) = number.filter(|_| taken == 0 && clause.kind != ClauseKind::Footnote) else {
            return (number.map(Cow::Borrowed), taken);
        };
        let typed = self.source.get(clause.span.clone()).unwrap_or_default().trim_start();
        let sign = typed.trim_start_matches(|letter: char| letter.is_ascii_digit());
        let sign = sign
            .chars()
            .next()
            .filter(|sign| typed.starts_with(|letter: char| letter.is_ascii_digit()) && ".)".contains(*sign));
        (Some(sign.map_or(Cow::Borrowed(number), |sign| Cow::Owned(format!("{number}{sign}")))), 0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What stands before the words of each clause, and the words.
    fn shown(source: &str) -> Vec<String> {
        let text = Text::parse_unlimited(source);
        let one = |clause: &Clause| {
            let (mark, taken) = text.mark(clause);
            let words: String = clause.text.chars().skip(taken as usize).collect();
            format!("{}|{}", mark.unwrap_or_default(), words)
        };
        text.clauses().iter().map(one).collect()
    }

    #[test]
    fn a_number_is_shown_as_it_was_typed() {
        assert_eq!(shown("## Article 5. Explanation"), ["|Article 5. Explanation"]);
        assert_eq!(shown("## 1 Notice\n\n## 2 Appeal"), ["1|Notice", "2|Appeal"]);
        assert_eq!(shown("## 1. Notice\n\n## 2. Appeal"), ["1.|Notice", "2.|Appeal"]);
        assert_eq!(shown("a) one thing\nb) another"), ["a)|one thing", "b)|another"]);
        assert_eq!(shown("(1) Each member\n(2) No member"), ["(1)|Each member", "(2)|No member"]);
        assert_eq!(shown("1. One thing.\n2. Another."), ["1.|One thing.", "2.|Another."]);
        assert_eq!(shown("1) One thing.\n1) Another."), ["1)|One thing.", "2)|Another."]);
        assert_eq!(shown("- One thing."), ["|One thing."]);
    }

    #[test]
    fn what_a_clause_is_called_has_its_number_as_it_was_typed() {
        let text = Text::parse_unlimited("## Article 5. Explanation\n\n1. One thing.");
        let numbers: Vec<_> = text.clauses().iter().map(Clause::numbered).collect();
        assert_eq!(numbers, [Some("Article 5."), Some("1")]);
    }
}
