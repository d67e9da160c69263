//! Runs of siblings that count up.

use super::Level;
use crate::{
    text::{
        Clause, ClauseKind,
        number::{Found, Mark, Name, Script, Wrap},
        sentences::begins_sentences,
    },
    words::ByParts,
};

/// A run goes on over this many missing numbers.
const GAP: u32 = 3;
/// No run of typed numbers begins above this: a year is no number of a clause.
const HIGHEST_START: u32 = 500;

/// What counts together.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
struct Key {
    level: Level,
    name: Name,
    wrap: Wrap,
    script: Script,
}

#[derive(Default)]
struct Run {
    members: Vec<(usize, Mark)>,
    /// Its first number is a part of one that was counted before it: `3.1` after `3.`
    parted: bool,
}

/// How each of the numbers found is to be read; nothing when it stands in no run and has no name.
pub(super) fn standing(clauses: &[Clause], found: &[(u32, &Found)]) -> Vec<Option<Mark>> {
    let mut runs = Runs {
        clauses,
        found,
        open: ByParts::default(),
        standing: vec![None; found.len()],
        digits: ByParts::default(),
    };
    for index in 0..found.len() {
        runs.take(index);
    }
    let open: Vec<_> = std::mem::take(&mut runs.open).into_values().collect();
    open.into_iter().for_each(|run| runs.close(run));
    runs.standing
}

struct Runs<'a> {
    clauses: &'a [Clause],
    found: &'a [(u32, &'a Found)],
    open: ByParts<Key, Run>,
    standing: Vec<Option<Mark>>,
    /// The last numbers in digits, by how many parts they have.
    digits: ByParts<usize, Vec<u32>>,
}

