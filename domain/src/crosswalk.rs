//! Two texts side by side by clause: what became of each clause of one in the other, and how far the two have drifted.

mod figures;
mod translation;

use serde::{Deserialize, Serialize};

use crate::{
    clause_map::{Change, ClauseMap},
    diff::{Hunk, Row, Weight, changes},
    referral::{ClauseAnswer, Fate},
    text::{ClauseId, Text},
};

pub use figures::Figures;
pub use translation::is_translation;

crate::kind::keyed!(
    /// What became of a clause in the other text.
    Relation {
        /// It stands there word for word.
        Verbatim = "verbatim",
        /// It stands there with other words.
        Adapted = "adapted",
        /// It stands there word for word, in another place.
        Moved = "moved",
        /// It became several.
        Split = "split",
        /// Several became one.
        Merged = "merged",
        /// It is not there.
        Dropped = "dropped",
        /// It comes from no clause of the other text.
        New = "new",
        /// It stands there in another language; the words are not compared.
        Translated = "translated",
    }
);

/// What a person, or the record of both texts, knows better than their words tell.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Known {
    /// What became of a clause, as a person said: an old clause, and the new ones it became; none for one that was dropped. By index.
    pub by_hand: Vec<(u32, Vec<u32>)>,
    /// Clauses that have the same origin, by index. They count where the words join neither to any other.
    pub lineage: Vec<(u32, u32)>,
}

/// One clause with what became of it; several clauses where it was split or merged.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Pairing {
    /// The same in every comparison that shows this clause.
    pub id: String,
    /// What became of it.
    pub relation: Relation,
    /// Whether it stands in another place, whatever became of its words.
    pub moved: bool,
    /// Whether a person said so.
    pub by_hand: bool,
    /// The clauses of the old text, by index.
    pub old: Vec<u32>,
    /// The clauses of the new text, by index.
    pub new: Vec<u32>,
    /// Whether it is headings only, which name the clauses below them and are not counted.
    pub heading: bool,
    /// The lines of both sides beside each other; empty in a translation.
    pub rows: Vec<Row>,
    /// How many words changed in it.
    #[serde(flatten)]
    pub weight: Weight,
}

/// Two texts side by side, in the order of the new one; what was dropped stands after what it followed.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Crosswalk {
    /// Every clause of both texts once.
    pub pairings: Vec<Pairing>,
    /// The counts over all pairings.
    pub figures: Figures,
    /// Whether the texts are in different languages: then clauses are paired by their place, and no word is compared.
    pub translation: bool,
}

impl Crosswalk {
    /// Puts two texts of one language side by side by the map of their clauses, which [`ClauseMap::knowing`] has corrected.
    pub fn new(old: &Text, new: &Text, map: &ClauseMap, known: &Known) -> Self {
        let hunks = changes(old, new, map).hunks;
        let shown = hunks.into_iter().filter(|hunk| hunk.now_at.is_none());
        let pairings: Vec<_> = shown.map(|hunk| Pairing::of(hunk, old, new, known)).collect();
        let figures = Figures::of(&pairings, old, new, false);
        Self { pairings, figures, translation: false }
    }

    /// Puts a text and its translation side by side: by the place of the clauses, unless a person knows better.
    pub fn translated(old: &Text, new: &Text, known: &Known) -> Self {
        let pairings = translation::pairings(old, new, known);
        let figures = Figures::of(&pairings, old, new, true);
        Self { pairings, figures, translation: true }
    }

    /// What could be answered of each clause of the old text, in its order, for a person to correct; the ids are those of the old text.
    /// Of a translation nothing is proposed, as no word was compared.
    pub fn proposal(&self, old: &Text, new: &Text, ids: &[ClauseId]) -> Vec<ClauseAnswer> {
        if self.translation {
            return Vec::new();
        }
        let of = |clause: u32| self.pairings.iter().find(|pairing| pairing.old.contains(&clause));
        let proposed = bodies(old).into_iter().filter_map(|clause| {
            let pairing = of(clause)?;
            let fate = match pairing.relation {
                Relation::Verbatim | Relation::Moved => Fate::Verbatim,
                Relation::Adapted | Relation::Split | Relation::Merged | Relation::Translated => {
                    Fate::Adapted
                }
                Relation::Dropped | Relation::New => Fate::Dropped,
            };
            let words = (fate == Fate::Adapted).then(|| said(new, &pairing.new));
            Some(ClauseAnswer { clause: *ids.get(clause as usize)?, fate, words, reason: None })
        });
        proposed.collect()
    }
}

impl Pairing {
    fn of(hunk: Hunk, old: &Text, new: &Text, known: &Known) -> Self {
        let by_hand = known.by_hand.iter().any(|(clause, became)| {
            hunk.old.contains(clause) || became.iter().any(|clause| hunk.new.contains(clause))
        });
        let heading = is_heading(old, &hunk.old) && is_heading(new, &hunk.new);
        let moved = hunk.change.is_moved();
        let relation = Relation::of(hunk.change);
        let Hunk { id, old, new, rows, weight, .. } = hunk;
        Self { id, relation, moved, by_hand, old, new, heading, rows, weight }
    }
}

impl Relation {
    /// What a change of a clause makes it to the other text. What reads the same is word for word.
    pub const fn of(change: Change) -> Self {
        match change {
            Change::Same | Change::Typographic => Self::Verbatim,
            Change::Reworded | Change::MovedAndReworded => Self::Adapted,
            Change::Moved => Self::Moved,
            Change::Split => Self::Split,
            Change::Merged => Self::Merged,
            Change::Removed => Self::Dropped,
            Change::Added => Self::New,
        }
    }

    /// Whether the clause is in both texts with other words or other bounds.
    pub const fn is_changed(self) -> bool {
        matches!(self, Self::Adapted | Self::Split | Self::Merged)
    }
}

/// The clauses of a text that count, by index: all but the headings, which name them. In a text of headings, those.
pub fn bodies(text: &Text) -> Vec<u32> {
    let all = || 0..text.clauses().len() as u32;
    let bodies: Vec<_> = all().filter(|clause| !is_heading(text, &[*clause])).collect();
    if bodies.is_empty() { all().collect() } else { bodies }
}

fn is_heading(text: &Text, clauses: &[u32]) -> bool {
    clauses.iter().all(|clause| text.clause(*clause as usize).is_some_and(|clause| clause.is_heading()))
}

/// The words of some clauses, one to a paragraph.
fn said(text: &Text, clauses: &[u32]) -> String {
    let words = clauses.iter().filter_map(|clause| text.clause(*clause as usize));
    words.map(|clause| clause.title()).collect::<Vec<_>>().join("\n\n")
}

#[cfg(test)]
mod tests;
