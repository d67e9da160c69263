//! The clauses that references mean.

use std::collections::HashMap;

use super::read::Said;
use crate::text::{Clause, ClauseKind, Name, Read, Script, Text};

/// The clauses of a text by their numbers.
pub(super) struct Numbers<'a> {
    clauses: &'a [Clause],
    by_values: HashMap<&'a [u32], Vec<u32>>,
    /// Whether some are numbered in words: `Article premier`.
    pub in_words: bool,
}

impl<'a> Numbers<'a> {
    /// Gathers the numbered clauses of a text; footnotes are left out.
    pub fn of(text: &'a Text) -> Self {
        let mut by_values: HashMap<&[u32], Vec<u32>> = HashMap::new();
        for (index, clause) in (0..).zip(text.clauses()) {
            if let Some(ordinal) = clause.ordinal.as_ref().filter(|_| clause.kind != ClauseKind::Footnote) {
                by_values.entry(&ordinal.mark.values).or_default().push(index);
            }
        }
        let is_word = |number: &str| number.chars().filter(|c| c.is_alphabetic()).take(9).count() > 3;
        let mut numbers = text.clauses().iter().filter_map(|clause| clause.number.as_deref());
        Self { clauses: text.clauses(), by_values, in_words: numbers.any(is_word) }
    }

    /// The clauses that a reference in clause `here` may mean: one when that is sure.
    pub fn find(&self, said: &Said, here: u32) -> Vec<u32> {
        let found = if said.item { self.items(said, here) } else { self.numbers(said, here) };
        let part = |whole: u32| {
            said.parts.iter().try_fold(whole, |whole, part| self.part(whole, part)).unwrap_or(whole)
        };
        found.into_iter().map(part).collect()
    }

    fn numbers(&self, said: &Said, here: u32) -> Vec<u32> {
        let all = self.by_values.get(said.values()).map(Vec::as_slice).unwrap_or_default();
        let named = |name| all.iter().copied().filter(|index| self.name(*index) == name).collect::<Vec<_>>();
        let mut found = if said.name == Name::NONE { Vec::new() } else { named(said.name) };
        let bare = found.is_empty() && said.name.may_be_bare();
        if bare {
            found = named(Name::NONE);
            found.retain(|index| !self.is_letter(*index));
        }
        let titles: Vec<_> = found.iter().copied().filter(|index| self.is_heading(*index)).collect();
        match titles.as_slice() {
            [_] if found.len() > 1 => titles,
            _ if bare && found.len() > 1 => self.in_section(found, here),
            _ => found,
        }
    }

    /// Items with this mark: those of the run that clause `here` is in, else the nearest before it under the same heading.
    fn items(&self, said: &Said, here: u32) -> Vec<u32> {
        let known = said.read.iter().filter_map(|(_, values)| self.by_values.get(values.as_slice()));
        let mut found: Vec<u32> =
            known.flatten().copied().filter(|index| self.is_marked(*index, &said.read)).collect();
        let name = |index: &u32| self.name(*index);
        let by_name = found.iter().any(|index| name(index) == said.name);
        found.retain(|index| name(index) == if by_name { said.name } else { Name::NONE });
        found.sort_unstable();
        found.dedup();
        let run = |index: u32| self.clauses[index as usize].ordinal.as_ref().map(|ordinal| ordinal.run);
        if let Some(sibling) = found.iter().find(|index| run(**index) == run(here) && run(here).is_some()) {
            return vec![*sibling];
        }
        let found = self.in_section(found, here);
        match found.iter().rfind(|index| **index < here) {
            Some(nearest) if found.len() > 1 => vec![*nearest],
            _ => found,
        }
    }

    /// Of several clauses those under the same heading or article as `here`, if there are any.
    fn in_section(&self, found: Vec<u32>, here: u32) -> Vec<u32> {
        let start = (0..=here).rev().find(|index| self.begins_section(*index)).unwrap_or(0);
        let mut after = here + 1..self.clauses.len() as u32;
        let end = after.find(|index| self.begins_section(*index)).unwrap_or(self.clauses.len() as u32);
        let near: Vec<_> = found.iter().copied().filter(|index| (start..end).contains(index)).collect();
        if near.is_empty() { found } else { near }
    }

    fn begins_section(&self, index: u32) -> bool {
        let name = self.name(index);
        self.is_heading(index) || name.is_known() && !name.is_part()
    }

    fn is_heading(&self, index: u32) -> bool {
        matches!(self.clauses[index as usize].kind, ClauseKind::Heading { .. })
    }

    fn name(&self, index: u32) -> Name {
        self.clauses[index as usize].ordinal.as_ref().map_or(Name::NONE, |ordinal| ordinal.mark.name)
    }

    /// Whether a clause is marked with a letter, which no figure means.
    fn is_letter(&self, index: u32) -> bool {
        use Script::{Abjad, ArabicAlphabet, Cyrillic, Lower, Upper};
        self.clauses[index as usize].ordinal.as_ref().is_some_and(|ordinal| {
            matches!(ordinal.mark.script, Lower | Upper | Cyrillic | Abjad | ArabicAlphabet)
        })
    }

    /// Whether a clause has a mark that can be read so.
    fn is_marked(&self, index: u32, read: &Read) -> bool {
        let digits = |script: Script| matches!(script, Script::Digits | Script::OtherDigits(_));
        self.clauses[index as usize].ordinal.as_ref().is_some_and(|ordinal| {
            let mark = &ordinal.mark;
            read.iter().any(|(script, values)| {
                *values == mark.values && (*script == mark.script || digits(*script) && digits(mark.script))
            })
        })
    }

    /// The paragraph of this number below a clause, before the next one of the same run.
    fn part(&self, whole: u32, read: &Read) -> Option<u32> {
        let run = self.clauses[whole as usize].ordinal.as_ref()?.run;
        let below = whole + 1..self.clauses.len() as u32;
        let other = |index: &u32| {
            self.clauses[*index as usize].ordinal.as_ref().is_none_or(|ordinal| ordinal.run != run)
        };
        below.take_while(other).find(|index| self.is_marked(*index, read))
    }
}
