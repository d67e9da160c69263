//! What a Word file brings back: each comment and each tracked change with its place in a version.
//!
//! A paragraph of the file that says what a clause says, spaces and quotation marks aside, is that clause, and its characters are the
//! characters of the clause. Words of any other paragraph are placed by the engine that follows comments from version to version.

mod aligned;
mod flow;
mod markdown;
mod wish;

pub use markdown::marked as markdown;

use chrono::{DateTime, Utc};
use domain::{
    Message,
    anchor::Standing,
    text::{LineRange, Text},
};
use std::ops::Range;

use super::{
    read::{Piece, Read, Remark},
    remarks::{NUMBER, PROPOSED},
};
use aligned::{Aligned, Noted};
use flow::{Flow, Group};

/// A comment or a change that a file brings.
#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    /// The comment of ours that it is or answers, where the file was made here.
    pub known: Option<Known>,
    /// Who wrote it, as the file says.
    pub author: String,
    pub written: Option<DateTime<Utc>>,
    /// What a comment says; empty for a change alone.
    pub words: String,
    /// What is proposed in place of the words; empty to take them out.
    pub proposed: Option<String>,
    /// Where it stands; none where no words of the version were found.
    pub spot: Option<Spot>,
    /// The words it stands on in the file, before anything was changed.
    pub quote: String,
    /// What it answers, by its place among what was found.
    pub parent: Option<usize>,
}

/// Which comment of ours something is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Known {
    pub thread: u32,
    /// The number of the comment; none for the official answer.
    pub comment: Option<u32>,
}

/// Words of a version.
#[derive(Clone, Debug, PartialEq)]
pub struct Spot {
    pub lines: LineRange,
    /// The characters in the clause of the first line; none for whole lines.
    pub chars: Option<Range<u32>>,
    /// The words themselves.
    pub quote: String,
    /// How sure the place is.
    pub standing: Standing,
    /// Why it is there, where it was not found word for word.
    pub reason: Option<Message>,
    /// Other places it may be.
    pub candidates: Vec<LineRange>,
}

/// How many changes a file has.
pub(super) fn changes(read: &Read) -> usize {
    let ends = |flow: &Flow| read.units[flow.units.clone()].iter().filter(|unit| unit.end.is_some()).count();
    flow::flows(read).iter().map(|flow| flow.groups.len().max(ends(flow).min(1))).sum()
}

/// Everything that a file brings, in the order of the file.
pub fn found(read: &Read, text: &Text) -> Vec<Found> {
    let flows = flow::flows(read);
    let aligned = Aligned::of(&flows, text);
    let mut back =
        Back { read, text, aligned, taken: vec![Vec::new(); flows.len()], flows, found: Vec::new() };
    back.remarks();
    back.changes();
    back.in_order()
}

struct Back<'a> {
    read: &'a Read,
    text: &'a Text,
    flows: Vec<Flow>,
    aligned: Aligned<'a>,
    /// The groups of each flow that belong to a comment.
    taken: Vec<Vec<usize>>,
    /// With where each begins in the file.
    found: Vec<((usize, usize), Found)>,
}

