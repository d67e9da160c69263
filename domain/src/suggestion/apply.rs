//! Putting proposed words into the Markdown source.

use std::ops::Range;

use crate::{
    Message,
    diff::{self, PieceKind},
    text::{Clause, ClauseKind, Cuts, Line, LineRange, Look, Manner, Text, starts_with_number},
};

/// Why words cannot be put in place.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BadSuggestion {
    #[error("there is no line {line}; the text has {count}")]
    NoSuchLine { line: u32, count: u32 },
    #[error("a table row has {cells} cells")]
    WrongCells { cells: usize },
}

impl BadSuggestion {
    pub fn message(&self) -> Message {
        match self {
            Self::NoSuchLine { line, count } => {
                Message::new("refusal-no-such-line").with("line", *line).with("count", *count)
            }
            Self::WrongCells { cells } => Message::new("refusal-wrong-cells").with("cells", *cells as u32),
        }
    }
}

/// The source with `words` in place of these lines, or of the quoted characters of their first clause. List markers, heading marks and numbers stay; no words take the lines out.
/// Refuses lines that do not exist, and words for a table row that do not have its cells, written `a | b`.
pub fn apply(
    text: &Text,
    lines: LineRange,
    chars: Option<&Range<u32>>,
    words: &str,
) -> Result<String, BadSuggestion> {
    let (span, by) = edit(text, lines, chars, words)?;
    let source = text.source();
    Ok(format!("{}{by}{}", &source[..span.start], &source[span.end..]))
}

/// The bytes of the source to replace, and by what.
pub(super) fn edit(
    text: &Text,
    lines: LineRange,
    chars: Option<&Range<u32>>,
    words: &str,
) -> Result<(Range<usize>, String), BadSuggestion> {
    let found = text.lines_in(lines);
    let (Some(first), Some(last)) = (found.first(), found.last().filter(|last| last.number == lines.last()))
    else {
        return Err(BadSuggestion::NoSuchLine { line: lines.last(), count: text.line_count() });
    };
    let clause = &text.clauses()[first.clause as usize];
    if let Some(chars) = chars {
        return Ok(quoted(text, found, chars, words.trim()));
    }
    let whole = clause.lines.first() == first.number
        && text.clauses()[last.clause as usize].lines.last() == last.number;
    let number = clause.slice(&(0..kept_chars(text, first, words))).len();
    let span = first.span.start + number..last.span.end;
    let words = words.trim();
    if words.is_empty() {
        return Ok((
            if whole { removal(text, first.clause, last.clause) } else { space_after(text.source(), span) },
            String::new(),
        ));
    }
    if matches!(clause.kind, ClauseKind::TableRow { .. }) && words.split('|').count() != first.cells.len() {
        return Err(BadSuggestion::WrongCells { cells: first.cells.len() });
    }
    let chars = last.chars.end.min(first.chars.start + kept_chars(text, first, words))..last.chars.end;
    let one = first.clause == last.clause && !matches!(clause.kind, ClauseKind::TableRow { .. });
    if let Some(by) = one.then(|| word_by_word(text, clause, &span, chars, words)).flatten() {
        return Ok((span, by));
    }
    Ok((span, indented(text.source(), clause.span.start, first.span.start, clause.kind, words)))
}

/// Replaces only the quote, or the lines with the quote replaced in them when marks stand in the quote.
fn quoted(text: &Text, lines: &[Line], chars: &Range<u32>, words: &str) -> (Range<usize>, String) {
    let (first, last) = (&lines[0], &lines[lines.len() - 1]);
    let clause = &text.clauses()[first.clause as usize];
    match clause.source_of(chars) {
        Some(span) if words.is_empty() => (space_after(text.source(), span), String::new()),
        Some(span) => (span, words.to_owned()),
        None => {
            let before = clause.slice(&(first.chars.start..chars.start));
            let after = clause.slice(&(chars.end..last.chars.end));
            (first.span.start..last.span.end, format!("{before}{words}{after}"))
        }
    }
}

