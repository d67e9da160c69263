//! What changes of some source when its words are written otherwise: no more than differs.

use std::ops::Range;

use super::chunk::Chunk;
use crate::{
    diff::{self, PieceKind, common},
    segment,
    text::{Clause, ClauseKind, LineRange, Look, Manner, Text},
};

/// Bytes of the source, and what is put in their place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Hunk {
    pub span: Range<usize>,
    pub by: String,
}

/// A word, a sign or some white space.
struct Token {
    text: String,
    span: Range<usize>,
}

/// What differs between lines of the source and the source typed for them. A line break and a space are the same where Markdown takes them
/// for the same; a line break typed becomes `break_line`.
pub(super) fn as_source(
    source: &str,
    lines: &[Range<usize>],
    typed: &Chunk<'_>,
    break_line: &str,
) -> Vec<Hunk> {
    let old = tokens(lines.iter().map(|line| (&source[line.clone()], line.start)));
    let text = typed.text();
    let mut start = 0;
    let new = tokens(typed.lines.iter().map(|line| {
        let here = start;
        start += line.len() + 1;
        (*line, here)
    }));
    let (a, b) = (keys(&old), keys(&new));
    let place = |tokens: &[Token], at: usize, none: usize| match tokens.get(at) {
        Some(token) => token.span.start,
        None => tokens.last().map_or(none, |last| last.span.end),
    };
    let origin = lines.first().map_or(0, |line| line.start);
    let (mut x, mut y, mut hunks) = (0, 0, Vec::new());
    for (i, j, count) in common(&a, &b).into_iter().chain([(a.len(), b.len(), 0)]) {
        if (x, y) != (i, j) {
            let end = |tokens: &[Token], from: usize, to: usize, none: usize| {
                if from == to { place(tokens, from, none) } else { tokens[to - 1].span.end }
            };
            let span = place(&old, x, origin)..end(&old, x, i, origin);
            let by = &text[place(&new, y, 0)..end(&new, y, j, 0)];
            hunks.push(Hunk { span, by: by.replace('\n', break_line) });
        }
        (x, y) = (i + count, j + count);
    }
    hunks
}

fn tokens<'a>(lines: impl Iterator<Item = (&'a str, usize)>) -> Vec<Token> {
    let mut tokens: Vec<Token> = Vec::new();
    let mut add = |text: &str, start: usize| match tokens.last_mut() {
        Some(last) if blank(&last.text) && blank(text) => {
            last.text.push_str(text);
            last.span.end = start + text.len();
        }
        _ => tokens.push(Token { text: text.to_owned(), span: start..start + text.len() }),
    };
    for (at, (line, start)) in lines.enumerate() {
        if at > 0 {
            // It reaches from the line before to this one, whatever ends that one and is left out of this one.
            add("\n", start);
        }
        let mut from = start;
        for piece in segment::pieces(line) {
            add(piece, from);
            from += piece.len();
        }
    }
    for at in 1..tokens.len() {
        if tokens[at].text.contains('\n') {
            tokens[at].span.start = tokens[at - 1].span.end;
            tokens[at].span.end = tokens.get(at + 1).map_or(tokens[at].span.end, |next| next.span.start);
        }
    }
    tokens
}

fn blank(text: &str) -> bool {
    text.chars().all(char::is_whitespace)
}

fn keys(tokens: &[Token]) -> Vec<&str> {
    let key = |(at, token): (usize, &Token)| -> &str {
        let text = tokens[at].text.as_str();
        let Some((before, _)) = text.split_once('\n').filter(|_| blank(text)) else {
            return &tokens[at].text;
        };
        let hard = before.ends_with("  ") || at > 0 && tokens[at - 1].text.ends_with('\\');
        debug_assert_eq!(token.text, text);
        if hard { "\n" } else { " " }
    };
    tokens.iter().enumerate().map(key).collect()
}

/// How much of `typed` stands in `old`, from 0 to 1, by words.
pub(super) fn likeness(old: &str, typed: &str) -> f32 {
    let words = |text: &str| {
        let mut words: Vec<String> = segment::words(text).map(str::to_lowercase).collect();
        words.sort_unstable();
        words
    };
    let (a, b) = (words(old), words(typed));
    let (mut i, mut j, mut both) = (0, 0, 0_u32);
    while let (Some(one), Some(other)) = (a.get(i), b.get(j)) {
        match one.cmp(other) {
            std::cmp::Ordering::Equal => (i, j, both) = (i + 1, j + 1, both + 1),
            std::cmp::Ordering::Less => i += 1,
            std::cmp::Ordering::Greater => j += 1,
        }
    }
    if a.is_empty() && b.is_empty() { 0.0 } else { 2.0 * both as f32 / (a.len() + b.len()) as f32 }
}

/// How many pieces of words and signs differ.
pub(super) fn distance(old: &str, typed: &str) -> usize {
    let pieces = |text: &str| {
        segment::pieces(text).into_iter().filter(|piece| !blank(piece)).map(str::to_owned).collect::<Vec<_>>()
    };
    let (a, b) = (pieces(old), pieces(typed));
    let same: usize = common(&a, &b).iter().map(|(_, _, count)| count).sum();
    a.len() + b.len() - 2 * same
}

/// Whether words bring no marks of their own.
pub(super) fn is_plain(words: &str) -> bool {
    let read = Text::parse_unlimited(words);
    let [only] = read.clauses() else { return false };
    read.lines().iter().all(|line| line.runs().iter().all(|run| run.look == Look::default()))
        && only.kind == ClauseKind::Paragraph
        && only.text == *words
}

