//! Placing physical lines of one file in another: what `comity port` does.

use serde::{Deserialize, Serialize};

use crate::{
    anchor::{Standing, State},
    clause_map::fit,
    follow::{Follow, Found, Meant},
    pair::Pair,
    prose::Prose,
};

/// A question: where these physical lines of the old file are, counted from 1.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ask {
    /// Names the question to the caller; the answer has it too.
    pub id: String,
    /// Counted from 1.
    pub first_line: u32,
    /// The last of them, included.
    pub last_line: u32,
}

/// Where the lines of a question are in the new file; no lines when detached.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Answer {
    /// Of the question.
    pub id: String,
    /// How sure the place is.
    pub placement: Standing,
    /// What became of the lines.
    pub state: State,
    /// Counted from 1; none when detached.
    pub first_line: Option<u32>,
    /// The last of them, included; none when detached.
    pub last_line: Option<u32>,
    /// Of the answers with confidence 0.9, nine in ten are right.
    pub confidence: f32,
}

/// Finds the lines of each question in the new file; answers stand in the order of the questions. Reads any text, of whatever markup, as
/// paragraphs of physical lines; lines that do not exist are detached.
pub fn run(old: &str, new: &str, asks: &[Ask]) -> Vec<Answer> {
    let pair = Pair::new(Prose::physical(old), Prose::physical(new));
    let joins = fit(&pair);
    let follow = Follow::new(pair, joins);
    asks.iter().map(|ask| answer(ask, &follow)).collect()
}

fn answer(ask: &Ask, follow: &Follow) -> Answer {
    let lines = &follow.pair.old.prose.lines;
    let end = ask.last_line.min(lines.len() as u32);
    let found = match ask.first_line.checked_sub(1).filter(|&first| first < end) {
        Some(first) => follow.follow(&Meant {
            lines: first..end,
            words: lines[first as usize].words.start..lines[end as usize - 1].words.end,
        }),
        None => Found {
            standing: Standing::Detached,
            state: State::Removed,
            lines: None,
            words: 0..0,
            confidence: 1.0,
            changed: 0,
            other: None,
        },
    };
    Answer {
        id: ask.id.clone(),
        placement: found.standing,
        state: found.state,
        first_line: found.lines.map(|lines| lines.0 + 1),
        last_line: found.lines.map(|lines| lines.1 + 1),
        confidence: found.confidence,
    }
}
