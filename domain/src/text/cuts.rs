//! Lines that a person joined or split.

use std::{collections::BTreeSet, ops::Range};

use serde::{Deserialize, Serialize};

use super::{Clause, ClauseKind, Line, Text};
use crate::clause_map::ClauseMap;

/// Where lines are joined and split against the rules. A place is the byte of the source at which the words after the cut begin.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cuts {
    /// No line begins here.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub joined: BTreeSet<u32>,
    /// A line begins here.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub split: BTreeSet<u32>,
}

impl Cuts {
    /// Whether nobody joined or split a line.
    pub fn is_empty(&self) -> bool {
        self.joined.is_empty() && self.split.is_empty()
    }

    /// Joins the line that begins here to the one before.
    pub fn join(&mut self, place: u32) {
        if !self.split.remove(&place) {
            self.joined.insert(place);
        }
    }

    /// Begins a line here.
    pub fn split(&mut self, place: u32) {
        if !self.joined.remove(&place) {
            self.split.insert(place);
        }
    }

    /// The cuts of `old` that hold in `new`: where a clause is still there and has the same words before and after the cut.
    pub fn carried(&self, old: &Text, new: &Text, map: &ClauseMap) -> Self {
        let carry = |places: &BTreeSet<u32>| {
            places.iter().filter_map(|place| carried(*place as usize, old, new, map)).collect()
        };
        Self { joined: carry(&self.joined), split: carry(&self.split) }
    }
}

impl Text {
    /// Where a line may be split, as places for its cuts: each with the words that would begin the new line.
    pub fn splits(&self, number: u32) -> Vec<(u32, &str)> {
        let Some((line, clause)) = self.sentence(number) else { return Vec::new() };
        let start = clause.slice(&(0..line.chars.start.max(clause.number_chars))).len();
        let end = clause.slice(&(0..line.chars.end)).len();
        let all = words(&clause.text);
        let places = all.iter().filter(|word| start < word.start && word.end <= end).filter_map(|word| {
            let place = u32::try_from(start_of(clause, word)?).ok()?;
            Some((place, &clause.text[word.start..end]))
        });
        places.collect()
    }

    /// Where a line begins, as a place for its cuts, when it can be joined to the one before: another line of its clause.
    pub fn join(&self, number: u32) -> Option<u32> {
        let (line, clause) = self.sentence(number)?;
        let start = clause.slice(&(0..line.chars.start)).len();
        let place = start_of(clause, &(start..clause.text.len()))?;
        if number > clause.lines.first() { u32::try_from(place).ok() } else { None }
    }

    /// A line that is a sentence, with its clause.
    fn sentence(&self, number: u32) -> Option<(&Line, &Clause)> {
        let line = self.line(number)?;
        let clause = &self.clauses[line.clause as usize];
        let running = matches!(clause.kind, ClauseKind::Paragraph | ClauseKind::Item | ClauseKind::Footnote);
        running.then_some((line, clause))
    }
}

/// How many words on each side must be the same.
const WORDS: usize = 2;

fn carried(place: usize, old: &Text, new: &Text, map: &ClauseMap) -> Option<u32> {
    let index = old.clauses().iter().position(|clause| clause.span.contains(&place))?;
    let clause = &old.clauses()[index];
    let words = words(&clause.text);
    let at = words.iter().position(|word| start_of(clause, word) == Some(place))?;
    let around = |words: &[Range<usize>], at: usize, text: &str| {
        let before = words[at.saturating_sub(WORDS)..at].iter().map(|word| text[word.clone()].to_owned());
        let after = words[at..words.len().min(at + WORDS)].iter().map(|word| text[word.clone()].to_owned());
        (before.collect::<Vec<_>>(), after.collect::<Vec<_>>())
    };
    let wanted = around(&words, at, &clause.text);
    let same = |words: &[Range<usize>], text: &str| {
        (1..words.len()).filter(|at| around(words, *at, text) == wanted).collect::<Vec<_>>()
    };
    let which = same(&words, &clause.text).iter().position(|found| *found == at)?;
    for other in &map.old(index)?.others {
        let clause = new.clause(*other as usize)?;
        let words = self::words(&clause.text);
        if let Some(at) = same(&words, &clause.text).get(which) {
            return u32::try_from(start_of(clause, &words[*at])?).ok();
        }
    }
    None
}

/// The words of a text between white space; in a script without spaces each character is one.
fn words(text: &str) -> Vec<Range<usize>> {
    let spaceless = |c: char| ('\u{2e80}'..='\u{9fff}').contains(&c);
    let mut words: Vec<Range<usize>> = Vec::new();
    let mut open = false;
    for (at, c) in text.char_indices() {
        if c.is_whitespace() {
            open = false;
        } else if let Some(last) = words.last_mut().filter(|_| open && !spaceless(c)) {
            last.end = at + c.len_utf8();
        } else {
            words.push(at..at + c.len_utf8());
            open = true;
        }
    }
    words
}

/// Where a word stands in the source.
fn start_of(clause: &Clause, word: &Range<usize>) -> Option<usize> {
    let first = clause.text[word.clone()].chars().next()?;
    Some(clause.map.source_of(&(word.start..word.start + first.len_utf8()))?.start)
}
