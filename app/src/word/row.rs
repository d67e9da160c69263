//! A row of a table of comments on its way in: what it says of its place, and what became of that.

use documents::form::{self, Form, Numbers, Verdict, carried};
use domain::{
    Message, ThreadKind,
    clause_map::ClauseMap,
    text::{Digest, LineRange, Text},
};
use serde::{Deserialize, Serialize};

use super::item::{Brought, Here, Item};
use crate::{locale::Locale, words::in_locale};

/// The row as it was written, and its verdict.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Row {
    /// Counted from 1 in the file.
    pub number: u32,
    /// The clause that it names, or that was named in its place.
    pub clause: String,
    paragraph: String,
    comment: String,
    proposed: String,
    /// What is wrong with its place.
    pub fault: Option<Message>,
    /// The clause that may be meant instead.
    pub near: Option<String>,
    /// Whether it says of itself that it is about the whole draft.
    pub whole: bool,
}

impl Brought {
    /// Places the rows of a table in a version of a draft: those of a form that was made for an `older` version through that. `said` gives the
    /// words of a thread of the draft that a row of ours was made from; a row that still says them is left out.
    pub fn rows(
        form: &Form,
        reference: &str,
        (text, older): (&Text, Option<&Text>),
        said: impl Fn(u32) -> Option<String>,
        locale: Locale,
    ) -> Self {
        let ours = form.draft.as_deref() == Some(reference);
        let elsewhere = form.draft.clone().filter(|_| !ours);
        let made_for = form.version.filter(|_| ours);
        let mut brought = Self { made_for, formulas: form.formulas, elsewhere, ..Self::default() };
        let numbers = Numbers::of(older.unwrap_or(text));
        let map = older.map(|older| ClauseMap::between(older, text));
        for row in &form.rows {
            let known = row.known.filter(|_| ours).and_then(|number| Some((number, said(number)?)));
            if known.as_ref().is_some_and(|(_, words)| same(words, &row.comment)) {
                brought.here += 1;
                continue;
            }
            let mut verdict = numbers.verdict(row);
            if let (Some(older), Some(map)) = (older, &map) {
                verdict = carried(verdict, older, text, map);
            }
            let number = brought.items.len() as u32 + 1;
            let mut item = Item::of_row(row, reference, number);
            item.thread = known.map(|(number, _)| number);
            item.judge(verdict, text, locale);
            item.ticked = item.thread.is_none() && brought.elsewhere.is_none() && !item.is_unsure();
            brought.items.push(item);
        }
        brought
    }
}

/// Whether a cell says what a comment of ours says, replies under it or not.
fn same(words: &str, cell: &str) -> bool {
    let letters = |words: &str| words.chars().filter(|letter| !letter.is_whitespace()).collect::<String>();
    letters(cell).starts_with(&letters(words))
}

impl Item {
    fn of_row(row: &form::Row, reference: &str, number: u32) -> Self {
        let said = [reference, &row.who, &row.line, &row.clause, &row.paragraph, &row.comment, &row.proposed];
        let digest = Digest::of(said.join("\u{1e}").as_bytes()).to_string();
        Self {
            number,
            once: format!("word-{}", digest.chars().take(40).collect::<String>()),
            author: row.who.clone(),
            written: None,
            words: String::new(),
            proposed: None,
            quote: String::new(),
            spot: None,
            thread: None,
            answers: None,
            kind: row.kind.unwrap_or(ThreadKind::General),
            ticked: false,
            named: false,
            row: Some(Row {
                number: row.number,
                clause: row.clause.clone(),
                paragraph: row.paragraph.clone(),
                comment: row.comment.clone(),
                proposed: row.proposed.clone(),
                fault: None,
                near: None,
                whole: false,
            }),
        }
    }

    /// The item with the place that its row has, and what it says and proposes there.
    fn judge(&mut self, verdict: Verdict, text: &Text, locale: Locale) {
        let Some(row) = &mut self.row else { return };
        let instruction = (!row.proposed.is_empty() && verdict.wording.is_none()).then(|| {
            let label = in_locale(locale, "form-proposed-change", []);
            format!("{label} {}", row.proposed)
        });
        let parts = [Some(row.comment.clone()).filter(|words| !words.is_empty()), instruction];
        self.words = parts.into_iter().flatten().collect::<Vec<_>>().join("\n\n");
        self.quote = verdict.lines.map(|lines| text.words_of(lines)).unwrap_or_default();
        self.proposed = verdict.wording;
        self.spot = verdict.lines.map(|lines| Here {
            lines,
            words: verdict.words,
            offset: verdict.offset,
            sure: verdict.fault.is_none(),
            reason: None,
            candidates: verdict.candidates,
        });
        (row.fault, row.near, row.whole) = (verdict.fault, verdict.near, verdict.whole);
    }

    /// The item with the clause or the lines that somebody gave it on the page; lines go before a clause.
    pub(super) fn set_row(
        &mut self,
        clause: Option<&str>,
        lines: Option<(u32, u32)>,
        text: &Text,
        locale: Locale,
    ) {
        let Some(row) = &self.row else { return };
        let now = self.spot.as_ref().map(|spot| (spot.lines.first(), spot.lines.last()));
        let moved = lines.filter(|lines| Some(*lines) != now && lines.0 > 0);
        let named = clause.map(str::trim).filter(|clause| *clause != row.clause);
        if moved.is_none() && named.is_none() {
            return;
        }
        let line = moved.map(|(first, last)| LineRange::spanning(first, last));
        let line = line.map(|lines| format!("{}-{}", lines.first(), lines.last())).unwrap_or_default();
        let clause = named.filter(|_| moved.is_none()).unwrap_or_default().to_owned();
        let placed = form::Row {
            number: row.number,
            line,
            clause: clause.clone(),
            paragraph: row.paragraph.clone(),
            comment: row.comment.clone(),
            proposed: row.proposed.clone(),
            ..form::Row::default()
        };
        let verdict = Numbers::of(text).verdict(&placed);
        if let Some(row) = self.row.as_mut().filter(|_| named.is_some()) {
            row.clause = clause;
        }
        self.judge(verdict, text, locale);
    }
}
