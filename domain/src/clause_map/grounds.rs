//! What clauses rest on beside their own words: the heading they stand under, and the words that announce them. An item that goes from
//! "These are allowed:" to "These are banned:" says another thing though no letter of it changed.

use std::collections::{BTreeMap, HashMap};

use serde::{Deserialize, Serialize};

use super::{Joins, renumber::partner};
use crate::text::{Clause, ClauseKind, Text};

/// Why a clause means something else though its words may be the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Ground {
    /// It stands under another heading or in another article.
    Heading,
    /// Other words announce it, or the columns it stands in are called otherwise.
    Announced,
    /// A reference in it means another clause.
    Reference,
}

impl Ground {
    /// All of them, in the order they are declared.
    pub const ALL: [Self; 3] = [Self::Heading, Self::Announced, Self::Reference];

    /// The id of the message that says it.
    pub const fn message_id(self) -> &'static str {
        match self {
            Self::Heading => "change-ground-heading",
            Self::Announced => "change-ground-announced",
            Self::Reference => "change-ground-reference",
        }
    }
}

/// What one clause rests on, as indices into the clauses of its text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Rest {
    heading: Option<u32>,
    announced: Option<u32>,
}

/// The ground that each old clause which became one clause lost, by the index of the old one.
pub(super) fn lost(joins: &Joins, old: &Text, new: &Text) -> Vec<Option<Ground>> {
    let (before, after) = (rests(old), rests(new));
    let kept = |was: Option<u32>, is: Option<u32>| {
        let to = |old: u32| joins.forward[old as usize].as_slice();
        let from = |new: u32| joins.backward[new as usize].as_slice();
        // Where what it rested on went, or what it rests on came, that is the change.
        match (was, is) {
            (None, None) => true,
            (Some(was), None) => to(was).is_empty(),
            (None, Some(is)) => from(is).is_empty(),
            (Some(was), Some(is)) => to(was).contains(&is) || to(was).is_empty() || from(is).is_empty(),
        }
    };
    let followed = Followed::of(joins, &before, &after);
    let bare = |text: &Text, title: u32| text.clauses()[title as usize].title().is_empty();
    // A title that is a number alone is known by what stands under it.
    let renumbered = |was: Option<u32>, is: Option<u32>| {
        was.zip(is).is_some_and(|(was, is)| bare(old, was) && bare(new, is) && followed.most(was) == Some(is))
    };
    let of = |index: usize| {
        let (was, is) = (before[index], after[partner(joins, index)?]);
        match () {
            () if !kept(was.heading, is.heading) && !renumbered(was.heading, is.heading) => {
                Some(Ground::Heading)
            }
            () if !kept(was.announced, is.announced) => Some(Ground::Announced),
            () => None,
        }
    };
    (0..before.len()).map(of).collect()
}

/// Under which new titles the clauses of each old one stand, and how many.
struct Followed(HashMap<u32, BTreeMap<u32, usize>>);

impl Followed {
    fn of(joins: &Joins, before: &[Rest], after: &[Rest]) -> Self {
        let mut titles: HashMap<u32, BTreeMap<u32, usize>> = HashMap::new();
        for (index, was) in before.iter().enumerate() {
            let is = partner(joins, index).and_then(|partner| after[partner].heading);
            if let Some((was, is)) = was.heading.zip(is) {
                *titles.entry(was).or_default().entry(is).or_default() += 1;
            }
        }
        Self(titles)
    }

    /// The title that more of its clauses stand under than under any other.
    fn most(&self, title: u32) -> Option<u32> {
        let (most, count) = self.0.get(&title)?.iter().max_by_key(|(_, count)| **count)?;
        (self.0[&title].values().filter(|other| *other == count).count() == 1).then_some(*most)
    }
}

/// What siblings have in common: the run their numbers count in, the list they stand in, or the table.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Siblings {
    Run(u32),
    Nest(Option<u32>),
}

fn rests(text: &Text) -> Vec<Rest> {
    let mut reader = Reader {
        text,
        rests: Vec::with_capacity(text.clauses().len()),
        announced: HashMap::new(),
        terms: HashMap::new(),
        article: None,
    };
    (0..text.clauses().len() as u32).for_each(|index| reader.read(index));
    reader.rests
}

/// Reads a text from its beginning.
struct Reader<'a> {
    text: &'a Text,
    rests: Vec<Rest>,
    /// What announces the siblings that were met under the heading or the article that is read.
    announced: HashMap<Siblings, Option<u32>>,
    /// The last term of each list of terms.
    terms: HashMap<u32, u32>,
    /// The article that is read.
    article: Option<u32>,
}

impl Reader<'_> {
    fn read(&mut self, index: u32) {
        let clause = &self.text.clauses()[index as usize];
        let title = clause.is_heading();
        if title || begins_article(clause) {
            self.announced.clear();
            self.article = (!title).then_some(index);
            self.rests.push(Rest { heading: clause.heading, announced: None });
            return;
        }
        let announced = match self.text.explained_in(clause) {
            Some((list, true)) => {
                self.terms.insert(list, index);
                None
            }
            Some((list, false)) => self.terms.get(&list).copied(),
            None => self.announced(index, clause),
        };
        self.rests.push(Rest { heading: self.article.or(clause.heading), announced });
    }

    fn announced(&mut self, index: u32, clause: &Clause) -> Option<u32> {
        let before = index.checked_sub(1).filter(|before| self.article != Some(*before));
        let before = before.map(|before| (before, &self.text.clauses()[before as usize]));
        let before = before.filter(|(_, one)| !one.is_heading());
        let plain = |one: &Clause| siblings(self.text, one).is_none();
        let Some(siblings) = siblings(self.text, clause) else {
            return before.and_then(|(before, one)| match () {
                () if ends_open(one) => Some(before),
                () if plain(one) => self.rests[before as usize].announced,
                () => None,
            });
        };
        let begins = |(_, one): &(u32, &Clause)| plain(one) || one.depth < clause.depth || ends_open(one);
        let first = before.filter(begins).map(|(before, _)| before);
        let again = before.filter(|(_, one)| plain(one) && ends_open(one)).map(|(before, _)| before);
        let by = self.announced.entry(siblings).or_insert(first);
        *by = again.or(*by);
        // The rows of a table are told by what names its columns.
        if clause.kind == (ClauseKind::TableRow { header: true }) { by.replace(index) } else { *by }
    }
}

/// What a clause is a sibling by; none for a plain paragraph.
fn siblings(text: &Text, clause: &Clause) -> Option<Siblings> {
    match clause.kind {
        ClauseKind::Footnote => None,
        ClauseKind::TableRow { .. } | ClauseKind::Item => Some(Siblings::Nest(text.stands_in(clause))),
        _ => clause.ordinal.as_ref().map(|ordinal| Siblings::Run(ordinal.run)),
    }
}

/// Whether a clause begins an article by its typed number: `Article 5. Uses`.
fn begins_article(clause: &Clause) -> bool {
    clause
        .ordinal
        .as_ref()
        .is_some_and(|ordinal| ordinal.mark.name.is_known() && !ordinal.mark.name.is_part())
}

/// Whether the words of a clause announce what follows.
fn ends_open(clause: &Clause) -> bool {
    clause.text.trim_end().ends_with([':', '：'])
}
