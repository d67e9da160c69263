//! The source of some lines, as it is given to whoever writes them otherwise.

use std::ops::Range;

use super::frame::{Frame, edges};
use crate::{
    anchor::Anchor,
    text::{ClauseKind, Line, LineRange, Text},
};

/// The exact source of some lines: of several clauses with their marks, of a part of one without its own. What all their lines begin
/// with, because they stand in a quotation or a list, is left out. Nothing for lines that do not exist.
pub fn given(text: &Text, lines: LineRange) -> Option<String> {
    Some(Given::of(text, lines)?.text(text))
}

/// The source of the words that an anchor is on, in the text it was made on. Quoted words between which marks of Markdown stand are
/// given as they are read, as their marks may begin or end elsewhere.
pub fn given_of(text: &Text, anchor: &Anchor) -> Option<String> {
    let Some(chars) = &anchor.chars else { return given(text, anchor.lines) };
    let clause = text.clause(text.clause_of_line(anchor.lines.first())?)?;
    let source = clause.source_of(chars).and_then(|span| text.source().get(span));
    Some(source.map_or_else(|| anchor.quote.clone(), str::to_owned))
}

/// The source of some lines, and where each line stands in it.
pub(super) struct Given<'a> {
    /// Bytes of the source, one range for each physical line.
    pub lines: Vec<Range<usize>>,
    /// Whether it is a run over several clauses.
    pub several: bool,
    /// What was left out before each line; before the first only when that starts its line of the source.
    pub left_out: String,
    /// Whether the first line starts in the middle of a line of the source.
    pub inside: bool,
    /// Whether each line stands for itself, as in code and tables.
    pub verbatim: bool,
    /// The first line of the text that is given.
    pub first: &'a Line,
    /// The last of them.
    pub last: &'a Line,
}

impl<'a> Given<'a> {
    /// The source of these lines; none when the text does not have them all.
    pub fn of(text: &'a Text, lines: LineRange) -> Option<Self> {
        let found = text.lines_in(lines);
        let (first, last) = (found.first()?, found.last().filter(|last| last.number == lines.last())?);
        let (source, clauses) = (text.source(), text.clauses());
        let (opening, closing) = (&clauses[first.clause as usize], &clauses[last.clause as usize]);
        let several = first.clause != last.clause;
        let whole = |line: &Line, edge: u32| several && line.number == edge;
        let mut start =
            if whole(first, opening.lines.first()) { opening.span.start } else { first.span.start };
        let end = if whole(last, closing.lines.last()) { closing.span.end } else { last.span.end };
        let line_start = source[..start].rfind(['\n', '\r']).map_or(0, |at| at + 1);
        let lead = &source[line_start..start];
        let inside = !(whole(first, opening.lines.first()) && lead.trim_matches([' ', '\t', '>']).is_empty());
        let width = start - line_start;
        if !inside {
            start = line_start;
        }
        let mut cut = physical(source, start..end.max(start));
        let verbatim = !several && is_verbatim(opening.kind);
        let left_out = if several {
            let from = usize::from(inside).min(cut.len());
            let common = common_lead(source, &cut[from..]);
            cut[from..].iter_mut().for_each(|line| line.start += common.len().min(line.len()));
            common
        } else {
            let within = Frame::of(text, first.clause as usize).map(|frame| frame.within).unwrap_or_default();
            let quotes = within.matches('>').count();
            for line in cut.iter_mut().skip(1) {
                let most = if verbatim { width } else { line.len() };
                line.start += lead_of(&source[line.clone()], most, quotes);
            }
            edges(text, opening).1
        };
        Some(Self { lines: cut, several, left_out, inside, verbatim, first, last })
    }

    /// The source, with line ends between the lines.
    pub fn text(&self, text: &Text) -> String {
        let lines: Vec<&str> = self.lines.iter().map(|line| &text.source()[line.clone()]).collect();
        lines.join("\n")
    }
}

fn is_verbatim(kind: ClauseKind) -> bool {
    match kind {
        ClauseKind::Code | ClauseKind::Html | ClauseKind::FrontMatter | ClauseKind::TableRow { .. } => true,
        ClauseKind::Heading { .. }
        | ClauseKind::Paragraph
        | ClauseKind::Item
        | ClauseKind::Footnote
        | ClauseKind::Definition => false,
    }
}

/// The lines of a stretch of the source, without their ends.
fn physical(source: &str, span: Range<usize>) -> Vec<Range<usize>> {
    let mut lines = Vec::new();
    let mut start = span.start;
    let mut rest = source[span.clone()].char_indices().peekable();
    while let Some((at, c)) = rest.next() {
        if matches!(c, '\n' | '\r') {
            lines.push(start..span.start + at);
            start = span.start + at + 1;
            if c == '\r' && rest.peek().is_some_and(|(_, next)| *next == '\n') {
                rest.next();
                start += 1;
            }
        }
    }
    lines.push(start..span.end);
    lines
}

/// How many bytes of white space and marks of quotations a line begins with, at most `most`, and no more marks than `quotes`.
fn lead_of(line: &str, most: usize, mut quotes: usize) -> usize {
    let mut taken = 0;
    for c in line.chars().take(most) {
        match c {
            ' ' | '\t' => {}
            '>' if quotes > 0 => quotes -= 1,
            _ => break,
        }
        taken += 1;
    }
    taken
}

fn common_lead(source: &str, lines: &[Range<usize>]) -> String {
    let leads = lines
        .iter()
        .map(|line| &source[line.clone()])
        .filter(|line| !line.trim_matches([' ', '\t', '>']).is_empty());
    let leads = leads.map(|line| &line[..line.len() - line.trim_start_matches([' ', '\t', '>']).len()]);
    let shared = |a: &str, b: &str| a.bytes().zip(b.bytes()).take_while(|(a, b)| a == b).count();
    leads.reduce(|a, b| &a[..shared(a, b)]).unwrap_or_default().to_owned()
}
