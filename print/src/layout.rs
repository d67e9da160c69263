//! A paper as the template takes it.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike, Timelike};
use documents::{Document, Thread, right_to_left};
use domain::{
    Message,
    text::{ClauseKind, Text},
    unseen,
};
use serde_json::{Map, Value, json};

use crate::{
    Kind, Paper, code,
    fonts::{Fonts, MONO},
    ink::Ink,
    paper::{COMMENT, Seat},
    remarks::{cell, markdown, thread},
    rows::rows,
    runs::{address, plain},
    tree::{Manner, Writer},
};

/// How many missing characters the last page names.
const NAMED: usize = 12;

/// What the template calls a label, and its message.
const LABELS: [(&str, &str); 13] = [
    ("signatories", "export-signatories"),
    ("statements", "export-reservations"),
    ("nobody", "export-no-signatories"),
    ("credits", "export-credits"),
    ("seat", "export-seat"),
    ("position", "export-position"),
    ("by", "export-by"),
    ("signature", "print-signature"),
    ("proposed", "print-proposed"),
    ("proof", "print-proof"),
    ("digest", "print-digest"),
    ("address", "print-address"),
    ("code", "print-code"),
];

/// The data of a paper, and the characters that no font has.
pub(crate) fn of(paper: &Paper<'_>, kind: Kind) -> (Value, BTreeSet<char>) {
    let mut ink = Ink::default();
    let mut data = head(paper, kind, &mut ink);
    let document = &paper.document;
    match kind {
        Kind::Matrix => matrix(paper, &mut data, &mut ink),
        Kind::SignOff => {
            data["heading"] = title(&document.title, &mut ink);
            data["seats"] = positions(&paper.seats, paper.speech.tag, &mut ink);
        }
        Kind::Text => {
            text(document, Manner::default(), &mut data, &mut ink);
            let signed: Vec<_> = paper.seats.iter().filter(|seat| seat.position.is_some()).cloned().collect();
            data["signed"] = positions(&signed, paper.speech.tag, &mut ink);
            data["credits"] = paper.credits.iter().map(|credit| ink.line(credit)).collect();
        }
        Kind::Room => text(document, Manner { lines: true, ..Manner::default() }, &mut data, &mut ink),
        Kind::Beside | Kind::EndNotes => commented(paper, kind, &mut data, &mut ink),
    }
    data["words"] = words(paper, kind, &mut ink);
    (data, ink.missing)
}

fn matrix(paper: &Paper<'_>, data: &mut Value, ink: &mut Ink) {
    let leftward = right_to_left(paper.speech.tag);
    data["heading"] = title(&paper.document.title, ink);
    data["heads"] = paper.heads.iter().map(|head| ink.line(head)).collect();
    let of_row = |row: &crate::Row| -> Value {
        let cells = row.iter().enumerate().map(|(place, words)| match place {
            COMMENT => markdown(&words.join("\n\n"), leftward, ink),
            _ => words.iter().map(|words| cell(words, leftward, ink)).collect(),
        });
        cells.collect()
    };
    data["rows"] = paper.rows.iter().map(of_row).collect();
}

/// What every paper has.
fn head(paper: &Paper<'_>, kind: Kind, ink: &mut Ink) -> Value {
    let (document, speech) = (&paper.document, paper.speech);
    let day = document.published;
    let about = Message::new("print-about")
        .with("version", document.version)
        .with("day", (speech.day)(day))
        .with("stage", paper.stage.clone());
    let running = Message::new("print-running")
        .with("reference", document.reference.clone())
        .with("version", document.version);
    let (text, labels) = (tongue(&document.language), tongue(speech.tag));
    let of_labels = matches!(kind, Kind::Matrix | Kind::SignOff);
    let address = address(&document.address);
    let title = ink.line(&document.title);
    let (family, margin) = shape(kind);
    json!({
        "kind": family,
        "landscape": kind == Kind::Matrix,
        "margin": margin,
        "title": if title.is_empty() { document.reference.clone() } else { title.clone() },
        "short": short(&title),
        "forum": ink.line(&document.forum),
        "reference": ink.line(&document.reference),
        "about": ink.line(&(speech.say)(&about)),
        "running": ink.line(&(speech.say)(&running)),
        "date": [day.year(), day.month(), day.day(), day.hour(), day.minute(), day.second()],
        "main": if of_labels { labels.clone() } else { text.clone() },
        "text": text,
        "labels": labels,
        "mono": [MONO, "noto naskh arabic", "noto sans s chinese", "libertinus serif"],
        "digest": document.text.digest().to_string(),
        "coded": address.starts_with("http") && code::draw(&address).is_some(),
        "address-shown": ink.set(&address),
        "address": address,
        "heading": [], "blocks": [], "rows": [], "threads": [], "signed": [], "seats": [], "credits": [], "heads": [],
    })
}

/// What the template calls a paper, and its margin.
const fn shape(kind: Kind) -> (&'static str, &'static str) {
    match kind {
        Kind::Matrix => ("matrix", "none"),
        Kind::SignOff => ("sign-off", "none"),
        Kind::Text => ("text", "none"),
        Kind::Room | Kind::EndNotes => ("room", "wide"),
        Kind::Beside => ("room", "notes"),
    }
}

/// A language with its fonts and which way it runs.
fn tongue(tag: &str) -> Value {
    let language = tag.split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase();
    let known = (2..=3).contains(&language.len()) && language.bytes().all(|byte| byte.is_ascii_lowercase());
    let language = if known { language } else { "en".to_owned() };
    json!({ "lang": language, "rtl": right_to_left(&language), "fonts": Fonts::of(&language) })
}

