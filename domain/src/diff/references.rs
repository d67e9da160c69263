//! References by number ("see principle 4", "第五条") that mean another clause once the clauses are renumbered.

mod cues;
mod marks;
mod read;
mod targets;
mod wholes;

use std::ops::Range;

use read::{Said, read};
use serde::Serialize;
use targets::Numbers;

use crate::{
    clause_map::{ClauseMap, NumberFate},
    text::Text,
};

/// A reference whose words stayed while the number in them went to another clause, or to none.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Astray {
    /// The clause of the new text it stands in.
    pub clause: u32,
    /// Its words, such as `Article 5(2)`.
    pub words: String,
    /// The clause of the old text that was meant.
    pub was: u32,
    /// The clause of the new text that has the number now.
    pub now: Option<u32>,
}

impl Astray {
    /// The line it begins to stand in, the first line of the clause that was meant, and that of the clause that is meant now: `—` for
    /// none.
    pub fn told<'a>(&self, old: &'a Text, new: &'a Text) -> (u32, &'a str, &'a str) {
        let clause = &new.clauses()[self.clause as usize];
        let lines = new.lines_in(clause.lines);
        let within = lines.iter().position(|line| line.text.contains(&self.words)).unwrap_or_default();
        let first = |text: &'a Text, index: u32| {
            text.lines_in(text.clauses()[index as usize].lines)
                .first()
                .map_or("—", |line| line.text.as_str())
        };
        let line = clause.lines.first() + within as u32;
        (line, first(old, self.was), self.now.map_or("—", |now| first(new, now)))
    }
}

/// All references that now mean another clause, in the order of the new text. One that was corrected is a change of words and is left
/// out, as is one to another text ("Article 5 of the Treaty") and one whose number several clauses have.
pub fn astray(old: &Text, new: &Text, map: &ClauseMap) -> Vec<Astray> {
    References::between(old, new, map).map(|all| all.astray(all.clauses())).unwrap_or_default()
}

/// What the references of two texts mean.
pub struct References<'a> {
    old: &'a Text,
    new: &'a Text,
    map: &'a ClauseMap,
    before: Numbers<'a>,
    after: Numbers<'a>,
}

impl<'a> References<'a> {
    /// Prepares to look for references; none when every clause kept its number, so that no reference means another one.
    pub fn between(old: &'a Text, new: &'a Text, map: &'a ClauseMap) -> Option<Self> {
        let stayed =
            |fate: &crate::clause_map::Fate| fate.number == NumberFate::Kept && !fate.others.is_empty();
        if map.old_fates().iter().all(stayed) {
            return None;
        }
        Some(Self { old, new, map, before: Numbers::of(old), after: Numbers::of(new) })
    }

    /// The indices of all clauses of the new text.
    pub fn clauses(&self) -> Range<u32> {
        0..self.new.clauses().len() as u32
    }

    /// Those in some clauses of the new text that mean another clause now. No clause needs another one to have been read.
    pub fn astray(&self, clauses: Range<u32>) -> Vec<Astray> {
        clauses.flat_map(|clause| self.of_clause(clause)).collect()
    }

    fn of_clause(&self, clause: u32) -> Vec<Astray> {
        let in_words = self.before.in_words;
        let here = &self.new.clauses()[clause as usize];
        let said = read(here, in_words);
        if said.is_empty() {
            return Vec::new();
        }
        let others = &self.map.new_fates()[clause as usize].others;
        let sources = others.iter().map(|other| (*other, &self.old.clauses()[*other as usize]));
        let mut known: Vec<(u32, Said)> = sources
            .flat_map(|(other, source)| {
                let same = source.title() == here.title() && source.is_heading() == here.is_heading();
                let found = if same { said.clone() } else { read(source, in_words) };
                found.into_iter().map(move |said| (other, said))
            })
            .collect();
        let mut found = Vec::new();
        for said in said {
            let Some(place) = known.iter().position(|(_, one)| one.means(&said)) else { continue };
            let (other, _) = known.remove(place);
            let [was] = self.before.find(&said, other)[..] else { continue };
            let now = self.after.find(&said, clause);
            let became = &self.map.old_fates()[was as usize].others;
            if !now.iter().any(|now| became.contains(now)) {
                found.push(Astray { clause, words: said.words, was, now: now.first().copied() });
            }
        }
        found
    }
}

#[cfg(test)]
mod tests;