/// Changes only the words that differ, so that links and emphasis around them stay; nothing when the words bring marks of
/// their own, or a mark stands inside a change.
fn word_by_word(
    text: &Text,
    clause: &Clause,
    span: &Range<usize>,
    chars: Range<u32>,
    words: &str,
) -> Option<String> {
    let manner = Manner { cuts: Cuts::default(), ..text.manner().clone() };
    let given = Text::read(words, &manner);
    let plain = given.lines().iter().all(|line| line.runs().iter().all(|run| run.look == Look::default()));
    let [only] = given.clauses() else { return None };
    if !plain || only.kind != ClauseKind::Paragraph || only.text != *words {
        return None;
    }
    let (mut out, mut at, mut from) = (String::new(), span.start, chars.start);
    for piece in diff::words(clause.slice(&chars), words) {
        let length = piece.text.chars().count() as u32;
        match piece.kind {
            PieceKind::Same => from += length,
            PieceKind::Removed => {
                let gone = clause.source_of(&(from..from + length))?;
                out.push_str(text.source().get(at..gone.start)?);
                (at, from) = (gone.end, from + length);
            }
            PieceKind::Added => {
                let place = clause.source_of(&(from..from))?.start.max(at);
                out.push_str(text.source().get(at..place)?);
                out.push_str(&piece.text);
                at = place;
            }
        }
    }
    out.push_str(text.source().get(at..span.end)?);
    Some(out)
}

/// How many characters of the number a line is typed with stay; none when the new words bring their own.
fn kept_chars(text: &Text, line: &Line, words: &str) -> u32 {
    let clause = &text.clauses()[line.clause as usize];
    let number = clause.slice(&(0..clause.number_chars));
    let kept = line.number == clause.lines.first()
        && !clause.title().is_empty()
        && clause.number_chars < line.chars.end - line.chars.start
        && !starts_with_number(words.trim(), clause.is_heading())
        && text.source()[line.span.start..].starts_with(number);
    if kept { clause.number_chars } else { 0 }
}

/// Several lines of words inside a list item or quotation keep their place in it.
fn indented(source: &str, clause: usize, at: usize, kind: ClauseKind, words: &str) -> String {
    let one_line =
        matches!(kind, ClauseKind::Heading { .. } | ClauseKind::TableRow { .. } | ClauseKind::Definition);
    let parts: Vec<&str> = words.lines().map(str::trim_end).collect();
    if one_line {
        return parts
            .iter()
            .map(|part| part.trim())
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>()
            .join(" ");
    }
    let line_start = source[..clause].rfind(['\n', '\r']).map_or(0, |at| at + 1);
    let lead: String = source[line_start..at.max(line_start)]
        .chars()
        .take_while(|c| !matches!(c, '\n' | '\r'))
        .map(|c| if c == '>' { '>' } else { ' ' })
        .collect();
    let lead = if lead.trim().is_empty() && kind != ClauseKind::Item && kind != ClauseKind::Footnote {
        source[line_start..clause].to_owned()
    } else {
        lead
    };
    parts.join(&format!("\n{lead}"))
}

/// These clauses with the blank line after them, and nothing of those beside them.
fn removal(text: &Text, first: u32, last: u32) -> Range<usize> {
    let (source, clauses) = (text.source(), text.clauses());
    let clause = |at: Option<u32>| clauses.get(at? as usize).map(|clause| clause.span.clone());
    let before = clause(first.checked_sub(1)).map_or(0, |span| span.end);
    let after = clause(last.checked_add(1)).map_or(source.len(), |span| span.start);
    let (start, end) = (clauses[first as usize].span.start, clauses[last as usize].span.end);
    let line_start = source[..start].rfind(['\n', '\r']).map_or(0, |at| at + 1);
    let rest = &source[end..];
    let blank = rest.len() - rest.trim_start_matches([' ', '\t', '\r', '\n']).len();
    let line = source[end..end + blank].rfind(['\n', '\r']).map_or(blank, |at| at + 1);
    line_start.max(before.min(start))..(end + line).min(after.max(end))
}

/// A sentence with the space after it.
fn space_after(source: &str, span: Range<usize>) -> Range<usize> {
    let rest = &source[span.end..];
    let space = rest.len() - rest.trim_start_matches([' ', '\t']).len();
    if space > 0 {
        return span.start..span.end + space;
    }
    let head = source[..span.start].trim_end_matches([' ', '\t']);
    head.len()..span.end
}