impl Runs<'_> {
    fn take(&mut self, index: usize) {
        let (clause, found) = (&self.clauses[self.found[index].0 as usize], self.found[index].1);
        let level = Level::of(clause);
        let Some(mark) = self.reading(level, found, index) else { return };
        if mark.is_named() {
            self.standing[index] = Some(mark.clone());
        }
        let parted = mark.values.split_last().is_some_and(|(last, above)| {
            *last <= 1
                && !above.is_empty()
                && self.digits.get(&above.len()).is_some_and(|values| values == above)
        });
        if matches!(mark.script, Script::Digits | Script::OtherDigits(_)) && mark.name == Name::NONE {
            self.digits.insert(mark.values.len(), mark.values.clone());
        }
        let run = self.open.entry(key(level, &mark)).or_default();
        let goes_on = run.members.last().is_none_or(|(_, last)| {
            follows(&last.values, &mark.values)
                || (run.members.len() > 1 && skips(&last.values, &mark.values))
        });
        let closed = if goes_on { None } else { Some(std::mem::take(run)) };
        if run.members.is_empty() {
            run.parted = parted;
        }
        run.members.push((index, mark));
        if let Some(closed) = closed {
            self.close(closed);
        }
    }

    /// The reading that goes on with an open run; else one that begins a run; else the first. Of two that go on, the next number tells.
    fn reading(&self, level: Level, found: &Found, index: usize) -> Option<Mark> {
        let goes_on = |mark: &&Mark| {
            let run = self.open.get(&key(level, mark));
            run.and_then(|run| run.members.last())
                .is_some_and(|(_, last)| follows(&last.values, &mark.values))
        };
        let begins = |mark: &&Mark| mark.values.last().is_some_and(|last| *last <= 1);
        let before_next = |mark: &&Mark| {
            let next =
                self.found.get(index + 1).map(|(_, next)| next.readings.as_slice()).unwrap_or_default();
            next.iter().any(|next| {
                next.script == mark.script && next.wrap == mark.wrap && follows(&mark.values, &next.values)
            })
        };
        let all = || found.readings.iter();
        let sure = all().filter(goes_on).find(before_next);
        let other = || all().filter(begins).find(before_next);
        sure.or_else(other)
            .or_else(|| all().find(goes_on))
            .or_else(|| all().find(before_next))
            .or_else(|| all().find(begins))
            .or(all().next())
            .cloned()
    }

    /// Lets the members of a run be numbers, when it is one.
    fn close(&mut self, run: Run) {
        let Some((_, first)) = run.members.first() else { return };
        let single = run.members.len() < 2;
        let is_run = !single && self.is_list(&run.members) || self.begins_well(first, &run.members);
        let alone = single && !run.parted && !self.is_noted(&run.members[0]);
        if !first.is_named() && (alone || !is_run) {
            return;
        }
        for (index, mark) in run.members {
            self.standing[index] = Some(mark);
        }
    }

    /// Whether a lone member is a note: in raised digits, or with a mark that stands in the words of another clause.
    fn is_noted(&self, (index, mark): &(usize, Mark)) -> bool {
        let (own, found) = self.found[*index];
        let marked = |(index, clause): (usize, &Clause)| {
            index != own as usize && clause.text.find(&found.number).is_some_and(|start| start > 0)
        };
        mark.wrap == Wrap::Raised || mark.wrap == Wrap::Square && self.clauses.iter().enumerate().any(marked)
    }

    /// Whether the members are items of a list that counts up, wherever it begins. Initials at the start of names are not told from letters.
    fn is_list(&self, members: &[(usize, Mark)]) -> bool {
        members.iter().all(|(index, mark)| {
            let clause = &self.clauses[self.found[*index].0 as usize];
            let initial = mark.script == Script::Upper && mark.wrap == Wrap::Stop;
            let marked = !matches!(mark.wrap, Wrap::Bare | Wrap::Dash | Wrap::None | Wrap::Colon);
            clause.kind == ClauseKind::Item && clause.leads && marked && !initial
        })
    }

    /// Whether a run begins where a run does: at one; or, where marks make it plain, somewhere else before words of their own.
    fn begins_well(&self, first: &Mark, members: &[(usize, Mark)]) -> bool {
        let start = first.values.last().copied().unwrap_or_default();
        let marked = !matches!(first.wrap, Wrap::Bare | Wrap::Dash | Wrap::None) || first.name != Name::NONE;
        let figures = matches!(first.script, Script::Digits | Script::OtherDigits(_) | Script::Han);
        let roman = start > 1 && members.first().is_some_and(|(index, _)| self.is_roman(*index));
        let figures = figures || roman;
        // Without a mark after it, a name may also refer: "Article 5 GDPR applies".
        let loose = first.name.is_known() && !first.is_named();
        if loose && start > 1 && members.len() < 3 {
            return false;
        }
        let early = start <= 1 || is_note(first) || (marked && figures && start <= HIGHEST_START);
        let plain = (start <= 1 && (first.wrap != Wrap::Bare || loose)) || (marked && roman);
        early && (plain || !self.counts_things(members))
    }

    /// Whether a number can only be a Roman one: of several letters, as one letter may be an initial.
    fn is_roman(&self, index: usize) -> bool {
        let read = &self.found[index].1.readings;
        read.iter().all(|mark| matches!(mark.script, Script::RomanLower | Script::RomanUpper))
    }

    /// "14. July", "15. July"; "1 day", "2 days": the word after every figure is the same, and none that begins sentences.
    fn counts_things(&self, members: &[(usize, Mark)]) -> bool {
        let word = |(index, _): &(usize, Mark)| {
            let (clause, found) = (&self.clauses[self.found[*index].0 as usize], self.found[*index].1);
            let words = clause.text.get(found.taken..).unwrap_or_default();
            words
                .split_whitespace()
                .next()
                .unwrap_or_default()
                .trim_end_matches(['s', '.', ','])
                .to_lowercase()
        };
        let first = members.first().map(word).unwrap_or_default();
        let thing = !first.is_empty() && !begins_sentences(&first) && !begins_sentences(&format!("{first}s"));
        members.len() > 1 && thing && members.iter().all(|member| word(member) == first)
    }
}

fn is_note(mark: &Mark) -> bool {
    matches!(mark.wrap, Wrap::Square | Wrap::Raised)
}

fn key(level: Level, mark: &Mark) -> Key {
    Key {
        level,
        name: mark.name,
        wrap: if mark.name == Name::NONE { mark.wrap } else { Wrap::None },
        script: mark.script,
    }
}

/// Whether a number is the next: 3 after 2, 2.1 after 1.4 or after 2, 3 after 2.4.
fn follows(last: &[u32], next: &[u32]) -> bool {
    match (0..last.len().max(next.len())).find(|part| last.get(*part) != next.get(*part)) {
        None => false,
        Some(part) if part == last.len() => next[part..].iter().all(|value| *value <= 1),
        Some(part) if part == next.len() => false,
        Some(part) => next[part] == last[part] + 1 && next[part + 1..].iter().all(|value| *value <= 1),
    }
}

/// Whether only a few numbers are missing between the two.
fn skips(last: &[u32], next: &[u32]) -> bool {
    let (Some((a, above)), Some((b, other))) = (last.split_last(), next.split_last()) else { return false };
    above == other && b > a && b - a <= GAP + 1
}
