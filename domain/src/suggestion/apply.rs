//! Putting proposed words into the Markdown source.

use std::ops::Range;

use super::{
    change::changes,
    chunk::{begins_task, heading, with_task},
    frame::{Frame, own},
    given::Given,
    removal::{removal, space_after},
    rewrite::{Hunk, as_read},
    writer::unmarked,
};
use crate::{
    Message,
    text::{ClauseKind, LineRange, Text, starts_with_number},
};

/// Why words cannot be put in place.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BadSuggestion {
    /// The text has no such line.
    #[error("there is no line {line}; the text has {count}")]
    NoSuchLine {
        /// The last line asked for, counted from 1.
        line: u32,
        /// How many lines the text has.
        count: u32,
    },
    /// The words have more or fewer cells than the row, which has so many.
    #[error("a table row has {cells} cells")]
    WrongCells {
        /// How many the row has.
        cells: usize,
    },
}

impl BadSuggestion {
    /// What to say to whoever proposed the words.
    pub fn message(&self) -> Message {
        match self {
            Self::NoSuchLine { line, count } => {
                Message::new("refusal-no-such-line").with("line", *line).with("count", *count)
            }
            Self::WrongCells { cells } => Message::new("refusal-wrong-cells").with("cells", *cells as u32),
        }
    }
}

/// The source with `words` in place of these lines, or of the quoted characters of their first clause. The words may be the source of the
/// lines written otherwise, as [`given`](super::given) gives it, or what is read of them. Only what differs is changed: marks of lists and
/// headings, numbers, links and line breaks stay. No words take the lines out; an item or paragraph after them is one more beside them.
/// Refuses lines that do not exist, and words for a table row that do not have its cells, written `a | b`.
pub fn apply(
    text: &Text,
    lines: LineRange,
    chars: Option<&Range<u32>>,
    words: &str,
) -> Result<String, BadSuggestion> {
    Ok(put(text.source(), &edit(text, lines, chars, words)?))
}

/// The source with these changes, which are in order.
pub(super) fn put(source: &str, hunks: &[Hunk]) -> String {
    let mut out = String::with_capacity(source.len());
    let mut from = 0;
    for hunk in hunks {
        out.push_str(&source[from..hunk.span.start.max(from)]);
        out.push_str(&hunk.by);
        from = hunk.span.end.max(from);
    }
    out.push_str(&source[from..]);
    out
}

/// The changes of the source, in order.
pub(super) fn edit(
    text: &Text,
    lines: LineRange,
    chars: Option<&Range<u32>>,
    words: &str,
) -> Result<Vec<Hunk>, BadSuggestion> {
    let missing = || BadSuggestion::NoSuchLine { line: lines.last(), count: text.line_count() };
    let given = Given::of(text, lines).ok_or_else(missing)?;
    let frame = Frame::of(text, given.first.clause as usize).ok_or_else(missing)?;
    let words = words.replace("\r\n", "\n").replace('\r', "\n");
    if let Some(chars) = chars {
        return Ok(quoted(text, lines, chars, words.trim(), &frame));
    }
    let words = words.trim_end().trim_start_matches('\n');
    if words.trim().is_empty() {
        return Ok(vec![taken_out(text, &given)]);
    }
    if words.trim() == given.text(text).trim() {
        return Ok(Vec::new());
    }
    let words = fitting(text, &given, words);
    check_cells(&given, &words)?;
    Ok(changes(text, lines, &given, &frame, &words))
}

fn taken_out(text: &Text, given: &Given<'_>) -> Hunk {
    let (first, last) = (given.first, given.last);
    let opening = &text.clauses()[first.clause as usize];
    let whole = opening.lines.first() == first.number
        && text.clauses()[last.clause as usize].lines.last() == last.number;
    let number = opening.slice(&(0..kept_chars(text, given, ""))).len();
    if whole {
        return removal(text, first.clause as usize, last.clause as usize);
    }
    Hunk { span: space_after(text.source(), first.span.start + number..last.span.end), by: String::new() }
}

