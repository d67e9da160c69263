//! What became of what a thread asked for: its answer, checked against the text.

use std::{collections::BTreeMap, sync::Arc};

use domain::{
    clause_map::Change,
    diff::{Changes, Hunk, changes},
    disposition::Disposition,
    suggestion::{Outlook, outlook},
    text::LineRange,
};
use serde::Serialize;

use super::{Conversation, Discussion};
use crate::{Db, clause_map, error::*, version};

/// The differences between the newest version and those that threads were made on, each worked out once.
#[derive(Clone, Debug, Default)]
pub struct Comparisons(BTreeMap<u32, Arc<Comparison>>);

/// Everything that changed from one version to the newest, found by clause.
#[derive(Debug)]
struct Comparison {
    changes: Changes,
    /// Which hunk shows a clause of the newest text, and of the older one.
    new: BTreeMap<u32, usize>,
    old: BTreeMap<u32, usize>,
    ids: Vec<domain::text::ClauseId>,
}

/// What the text says of an answer.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "outcome", rename_all = "kebab-case")]
pub enum Outcome {
    /// There is no answer yet, or the thread was taken back.
    None,
    /// The answer asks for no change.
    NoChange(Disposition),
    /// A change was promised, and the version it was asked of is still the newest.
    Awaited,
    /// A change was promised of the whole draft, so that there are no words to look at.
    Whole,
    /// A change was promised, and the clause is the same as before.
    Unchanged { lines: Option<LineRange> },
    /// The lines changed by so many words; word for word as was proposed, or not. Nothing is checked of lines that may be the wrong ones.
    Changed { change: Link, lines: LineRange, words: u32, found: Found },
    /// The words were taken out.
    TakenOut { change: Link },
}

/// What is known of the lines that a thread is about now.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Found {
    /// They say what was proposed, word for word.
    Verbatim,
    /// They say something else.
    Otherwise,
    /// It is not sure that these are the lines.
    Unsure,
}

/// A change on the page that compares two versions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Link {
    /// The number of the older version.
    pub from: u32,
    /// The number of the newer version.
    pub to: u32,
    /// The id of the change on that page.
    pub hunk: String,
}

impl Comparisons {
    /// These comparisons, and those that other threads of the draft need besides.
    pub async fn load_more(
        self,
        db: &Db,
        versions: &[version::Model],
        conversations: &[Conversation],
    ) -> Result<Self> {
        let Some(newest) = versions.last() else { return Ok(self) };
        let text = newest.text();
        let mut found = self.0;
        let known: Vec<u32> = found.keys().copied().collect();
        let asked = |version: &&version::Model| {
            version.number < newest.number
                && !known.contains(&version.number.unsigned_abs())
                && conversations.iter().any(|one| one.thread.version == version.key())
        };
        for older in versions.iter().filter(asked) {
            let map = clause_map::between(db.read(), older, newest).await?;
            let changes = changes(&older.text(), &text, &map);
            found.insert(older.number.unsigned_abs(), Arc::new(Comparison::of(changes, older)));
        }
        Ok(Self(found))
    }
}

impl Comparison {
    fn of(changes: Changes, older: &version::Model) -> Self {
        let shown = || changes.hunks.iter().enumerate().filter(|(_, hunk)| hunk.now_at.is_none());
        let new =
            shown().flat_map(|(index, hunk)| hunk.new.iter().map(move |clause| (*clause, index))).collect();
        let old =
            shown().flat_map(|(index, hunk)| hunk.old.iter().map(move |clause| (*clause, index))).collect();
        Self { new, old, changes, ids: older.clause_ids() }
    }

    /// The hunk of a thread: of the clause its words are in now, else of the clause they were in.
    fn hunk(&self, one: &Conversation) -> Option<&Hunk> {
        let now = one.placement().and_then(|place| place.clause).and_then(|clause| self.new.get(&clause));
        let then = || {
            let clause = one.thread.anchor.as_ref()?.clause;
            let at = self.ids.iter().position(|id| *id == clause)?;
            self.old.get(&u32::try_from(at).ok()?)
        };
        self.changes.hunks.get(*now.or_else(then)?)
    }
}

impl Discussion {
    /// The change in which the words of a thread became what they are in the newest version; none when their clause is the same.
    pub fn change(&self, one: &Conversation) -> Option<Link> {
        let hunk = self.hunk(one).filter(|hunk| hunk.change != Change::Same)?;
        let from = one.made_on();
        Some(Link { from, to: self.head.latest(), hunk: hunk.id.clone() })
    }

    fn hunk(&self, one: &Conversation) -> Option<&Hunk> {
        self.comparisons.0.get(&one.made_on())?.hunk(one)
    }

    /// What became of the proposed wording of a thread in the newest version; none without one, and while no newer version is out.
    pub fn outlook(&self, one: &Conversation) -> Option<Outlook> {
        if one.thread.version == self.head.draft.newest() {
            return None;
        }
        let anchor = one.thread.anchor.as_ref()?;
        Some(outlook(anchor, one.suggestion()?, one.placement()?, &self.text))
    }

    /// Checks the answer of a thread against the text.
    pub fn outcome(&self, one: &Conversation) -> Outcome {
        let Some(answer) = one.answer() else { return Outcome::None };
        if !answer.disposition.promises_change() {
            return Outcome::NoChange(answer.disposition);
        }
        if one.thread.anchor.is_none() {
            return Outcome::Whole;
        }
        if one.thread.version == self.head.draft.newest() {
            return Outcome::Awaited;
        }
        let lines = one.placement().and_then(|place| place.lines);
        let Some(change) = self.change(one) else { return Outcome::Unchanged { lines } };
        let Some(lines) = lines else { return Outcome::TakenOut { change } };
        let hunk = self.hunk(one);
        let kind = hunk.map_or(Change::Same, |hunk| hunk.change);
        if matches!(kind, Change::Same | Change::Typographic | Change::Moved) {
            return Outcome::Unchanged { lines: Some(lines) };
        }
        let words = hunk.map_or(0, |hunk| changed(hunk, lines));
        let found = match self.outlook(one) {
            _ if one.doubt().is_some() => Found::Unsure,
            Some(Outlook::Applied { .. }) => Found::Verbatim,
            _ => Found::Otherwise,
        };
        Outcome::Changed { change, lines, words, found }
    }
}

/// The words removed and inserted in some lines, and in what was taken out beside them.
fn changed(hunk: &Hunk, lines: LineRange) -> u32 {
    let within = hunk.rows.iter().filter(|row| row.new_lines().is_some_and(|row| row.overlaps(lines)));
    match within.map(|row| row.weight.words()).sum() {
        0 => hunk.weight.words(),
        words => words,
    }
}
