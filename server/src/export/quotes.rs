//! The words that threads are about, in what they stand in.

use std::collections::BTreeMap;

use domain::{anchor::Anchor, record::dossier::Thread, text::Text};

use super::dossier::Dossier;

/// The texts that threads were made on, each read once.
pub struct Quotes(BTreeMap<i32, Text>);

impl Quotes {
    /// Reads each version on which a thread is about some of the words.
    pub fn of(dossier: &Dossier) -> Self {
        let about = |number| {
            let mut anchored = dossier.threads.iter().filter(|thread| thread.anchor.is_some());
            anchored.any(|thread| thread.made_on == number)
        };
        let versions = dossier.versions.iter().filter(|version| about(version.number));
        let texts =
            versions.map(|version| (version.number, Text::read(dossier.text(version), &version.manner)));
        Self(texts.collect())
    }

    /// The words of a thread as Markdown: an item with its mark, a row under the heads of its columns. Plain paragraphs are their words.
    pub fn words(&self, thread: &Thread, anchor: &Anchor) -> String {
        let Some(text) = self.0.get(&thread.made_on).filter(|text| !text.is_plain(anchor.lines)) else {
            return anchor.quote.clone();
        };
        let part = anchor.chars.is_some().then_some(anchor.quote.as_str());
        text.excerpt_to_markdown(anchor.lines, part)
    }
}