/// Typed words in the form in which the lines are given: without the marks that those are given without, and with their number.
fn fitting(text: &Text, given: &Given<'_>, words: &str) -> String {
    let clause = &text.clauses()[given.first.clause as usize];
    if given.several {
        return words.to_owned();
    }
    let (first, rest) = words.split_once('\n').map_or((words, None), |(first, rest)| (first, Some(rest)));
    let said = text.source()[given.first.span.clone()].to_owned();
    let first = match clause.kind {
        ClauseKind::Heading { .. } => {
            let level = heading(first.trim_start()).unwrap_or_default();
            first.trim_start()[level..].trim_start()
        }
        ClauseKind::TableRow { .. } => bare_row(first),
        _ if given.verbatim => first,
        _ if own(text, clause).is_some() && unmarked(&said) == said => unmarked(first).trim_start(),
        _ => first.trim_start(),
    };
    let boxed = given.lines.first().filter(|_| begins_task(clause.slice(&given.first.chars)));
    let task = boxed.and_then(|line| with_task(&text.source()[line.clone()], first));
    let first = task.as_deref().unwrap_or(first);
    let number = clause.slice(&(0..kept_chars(text, given, first)));
    match (clause.kind, rest) {
        // A title is one line; what stands after an empty one is no title.
        (ClauseKind::Heading { .. } | ClauseKind::Definition, Some(_)) => {
            let typed = &words[words.len() - words.trim_start().len()..];
            let title = typed.split("\n\n").next().unwrap_or_default();
            let more = title.split_once('\n').map_or("", |(_, more)| more);
            format!("{number}{}{}", one_line(&format!("{first} {more}")), &typed[title.len()..])
        }
        (_, Some(rest)) => format!("{number}{first}\n{rest}"),
        (_, None) => format!("{number}{first}"),
    }
}

pub(super) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn bare_row(row: &str) -> &str {
    let row = row.trim();
    let inner = row.strip_prefix('|').unwrap_or(row);
    inner
        .strip_suffix('|')
        .filter(|inner| row.starts_with('|') && !inner.ends_with('\\'))
        .unwrap_or(inner)
        .trim()
}

fn check_cells(given: &Given<'_>, words: &str) -> Result<(), BadSuggestion> {
    let cells = given.first.cells.len();
    let alone = given.verbatim && cells > 0;
    let wrong = |row: &str| {
        let bars = bare_row(row).replace("\\|", "");
        !row.trim().is_empty() && bars.split('|').count() != cells
    };
    if alone && words.lines().any(wrong) { Err(BadSuggestion::WrongCells { cells }) } else { Ok(()) }
}

/// How many characters of the number a line is typed with stay; none when the new words bring their own.
fn kept_chars(text: &Text, given: &Given<'_>, words: &str) -> u32 {
    let line = given.first;
    let clause = &text.clauses()[line.clause as usize];
    let number = clause.slice(&(0..clause.number_chars));
    let kept = line.number == clause.lines.first()
        && !clause.title().is_empty()
        && clause.number_chars < line.chars.end - line.chars.start
        && !starts_with_number(words.trim(), clause.is_heading())
        && text.source()[line.span.start..].starts_with(number);
    if kept { clause.number_chars } else { 0 }
}

/// Changes only the quote, or the words of the quote that differ when marks stand in it.
fn quoted(text: &Text, lines: LineRange, chars: &Range<u32>, words: &str, frame: &Frame) -> Vec<Hunk> {
    let found = text.lines_in(lines);
    let (first, last) = (&found[0], &found[found.len() - 1]);
    let clause = &text.clauses()[first.clause as usize];
    let row = matches!(clause.kind, ClauseKind::TableRow { .. });
    let by = if row {
        one_line(&words.replace("\\|", "|").replace('|', "\\|"))
    } else {
        words.replace('\n', &format!("\n{}", frame.within))
    };
    match clause.source_of(chars) {
        Some(span) if by.is_empty() => vec![Hunk { span: space_after(text.source(), span), by }],
        Some(span) => vec![Hunk { span, by }],
        None => {
            let before = clause.slice(&(first.chars.start..chars.start));
            let after = clause.slice(&(chars.end..last.chars.end));
            let (before, after) = match words.is_empty() && before.ends_with(' ') {
                true => (before.trim_end(), after),
                false => (before, after),
            };
            let wording = format!("{before}{words}{after}");
            let changed = as_read(text, lines, wording.trim());
            changed.unwrap_or_else(|| vec![Hunk { span: first.span.start..last.span.end, by: wording }])
        }
    }
}
