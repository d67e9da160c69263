//! Placing an anchor by the clause map and the words inside the clause.

use std::ops::Range;

use super::{Anchor, Placement, Standing, State, reason};
use crate::{
    clause_map::{Change, ClauseMap},
    diff::common,
    text::{LineRange, Text},
    words::positions,
};

/// Words of one clause: its index and the characters meant.
#[derive(Clone, Debug)]
pub(crate) struct Stretch {
    pub clause: usize,
    pub chars: Range<u32>,
}

/// Where a stretch went.
#[derive(Clone, Debug)]
pub(crate) struct Image {
    pub stretch: Stretch,
    /// The share of its words that are still there.
    pub kept: f32,
    pub change: Change,
    pub similarity: f32,
}

/// Where the anchor's words are in another text; `map` is the map from the text it was made on.
pub fn place(anchor: &Anchor, from: &Text, to: &Text, map: &ClauseMap) -> Placement {
    let stretches = stretches(anchor, from);
    let Some(found) = follow_all(&stretches, from, to, map) else { return detached(anchor, from) };
    Placement {
        standing: found.standing,
        state: found.state,
        lines: Some(found.lines),
        clause: Some(found.at.clause as u32),
        chars: anchor.chars.as_ref().map(|_| found.at.chars.clone()),
        confidence: found.confidence,
        reason: reason::of(found.state, from, stretches[0].clause, to, found.at.clause),
        candidates: Vec::new(),
        last_heading: None,
    }
}

/// Where some lines went.
pub(crate) struct Followed {
    pub standing: Standing,
    pub state: State,
    pub lines: LineRange,
    pub at: Stretch,
    pub confidence: f32,
}

/// Follows whole lines; nothing when they are gone.
pub(crate) fn follow(from: &Text, to: &Text, map: &ClauseMap, lines: LineRange) -> Option<Followed> {
    follow_all(&whole(from, lines), from, to, map)
}

fn follow_all(stretches: &[Stretch], from: &Text, to: &Text, map: &ClauseMap) -> Option<Followed> {
    let images: Vec<Image> = stretches.iter().filter_map(|stretch| image(stretch, from, to, map)).collect();
    let best =
        images.iter().max_by(|a, b| a.kept.total_cmp(&b.kept).then(a.similarity.total_cmp(&b.similarity)))?;
    let near = |image: &&Image| image.stretch.clause.abs_diff(best.stretch.clause) <= stretches.len();
    let lines = images
        .iter()
        .filter(near)
        .map(|image| lines_of(to, &image.stretch))
        .reduce(|a, b| LineRange::spanning(a.first().min(b.first()), a.last().max(b.last())))?;
    let state = state(best);
    let lost = stretches.len() - images.len();
    let confidence = (confidence(state, best) - 0.3 * lost as f32 / stretches.len() as f32).clamp(0.05, 0.99);
    let standing = if confidence >= 0.8 { Standing::Placed } else { Standing::Uncertain };
    Some(Followed { standing, state, lines, at: best.stretch.clone(), confidence })
}

fn whole(text: &Text, lines: LineRange) -> Vec<Stretch> {
    let mut found: Vec<Stretch> = Vec::new();
    for line in text.lines_in(lines) {
        match found.last_mut().filter(|last| last.clause == line.clause as usize) {
            Some(last) => last.chars.end = line.chars.end,
            None => found.push(Stretch { clause: line.clause as usize, chars: line.chars.clone() }),
        }
    }
    found
}

fn stretches(anchor: &Anchor, from: &Text) -> Vec<Stretch> {
    let mut found = whole(from, anchor.lines);
    if let (Some(chars), Some(first)) = (&anchor.chars, found.first_mut()) {
        first.chars = chars.clone();
        found.truncate(1);
    }
    found
}

