//! What became of the numbers of clauses: renumbering changes no words, any other change of a number does.

use std::collections::HashMap;

use super::{Joins, NumberFate, parents::Parents};
use crate::text::{Clause, ClauseKind, Name, Ordinal, Script, Text, Wrap, normalise};

/// How the number of a clause differs from the one it had, beyond what its place tells.
#[derive(PartialEq, Eq)]
struct Shift {
    style: (Name, Script),
    ahead: Vec<i64>,
    /// Of numbers that have more or fewer parts now, those above the last, before and after.
    above: [Vec<u32>; 2],
    /// Whether the figures themselves are others.
    rewritten: bool,
    /// The run it is in now.
    run: Option<u32>,
    /// Whether its run begins above [`HIGHEST_START`].
    from_far: bool,
}

/// A run that begins above this counts years or things, and no clauses of its own.
const HIGHEST_START: i64 = 500;

/// The fate of the number of each old clause that became one new clause by itself.
pub(super) fn fates(joins: &Joins, old: &Text, new: &Text) -> Vec<NumberFate> {
    let mut fates = vec![NumberFate::Kept; joins.forward.len()];
    let mut unsure = Vec::new();
    for (index, fate) in fates.iter_mut().enumerate() {
        let Some(partner) = partner(joins, index) else { continue };
        match of(&old.clauses()[index], &new.clauses()[partner]) {
            Some(NumberFate::Renumbered) if !is_explained(joins, (old, index), (new, partner)) => {
                *fate = NumberFate::Changed;
            }
            Some(sure) => *fate = sure,
            None => unsure.push(index),
        }
    }
    let parents = Parents::of(old, new);
    // Where typed numbers stand is told by them; what was moved is shown as moved.
    let typed = |text: &Text, index: usize| text.clauses()[index].number_chars > 0;
    for (index, fate) in fates.iter_mut().enumerate() {
        let Some(partner) = partner(joins, index) else { continue };
        let free = joins.moved[index] || typed(old, index) || typed(new, partner);
        if !parents.quoted_alike(index, partner) || !free && !parents.kept(joins, index, partner) {
            *fate = NumberFate::Changed;
            unsure.retain(|other| *other != index);
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
    if is_note(before) && is_note(after) {
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
    if was.mark == is.mark && typed(before) == typed(after) && before.number == after.number {
        return Some(NumberFate::Kept);
    }
    if was.mark.name != is.mark.name || !called_alike(name(before), name(after)) {
        return Some(NumberFate::Changed);
    }
    if was.mark.script != is.mark.script {
        return None;
    }
    match (was.mark.values == is.mark.values, was.ahead == is.ahead) {
        (true, _) if figures(before) == figures(after) => Some(NumberFate::Kept),
        (false, true) => Some(NumberFate::Renumbered),
        // `1.0` and `1.00` count the same, and so do `1.ª` and `1)`.
        (true | false, _) => None,
    }
}

/// Whether a clause is a note by its mark alone, whose number is told by where it is marked.
fn is_note(clause: &Clause) -> bool {
    let raised = || clause.ordinal.as_ref().is_some_and(|ordinal| ordinal.mark.wrap == Wrap::Raised);
    clause.kind == ClauseKind::Footnote || raised()
}

/// The number of a clause as it is typed, with the marks around it; empty for the marker of a list.
fn typed(clause: &Clause) -> &str {
    clause.slice(&(0..clause.number_chars))
}

/// The word that a clause is numbered under, `Article` or `Art.`; empty for none.
fn name(clause: &Clause) -> &str {
    let (typed, number) = (typed(clause), clause.number.as_deref().unwrap_or_default());
    typed.rfind(number).map_or("", |start| typed[..start].trim_end_matches(['(', ' ', '\u{a0}', '\u{202f}']))
}

/// Whether two words are the same, or one is the other cut short: `Art.` for `Article`, and not `Articles`.
fn called_alike(was: &str, is: &str) -> bool {
    let bare = |word: &str| word.strip_suffix('.').unwrap_or(word).to_lowercase();
    let (short, long) = if was.len() <= is.len() { (was, is) } else { (is, was) };
    was.trim_end_matches('.') == is.trim_end_matches('.')
        || bare(long).strip_prefix(&bare(short)).is_some_and(|rest| rest.chars().count() > 1)
}

/// What a number is written with, without the marks around it.
fn figures(clause: &Clause) -> String {
    let listed = clause.number.as_deref().filter(|_| clause.number_chars == 0);
    let number = listed.unwrap_or_else(|| &typed(clause)[name(clause).len()..]);
    normalise(number).chars().filter(|c| c.is_alphanumeric() || *c == '°').collect()
}

/// Whether something that came, went or moved tells why a clause begins a run that did not, or no longer begins one: the same clauses
/// in the same order have no other places.
fn is_explained(joins: &Joins, (old, index): (&Text, usize), (new, partner): (&Text, usize)) -> bool {
    let (Some(was), Some(is)) = (&old.clauses()[index].ordinal, &new.clauses()[partner].ordinal) else {
        return true;
    };
    if was.begins == is.begins {
        return true;
    }
    let start = |last: Option<u32>| last.map_or(0, |last| last as usize);
    let (before, after) = (start(was.last)..index, start(is.last)..partner);
    before.len() != after.len() || before.zip(after).any(|(old, new)| self::partner(joins, old) != Some(new))
}

/// Whether the words of one clause begin with the typed number of the other.
fn starts_like(words: &Clause, numbered: &Clause) -> bool {
    let number = typed(numbered);
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
            let rewritten = figures(clause) != figures(&new.clauses()[partner]);
            let shift = is.map_or_else(|| none(ordinal), |is| shift(ordinal, is, rewritten));
            shifts.entry(ordinal.run).or_default().push(shift);
        }
        Self { shifts }
    }

    /// Whether all that is left of a run, and more than one clause, was renumbered alike.
    fn moved_alike(&self, run: u32) -> bool {
        let shifts = self.shifts.get(&run).map(Vec::as_slice).unwrap_or_default();
        shifts.len() > 1 && shifts.iter().all(|shift| *shift == shifts[0] && !shift.from_far)
    }
}

fn none(was: &Ordinal) -> Shift {
    let style = (was.mark.name, was.mark.script);
    Shift { style, ahead: Vec::new(), above: Default::default(), rewritten: true, run: None, from_far: false }
}

fn shift(was: &Ordinal, is: &Ordinal, rewritten: bool) -> Shift {
    let last = |ahead: &[i64]| ahead.last().copied().unwrap_or_default();
    let parents = |of: &Ordinal| of.mark.values.iter().rev().skip(1).copied().collect();
    let (ahead, above) = if was.ahead.len() == is.ahead.len() {
        (is.ahead.iter().zip(&was.ahead).map(|(is, was)| is - was).collect(), Default::default())
    } else {
        (vec![last(&is.ahead) - last(&was.ahead)], [parents(was), parents(is)])
    };
    let from_far = last(&was.ahead).max(last(&is.ahead)) > HIGHEST_START;
    Shift { style: (is.mark.name, is.mark.script), ahead, above, rewritten, run: Some(is.run), from_far }
}
