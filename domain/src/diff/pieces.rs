//! What of a stretch of text stayed, went and came, word by word.

mod ends;

use std::ops::Range;

use serde::{Deserialize, Serialize};

use super::{DiffOp, differences};
use crate::{segment, text::Uniform};

/// A stretch of text that stayed, went or came.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Piece {
    /// Whether it stayed, went or came.
    pub kind: PieceKind,
    /// The words as the text has them, white space included.
    pub text: String,
}

impl Piece {
    /// Takes it for typography: it is known to say the same.
    pub(super) fn hush(&mut self) {
        self.kind = match self.kind {
            PieceKind::Removed => PieceKind::Was,
            PieceKind::Added => PieceKind::Now,
            PieceKind::Same | PieceKind::Was | PieceKind::Now => self.kind,
        }
    }
}

/// What a run of words is to a difference.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PieceKind {
    /// In both texts.
    Same,
    /// In the old text only.
    Removed,
    /// In the new text only.
    Added,
    /// Gone, and what came for it (the `Now` after it) is read aloud the same: other quotation marks, white space and the like.
    Was,
    /// Came for the `Was` before it, and is read aloud the same.
    Now,
}

impl PieceKind {
    /// Whether it stands in the old text.
    pub fn is_old(self) -> bool {
        match self {
            Self::Same | Self::Removed | Self::Was => true,
            Self::Added | Self::Now => false,
        }
    }

    /// Whether it stands in the new text.
    pub fn is_new(self) -> bool {
        match self {
            Self::Same | Self::Added | Self::Now => true,
            Self::Removed | Self::Was => false,
        }
    }

    /// Whether it is a change that a reader aloud hears, and that is marked.
    pub fn is_marked(self) -> bool {
        match self {
            Self::Removed | Self::Added => true,
            Self::Same | Self::Was | Self::Now => false,
        }
    }

    /// Whether only its typography changed.
    pub fn is_typographic(self) -> bool {
        match self {
            Self::Was | Self::Now => true,
            Self::Same | Self::Removed | Self::Added => false,
        }
    }
}

/// The word differences of two texts, removed before added. The pieces that stand in the old text give `old` when joined, those that
/// stand in the new one `new`. None is marked if and only if both have the same normal form.
pub fn words(old: &str, new: &str) -> Vec<Piece> {
    let mut pieces = Pieces::default();
    if old == new {
        pieces.push(PieceKind::Same, old);
        return pieces.done;
    }
    let (front, back) = ends::equal(old, new);
    pieces.push(PieceKind::Same, &old[..front]);
    pieces.between(&old[front..old.len() - back], &new[front..new.len() - back]);
    pieces.push(PieceKind::Same, &old[old.len() - back..]);
    pieces.done
}

/// One of two texts, cut into words and signs.
struct Side<'a> {
    whole: &'a str,
    said: Uniform<'a>,
    items: Vec<Item>,
}

/// A word or sign, and the white space before it. Bytes of the normal form.
struct Item {
    gap: Range<usize>,
    word: Range<usize>,
}

impl<'a> Side<'a> {
    fn of(whole: &'a str) -> Self {
        let said = Uniform::of(whole);
        let (mut items, mut gap, mut at) = (Vec::new(), 0, 0);
        for piece in segment::pieces(&said.text) {
            let start = at;
            at += piece.len();
            if piece != " " {
                items.push(Item { gap: gap..start, word: start..at });
                gap = at;
            }
        }
        Self { whole, said, items }
    }

    fn words(&self) -> Vec<&str> {
        self.items.iter().map(|item| &self.said.text[item.word.clone()]).collect()
    }

    fn source(&self, range: &Range<usize>) -> &'a str {
        &self.whole[self.said.source(range)]
    }

    /// Some items with the white space around them.
    fn parts(&self, items: Range<usize>) -> Parts<'a> {
        let end = self.said.text.len();
        let gap = |at: usize| self.items.get(at).map_or(end, |item| item.gap.start);
        let word = |at: usize| self.items.get(at).map_or(end, |item| item.word.start);
        let lead = self.source(&(gap(items.start)..word(items.start)));
        if items.is_empty() {
            return Parts { lead, body: "", tail: "" };
        }
        // White space that the normal form leaves out stands at the end of the word before it.
        let whole = self.source(&(word(items.start)..word(items.end)));
        let (body, tail) = whole.split_at(whole.trim_end().len());
        Parts { lead, body, tail }
    }
}

