//! One comment or change of a Word file on its way in: it travels in the form until it is posted.

use documents::docx::{
    back::{Found, found, markdown},
    read::{Lost, Read},
};
use domain::{
    Message, ThreadKind,
    anchor::Standing,
    text::{Digest, LineRange, Text},
};
use serde::{Deserialize, Serialize};

use super::row::Row;
use crate::{fields::Fields, locale::Locale};

/// What a file brings that is not here yet, and what it cannot bring.
#[derive(Clone, Debug, Default)]
pub struct Brought {
    pub items: Vec<Item>,
    pub lost: Vec<Lost>,
    /// How many comments of the file are in the draft as they are.
    pub here: usize,
    /// The version the file was made for, where it was made from this draft.
    pub made_for: Option<u32>,
    /// The draft the file was made from, where it was another one.
    pub elsewhere: Option<String>,
    /// How many cells of a table have a formula.
    pub formulas: u32,
}

/// A comment or change with its place.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Item {
    /// Counted from 1 in the order of the text.
    pub number: u32,
    /// Names what was found, by what it says and where: reading the file again gives the same, so nothing is posted twice.
    pub once: String,
    pub author: String,
    pub written: Option<chrono::DateTime<chrono::Utc>>,
    /// What a comment says; empty for a change alone.
    pub words: String,
    /// What is proposed, as Markdown.
    pub proposed: Option<String>,
    /// The words of the file that it stands on.
    pub quote: String,
    pub spot: Option<Here>,
    /// The thread of the draft that it answers.
    pub thread: Option<u32>,
    /// What it answers among the items, by number.
    pub answers: Option<u32>,
    /// What it was said to be about.
    pub kind: ThreadKind,
    /// Whether it is to be posted.
    pub ticked: bool,
    /// Whether it is posted with the name of whoever wrote it in the file.
    #[serde(default)]
    pub named: bool,
    /// The row of a table that it is.
    #[serde(default)]
    pub row: Option<Row>,
}

/// A place in the newest version.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Here {
    pub lines: LineRange,
    /// The words meant within the lines; none for all of them.
    pub words: Option<String>,
    /// How many characters from the start of the lines they stand.
    pub offset: u32,
    /// Whether it is where it belongs, as far as anybody can tell.
    pub sure: bool,
    pub reason: Option<Message>,
    pub candidates: Vec<LineRange>,
}

impl Brought {
    /// Places what a file says in a version of a draft. What the draft has already is left out.
    pub fn of(read: &Read, reference: &str, text: &Text) -> Self {
        let ours = read.draft.as_deref() == Some(reference);
        let all = found(read, text);
        let mut brought =
            Self { lost: read.lost.clone(), made_for: read.version.filter(|_| ours), ..Self::default() };
        let mut numbers = vec![None; all.len()];
        for (index, one) in all.iter().enumerate() {
            if ours && one.known.is_some() {
                brought.here += 1;
                continue;
            }
            let number = brought.items.len() as u32 + 1;
            numbers[index] = Some(number);
            let parent = one.parent.and_then(|parent| all.get(parent));
            let thread = parent.and_then(|parent| parent.known).filter(|_| ours).map(|known| known.thread);
            let answers = one.parent.and_then(|parent| numbers[parent]);
            brought.items.push(Item::of(one, reference, text, (number, thread, answers)));
        }
        brought
    }

    /// What the form brought back, as it was set there.
    pub fn typed(form: &Fields, text: &Text, locale: Locale) -> Vec<Item> {
        let items = form.all("item").filter_map(|item| serde_json::from_str::<Item>(item).ok());
        items.map(|item| item.set_by(form, text, locale)).collect()
    }
}

impl Item {
    fn of(
        one: &Found,
        reference: &str,
        text: &Text,
        (number, thread, answers): (u32, Option<u32>, Option<u32>),
    ) -> Self {
        let proposed = one.proposed.as_deref().map(markdown);
        let said = [
            reference,
            &one.author,
            &one.written.map(|written| written.to_rfc3339()).unwrap_or_default(),
            &one.words,
            proposed.as_deref().unwrap_or("\u{1f}"),
            &one.quote,
        ];
        let digest = Digest::of(said.join("\u{1e}").as_bytes()).to_string();
        let spot = one.spot.as_ref().map(|spot| Here {
            lines: spot.lines,
            words: spot.chars.as_ref().map(|_| spot.quote.clone()),
            offset: spot.chars.as_ref().map_or(0, |chars| {
                text.line(spot.lines.first()).map_or(0, |line| chars.start.saturating_sub(line.chars.start))
            }),
            sure: spot.standing == Standing::Placed,
            reason: spot.reason.clone(),
            candidates: spot.candidates.clone(),
        });
        let kind = if one.words.is_empty() { ThreadKind::Editorial } else { ThreadKind::General };
        Self {
            number,
            once: format!("word-{}", digest.chars().take(40).collect::<String>()),
            author: one.author.clone(),
            written: one.written,
            words: one.words.clone(),
            proposed,
            quote: one.quote.clone(),
            ticked: spot.is_some() || thread.is_some() || answers.is_some(),
            spot,
            thread,
            answers,
            kind,
            named: false,
            row: None,
        }
    }

    /// Whether somebody has to look where it belongs.
    pub fn is_unsure(&self) -> bool {
        match &self.row {
            Some(row) => row.fault.is_some(),
            None => !self.is_reply() && self.spot.as_ref().is_none_or(|spot| !spot.sure),
        }
    }

    /// Why it has no place at all: its row names one that is not there, and nothing near it.
    pub fn astray(&self) -> Option<&Message> {
        let fault = self.row.as_ref().and_then(|row| row.fault.as_ref());
        fault.filter(|_| self.spot.is_none() && !self.is_reply())
    }

    /// Whether it answers a comment, whose place it shares.
    pub fn is_reply(&self) -> bool {
        self.thread.is_some() || self.answers.is_some()
    }

    /// The name of a field of this item.
    pub fn field(&self, name: &str) -> String {
        format!("{name}-{}", self.number)
    }

    /// The item as the form has it: ticked or not, of a kind, and perhaps in another place.
    fn set_by(mut self, form: &Fields, text: &Text, locale: Locale) -> Self {
        let number = self.number.to_string();
        self.ticked = form.all("take").any(|taken| taken == number);
        self.named = form.get("named").is_some();
        self.kind = ThreadKind::from_key(form.text(&self.field("kind"))).unwrap_or(self.kind);
        let line = |name: &str| domain::typed::read::<u32>(form.text(&self.field(name)).trim()).ok();
        if self.row.is_some() {
            let lines = line("from").map(|first| (first, line("to").unwrap_or(first)));
            self.set_row(form.get(&self.field("clause")), lines, text, locale);
            return self;
        }
        if let Some(first) = line("from").filter(|first| *first > 0) {
            let lines = LineRange::spanning(first, line("to").unwrap_or(first).max(first));
            if self.spot.as_ref().is_none_or(|spot| spot.lines != lines) {
                let (words, reason, candidates) = (None, None, Vec::new());
                self.spot = Some(Here { lines, words, offset: 0, sure: true, reason, candidates });
            }
        }
        self
    }
}
