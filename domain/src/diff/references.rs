//! References by number ("see principle 4", "第五条") that mean another clause once the clauses are renumbered.

mod read;

use std::collections::HashMap;

use serde::Serialize;

use crate::{
    clause_map::{ClauseMap, NumberFate},
    text::{Clause, ClauseKind, Name, Text},
};
use read::{Said, read};

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
    let stayed = |fate: &crate::clause_map::Fate| fate.number == NumberFate::Kept && !fate.others.is_empty();
    if map.old_fates().iter().all(stayed) {
        return Vec::new();
    }
    let (before, after) = (Numbers::of(old), Numbers::of(new));
    let mut found = Vec::new();
    for (clause, fate) in (0..).zip(map.new_fates()) {
        let here = &new.clauses()[clause as usize];
        let mut known: Vec<Said> = match fate.others.as_slice() {
            [other] if old.clauses()[*other as usize].title() == here.title() => read(here),
            others => others.iter().flat_map(|other| read(&old.clauses()[*other as usize])).collect(),
        };
        if known.is_empty() {
            continue;
        }
        for said in read(here) {
            let Some(place) = known.iter().position(|one| one.means(&said)) else { continue };
            known.remove(place);
            let Some(was) = before.find(&said) else { continue };
            let now = after.find(&said);
            let became = &map.old_fates()[was as usize].others;
            if !now.is_some_and(|now| became.contains(&now)) {
                found.push(Astray { clause, words: said.words, was, now });
            }
        }
    }
    found
}

/// The clauses of a text by their numbers.
struct Numbers<'a> {
    clauses: &'a [Clause],
    by_values: HashMap<&'a [u32], Vec<u32>>,
}

impl<'a> Numbers<'a> {
    fn of(text: &'a Text) -> Self {
        let mut by_values: HashMap<&[u32], Vec<u32>> = HashMap::new();
        for (index, clause) in (0..).zip(text.clauses()) {
            if let Some(ordinal) = clause.ordinal.as_ref().filter(|_| clause.kind != ClauseKind::Footnote) {
                by_values.entry(&ordinal.mark.values).or_default().push(index);
            }
        }
        Self { clauses: text.clauses(), by_values }
    }

    /// The one clause that is meant.
    fn find(&self, said: &Said) -> Option<u32> {
        let all = self.by_values.get(said.values.as_slice())?;
        let named = |name| all.iter().copied().filter(|index| self.name(*index) == name).collect::<Vec<_>>();
        let mut found = if said.name == Name::NONE { Vec::new() } else { named(said.name) };
        if found.is_empty() && said.name.may_be_bare() {
            found = named(Name::NONE);
        }
        if found.len() > 1 {
            found.retain(|index| matches!(self.clauses[*index as usize].kind, ClauseKind::Heading { .. }));
        }
        let [one] = found.as_slice() else { return None };
        Some(self.part(*one, said.part).unwrap_or(*one))
    }

    fn name(&self, index: u32) -> Name {
        self.clauses[index as usize].ordinal.as_ref().map_or(Name::NONE, |ordinal| ordinal.mark.name)
    }

    /// The paragraph of this number below a clause, before the next one of the same run.
    fn part(&self, whole: u32, number: Option<u32>) -> Option<u32> {
        let number = number?;
        let run = self.clauses[whole as usize].ordinal.as_ref()?.run;
        let below = self.clauses.iter().enumerate().skip(whole as usize + 1);
        let mut below =
            below.take_while(|(_, clause)| clause.ordinal.as_ref().is_none_or(|ordinal| ordinal.run != run));
        let (index, _) = below.find(|(_, clause)| {
            clause.ordinal.as_ref().is_some_and(|ordinal| ordinal.mark.values == [number])
        })?;
        u32::try_from(index).ok()
    }
}

#[cfg(test)]
mod tests;