/// What changes of some clauses when what is read of them becomes `words`: only the words that differ, so that links and emphasis around
/// them stay, and so do the ends of the clauses. Nothing when that cannot be told apart.
pub(super) fn as_read(text: &Text, lines: LineRange, words: &str) -> Option<Vec<Hunk>> {
    let read = Read::of(text, lines);
    let mut hunks: Vec<Hunk> = Vec::new();
    let (mut from, mut after_removal) = (0, false);
    for piece in diff::words(&read.text, words) {
        let length = piece.text.chars().count() as u32;
        match piece.kind {
            PieceKind::Same => (from, after_removal) = (from + length, false),
            PieceKind::Removed | PieceKind::Was => {
                let span = read.source_of(&(from..from + length))?;
                hunks.push(Hunk { span, by: String::new() });
                (from, after_removal) = (from + length, true);
            }
            PieceKind::Added if after_removal => hunks.last_mut()?.by.push_str(&piece.text),
            PieceKind::Added | PieceKind::Now => {
                let place = read.put_in(from)?;
                hunks.push(Hunk { span: place..place, by: piece.text });
            }
        }
    }
    Some(hunks)
}

/// What is read of some lines, one clause after the other.
struct Read<'a> {
    source: &'a Text,
    text: String,
    /// Each clause, with its characters, and where those stand in what is read.
    parts: Vec<(&'a Clause, Range<u32>, Range<u32>)>,
}

impl<'a> Read<'a> {
    fn of(source: &'a Text, lines: LineRange) -> Self {
        let mut read = Self { source, text: String::new(), parts: Vec::new() };
        let mut length = 0;
        for line in source.lines_in(lines) {
            let clause = &source.clauses()[line.clause as usize];
            match read.parts.last_mut() {
                Some((last, chars, place)) if std::ptr::eq(*last, clause) => {
                    let more = clause.slice(&(chars.end..line.chars.end));
                    read.text.push_str(more);
                    place.end += line.chars.end - chars.end;
                    chars.end = line.chars.end;
                    length = place.end;
                }
                last => {
                    if last.is_some() {
                        read.text.push(' ');
                        length += 1;
                    }
                    read.text.push_str(&line.text);
                    let end = length + line.chars.end - line.chars.start;
                    read.parts.push((clause, line.chars.clone(), length..end));
                    length = end;
                }
            }
        }
        read
    }

    /// Where words are put in before a character. Where emphasis ends there, or begins, they stand outside of it.
    fn put_in(&self, at: u32) -> Option<usize> {
        let beside = self.source_of(&(at..at))?.start;
        let within = |(_, _, place): &&(&Clause, Range<u32>, Range<u32>)| place.start < at && at < place.end;
        let Some((clause, own, place)) = self.parts.iter().find(within) else { return Some(beside) };
        let local = own.start + at - place.start;
        let before = clause.source_of(&(local - 1..local))?;
        let after = clause.source_of(&(local..local + 1))?;
        let plain = |at: u32| {
            let lines = self.source.lines_in(clause.lines).iter();
            let runs = lines.flat_map(|line| line.runs().into_owned());
            runs.filter(|run| run.chars.contains(&at)).all(|run| run.look == Look::default())
        };
        Some(match (plain(local - 1), plain(local)) {
            (false, true) => after.start,
            (true, false) => before.end,
            _ => beside,
        })
    }

    /// The source of some characters of what is read; of the space between two clauses all that stands between them.
    fn source_of(&self, chars: &Range<u32>) -> Option<Range<usize>> {
        let touched = |place: &Range<u32>| place.start <= chars.end && chars.start <= place.end;
        let mut parts = self.parts.iter().filter(|(_, _, place)| touched(place));
        let (clause, own, place) = parts.next()?;
        let local = |at: u32| own.start + at.min(place.end).saturating_sub(place.start);
        if chars.end <= place.end {
            return bracketed(self.source, clause, &(local(chars.start)..local(chars.end)));
        }
        let start = if chars.start >= place.end { place.end } else { chars.start };
        let head = bracketed(self.source, clause, &(local(start)..own.end))?;
        let (clause, own, place) = parts.next_back()?;
        let tail = own.start..own.start + chars.end.min(place.end).saturating_sub(place.start);
        let tail = bracketed(self.source, clause, &tail)?;
        Some(head.start..tail.end)
    }
}

/// The source of some characters of a clause; with the marks around them when all that these are about goes with them.
fn bracketed(text: &Text, clause: &Clause, chars: &Range<u32>) -> Option<Range<usize>> {
    if let Some(span) = clause.source_of(chars) {
        return Some(span);
    }
    around(text, clause, chars).into_iter().find(|span| {
        let without = format!("{}{}", &text.source()[..span.start], &text.source()[span.end..]);
        let read = Text::read(&without, &Manner { language: text.manner().language, ..Manner::default() });
        let left = format!("{}{}", clause.slice(&(0..chars.start)), clause.slice(&(chars.end..u32::MAX)));
        let even = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        read.clauses().iter().any(|other| even(&other.text) == even(&left))
    })
}

/// The stretches of the source that may stand for some characters with marks in them, the widest last.
fn around(text: &Text, clause: &Clause, chars: &Range<u32>) -> Vec<Range<usize>> {
    let one = |at: u32| clause.source_of(&(at..at + 1));
    let (Some(first), Some(last)) =
        (one(chars.start), chars.end.checked_sub(1).filter(|last| *last >= chars.start).and_then(one))
    else {
        return Vec::new();
    };
    let before = chars.start.checked_sub(1).and_then(one).map_or(first.start, |before| before.end);
    let after = one(chars.end).map_or(clause.span.end, |after| after.start).min(text.source().len());
    let starts = [first.start, before.min(first.start)];
    let ends = [last.end, after.max(last.end)];
    starts.into_iter().flat_map(|start| ends.map(|end| start..end)).collect()
}