/// A title as it fits beside the page number.
fn short(title: &str) -> String {
    const LETTERS: usize = 70;
    if title.chars().count() <= LETTERS {
        return title.to_owned();
    }
    let cut: String = title.chars().take(LETTERS).collect();
    let cut = cut.rsplit_once(' ').map_or(cut.as_str(), |(whole, _)| whole);
    format!("{cut}\u{2026}")
}

fn title(words: &str, ink: &mut Ink) -> Value {
    let mut runs = Vec::new();
    plain(&ink.line(words), &Map::new(), &mut runs);
    if runs.is_empty() {
        runs.push("\u{2014}".into());
    }
    runs.into()
}

/// The text under its title: its own first heading when it begins with one.
fn text(document: &Document<'_>, look: Manner, data: &mut Value, ink: &mut Ink) {
    let tree = document.text.tree();
    data["heading"] = title(&document.title, ink);
    let mut writer = Writer::new(document.text, ink, turning(document, look), BTreeMap::new());
    let begins = begins(document.text);
    if begins {
        data["heading"] = writer.title(0).into();
    }
    data["blocks"] = writer.blocks(tree.get(usize::from(begins)..).unwrap_or_default()).into();
}

/// Whether the text begins with its own title.
fn begins(text: &Text) -> bool {
    let first = text.clause(0);
    first.is_some_and(|clause| {
        clause.kind == ClauseKind::Heading { level: 1 } && !clause.text.trim().is_empty()
    })
}

fn turning(document: &Document<'_>, look: Manner) -> Manner {
    Manner { leftward: Some(right_to_left(&document.language)), ..look }
}

/// The text with its lines numbered and its threads beside it or after it.
fn commented(paper: &Paper<'_>, kind: Kind, data: &mut Value, ink: &mut Ink) {
    let document = &paper.document;
    let mut marks: BTreeMap<u32, Vec<u32>> = BTreeMap::new();
    let (mut placed, mut rest): (Vec<&Thread>, Vec<&Thread>) = (Vec::new(), Vec::new());
    for thread in &document.threads {
        let lines = thread.anchor.as_ref().map(|anchor| anchor.lines);
        match lines.filter(|lines| document.text.clause_of_line(lines.first()).is_some()) {
            Some(lines) => {
                marks.entry(lines.last().min(document.text.line_count())).or_default().push(thread.number);
                placed.push(thread);
            }
            None => rest.push(thread),
        }
    }
    placed.sort_by_key(|thread| (thread.anchor.as_ref().map(|anchor| anchor.lines.first()), thread.number));
    let tree = document.text.tree();
    let begins = begins(document.text);
    let look = turning(document, Manner { lines: true, ..Manner::default() });
    data["heading"] = title(&document.title, ink);
    let mut writer = Writer::new(document.text, ink, look, marks);
    if begins {
        data["heading"] = writer.title(0).into();
    }
    let tree = tree.get(usize::from(begins)..).unwrap_or_default();
    if kind == Kind::EndNotes {
        data["blocks"] = writer.blocks(tree).into();
        placed.extend(rest);
        data["threads"] = placed.into_iter().map(|one| thread(paper, one, ink)).collect();
    } else {
        data["rows"] = rows(&mut writer, paper, tree, &placed).into();
        data["threads"] = rest.into_iter().map(|one| thread(paper, one, ink)).collect();
    }
}

fn positions(seats: &[Seat], tag: &str, ink: &mut Ink) -> Value {
    let leftward = right_to_left(tag);
    let seat = |seat: &Seat| {
        json!({
            "seat": ink.line(&seat.seat),
            "position": ink.line(seat.position.as_deref().unwrap_or_default()),
            "by": ink.line(&seat.by),
            "statements": seat.statements.iter().map(|words| cell(words, leftward, ink)).collect::<Value>(),
        })
    };
    seats.iter().map(seat).collect()
}

/// Labels, each as the reader's language has it.
fn words(paper: &Paper<'_>, kind: Kind, ink: &mut Ink) -> Value {
    let (document, speech) = (&paper.document, paper.speech);
    let mut labels: Map<String, Value> = Map::new();
    let comments = if kind == Kind::Beside { "documents-without-place" } else { "print-comments" };
    for (name, id) in LABELS.into_iter().chain([("comments", comments)]) {
        labels.insert(name.to_owned(), ink.line(&speech.word(Message::new(id))).into());
    }
    let of = Message::new("print-of")
        .with("title", document.title.clone())
        .with("reference", document.reference.clone())
        .with("version", document.version)
        .with("day", (speech.day)(document.published))
        .with("forum", document.forum.clone());
    labels.insert("of".to_owned(), ink.line(&(speech.say)(&of)).into());
    if matches!(kind, Kind::Room | Kind::Beside | Kind::EndNotes) {
        labels.insert("lines".to_owned(), ink.line(&speech.word(Message::new("print-lines"))).into());
    }
    if !ink.missing.is_empty() {
        labels.insert("missing".to_owned(), missing(paper, &ink.missing).into());
    }
    labels.into()
}

/// The sentence that says which characters are written by their numbers.
fn missing(paper: &Paper<'_>, missing: &BTreeSet<char>) -> String {
    let named: Vec<String> = missing.iter().take(NAMED).map(|c| unseen::code(*c)).collect();
    let mut characters = named.join(", ");
    if missing.len() > NAMED {
        characters.push_str(", \u{2026}");
    }
    let count = u32::try_from(missing.len()).unwrap_or(u32::MAX);
    let message = Message::new("print-missing").with("count", count).with("characters", characters);
    (paper.speech.say)(&message)
}
