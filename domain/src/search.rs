//! Finding texts by their words: what is kept of a text so that it is found, and what is asked for.
//!
//! Architecture Invariant: words are worked out here and nowhere else, so that every database finds the same, and what is marked in
//! what was found is why it was found.

mod arabic;
mod stem;
mod words;

use std::{
    collections::{BTreeMap, BTreeSet},
    ops::Range,
};

use serde::Serialize;

use crate::text::Language;
use stem::{LANGUAGES, stem};
use words::each;

/// How many words of what is asked are looked for; further ones are left out.
const MOST: usize = 8;
/// A longer word is cut, on both sides alike.
const LONGEST: usize = 48;

/// The words by which a text is found, each with how often it stands there.
pub fn index(text: &str, language: Language) -> BTreeMap<String, u32> {
    let mut words = BTreeMap::new();
    each(text, |_, word| *words.entry(stem(word, language)).or_default() += 1);
    words
}

/// The language in which something short is read: the one its own words show, else that of what it was said about.
pub fn language_of(text: &str, otherwise: Language) -> Language {
    match Language::of_words(text) {
        Language::Other => otherwise,
        language => language,
    }
}

/// What is asked for: texts in which every one of its words stands, in whatever form and language.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    words: Vec<Asked>,
}

/// One word that is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// As it was typed, in small letters.
    pub said: String,
    /// What it is kept as, in each language it may be of.
    pub forms: BTreeSet<String>,
}

/// Some of a text around what was asked for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Excerpt {
    /// Its words in order, and whether they are what was asked for.
    pub pieces: Vec<(String, bool)>,
    /// Whether there is more text before and after it.
    pub before: bool,
    pub after: bool,
}

impl Query {
    /// Reads what somebody typed. Without a word in it, it finds nothing.
    pub fn parse(typed: &str) -> Self {
        let mut words: Vec<Asked> = Vec::new();
        each(typed, |_, word| {
            if words.len() < MOST && !words.iter().any(|known| known.said == word) {
                let forms = LANGUAGES.iter().map(|language| stem(word, *language)).collect();
                words.push(Asked { said: word.to_owned(), forms });
            }
        });
        Self { words }
    }

    /// Whether nothing is asked for.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// The words, each of which must be there in one of its forms.
    pub fn words(&self) -> &[Asked] {
        &self.words
    }

    /// The bytes of a text that were asked for, in order.
    pub fn marks(&self, text: &str, language: Language) -> Vec<Range<usize>> {
        let mut marks = Vec::new();
        each(text, |range, word| {
            let form = stem(word, language);
            if self.words.iter().any(|asked| asked.forms.contains(&form)) {
                marks.push(range);
            }
        });
        marks
    }

    /// At most so many characters of a text, around the place where most of what was asked for stands; from its beginning when none does.
    pub fn excerpt(&self, text: &str, language: Language, most: usize) -> Excerpt {
        let marks = self.marks(text, language);
        let (start, end) = window(text, &marks, most);
        let mut pieces = Vec::new();
        let mut from = start;
        for mark in marks.into_iter().filter(|mark| mark.start >= start && mark.end <= end) {
            if mark.start > from {
                pieces.push((text[from..mark.start].to_owned(), false));
            }
            pieces.push((text[mark.clone()].to_owned(), true));
            from = mark.end;
        }
        if from < end {
            pieces.push((text[from..end].to_owned(), false));
        }
        Excerpt { pieces, before: start > 0, after: end < text.len() }
    }
}

/// The bytes of at most so many characters, between spaces, that hold the most marks.
fn window(text: &str, marks: &[Range<usize>], most: usize) -> (usize, usize) {
    let reach = |start: usize| {
        text[start..].char_indices().nth(most).map_or(text.len(), |(length, _)| start + length)
    };
    if reach(0) == text.len() {
        return (0, text.len());
    }
    let held = |first: usize| {
        let end = reach(marks[first].start);
        marks[first..].iter().take_while(|mark| mark.end <= end).count()
    };
    // The first of the best: earlier ones read better.
    let best = (0..marks.len()).max_by_key(|first| (held(*first), std::cmp::Reverse(*first)));
    let wanted = best.map_or(0, |first| back(text, marks[first].start, most / 4));
    let blank = |at: usize| text[at..].find(char::is_whitespace).map(|space| at + space);
    let start = match wanted {
        0 => 0,
        at => blank(at)
            .filter(|space| best.is_none_or(|first| *space < marks[first].start))
            .map_or(at, |space| space + text[space..].chars().next().map_or(0, char::len_utf8)),
    };
    let end = reach(start);
    let last = text[start..end].rfind(char::is_whitespace).map(|space| start + space);
    let ends_well = end == text.len()
        || marks.iter().any(|mark| last.is_some_and(|last| mark.start > last && mark.end <= end));
    (start, if ends_well { end } else { last.unwrap_or(end) })
}

/// The byte so many characters before this one.
fn back(text: &str, from: usize, chars: usize) -> usize {
    text[..from].char_indices().rev().take(chars).last().map_or(from, |(at, _)| at)
}

#[cfg(test)]
mod tests;
