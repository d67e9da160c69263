//! Placing physical lines of one file in another: what `comity port` does.

use serde::{Deserialize, Serialize};

use crate::{
    anchor::{Standing, State, follow},
    clause_map::ClauseMap,
    text::{Line, LineRange, Text},
};

/// Physical lines of the old file, counted from 1.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ask {
    pub id: String,
    pub first_line: u32,
    pub last_line: u32,
}

/// Where they are in the new file; no lines when detached.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Answer {
    pub id: String,
    pub placement: Standing,
    pub state: State,
    pub first_line: Option<u32>,
    pub last_line: Option<u32>,
    pub confidence: f32,
}

/// Answers each in the order asked. Any text is read as Markdown, which every text is; lines that do not exist are detached.
pub fn run(old: &str, new: &str, asks: &[Ask]) -> Vec<Answer> {
    let (old, new) = (Text::parse_unlimited(old), Text::parse_unlimited(new));
    let map = ClauseMap::between(&old, &new);
    let (from, to) = (Physical::of(&old), Physical::of(&new));
    asks.iter().map(|ask| answer(ask, (&old, &from), (&new, &to), &map)).collect()
}

fn answer(
    ask: &Ask,
    (old, from): (&Text, &Physical),
    (new, to): (&Text, &Physical),
    map: &ClauseMap,
) -> Answer {
    let bytes = from.bytes(ask.first_line, ask.last_line);
    let touched =
        old.lines().iter().filter(|line| line.span.start < bytes.end && line.span.end > bytes.start);
    let numbers: Vec<u32> = touched.map(|line| line.number).collect();
    let placed = numbers
        .first()
        .zip(numbers.last())
        .and_then(|(&first, &last)| follow(old, new, map, LineRange::spanning(first, last)));
    let lines = placed.as_ref().map(|placed| {
        let (first, last) = (new.line(placed.lines.first()), new.line(placed.lines.last()));
        let at = |line: Option<&Line>, end: bool| {
            line.map_or(1, |line| {
                to.line_at(if end { line.span.end.saturating_sub(1) } else { line.span.start })
            })
        };
        (at(first, false), at(last, true))
    });
    Answer {
        id: ask.id.clone(),
        placement: placed.as_ref().map_or(Standing::Detached, |placed| placed.standing),
        state: placed.as_ref().map_or(State::Removed, |placed| placed.state),
        first_line: lines.map(|lines| lines.0),
        last_line: lines.map(|lines| lines.1),
        confidence: placed.map_or(0.8, |placed| placed.confidence),
    }
}

/// Where the physical lines of a file begin.
struct Physical {
    starts: Vec<usize>,
    end: usize,
}

impl Physical {
    fn of(text: &Text) -> Self {
        let source = text.source();
        let starts = std::iter::once(0).chain(source.match_indices('\n').map(|(at, _)| at + 1)).collect();
        Self { starts, end: source.len() }
    }

    fn bytes(&self, first: u32, last: u32) -> std::ops::Range<usize> {
        let start = |line: u32| {
            (line as usize).checked_sub(1).and_then(|at| self.starts.get(at)).copied().unwrap_or(self.end)
        };
        start(first)..start(last.saturating_add(1))
    }

    fn line_at(&self, byte: usize) -> u32 {
        self.starts.partition_point(|&start| start <= byte) as u32
    }
}
