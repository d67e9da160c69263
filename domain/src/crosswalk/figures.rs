//! The counts that a sentence about a crosswalk is made of.

use serde::Serialize;

use super::{Pairing, Relation, bodies};
use crate::{segment, text::Text};

/// How many clauses met which fate, and how many words. Clauses of the old text are counted once each: those of `verbatim`, `adapted`,
/// `split`, `merged`, `dropped` and `translated` together are `old_clauses`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Figures {
    /// The clauses of the old text.
    pub old_clauses: u32,
    /// The clauses of the new text.
    pub new_clauses: u32,
    /// Old clauses that stand in the new text word for word.
    pub verbatim: u32,
    /// Of those, the ones that stand in another place.
    pub moved: u32,
    /// Old clauses that stand there with other words.
    pub adapted: u32,
    /// Old clauses that became several.
    pub split: u32,
    /// Old clauses that became one with others.
    pub merged: u32,
    /// Old clauses that are not there.
    pub dropped: u32,
    /// Old clauses that stand there in another language.
    pub translated: u32,
    /// New clauses that come from none.
    pub added: u32,
    /// The words of the old text.
    pub old_words: u32,
    /// The words of the new text.
    pub new_words: u32,
    /// Words of the old text that are gone; none counted in a translation.
    pub words_gone: u32,
    /// Words of the new text that came; none counted in a translation.
    pub words_come: u32,
    /// How far the two are apart in percent: of the words of both, those that are gone or came. None for a translation.
    pub drift: Option<u32>,
}

impl Figures {
    pub(super) fn of(pairings: &[Pairing], old: &Text, new: &Text, translation: bool) -> Self {
        let (olds, news) = (bodies(old), bodies(new));
        let counted = |counts: &[u32], clauses: &[u32]| {
            clauses.iter().filter(|clause| counts.binary_search(clause).is_ok()).count() as u32
        };
        let mut figures = Self {
            old_clauses: olds.len() as u32,
            new_clauses: news.len() as u32,
            old_words: words(old),
            new_words: words(new),
            ..Self::default()
        };
        for pairing in pairings {
            let old = counted(&olds, &pairing.old);
            match pairing.relation {
                Relation::Verbatim => figures.verbatim += old,
                Relation::Moved => {
                    figures.verbatim += old;
                    figures.moved += old;
                }
                Relation::Adapted => figures.adapted += old,
                Relation::Split => figures.split += old,
                Relation::Merged => figures.merged += old,
                Relation::Dropped => figures.dropped += old,
                Relation::Translated => figures.translated += old,
                Relation::New => figures.added += counted(&news, &pairing.new),
            }
            figures.words_gone += pairing.weight.removed;
            figures.words_come += pairing.weight.inserted;
        }
        figures.drift = (!translation).then(|| figures.apart());
        figures
    }

    /// Of the words of both texts, the share that is in one only, in percent: 0 only where no word changed, 100 only where none stayed.
    fn apart(&self) -> u32 {
        let (changed, all) = (self.words_gone + self.words_come, (self.old_words + self.new_words).max(1));
        match changed {
            0 => 0,
            changed if changed >= all => 100,
            changed => ((changed * 100 + all / 2) / all).clamp(1, 99),
        }
    }
}

fn words(text: &Text) -> u32 {
    text.clauses().iter().map(|clause| segment::words(clause.title()).count() as u32).sum()
}