/// Words with the white space before and after them.
struct Parts<'a> {
    lead: &'a str,
    body: &'a str,
    tail: &'a str,
}

#[derive(Default)]
struct Pieces {
    done: Vec<Piece>,
}

impl Pieces {
    /// The differences of two texts that are not equal.
    fn between(&mut self, old: &str, new: &str) {
        let (a, b) = (Side::of(old), Side::of(new));
        if a.items.is_empty() || b.items.is_empty() {
            self.push(if a.items.is_empty() { PieceKind::Was } else { PieceKind::Removed }, old);
            self.push(if b.items.is_empty() { PieceKind::Now } else { PieceKind::Added }, new);
            return;
        }
        let (mut i, mut j) = (0, 0);
        for op in differences(&a.words(), &b.words()) {
            if let DiffOp::Equal { old_index, new_index, len } = op {
                self.change(a.parts(i..old_index), b.parts(j..new_index));
                for step in 0..len {
                    let (x, y) = (old_index + step, new_index + step);
                    if step > 0 {
                        self.change(a.parts(x..x), b.parts(y..y));
                    }
                    self.same(a.source(&a.items[x].word), b.source(&b.items[y].word));
                }
                (i, j) = (old_index + len, new_index + len);
            }
        }
        self.change(a.parts(i..a.items.len()), b.parts(j..b.items.len()));
    }

    /// What stands between two words that stayed. White space that both begin or end with is no part of the change.
    fn change<'a>(&mut self, mut old: Parts<'a>, mut new: Parts<'a>) {
        if !old.lead.is_empty() && !new.lead.is_empty() {
            self.same(std::mem::take(&mut old.lead), std::mem::take(&mut new.lead));
        }
        for side in [&mut old, &mut new] {
            if side.body.is_empty() {
                side.tail = std::mem::take(&mut side.lead);
            }
        }
        let tails = match old.tail.is_empty() || new.tail.is_empty() {
            true => ("", ""),
            false => (std::mem::take(&mut old.tail), std::mem::take(&mut new.tail)),
        };
        [old.lead, old.body, old.tail].iter().for_each(|text| self.push(PieceKind::Removed, text));
        [new.lead, new.body, new.tail].iter().for_each(|text| self.push(PieceKind::Added, text));
        self.same(tails.0, tails.1);
    }

    /// What is read aloud the same, exactly or in another typography.
    fn same(&mut self, old: &str, new: &str) {
        if old == new {
            self.push(PieceKind::Same, old);
        } else {
            self.push(PieceKind::Was, old);
            self.push(PieceKind::Now, new);
        }
    }

    fn push(&mut self, kind: PieceKind, text: &str) {
        match self.done.last_mut() {
            Some(last) if last.kind == kind => last.text.push_str(text),
            _ if text.is_empty() => {}
            _ => self.done.push(Piece { kind, text: text.to_owned() }),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{PieceKind, Pieces, words};

    proptest! {
        #[test]
        fn leaving_out_equal_ends_finds_the_same(
            front in "((shall|not|pay|Ф|été|1|20%|a-b|«c»)[ ,.]{0,2} |[公机构][，。]?){0,5}",
            old in "((shall|not|pay|Ф|été|1|20%|a-b|«c»)[ ,.]{0,2} ?|[公机构][，。]?){0,3}",
            new in "((shall|not|pay|Ф|été|1|20%|a-b|«c»)[ ,.]{0,2} ?|[公机构][，。]?){0,3}",
            back in "( (shall|not|pay|Ф|été|1|20%|a-b|«c»)[ ,.]{0,2}|[公机构][，。]?){0,5}",
        ) {
            let (old, new) = ([front.as_str(), &old, &back].concat(), [front.as_str(), &new, &back].concat());
            let mut whole = Pieces::default();
            if old == new {
                whole.push(PieceKind::Same, &old);
            } else {
                whole.between(&old, &new);
            }
            prop_assert_eq!(words(&old, &new), whole.done);
        }
    }
}
