//! Proposed wording: where it stands in a later version, and putting it into the source.

mod apply;
mod change;
mod chunk;
mod frame;
mod given;
mod merge;
mod pairing;
mod reading;
mod removal;
mod rewrite;
mod settled;
mod typed;
mod writer;

use std::ops::Range;

use serde::{Deserialize, Serialize};
use unicode_segmentation::UnicodeSegmentation;

use crate::{
    Message,
    anchor::{Anchor, Placement, Standing, State, occurrences},
    diff::common,
    text::{LineRange, Text, normalise},
};

pub use apply::{BadSuggestion, apply};
pub use given::{given, given_of};
pub use merge::{Conflict, Merged, Proposal, combined, merge};
pub use reading::{change, reading};
pub use settled::settled;
pub use typed::{shown, widened, within};

/// What one comment of a thread proposes.
#[derive(Clone, Copy, Debug)]
pub struct Proposed<'a> {
    /// The wording; none of a comment that proposes none.
    pub words: Option<&'a str>,
    /// Whether the comment was neither hidden nor taken back.
    pub stands: bool,
}

/// The wording that a thread proposes, of its comments from the first on: the latest that stands.
pub fn standing<'a>(comments: impl DoubleEndedIterator<Item = Proposed<'a>>) -> Option<&'a str> {
    comments.rev().filter(|comment| comment.stands).find_map(|comment| comment.words)
}

/// What became of a suggestion in a later version.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "is")]
pub enum Outlook {
    /// The words it would replace still stand there.
    Applicable {
        /// Where they stand.
        lines: LineRange,
    },
    /// Its words are in the text.
    Applied {
        /// Where they stand.
        lines: LineRange,
    },
    /// Some of the words it would add are in the text: from 0 to 1, how many.
    AppliedInPart {
        /// Where they stand.
        lines: LineRange,
        /// How many of the added words, from 0 to 1.
        share: f32,
    },
    /// The words it would replace were changed otherwise.
    Conflict {
        /// Where the words would go.
        lines: LineRange,
    },
    /// The words it would replace are gone.
    Obsolete,
}

impl Outlook {
    /// What to say to a person about it.
    pub fn message(&self) -> Message {
        match self {
            Self::Applicable { lines } => Message::new("suggestion-applicable").with_lines(*lines),
            Self::Applied { lines } => Message::new("suggestion-applied").with_lines(*lines),
            Self::AppliedInPart { lines, share } => Message::new("suggestion-applied-in-part")
                .with_lines(*lines)
                .with("percent", (share * 100.0) as u32),
            Self::Conflict { lines } => Message::new("suggestion-conflict").with_lines(*lines),
            Self::Obsolete => Message::new("suggestion-obsolete"),
        }
    }
}

/// What became of the suggestion to put `proposed` in place of the anchored words, given where those are in `to`.
pub fn outlook(anchor: &Anchor, proposed: &str, placement: &Placement, to: &Text) -> Outlook {
    let proposed = &reading(anchor, proposed);
    let Some(lines) = placement.lines else {
        return found_anywhere(proposed, anchor, to)
            .map_or(Outlook::Obsolete, |lines| Outlook::Applied { lines });
    };
    let now = words_at(to, lines);
    let (quote, wish, held) = (normalise(&anchor.quote), normalise(proposed), normalise(&now));
    // Quoted words that stand there still, be they part of a word, and are not what is left of the wish put in place.
    let here = anchor.chars.as_ref().and_then(|_| words_quoted(to, placement));
    if here.is_some_and(|here| normalise(&here) == quote) && !(says(&wish, &quote) && says(&held, &wish)) {
        return Outlook::Applicable { lines };
    }
    if quote != wish && says(&held, &wish) && !(says(&held, &quote) && says(&quote, &wish)) {
        return Outlook::Applied { lines };
    }
    let around =
        LineRange::spanning(lines.first().saturating_sub(2), (lines.last() + 2).min(to.line_count()));
    if quote != wish && !says(&quote, &wish) && says(&normalise(&words_at(to, around)), &wish) {
        return Outlook::Applied { lines };
    }
    if says(&held, &quote) {
        return Outlook::Applicable { lines };
    }
    let share = taken(&anchor.quote, proposed, &now);
    if share >= 0.3 {
        Outlook::AppliedInPart { lines, share }
    } else if placement.standing == Standing::Detached || placement.state == State::QuoteRemoved {
        Outlook::Obsolete
    } else {
        Outlook::Conflict { lines }
    }
}

/// The characters that a suggestion which is applicable on these lines is put in place of; none for all of the lines. One on whole lines
/// that have grown, or were joined to others, is put in place of its own words, so that the others stay.
pub fn put_on(anchor: &Anchor, placement: &Placement, lines: LineRange, to: &Text) -> Option<Range<u32>> {
    if anchor.chars.is_some() {
        return placement.chars.clone();
    }
    if normalise(&words_at(to, lines)) == normalise(&anchor.quote) {
        return None;
    }
    match occurrences(to, lines, &anchor.quote).as_slice() {
        [one] => Some(one.chars.clone()),
        _ => None,
    }
}

/// The quoted words where they are now.
fn words_quoted(text: &Text, placement: &Placement) -> Option<String> {
    let clause = text.clause(placement.clause? as usize)?;
    Some(clause.slice(placement.chars.as_ref()?).to_owned())
}

fn words_at(text: &Text, lines: LineRange) -> String {
    text.lines_in(lines).iter().map(|line| line.text.as_str()).collect::<Vec<_>>().join(" ")
}

/// Whether `held` contains `words` as whole words.
fn says(held: &str, words: &str) -> bool {
    let words = words.trim_end_matches(['.', ';', ',']);
    let edge = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
    !words.is_empty()
        && held.match_indices(words).any(|(at, _)| {
            edge(held[..at].chars().next_back()) && edge(held[at + words.len()..].chars().next())
        })
}

fn found_anywhere(proposed: &str, anchor: &Anchor, to: &Text) -> Option<LineRange> {
    let wish = normalise(proposed);
    if wish.unicode_words().count() < 4 || says(&normalise(&anchor.quote), &wish) {
        return None;
    }
    let clause = to.clauses().iter().find(|clause| says(&normalise(&clause.text), &wish))?;
    Some(clause.lines)
}

/// Of the words the suggestion would add, the share that was added.
fn taken(quote: &str, proposed: &str, now: &str) -> f32 {
    let words =
        |text: &str| normalise(text).to_lowercase().unicode_words().map(str::to_owned).collect::<Vec<_>>();
    let (quote, proposed, now) = (words(quote), words(proposed), words(now));
    let mut asked = vec![true; proposed.len()];
    for (_, at, count) in common(&quote, &proposed) {
        asked[at..at + count].fill(false);
    }
    let mut got = vec![false; proposed.len()];
    for (at, _, count) in common(&proposed, &now) {
        got[at..at + count].fill(true);
    }
    let wanted = asked.iter().filter(|asked| **asked).count();
    let given = asked.iter().zip(&got).filter(|(asked, got)| **asked && **got).count();
    if wanted == 0 { 0.0 } else { given as f32 / wanted as f32 }
}
