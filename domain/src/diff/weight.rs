//! How much a change weighs: its words, and which of them bear on what the text demands.

use serde::{Deserialize, Serialize};

use super::{Piece, PieceKind, harmless::is_harmless};
use crate::{segment, text::Language};

/// Words removed and inserted, and how they divide into substance and mere wording.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Weight {
    /// Words that went.
    #[serde(rename = "words_removed")]
    pub removed: u32,
    /// Words that came.
    #[serde(rename = "words_inserted")]
    pub inserted: u32,
    /// How many of both may change what the text demands.
    pub substance: u32,
    /// How many of both are proven not to.
    pub wording: u32,
}

impl Weight {
    /// Words removed plus words inserted.
    pub fn words(self) -> u32 {
        self.removed + self.inserted
    }

    /// Weighs each marked change by itself. It is wording when every word of it is proven harmless, and substance else: so it is in a
    /// language that is not known. A change that has signs and no words counts each sign, so that nothing that is marked weighs nothing.
    pub fn of(pieces: &[Piece], language: Option<Language>) -> Self {
        let mut weight = Self::default();
        changes(pieces).for_each(|change| weight += change.weight(language));
        weight
    }
}

/// One place where marked pieces stand together.
#[derive(Default)]
pub(super) struct Change {
    removed: String,
    added: String,
}

/// The marked changes, in order.
pub(super) fn changes(pieces: &[Piece]) -> impl Iterator<Item = Change> {
    let runs = pieces.chunk_by(|one, next| one.kind.is_marked() == next.kind.is_marked());
    runs.filter(|run| run.iter().any(|piece| piece.kind.is_marked())).map(|run| {
        let mut change = Change::default();
        for piece in run {
            let side = if piece.kind == PieceKind::Removed { &mut change.removed } else { &mut change.added };
            side.push_str(&piece.text);
        }
        change
    })
}

impl Change {
    fn weight(&self, language: Option<Language>) -> Weight {
        let (removed, inserted) = (counted(&self.removed).len() as u32, counted(&self.added).len() as u32);
        let words = removed + inserted;
        let (substance, wording) = if self.is_harmless(language) { (0, words) } else { (words, 0) };
        Weight { removed, inserted, substance, wording }
    }

    /// Whether nothing in it can change what a text of this language means.
    pub fn is_harmless(&self, language: Option<Language>) -> bool {
        let signs = |text| segment::pieces(text).into_iter().filter(|piece| !is_word(piece) && *piece != " ");
        let words = |text| segment::words(text).collect::<Vec<_>>();
        let (gone, come) = (words(&self.removed), words(&self.added));
        let said = !gone.is_empty() || !come.is_empty();
        // The same words again lead elsewhere, or are struck.
        said && gone != come
            && signs(&self.removed).eq(signs(&self.added))
            && language.is_some_and(|language| is_harmless(&gone, &come, language))
    }

    /// What is counted of it: the words of either side, or the signs of one that has none.
    pub fn said(&self) -> impl Iterator<Item = &str> {
        counted(&self.removed).into_iter().chain(counted(&self.added))
    }
}

fn counted(text: &str) -> Vec<&str> {
    let words: Vec<_> = segment::words(text).collect();
    if !words.is_empty() || text.is_empty() {
        return words;
    }
    let signs: Vec<_> = segment::pieces(text).into_iter().filter(|piece| !piece.trim().is_empty()).collect();
    if signs.is_empty() { vec![text] } else { signs }
}

fn is_word(piece: &str) -> bool {
    piece.chars().any(char::is_alphanumeric)
}

impl std::ops::AddAssign for Weight {
    fn add_assign(&mut self, other: Self) {
        self.removed += other.removed;
        self.inserted += other.inserted;
        self.substance += other.substance;
        self.wording += other.wording;
    }
}
