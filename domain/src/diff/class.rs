//! The class of a change, on which the carrying over of sign-offs rests.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use super::{clause_words, weight::changes};
use crate::{
    Message, carry,
    clause_map::{Change, ClauseMap, NumberFate},
    segment,
    text::{Clause, ClauseId, Language, Text},
};

/// A change declared editorial is one of substance.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the change touches {}", words.join(", "))]
pub struct NotEditorial {
    /// What of it is substance, in reading order: some words, or signs where no word changed.
    pub words: Vec<String>,
}

/// How many words of substance are named.
const NAMED: usize = 6;

impl NotEditorial {
    /// What to say to the official who called it editorial.
    pub fn message(&self) -> Message {
        let mut words = self.words.clone();
        let rest = words.len() > NAMED;
        words.truncate(NAMED);
        let mut words = words.join("”, “");
        if rest {
            words.push_str(" …");
        }
        Message::new("refusal-not-editorial").with("word", words)
    }
}

/// The class of what happened to clause `index` of the old text. What rests on something else now is substance, whatever its words.
pub fn class_of(map: &ClauseMap, index: usize) -> carry::ChangeClass {
    let fate = map.old(index);
    if fate.is_some_and(|fate| fate.ground.is_some()) {
        return carry::ChangeClass::Substantive;
    }
    match fate.map(|fate| fate.change) {
        Some(Change::Same) => carry::ChangeClass::Same,
        Some(Change::Typographic) => carry::ChangeClass::Typographic,
        Some(Change::Moved) => carry::ChangeClass::Moved,
        Some(
            Change::Reworded
            | Change::MovedAndReworded
            | Change::Split
            | Change::Merged
            | Change::Removed
            | Change::Added,
        )
        | None => carry::ChangeClass::Substantive,
    }
}

/// The class of every clause of either text, by the ids of each: what is new, and what nobody took over, is substance.
pub fn classes(
    map: &ClauseMap,
    old: &[ClauseId],
    new: &[ClauseId],
) -> BTreeMap<ClauseId, carry::ChangeClass> {
    let kept: BTreeSet<_> = new.iter().collect();
    let mut classes: BTreeMap<_, _> = new.iter().map(|id| (*id, carry::ChangeClass::Substantive)).collect();
    for (index, id) in old.iter().enumerate() {
        let class = if kept.contains(id) { class_of(map, index) } else { carry::ChangeClass::Substantive };
        classes.insert(*id, class);
    }
    classes
}

/// What may be declared editorial between two versions.
pub struct Editorial<'a> {
    old: &'a Text,
    new: &'a Text,
    terms: HashSet<String>,
    /// Nothing is proven harmless in a language that nobody named.
    language: Option<Language>,
}

impl<'a> Editorial<'a> {
    /// The rule for two texts: their defined terms, and the words that each language may exchange.
    pub fn between(old: &'a Text, new: &'a Text) -> Self {
        let mut terms = defined_terms(old);
        terms.extend(defined_terms(new));
        let language = new.manner().language.filter(|language| old.manner().language == Some(*language));
        Self { old, new, terms, language }
    }

    /// Lets the change of a clause be declared editorial; refuses one of which anything is not proven harmless, or touches a defined
    /// term.
    pub fn check(&self, old: &Clause, new: &Clause, number: NumberFate) -> Result<(), NotEditorial> {
        let pieces = clause_words((self.old, old), (self.new, new), number).pieces;
        let mut touched: Vec<String> = Vec::new();
        for change in changes(&pieces) {
            let harmless = change.is_harmless(self.language);
            for word in change.said().filter(|word| !harmless || self.terms.contains(&word.to_lowercase())) {
                if !touched.iter().any(|known| known == word) {
                    touched.push(word.to_owned());
                }
            }
        }
        if touched.is_empty() { Ok(()) } else { Err(NotEditorial { words: touched }) }
    }
}

/// The words of the terms a text defines: what it sets in quotation marks or strong type before "means" or "refers to".
pub fn defined_terms(text: &Text) -> HashSet<String> {
    let mut terms = HashSet::new();
    for line in text.lines() {
        let lower = line.text.to_lowercase();
        let Some(verb) = DEFINES.iter().filter_map(|verb| lower.find(verb)).min() else { continue };
        let runs = line.runs();
        let strong = runs.iter().filter(|run| run.look.strong).map(|run| {
            slice(&line.text, run.chars.start - line.chars.start, run.chars.end - line.chars.start)
        });
        let quoted = quoted(&lower[..verb]);
        for term in strong
            .map(str::to_lowercase)
            .filter(|term| lower.find(term.as_str()).is_some_and(|at| at < verb))
            .chain(quoted)
        {
            terms.extend(segment::words(&term).filter(|word| word.chars().count() > 2).map(str::to_owned));
        }
    }
    terms
}

const DEFINES: &[&str] = &[
    " means",
    " refers to",
    " is defined",
    " désigne",
    " s'entend",
    " significa",
    " se entiende",
    " означает",
    " понимается",
    "是指",
    "指的是",
    " يقصد",
    " تعني",
    " يعني",
];

fn quoted(text: &str) -> Vec<String> {
    let marks = |c: char| "\"“”„«»「」".contains(c);
    text.split(marks).skip(1).step_by(2).map(str::to_owned).collect()
}

fn slice(text: &str, from: u32, to: u32) -> &str {
    let byte = |n: u32| text.char_indices().nth(n as usize).map_or(text.len(), |(at, _)| at);
    &text[byte(from)..byte(to)]
}
