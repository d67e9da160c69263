//! Threads as comments in the margin: where they begin and end, and what they say.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use domain::{
    Message,
    anchor::Anchor,
    text::{Block, Text},
};

use super::{
    marks::{Marks, Place, Who},
    suggested,
};
use crate::{Comment, Document, Speech, Thread};

/// The comments of a file, in the order of their numbers.
#[derive(Debug, Default)]
pub(super) struct Remarks(pub Vec<Remark>);

/// A comment of a file.
#[derive(Debug)]
pub(super) struct Remark {
    pub author: String,
    /// The number of the thread, and of the comment after a full stop: what says on its return that it is known.
    pub initials: String,
    pub when: DateTime<Utc>,
    pub paragraphs: Vec<String>,
    /// The comment it answers, by its index.
    pub parent: Option<usize>,
}

/// The sign before the number of a thread, on the first line of its comment.
pub(crate) const NUMBER: &str = "№\u{a0}";
/// The sign before the label of a wording that stands in a comment.
pub(crate) const PROPOSED: &str = "→\u{a0}";

/// All threads of a document as comments beside their words.
pub(super) fn of(document: &Document<'_>, speech: Speech<'_>) -> (Marks, Remarks) {
    let mut margin = Margin {
        document,
        speech,
        notes: notes(document.text),
        marks: Marks::default(),
        remarks: Remarks::default(),
    };
    document.threads.iter().for_each(|thread| margin.thread(thread));
    (margin.marks, margin.remarks)
}

struct Margin<'a> {
    document: &'a Document<'a>,
    speech: Speech<'a>,
    /// The clauses of notes, each with the mark of its note.
    notes: HashMap<u32, (Place, Place)>,
    marks: Marks,
    remarks: Remarks,
}

impl Margin<'_> {
    fn thread(&mut self, thread: &Thread) {
        let text = self.document.text;
        let own = thread.anchor.as_ref().and_then(|anchor| range(text, anchor));
        let noted = own.and_then(|(start, _)| self.notes.get(&start.0).copied());
        let Some((start, end)) = noted.or(own).or_else(|| beginning(text)) else { return };
        let latest = thread.comments.iter().rposition(|comment| comment.proposed.is_some());
        let first = self.remarks.0.len();
        for (index, comment) in thread.comments.iter().enumerate() {
            let standing = Some(index) == latest && noted.is_none();
            let tracked =
                standing && thread.anchor.as_ref().is_some_and(|anchor| self.suggest(anchor, comment));
            self.remark(thread, comment, (index > 0).then_some(first), tracked, noted.is_some());
        }
        self.answer(thread, first);
        for id in first..self.remarks.0.len() {
            self.marks.begins.entry(start).or_default().push(id);
            self.marks.ends.entry(end).or_default().push(id);
        }
    }

    fn suggest(&mut self, anchor: &Anchor, comment: &Comment) -> bool {
        let who = Who { author: comment.author.clone(), when: comment.posted };
        let words = comment.proposed.as_deref().unwrap_or_default();
        suggested::track(&mut self.marks, self.document.text, anchor, words, &who)
    }

    fn remark(
        &mut self,
        thread: &Thread,
        comment: &Comment,
        parent: Option<usize>,
        tracked: bool,
        noted: bool,
    ) {
        let mut paragraphs = Vec::new();
        let initials = match parent {
            None => {
                paragraphs.push(self.head(thread, noted));
                thread.number.to_string()
            }
            Some(_) => format!("{}.{}", thread.number, comment.number),
        };
        paragraphs.extend(comment.words.lines().map(str::to_owned));
        if let Some(words) = comment.proposed.as_deref().filter(|_| !tracked) {
            paragraphs.push(format!("{PROPOSED}{}", self.speech.word(Message::new("documents-proposed"))));
            paragraphs.extend(words.lines().map(str::to_owned));
        }
        let (author, when) = (comment.author.clone(), comment.posted);
        self.remarks.0.push(Remark { author, initials, when, paragraphs, parent });
    }

    /// The number, the kind, and what the comment is about where that is not where it stands.
    fn head(&self, thread: &Thread, noted: bool) -> String {
        let kind = self
            .speech
            .word(Message { id: format!("conversation-kind-{}", thread.kind.key()).into(), args: vec![] });
        let about = match (&thread.anchor, &thread.quote) {
            (Some(_), Some(quote)) if noted => {
                Some(Message::new("documents-on-note").with("quote", quote.as_str()))
            }
            (Some(_), _) => None,
            (None, None) => Some(Message::new("documents-on-whole")),
            (None, Some(quote)) => Some(Message::new("documents-on-gone").with("quote", quote.as_str())),
        };
        let about = about.map(|message| format!(". {}", (self.speech.say)(&message))).unwrap_or_default();
        format!("{NUMBER}{}. {kind}{about}", thread.number)
    }

    fn answer(&mut self, thread: &Thread, parent: usize) {
        let Some(answer) = &thread.answer else { return };
        let mut paragraphs = vec![answer.disposition.clone()];
        paragraphs.extend(answer.reason.lines().map(str::to_owned));
        self.remarks.0.push(Remark {
            author: self.document.forum.clone(),
            initials: format!("{}.a", thread.number),
            when: answer.given,
            paragraphs,
            parent: Some(parent),
        });
    }
}

/// Where the words of an anchor begin and end.
pub(super) fn range(text: &Text, anchor: &Anchor) -> Option<(Place, Place)> {
    let (first, last) = (text.line(anchor.lines.first())?, text.line(anchor.lines.last())?);
    match &anchor.chars {
        Some(chars) => Some(((first.clause, chars.start), (first.clause, chars.end))),
        None => Some(((first.clause, first.chars.start), (last.clause, last.chars.end))),
    }
}

/// The first clause, beside which stands what is about no words of the text.
fn beginning(text: &Text) -> Option<(Place, Place)> {
    let first = text.lines().first()?;
    Some(((first.clause, first.chars.start), (first.clause, first.chars.end)))
}

/// The clauses of notes, each with the mark in the text that leads to its note: Word has no comments in notes.
fn notes(text: &Text) -> HashMap<u32, (Place, Place)> {
    let mut found = HashMap::new();
    for block in text.tree() {
        let Block::Note(note) = block else { continue };
        let mark = text.lines().iter().find_map(|line| {
            let runs = line.runs();
            let run = runs.iter().find(|run| run.look.footnote.as_deref() == Some(note.label.as_str()))?;
            Some(((line.clause, run.chars.start), (line.clause, run.chars.end)))
        });
        let Some(mark) = mark else { continue };
        let mut clauses = Vec::new();
        note.blocks.iter().for_each(|block| leaves(block, &mut clauses));
        found.extend(clauses.into_iter().map(|clause| (clause, mark)));
    }
    found
}

/// The clauses of a block.
pub(crate) fn leaves(block: &Block, found: &mut Vec<u32>) {
    let mut all = |blocks: &[Block]| blocks.iter().for_each(|block| leaves(block, found));
    match block {
        Block::Clause(clause) => found.push(*clause),
        Block::List(list) => list.items.iter().for_each(|item| all(&item.blocks)),
        Block::Quote(blocks) => all(blocks),
        Block::Note(note) => all(&note.blocks),
        Block::Table(table) => found.extend(table.head.iter().chain(&table.body)),
        Block::Meanings(entries) => {
            for entry in entries {
                found.extend(&entry.terms);
                entry.meanings.iter().flatten().for_each(|block| leaves(block, found));
            }
        }
    }
}
