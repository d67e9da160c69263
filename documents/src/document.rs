//! What files are made from: plain values, filled in from the readings.

use chrono::{DateTime, Utc};
use domain::{
    Message, ThreadKind,
    anchor::Anchor,
    text::{ClauseId, Text},
};

/// One version of a draft with what is said of it.
#[derive(Clone, Debug)]
pub struct Document<'a> {
    /// By which people cite the draft: `DN-2026-001`.
    pub reference: String,
    /// As the draft is called now.
    pub title: String,
    /// The name of the forum.
    pub forum: String,
    /// The BCP 47 tag of the text.
    pub language: String,
    /// Counted from 1 within the draft.
    pub version: u32,
    /// When that version was published.
    pub published: DateTime<Utc>,
    /// Where it can be read for ever.
    pub address: String,
    /// Its words.
    pub text: &'a Text,
    /// The ids of its clauses, which are the same through all versions.
    pub ids: Vec<ClauseId>,
    /// In the order of their numbers.
    pub threads: Vec<Thread>,
    /// Whose proposed words came into the text, in which version.
    pub credits: Vec<Credit>,
}

impl Document<'_> {
    /// The address of the draft, whose threads stand under it.
    pub(crate) fn site(&self) -> &str {
        self.address.split_once("/versions/").map_or(self.address.as_str(), |(draft, _)| draft)
    }
}

/// A thread with where it stands in the version.
#[derive(Clone, Debug)]
pub struct Thread {
    /// Counted within the draft.
    pub number: u32,
    /// What it is about.
    pub kind: ThreadKind,
    /// Where it stands in this version, as if it had been made on it; none on the whole draft, or where its words are gone.
    pub anchor: Option<Anchor>,
    /// The words it was made on; none on the whole draft.
    pub quote: Option<String>,
    /// The first opened it.
    pub comments: Vec<Comment>,
    /// The answer that stands.
    pub answer: Option<Answer>,
}

/// One comment.
#[derive(Clone, Debug)]
pub struct Comment {
    /// Counted within the thread.
    pub number: u32,
    /// Whose words they are, with whom they speak for.
    pub author: String,
    /// When it was posted.
    pub posted: DateTime<Utc>,
    /// Markdown, or why its words are not there.
    pub words: String,
    /// The wording it proposes in place of the anchored words, when that stands.
    pub proposed: Option<String>,
}

/// The official answer to a thread.
#[derive(Clone, Debug)]
pub struct Answer {
    /// What the disposition is called.
    pub disposition: String,
    /// Why.
    pub reason: String,
    /// When it was given.
    pub given: DateTime<Utc>,
}

/// The position of a stakeholder that stands.
#[derive(Clone, Debug)]
pub struct Signed {
    /// Who takes it.
    pub stakeholder: String,
    /// What it is, as a key: `endorse`, `object`.
    pub position: &'static str,
    /// What it is called.
    pub said: String,
    pub day: DateTime<Utc>,
    /// The version it was taken on.
    pub version: u32,
}

/// Proposed words that a version took over.
#[derive(Clone, Debug)]
pub struct Credit {
    /// The version that took them over.
    pub version: u32,
    /// Whose words they were.
    pub author: String,
    /// The words as they are read.
    pub words: String,
}

/// The language of labels: who reads the file, which may be another language than that of its text.
#[derive(Clone, Copy)]
pub struct Speech<'a> {
    /// Its BCP 47 tag.
    pub tag: &'a str,
    /// What a message says in it.
    pub say: &'a (dyn Fn(&Message) -> String + Sync),
    /// How it writes the day of an instant.
    pub day: &'a (dyn Fn(DateTime<Utc>) -> String + Sync),
}

impl Speech<'_> {
    /// What a message without arguments says.
    pub fn word(&self, message: Message) -> String {
        (self.say)(&message)
    }
}

/// Whether a language, by its BCP 47 tag, is written from right to left.
pub fn right_to_left(tag: &str) -> bool {
    let language = tag.split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase();
    matches!(language.as_str(), "ar" | "fa" | "he" | "ur" | "ps" | "sd" | "ug" | "yi" | "dv" | "ckb")
}

/// Whether words run from right to left: their first letter that has a direction says so, else the language they stand in.
pub fn runs_leftward(words: &str, otherwise: &str) -> bool {
    let leftward = |letter: char| matches!(letter, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}');
    let first = words.chars().find(|letter| letter.is_alphabetic());
    first.map_or_else(|| right_to_left(otherwise), leftward)
}
