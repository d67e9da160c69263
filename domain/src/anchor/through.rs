//! Placing through a chain of versions.

use super::{Anchor, Placement, Standing, State, place::place};
use crate::{
    Message,
    clause_map::ClauseMap,
    text::{ClauseId, LineRange, Text},
};

/// Places an anchor of the first text in the last one directly, and again step by step through those between.
/// `maps` are the maps of each step; when both ways lead to different lines the placement is uncertain and names both.
pub fn place_through(
    anchor: &Anchor,
    texts: &[&Text],
    maps: &[&ClauseMap],
    direct: &ClauseMap,
) -> Option<Placement> {
    let (first, last) = (texts.first()?, texts.last()?);
    let straight = place(anchor, first, last, direct);
    if texts.len() <= 2 || maps.len() + 1 != texts.len() {
        return Some(straight);
    }
    let stepwise = step_by_step(anchor, texts, maps)?;
    Some(agreed(straight, stepwise))
}

fn step_by_step(anchor: &Anchor, texts: &[&Text], maps: &[&ClauseMap]) -> Option<Placement> {
    let mut here = anchor.clone();
    let mut least = 1.0_f32;
    let mut placement = None;
    for (step, map) in maps.iter().enumerate() {
        let mut next = place(&here, texts[step], texts[step + 1], map);
        least = least.min(next.confidence);
        next.confidence = least;
        let Some(lines) = next.lines else { return Some(next) };
        here = again(anchor, texts[step + 1], lines, &next);
        placement = Some(next);
    }
    placement
}

/// The anchor as it would have been made at its place in a later version.
fn again(anchor: &Anchor, text: &Text, lines: LineRange, placement: &Placement) -> Anchor {
    Anchor {
        version: text.digest(),
        clause: ClauseId(0),
        lines,
        chars: placement.chars.clone(),
        ..anchor.clone()
    }
}

fn agreed(straight: Placement, stepwise: Placement) -> Placement {
    match (straight.lines, stepwise.lines) {
        (Some(a), Some(b)) if a.overlaps(b) => straight,
        (None, None) => straight,
        (a, b) => {
            let (best, other) = if a.is_some() { (straight, b) } else { (stepwise, a) };
            let confidence = best.confidence.min(0.5);
            let state = if other.is_some() { State::Ambiguous } else { best.state };
            let reason = Message::new("placement-ways-differ");
            Placement {
                standing: Standing::Uncertain,
                state,
                confidence,
                reason,
                candidates: other.into_iter().chain(best.candidates.clone()).collect(),
                ..best
            }
        }
    }
}
