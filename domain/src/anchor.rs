//! Where a comment was made, and where that place is in another version.

mod place;
mod quote;
mod reason;
mod signs;
mod through;

use std::ops::Range;

use serde::{Deserialize, Serialize};

use crate::{
    Message,
    text::{ClauseId, Digest, LineRange, Text},
};

pub use place::{Places, home, place};
pub use quote::{Occurrence, occurrences};
pub use through::place_through;

/// Words of one exact version that somebody points at: whole lines, or a quote in them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Anchor {
    /// Digest of the version's source.
    pub version: Digest,
    /// The clause its first line belongs to.
    pub clause: ClauseId,
    /// The lines of that version.
    pub lines: LineRange,
    /// The quoted characters (Unicode scalar values) of that clause's text; nothing for whole lines.
    pub chars: Option<Range<u32>>,
    /// The words themselves; the lines' text when whole lines are meant.
    pub quote: String,
    /// The fewest words before the quote that, with those after, make it unique in the version, as far as the clause has them.
    pub before: String,
    /// The words after the quote, chosen with `before`.
    pub after: String,
}

/// Why an anchor cannot be made.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BadAnchor {
    /// The text has no such line.
    #[error("there is no line {line}; the text has {count}")]
    NoSuchLine {
        /// The last line asked for, counted from 1.
        line: u32,
        /// How many lines the text has.
        count: u32,
    },
    /// The words do not stand in these lines.
    #[error("the quoted words are not in lines {lines}")]
    QuoteNotThere {
        /// Where it was looked for.
        lines: LineRange,
    },
    /// The words stand there more than once, and nothing says which is meant.
    #[error("the quoted words are in lines {lines} more than once")]
    QuoteSeveral {
        /// Where it was looked for.
        lines: LineRange,
    },
    /// There is not one id for each clause of the text.
    #[error("{ids} clause ids for a text of {clauses} clauses")]
    WrongIds {
        /// How many ids were given.
        ids: usize,
        /// How many clauses the text has.
        clauses: usize,
    },
}

/// Where an anchor is in another version.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Placement {
    /// How sure the place is.
    pub standing: Standing,
    /// What became of the words.
    pub state: State,
    /// Nothing only when detached.
    pub lines: Option<LineRange>,
    /// The clause of the first line, as an index into the new text.
    pub clause: Option<u32>,
    /// The surviving words in that clause, when less than whole lines was quoted.
    pub chars: Option<Range<u32>>,
    /// Of the placements with confidence 0.9, nine in ten are right.
    pub confidence: f32,
    /// Why it is there, for people.
    pub reason: Message,
    /// Other places it may be, likeliest first.
    pub candidates: Vec<LineRange>,
    /// The heading it was last seen under, by its words; for what is detached.
    pub last_heading: Option<String>,
}

impl Placement {
    /// The line beside which a thread on these words is shown: the last line of the words, or that of the heading they were last seen
    /// under; none where neither is in the text.
    pub fn beside(&self, text: &Text) -> Option<u32> {
        match self.lines.filter(|_| self.standing != Standing::Detached) {
            Some(lines) => Some(lines.last()),
            None => {
                let title = self.last_heading.as_deref()?;
                let headings = text.clauses().iter().filter(|clause| clause.is_heading());
                headings.filter(|heading| heading.title() == title).map(|heading| heading.lines.last()).next()
            }
        }
    }
}

/// How sure a place is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// Shown there without a mark.
    Placed,
    /// Shown there with a mark, and in the triage list.
    Uncertain,
    /// Listed under the heading it was last seen under.
    Detached,
}

/// What became of the words of an anchor.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// They stand where they stood.
    Exact,
    /// They stand elsewhere among their neighbours.
    Moved,
    /// Some of them changed.
    Reworded,
    /// The clause is there, the quoted words are not.
    QuoteRemoved,
    /// Their clause was split into several.
    Split,
    /// Their clause was joined to another.
    Merged,
    /// They may be in several places.
    Ambiguous,
    /// Nothing of them is left.
    Removed,
}

impl Anchor {
    /// An anchor on lines of a text, or on the words `quote` in them. `ids` are the ids of the text's clauses.
    /// Refuses lines that do not exist, a quote that is not in them, and one that is in them more than once.
    pub fn on(
        text: &Text,
        ids: &[ClauseId],
        lines: LineRange,
        quote: Option<&str>,
    ) -> Result<Self, BadAnchor> {
        Self::near(text, ids, lines, quote, None)
    }

    /// An anchor on a quote that may stand in the lines more than once: the place nearest to `offset` characters from the start of the
    /// lines. Refuses what [`Self::on`] refuses; several places only where no offset is given.
    pub fn near(
        text: &Text,
        ids: &[ClauseId],
        lines: LineRange,
        quote: Option<&str>,
        offset: Option<u32>,
    ) -> Result<Self, BadAnchor> {
        let Some(line) = text.line(lines.first()).filter(|_| lines.last() <= text.line_count()) else {
            return Err(BadAnchor::NoSuchLine { line: lines.last(), count: text.line_count() });
        };
        let clause = line.clause as usize;
        let Some(&id) = ids.get(clause).filter(|_| ids.len() == text.clauses().len()) else {
            return Err(BadAnchor::WrongIds { ids: ids.len(), clauses: text.clauses().len() });
        };
        let chars = match quote.map(str::trim).filter(|quote| !quote.is_empty()) {
            Some(quote) => match quote::find(text, lines, quote, offset)? {
                quote::Quoted::Words(chars) => Some(chars),
                quote::Quoted::Whole => None,
            },
            None => None,
        };
        let quote = match &chars {
            Some(chars) => text.clauses()[clause].slice(chars).to_owned(),
            None => text.lines_in(lines).iter().map(|line| line.text.as_str()).collect::<Vec<_>>().join(" "),
        };
        let (before, after) = quote::context(text, clause, lines, chars.as_ref());
        Ok(Self { version: text.digest(), clause: id, lines, chars, quote, before, after })
    }
}

impl BadAnchor {
    /// What to say to a person who chose words that cannot be anchored.
    pub fn message(&self) -> Message {
        match self {
            Self::NoSuchLine { line, count } => {
                Message::new("refusal-no-such-line").with("line", *line).with("count", *count)
            }
            Self::QuoteNotThere { lines } => Message::new("refusal-quote-not-there").with_lines(*lines),
            Self::QuoteSeveral { lines } => Message::new("refusal-quote-several").with_lines(*lines),
            Self::WrongIds { ids, clauses } => Message::new("refusal-wrong-clause-ids")
                .with("ids", *ids as u32)
                .with("clauses", *clauses as u32),
        }
    }
}
