//! The compilation of comments: a table in the order of the text, for the meeting room.

use std::collections::BTreeMap;

use domain::{Message, text::Text};

use super::{
    body::Body,
    ledger,
    marks::Marks,
    parts,
    remarks::{Remarks, range},
};
use crate::{Document, Speech, Thread, Unwritable};

/// The columns, with their share of the width.
const COLUMNS: [(&str, u32); 7] = [
    ("documents-column-number", 650),
    ("documents-column-words", 3200),
    ("documents-column-who", 1750),
    ("documents-column-kind", 1150),
    ("documents-column-comment", 3300),
    ("documents-column-proposed", 2400),
    ("documents-column-answer", 2120),
];

/// Writes the file.
pub(super) fn write(document: &Document<'_>, speech: Speech<'_>) -> Result<Vec<u8>, Unwritable> {
    let mut body = Body::new(document.text, Marks::default(), false, speech.tag);
    body.shared.wide = true;
    body.plain("Title", &document.title);
    let count = u32::try_from(document.threads.len()).unwrap_or(u32::MAX);
    let about = Message::new("documents-compilation")
        .with("version", document.version)
        .with("day", (speech.day)(document.published))
        .with("count", count);
    body.plain("Subtitle", &(speech.say)(&about));
    let mut page = Page { document, speech, body };
    for (clause, threads) in in_order(document) {
        page.clause(clause, &threads);
    }
    parts::pack(document, speech, page.body, &Remarks::default())
}

/// The threads by the clause they begin in, in the order of the text; those without a place last.
fn in_order<'a>(document: &'a Document<'_>) -> Vec<(Option<u32>, Vec<&'a Thread>)> {
    let mut placed: BTreeMap<(u32, u32, u32), &Thread> = BTreeMap::new();
    let mut rest = Vec::new();
    for thread in &document.threads {
        let place = thread.anchor.as_ref().and_then(|anchor| range(document.text, anchor));
        match place {
            Some((start, _)) => {
                placed.insert((start.0, start.1, thread.number), thread);
            }
            None => rest.push(thread),
        }
    }
    let mut order: Vec<(Option<u32>, Vec<&Thread>)> = Vec::new();
    for ((clause, ..), thread) in placed {
        let heading = section(document.text, clause);
        match order.last_mut().filter(|(last, _)| *last == heading) {
            Some((_, threads)) => threads.push(thread),
            None => order.push((heading, vec![thread])),
        }
    }
    if !rest.is_empty() {
        order.push((Some(u32::MAX), rest));
    }
    order
}

/// The heading that a clause stands under: itself, when it is one.
fn section(text: &Text, clause: u32) -> Option<u32> {
    let own = text.clause(clause as usize)?;
    if own.is_heading() { Some(clause) } else { own.heading }
}

struct Page<'a> {
    document: &'a Document<'a>,
    speech: Speech<'a>,
    body: Body<'a>,
}

impl Page<'_> {
    /// A heading of the text, and the comments under it.
    fn clause(&mut self, heading: Option<u32>, threads: &[&Thread]) {
        let words = match heading {
            Some(u32::MAX) => Some(self.speech.word(Message::new("documents-without-place"))),
            Some(index) => self.document.text.clause(index as usize).map(|clause| clause.text.to_string()),
            None => None,
        };
        if let Some(words) = words {
            self.body.plain("Heading2", &words);
        }
        self.begin();
        threads.iter().for_each(|thread| self.thread(thread));
        ledger::end(&mut self.body);
    }

    fn begin(&mut self) {
        ledger::begin(&mut self.body, &COLUMNS.map(|(_, width)| width));
        self.row(&ledger::head(self.speech, &COLUMNS.map(|(id, _)| id)), true);
    }

    fn thread(&mut self, thread: &Thread) {
        let lines = thread.anchor.as_ref().map(|anchor| {
            let id = if anchor.lines.count() == 1 { "documents-line" } else { "documents-lines" };
            (self.speech.say)(&Message::new(id).with_lines(anchor.lines))
        });
        let words = lines.into_iter().chain(thread.quote.clone());
        let kind = self
            .speech
            .word(Message { id: format!("conversation-kind-{}", thread.kind.key()).into(), args: vec![] });
        let first = thread.comments.first();
        let who = first.map(|one| vec![one.author.clone(), (self.speech.day)(one.posted)]);
        let mut said: Vec<String> =
            first.map(|one| one.words.lines().map(str::to_owned).collect()).unwrap_or_default();
        for reply in thread.comments.iter().skip(1) {
            said.push(format!("{}:", reply.author));
            said.extend(reply.words.lines().map(str::to_owned));
        }
        let proposed = thread.comments.iter().rev().find_map(|comment| comment.proposed.clone());
        let answer = thread.answer.as_ref();
        let answer = answer.map(|one| vec![one.disposition.clone(), one.reason.clone()]);
        self.row(
            &[
                vec![thread.number.to_string()],
                words.collect(),
                who.unwrap_or_default(),
                vec![kind],
                said,
                proposed.map(|words| words.lines().map(str::to_owned).collect()).unwrap_or_default(),
                answer.unwrap_or_else(|| vec![self.speech.word(Message::new("documents-no-answer"))]),
            ],
            false,
        );
    }

    fn row(&mut self, cells: &[Vec<String>], head: bool) {
        ledger::row(&mut self.body, self.speech, cells, &COLUMNS.map(|(_, width)| width), head);
    }
}