impl Back<'_> {
    fn remarks(&mut self) {
        let suggested = self.suggested();
        for (index, remark) in self.read.remarks.iter().enumerate() {
            let (known, words, written_out) = said(remark);
            // A program that forgets what answers what keeps the number.
            let opened = known.and_then(|known| self.opening(known.thread)).filter(|first| *first != index);
            let known = known.filter(|known| opened.is_some() || known.comment == Some(1));
            let parent = remark.parent.filter(|parent| *parent < index).or(opened);
            let span = remark.span.and_then(|(from, to)| self.span(from, to));
            let place = span.as_ref().map_or((usize::MAX, 0), |span| (span.flows.start, span.chars.start));
            let own = span.as_ref().filter(|span| span.flows.len() == 1 && !suggested[index].is_empty());
            let proposed = own.map(|span| {
                let flow = &self.flows[span.flows.start];
                flow.accepted(&span.chars, &suggested[index])
            });
            let quote = span.as_ref().map(|span| self.quote(span)).unwrap_or_default();
            let spot = span.and_then(|span| {
                let noted = self.noted(&span);
                self.aligned.spot(&self.flows, span.flows, (span.chars, noted), self.text)
            });
            let found = Found {
                known,
                author: remark.author.clone(),
                written: remark.written,
                words,
                proposed: proposed.or(written_out),
                spot,
                quote,
                parent,
            };
            self.found.push((place, found));
        }
    }

    /// The comment of the file that opened a thread of ours.
    fn opening(&self, thread: u32) -> Option<usize> {
        let first = |remark: &Remark| remark.paragraphs.first().and_then(|first| headed(first));
        self.read.remarks.iter().position(|remark| first(remark) == Some(thread))
    }

    /// For each comment the groups of changes that it speaks of: those within its words by the same author. Of several comments the one
    /// that was written at the same time has a change, else the one on the fewest words.
    fn suggested(&mut self) -> Vec<Vec<usize>> {
        let mut all = vec![Vec::new(); self.read.remarks.len()];
        let spans: Vec<_> = self
            .read
            .remarks
            .iter()
            .map(|remark| remark.span.and_then(|(from, to)| self.span(from, to)))
            .collect();
        for (at, flow) in self.flows.iter().enumerate() {
            for (number, group) in flow.groups.iter().enumerate() {
                let holds = |index: &usize| {
                    let (remark, span) = (&self.read.remarks[*index], &spans[*index]);
                    let inside =
                        span.as_ref().is_some_and(|span| span.flows == (at..at + 1) && span.holds(group));
                    inside && remark.author == group.author
                };
                let rank = |index: &usize| {
                    let written = self.read.remarks[*index].written;
                    let minutes = |when: Option<DateTime<Utc>>| when.map(|when| when.timestamp() / 60);
                    let same = written == group.written;
                    let near = minutes(written) == minutes(group.written);
                    let width = spans[*index]
                        .as_ref()
                        .map_or((usize::MAX, 0), |span| (span.chars.len(), span.pieces.len()));
                    (!same, !near, width)
                };
                if let Some(owner) = (0..spans.len()).filter(holds).min_by_key(rank) {
                    all[owner].push(number);
                    self.taken[at].push(number);
                }
            }
        }
        all
    }

    fn changes(&mut self) {
        for (at, flow) in self.flows.iter().enumerate() {
            for (number, group) in flow.groups.iter().enumerate() {
                if self.taken[at].contains(&number) {
                    continue;
                }
                let chars = wish::widened(flow, group);
                let proposed = flow.accepted(&chars, &[number]);
                let quote: String = flow.before_chars(&chars);
                let words = (chars.clone(), Noted::default());
                let spot = self.aligned.spot(&self.flows, at..at + 1, words, self.text);
                let found = Found {
                    known: None,
                    author: group.author.clone(),
                    written: group.written,
                    words: String::new(),
                    proposed: Some(proposed),
                    spot,
                    quote,
                    parent: None,
                };
                self.found.push(((at, chars.start), found));
            }
        }
    }

    /// What was found by where it stands; replies after what they answer.
    fn in_order(self) -> Vec<Found> {
        let places: Vec<(usize, usize)> = self.found.iter().map(|(place, _)| *place).collect();
        let root = |mut index: usize| {
            while let Some(parent) = self.found[index].1.parent {
                index = parent;
            }
            index
        };
        let mut order: Vec<usize> = (0..self.found.len()).collect();
        order.sort_by_key(|index| (places[root(*index)], root(*index), *index));
        let mut moved = vec![0; order.len()];
        order.iter().enumerate().for_each(|(new, old)| moved[*old] = new);
        let moved = |found: &Found| found.parent.map(|parent| moved[parent]);
        order
            .iter()
            .map(|old| &self.found[*old].1)
            .map(|one| Found { parent: moved(one), ..one.clone() })
            .collect()
    }

    fn quote(&self, span: &Span) -> String {
        let last = span.flows.end - 1;
        let flows = span.flows.clone().map(|at| {
            let flow = &self.flows[at];
            let from = if at == span.flows.start { span.chars.start } else { 0 };
            let to = if at == last { span.chars.end } else { flow.before.len() };
            flow.before_chars(&(from..to.max(from))).trim().to_owned()
        });
        flows.filter(|words| !words.is_empty()).collect::<Vec<_>>().join(" ")
    }
}

