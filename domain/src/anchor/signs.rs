//! Where a quote went that has no words: an emoji, a currency sign, a mark of punctuation. It goes with the words beside it.

use std::ops::Range;

use super::{Anchor, Placement, Places, Standing, State};
use crate::{
    diff::{self, PieceKind},
    follow::{Found, Meant},
    prose::Prose,
    text::Clause,
};

/// Signs that came in place of others between words that stayed.
const REPLACED: f32 = 0.85;
/// Nothing came in their place.
const GONE: f32 = 0.5;
/// Only the line that they stand in was followed.
pub(super) const BESIDE: f32 = 0.5;

impl Places<'_> {
    /// Signs in the clause that their own became: where they stand, or what stands in their place; nothing for a quote with words, or
    /// when its clause is gone or was divided.
    pub(super) fn signs(&self, anchor: &Anchor, meant: &Meant) -> Option<Placement> {
        if !meant.words.is_empty() || meant.lines.len() > 1 {
            return None;
        }
        let chars = anchor.chars.as_ref().or_else(|| Some(&self.from.line(anchor.lines.first())?.chars))?;
        let was = self.from.clause_of_line(anchor.lines.first())?;
        let [now] = self.follow.joins.forward.get(was)?.as_slice() else { return None };
        let (before, after) = (self.from.clause(was)?, self.to.clause(*now as usize)?);
        let (there, same) = follow(before, after, chars);
        let line = |at: u32| self.to.lines_in(after.lines).iter().rposition(|line| line.chars.start <= at);
        let first = after.lines.first() - 1 + line(there.start)? as u32;
        let last = after.lines.first() - 1 + line(there.end.saturating_sub(1).max(there.start))? as u32;
        let (standing, state, confidence) = match (same, there.is_empty()) {
            (true, _) => (Standing::Placed, State::Exact, crate::follow::EQUAL),
            (false, false) => (Standing::Placed, State::Reworded, REPLACED),
            (false, true) => (Standing::Uncertain, State::QuoteRemoved, GONE),
        };
        let changed = u32::from(!same);
        let lines = Some((first, last));
        let found = Found { standing, state, lines, words: 0..0, confidence, changed, other: None };
        let chars = Some(there).filter(|there| !there.is_empty() && anchor.chars.is_some());
        Some(Placement { chars, ..self.placement(anchor, meant, found) })
    }
}

/// What is meant by signs whose clause is gone or was divided: the line they stand in.
pub(super) fn beside(prose: &Prose, meant: Meant) -> Meant {
    let words = |line: u32| prose.lines[line as usize].words.clone();
    if meant.words.is_empty() && !meant.lines.is_empty() {
        return Meant { words: words(meant.lines.start).start..words(meant.lines.end - 1).end, ..meant };
    }
    meant
}

/// The characters that came of some, and whether they are the same.
fn follow(before: &Clause, after: &Clause, chars: &Range<u32>) -> (Range<u32>, bool) {
    let (mut old, mut new) = (0, 0);
    let (mut there, mut same): (Option<Range<u32>>, bool) = (None, true);
    // What went, until something comes for it or stays.
    let mut gone = false;
    for piece in diff::words(&before.text, &after.text) {
        let length = piece.text.chars().count() as u32;
        let touched = old < chars.end && chars.start < old + length;
        match piece.kind {
            PieceKind::Same => {
                gone = false;
                let start = chars.start.clamp(old, old + length) - old + new;
                let end = chars.end.clamp(old, old + length) - old + new;
                if touched {
                    there = Some(there.map_or(start, |there| there.start)..end);
                }
                (old, new) = (old + length, new + length);
            }
            PieceKind::Removed | PieceKind::Was => {
                if touched {
                    (gone, same) = (true, same && piece.kind == PieceKind::Was);
                    there.get_or_insert(new..new);
                }
                old += length;
            }
            PieceKind::Added | PieceKind::Now => {
                if gone {
                    let blank = (piece.text.chars().count() - piece.text.trim_start().chars().count()) as u32;
                    let said = piece.text.trim().chars().count() as u32;
                    let start =
                        there.filter(|there| !there.is_empty()).map_or(new + blank, |there| there.start);
                    there = Some(start..new + blank + said);
                }
                new += length;
            }
        }
    }
    (there.unwrap_or(new..new), same)
}
