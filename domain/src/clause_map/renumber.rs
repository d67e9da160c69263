//! What became of the numbers of clauses: renumbering changes no words, any other change of a number does.

use std::collections::HashMap;

use super::{Joins, NumberFate, parents::Parents};
use crate::text::{Clause, ClauseKind, Name, Ordinal, Script, Text, Wrap, counts, normalise};

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
    /// Whether its run begins above [`HIGHEST_START`], or more than [`FAR`] from where it began, and that above one and without a name that
    /// is known; or it is called what may be a thing, and is no run of titles.
    from_far: bool,
    /// Whether, for all its number and its words tell, it may have been counting something.
    counts: bool,
}

/// A run that begins above this counts years or things, and no clauses of its own.
const HIGHEST_START: i64 = 500;
/// So many clauses may have come or gone before a text that begins in the middle.
const FAR: i64 = 4;

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
    if was.mark.values != is.mark.values && is_figure(before, after) {
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

/// Whether the number of a clause, which is another now, is that of a thing (“Category 2”) or counts what comes after it (“1. May”), in
/// either text: nothing shows then that it was renumbered. A title is numbered by its place, whatever it is called.
fn is_figure(before: &Clause, after: &Clause) -> bool {
    let thing = |clause: &Clause| {
        let ordinal = clause.ordinal.as_ref();
        ordinal.is_some_and(|ordinal| !clause.is_heading() && ordinal.mark.name.may_be_thing())
            || ordinal.is_some_and(|ordinal| is_in_digits(ordinal)) && counts(clause.title())
    };
    thing(before) || thing(after)
}

fn is_in_digits(ordinal: &Ordinal) -> bool {
    matches!(ordinal.mark.script, Script::Digits | Script::OtherDigits(_) | Script::Han)
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
        let mut shifts: HashMap<u32, Vec<(usize, Shift)>> = HashMap::new();
        for (index, clause) in old.clauses().iter().enumerate() {
            let Some(ordinal) = &clause.ordinal else { continue };
            let Some(partner) = partner(joins, index) else { continue };
            let is = new.clauses()[partner].ordinal.as_ref();
            let rewritten = figures(clause) != figures(&new.clauses()[partner]);
            let title = clause.is_heading();
            let shift = is.map_or_else(|| none(ordinal), |is| shift(ordinal, is, rewritten, title));
            shifts.entry(ordinal.run).or_default().push((index, shift));
        }
        let shifts = shifts.into_iter().map(|(run, members)| {
            let words = members.iter().map(|(index, _)| old.clauses()[*index].title());
            let alike = begin_alike(words);
            let members =
                members.into_iter().map(|(_, shift)| Shift { counts: shift.counts && alike, ..shift });
            (run, members.collect())
        });
        Self { shifts: shifts.collect() }
    }

    /// Whether all that is left of a run, and more than one clause, was renumbered alike. A run
    /// in the middle of its numbers does not go far; and figures before the same word each may count.
    fn moved_alike(&self, run: u32) -> bool {
        let shifts = self.shifts.get(&run).map(Vec::as_slice).unwrap_or_default();
        shifts.len() > 1 && shifts.iter().all(|shift| *shift == shifts[0] && !shift.from_far && !shift.counts)
    }
}

/// Whether all these words, of more than one clause, begin with the same one.
fn begin_alike<'a>(mut words: impl Iterator<Item = &'a str>) -> bool {
    let first = |words: &'a str| words.split_whitespace().next().unwrap_or_default();
    let Some(one) = words.next().map(first).filter(|one| !one.is_empty()) else { return false };
    let mut others = words.map(first).peekable();
    others.peek().is_some() && others.all(|other| other == one)
}

fn none(was: &Ordinal) -> Shift {
    Shift {
        style: (was.mark.name, was.mark.script),
        ahead: Vec::new(),
        above: Default::default(),
        rewritten: true,
        run: None,
        from_far: false,
        counts: false,
    }
}

fn shift(was: &Ordinal, is: &Ordinal, rewritten: bool, title: bool) -> Shift {
    let last = |ahead: &[i64]| ahead.last().copied().unwrap_or_default();
    let parents = |of: &Ordinal| of.mark.values.iter().rev().skip(1).copied().collect();
    let (ahead, above) = if was.ahead.len() == is.ahead.len() {
        (is.ahead.iter().zip(&was.ahead).map(|(is, was)| is - was).collect(), Default::default())
    } else {
        (vec![last(&is.ahead) - last(&was.ahead)], [parents(was), parents(is)])
    };
    let (low, high) = (last(&was.ahead).min(last(&is.ahead)), last(&was.ahead).max(last(&is.ahead)));
    let (other, bare) = (was.mark.values != is.mark.values, !is.mark.name.is_known());
    Shift {
        style: (is.mark.name, is.mark.script),
        ahead,
        above,
        rewritten,
        run: Some(is.run),
        from_far: high > HIGHEST_START
            || other && (!title && is.mark.name.may_be_thing() || bare && low > 1 && high - low > FAR),
        counts: other && is.mark.name == Name::NONE && is_in_digits(is),
    }
}