/// Words of the file: some of its paragraphs, from a character of the first to one of the last.
#[derive(Clone, Debug)]
struct Span {
    flows: Range<usize>,
    chars: Range<usize>,
    /// The pieces, when it is within one paragraph.
    pieces: Range<usize>,
    /// The end among the pieces of the last paragraph.
    last: usize,
}

impl Span {
    fn holds(&self, group: &Group) -> bool {
        self.pieces.start <= group.pieces.start && group.pieces.end <= self.pieces.end
    }
}

impl Back<'_> {
    fn span(&self, from: super::read::At, to: super::read::At) -> Option<Span> {
        let (first, last) = (flow::holding(&self.flows, from.unit)?, flow::holding(&self.flows, to.unit)?);
        let (start, end) = (self.flows[first].index(from), self.flows[last].index(to));
        let chars = self.flows[first].before_of(start)..self.flows[last].before_of(end);
        // One that ends before the first words of a paragraph ends with the paragraph before.
        if last > first && chars.end == 0 {
            let last = last - 1;
            let (end, pieces) = (self.flows[last].before.len(), self.flows[last].pieces.len());
            let chars = chars.start..end;
            return Some(Span { flows: first..last + 1, chars, pieces: start..pieces, last: pieces });
        }
        Some(Span { flows: first..last + 1, chars, pieces: start..end, last: end })
    }
}

impl Back<'_> {
    /// Whether the mark of a note is the first or the last that words of the file have.
    fn noted(&self, span: &Span) -> Noted {
        let last = &self.flows[span.flows.end - 1];
        let end = if span.flows.len() == 1 { span.pieces.end } else { last.pieces.len().min(span.last) };
        let said = |piece: &&Piece| piece.was() && (piece.note.is_some() || !piece.words.trim().is_empty());
        let is_note = |piece: Option<&Piece>| piece.is_some_and(|piece| piece.note.is_some());
        let first = &self.flows[span.flows.start];
        let from = if span.flows.len() == 1 { span.pieces.end } else { first.pieces.len() };
        Noted {
            begins: is_note(first.pieces[span.pieces.start.min(from)..from].iter().find(said)),
            ends: is_note(last.pieces[..end].iter().rev().find(said)) && self.has_words(span),
        }
    }

    /// Whether anything stands between the ends of words.
    fn has_words(&self, span: &Span) -> bool {
        span.flows.len() > 1 || span.pieces.start < span.pieces.end
    }
}

/// Which comment of ours it is, what it says, and the wording that is written out in it.
fn said(remark: &Remark) -> (Option<Known>, String, Option<String>) {
    let mut paragraphs = remark.paragraphs.as_slice();
    let mut known = number(&remark.initials);
    if let Some(thread) = paragraphs.first().and_then(|first| headed(first)) {
        paragraphs = &paragraphs[1..];
        known = known.filter(|known| known.thread == thread).or(Some(Known { thread, comment: Some(1) }));
    } else if known.is_some_and(|known| known.comment == Some(1)) {
        known = None;
    }
    let proposed = paragraphs.iter().position(|paragraph| paragraph.starts_with(PROPOSED));
    let wording = proposed.map(|at| paragraphs[at + 1..].join("\n"));
    let words = paragraphs[..proposed.unwrap_or(paragraphs.len())].join("\n");
    (known, words.trim_end().to_owned(), wording)
}

/// `12` is the first comment of thread 12, `12.3` its third, `12.a` its answer.
fn number(initials: &str) -> Option<Known> {
    let (thread, comment) = initials.split_once('.').unwrap_or((initials, "1"));
    let comment = if comment == "a" { None } else { Some(comment.parse().ok()?) };
    Some(Known { thread: thread.parse().ok()?, comment })
}

/// The number of the thread in the first line of a comment of ours.
fn headed(paragraph: &str) -> Option<u32> {
    let rest = paragraph.strip_prefix(NUMBER)?;
    rest.split_once('.')?.0.parse().ok()
}
