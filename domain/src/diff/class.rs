//! The class of a change, on which the carrying over of sign-offs rests.

use std::collections::HashSet;

use super::{PieceKind, weight::bears, words};
use crate::{
    Message, carry,
    clause_map::{Change, ClauseMap},
    segment,
    text::Text,
};

/// A change declared editorial touches a word that it may not touch.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the change touches {word:?}")]
pub struct NotEditorial {
    pub word: String,
}

impl NotEditorial {
    pub fn message(&self) -> Message {
        Message::new("refusal-not-editorial").with("word", self.word.as_str())
    }
}

/// The class of what happened to clause `index` of the old text.
pub fn class_of(map: &ClauseMap, index: usize) -> carry::Change {
    match map.old(index).map(|fate| fate.change) {
        Some(Change::Same) => carry::Change::Same,
        Some(Change::Typographic) => carry::Change::Typographic,
        Some(Change::Moved) => carry::Change::Moved,
        Some(
            Change::Reworded
            | Change::MovedAndReworded
            | Change::Split
            | Change::Merged
            | Change::Removed
            | Change::Added,
        )
        | None => carry::Change::Substantive,
    }
}

/// Lets a change be declared editorial; refuses one that touches a modal verb, a negation, a number or a defined term.
pub fn editorial(old: &str, new: &str, terms: &HashSet<String>) -> Result<(), NotEditorial> {
    let pieces = words(old, new);
    let mut touched = pieces
        .iter()
        .filter(|piece| piece.kind != PieceKind::Same)
        .flat_map(|piece| segment::words(&piece.text));
    match touched.find(|word| bears(word) || terms.contains(&word.to_lowercase())) {
        Some(word) => Err(NotEditorial { word: word.to_owned() }),
        None => Ok(()),
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