/// Follows a stretch to the clause that holds most of its words now.
pub(crate) fn image(stretch: &Stretch, from: &Text, to: &Text, map: &ClauseMap) -> Option<Image> {
    let fate = map.old(stretch.clause)?;
    let old = &from.clauses()[stretch.clause].text;
    let images = fate.others.iter().map(|&other| {
        let (chars, kept) = inside(old, &stretch.chars, &to.clauses()[other as usize].text);
        Image {
            stretch: Stretch { clause: other as usize, chars },
            kept,
            change: fate.change,
            similarity: fate.similarity,
        }
    });
    images.max_by(|a, b| a.kept.total_cmp(&b.kept))
}

/// The characters of `new` that the characters of `old` became, and the share of their words that survive.
fn inside(old: &str, chars: &Range<u32>, new: &str) -> (Range<u32>, f32) {
    let (a, b) = (positions(old), positions(new));
    let keys = |words: &[(String, Range<u32>)]| words.iter().map(|word| word.0.clone()).collect::<Vec<_>>();
    let first = a.partition_point(|word| word.1.end <= chars.start);
    let last = a.partition_point(|word| word.1.start < chars.end);
    let (mut kept, mut start, mut end, mut before, mut after) = (0, u32::MAX, 0, 0, None);
    for (x, y, count) in common(&keys(&a), &keys(&b)) {
        for step in 0..count {
            let at = &b[y + step].1;
            if x + step < first {
                before = at.end;
            } else if x + step < last {
                kept += 1;
                (start, end) = (at.start.min(start), at.end.max(end));
            } else {
                after.get_or_insert(at.start);
            }
        }
    }
    let length = new.chars().count() as u32;
    let gap = before..after.unwrap_or(length).max(before);
    let share = kept as f32 / (last - first).max(1) as f32;
    (if kept == 0 || share < 0.3 { gap } else { start..end }, share)
}

pub(super) fn lines_of(text: &Text, stretch: &Stretch) -> LineRange {
    let clause = &text.clauses()[stretch.clause];
    let lines = text.lines_in(clause.lines);
    let touched = lines.iter().filter(|line| {
        line.chars.start < stretch.chars.end.max(stretch.chars.start + 1)
            && line.chars.end > stretch.chars.start
    });
    let numbers: Vec<u32> = touched.map(|line| line.number).collect();
    match (numbers.first(), numbers.last()) {
        (Some(&first), Some(&last)) => LineRange::spanning(first, last),
        _ => LineRange::spanning(clause.lines.last(), clause.lines.last()),
    }
}

fn state(image: &Image) -> State {
    match (image.change, image.kept) {
        (_, kept) if kept < 0.3 => State::QuoteRemoved,
        (Change::Split, _) => State::Split,
        (Change::Merged, _) => State::Merged,
        (Change::Moved | Change::MovedAndReworded, _) => State::Moved,
        (Change::Same | Change::Typographic, _) => State::Exact,
        (Change::Reworded, 1.0) => State::Exact,
        _ => State::Reworded,
    }
}

fn confidence(state: State, image: &Image) -> f32 {
    match state {
        State::Exact => 0.99,
        State::Moved => 0.6 + 0.38 * image.similarity * image.kept,
        State::QuoteRemoved => 0.5,
        State::Reworded | State::Split | State::Merged => 0.6 + 0.35 * image.kept,
        State::Ambiguous | State::Removed => 0.3,
    }
}

pub(super) fn detached(anchor: &Anchor, from: &Text) -> Placement {
    let clause = from.clause_of_line(anchor.lines.first());
    let heading = clause
        .and_then(|at| from.path(at).last().copied())
        .or(clause.filter(|&at| from.clauses()[at].is_heading()));
    Placement {
        standing: Standing::Detached,
        state: State::Removed,
        lines: None,
        clause: None,
        chars: None,
        confidence: 0.8,
        reason: reason::removed(from, clause),
        candidates: Vec::new(),
        last_heading: heading.map(|at| from.clauses()[at].title().to_owned()),
    }
}
