//! Putting proposed words into the Markdown source.

use std::ops::Range;

use crate::{
    Message,
    text::{ClauseKind, Line, LineRange, Text, starts_with_number},
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
    let span = kept_number(text, first, words)..last.span.end;
    let words = words.trim();
    if words.is_empty() {
        return Ok((
            if whole {
                removal(text, clause.span.start..text.clauses()[last.clause as usize].span.end)
            } else {
                space_after(text.source(), span)
            },
            String::new(),
        ));
    }
    if matches!(clause.kind, ClauseKind::TableRow { .. }) && words.split('|').count() != first.cells.len() {
        return Err(BadSuggestion::WrongCells { cells: first.cells.len() });
    }
    Ok((span, indented(text.source(), clause.span.start, first.span.start, clause.kind, words)))
}

/// Replaces only the quote where the source has it letter for letter, else the lines with the quote replaced in them.
fn quoted(text: &Text, lines: &[Line], chars: &Range<u32>, words: &str) -> (Range<usize>, String) {
    let (first, last) = (&lines[0], &lines[lines.len() - 1]);
    let clause = &text.clauses()[first.clause as usize];
    let quote = clause.slice(chars);
    let earlier = clause.slice(&(first.chars.start..chars.start)).matches(quote).count();
    let span = first.span.start..last.span.end;
    match text.source()[span.clone()].match_indices(quote).nth(earlier) {
        Some((at, _)) if words.is_empty() => {
            (space_after(text.source(), span.start + at..span.start + at + quote.len()), String::new())
        }
        Some((at, _)) => (span.start + at..span.start + at + quote.len(), words.to_owned()),
        None => (
            span,
            format!(
                "{}{words}{}",
                clause.slice(&(first.chars.start..chars.start)),
                clause.slice(&(chars.end..last.chars.end))
            ),
        ),
    }
}

/// Where the words of a line begin behind the number it is typed with, unless the new words bring their own.
fn kept_number(text: &Text, line: &Line, words: &str) -> usize {
    let clause = &text.clauses()[line.clause as usize];
    let number = clause.slice(&(0..clause.number_chars));
    let kept = line.number == clause.lines.first()
        && !clause.title().is_empty()
        && !starts_with_number(words.trim(), clause.is_heading());
    line.span.start
        + if kept && text.source()[line.span.start..].starts_with(number) { number.len() } else { 0 }
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
    let line_start = source[..clause].rfind('\n').map_or(0, |at| at + 1);
    let lead: String = source[line_start..at.max(line_start)]
        .chars()
        .take_while(|c| *c != '\n')
        .map(|c| if c == '>' { '>' } else { ' ' })
        .collect();
    let lead = if lead.trim().is_empty() && kind != ClauseKind::Item && kind != ClauseKind::Footnote {
        source[line_start..clause].to_owned()
    } else {
        lead
    };
    parts.join(&format!("\n{lead}"))
}

/// A clause with the blank line after it.
fn removal(text: &Text, span: Range<usize>) -> Range<usize> {
    let source = text.source();
    let start = source[..span.start].rfind('\n').map_or(0, |at| at + 1);
    let rest = &source[span.end..];
    let blank = rest.len() - rest.trim_start_matches([' ', '\t', '\r', '\n']).len();
    let line = source[span.end..span.end + blank].rfind('\n').map_or(blank, |at| at + 1);
    start..span.end + line
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
