//! What became of the numbers of clauses: renumbering changes no words, any other change of a number does.

use std::collections::HashMap;

use super::{Joins, NumberFate};
use crate::text::{Clause, ClauseKind, Name, Ordinal, Text, normalise};

/// How the number of a clause differs from the one it had, beyond what its place tells.
type Shift = (Style, Vec<i64>, Vec<i64>);
type Style = (Name, crate::text::Script);

/// The fate of the number of each old clause that became one new clause by itself.
pub(super) fn fates(joins: &Joins, old: &Text, new: &Text) -> Vec<NumberFate> {
    let mut fates = vec![NumberFate::Kept; joins.forward.len()];
    let mut unsure = Vec::new();
    for (index, fate) in fates.iter_mut().enumerate() {
        let Some(partner) = partner(joins, index) else { continue };
        match of(&old.clauses()[index], &new.clauses()[partner]) {
            Some(sure) => *fate = sure,
            None => unsure.push(index),
        }
    }
    if !unsure.is_empty() {
        let runs = Runs::of(joins, old, new);
        for index in unsure {
            let alike =
                old.clauses()[index].ordinal.as_ref().is_some_and(|ordinal| runs.moved_alike(ordinal.run));
            fates[index] = if alike { NumberFate::Renumbered } else { NumberFate::Changed };
        }
    }
    fates
}

/// The one new clause that came of this old one alone.
pub(super) fn partner(joins: &Joins, index: usize) -> Option<usize> {
    let [other] = joins.forward.get(index)?.as_slice() else { return None };
    (joins.backward[*other as usize].len() == 1).then_some(*other as usize)
}

/// Nothing when it takes the whole run to tell.
fn of(before: &Clause, after: &Clause) -> Option<NumberFate> {
    if before.kind == ClauseKind::Footnote && after.kind == ClauseKind::Footnote {
        return Some(if before.number == after.number { NumberFate::Kept } else { NumberFate::Renumbered });
    }
    let (was, is) = match (&before.ordinal, &after.ordinal) {
        (None, None) => return Some(NumberFate::Kept),
        (Some(was), Some(is)) => (was, is),
        // The same words may number here and not there, by what stands beside them.
        (None, Some(_)) if starts_like(before, after) => return Some(NumberFate::Kept),
        (Some(_), None) if starts_like(after, before) => return Some(NumberFate::Kept),
        (None, Some(_)) | (Some(_), None) => return Some(NumberFate::Changed),
    };
    if was.mark.name != is.mark.name {
        return Some(NumberFate::Changed);
    }
    if was.mark.script != is.mark.script {
        return None;
    }
    match (was.mark.values == is.mark.values, was.ahead == is.ahead) {
        (true, _) => Some(NumberFate::Kept),
        (false, true) => Some(NumberFate::Renumbered),
        (false, false) => None,
    }
}

/// Whether the words of one clause begin with the typed number of the other.
fn starts_like(words: &Clause, numbered: &Clause) -> bool {
    let number = numbered.slice(&(0..numbered.number_chars));
    !number.is_empty() && normalise(&words.text).starts_with(&normalise(number))
}

/// How the numbers of each old run differ from what became of them.
struct Runs {
    shifts: HashMap<u32, Vec<Shift>>,
}

impl Runs {
    fn of(joins: &Joins, old: &Text, new: &Text) -> Self {
        let mut shifts: HashMap<u32, Vec<Shift>> = HashMap::new();
        for (index, clause) in old.clauses().iter().enumerate() {
            let Some(ordinal) = &clause.ordinal else { continue };
            let Some(partner) = partner(joins, index) else { continue };
            let is = new.clauses()[partner].ordinal.as_ref();
            let shift = is.map_or_else(|| none(ordinal), |is| shift(ordinal, is));
            shifts.entry(ordinal.run).or_default().push(shift);
        }
        Self { shifts }
    }

    /// Whether all that is left of a run, and more than one clause, was renumbered alike.
    fn moved_alike(&self, run: u32) -> bool {
        let shifts = self.shifts.get(&run).map(Vec::as_slice).unwrap_or_default();
        shifts.len() > 1 && shifts.iter().all(|shift| *shift == shifts[0])
    }
}

fn none(was: &Ordinal) -> Shift {
    ((was.mark.name, was.mark.script), Vec::new(), Vec::new())
}

fn shift(was: &Ordinal, is: &Ordinal) -> Shift {
    let style = (is.mark.name, is.mark.script);
    if was.ahead.len() == is.ahead.len() {
        return (style, is.ahead.iter().zip(&was.ahead).map(|(is, was)| is - was).collect(), Vec::new());
    }
    let last = |ahead: &[i64]| ahead.last().copied().unwrap_or_default();
    let above = is.mark.values.iter().rev().skip(1).map(|value| i64::from(*value)).collect();
    (style, vec![last(&is.ahead) - last(&was.ahead)], above)
}
