//! What is said of a text: threads, and cells of a table.

use std::collections::BTreeMap;

use documents::{Comment, Thread, right_to_left, runs_leftward};
use domain::{Message, text::Text};
use serde_json::{Map, Value, json};

use crate::{
    Paper,
    ink::Ink,
    runs::plain,
    tree::{Manner, Writer},
};

/// A thread with all that was said in it and its answer.
pub(crate) fn thread(paper: &Paper<'_>, thread: &Thread, ink: &mut Ink) -> Value {
    let speech = paper.speech;
    let leftward = right_to_left(speech.tag);
    let kind = Message { id: format!("conversation-kind-{}", thread.kind.key()).into(), args: vec![] };
    let mut said = json!({
        "number": thread.number,
        "kind": ink.line(&(speech.say)(&kind)),
        "comments": thread.comments.iter().map(|one| comment(paper, one, ink)).collect::<Value>(),
    });
    if let Some(anchor) = &thread.anchor {
        let id = if anchor.lines.count() == 1 { "documents-line" } else { "documents-lines" };
        said["place"] = ink.line(&(speech.say)(&Message::new(id).with_lines(anchor.lines))).into();
    }
    if let Some(quote) = thread.quote.as_deref().filter(|quote| !quote.trim().is_empty()) {
        said["quote"] = cell(quote, leftward, ink);
    }
    if let Some(answer) = &thread.answer {
        let why = runs(&answer.reason, ink);
        said["answer"] = json!({ "what": ink.line(&answer.disposition), "why": why });
        turn(&answer.reason, leftward, &mut said["answer"]);
    }
    said
}

fn comment(paper: &Paper<'_>, comment: &Comment, ink: &mut Ink) -> Value {
    let leftward = right_to_left(paper.speech.tag);
    let text = Text::parse_unlimited(&comment.words);
    let look = Manner { remark: true, leftward: Some(leftward), ..Manner::default() };
    let blocks = Writer::new(&text, ink, look, BTreeMap::new()).blocks(&text.tree());
    let mut said = json!({
        "who": ink.line(&comment.author),
        "day": ink.line(&(paper.speech.day)(comment.posted)),
        "blocks": blocks,
    });
    if let Some(proposed) = &comment.proposed {
        said["proposed"] = runs(proposed, ink);
        turn(proposed, leftward, &mut said);
    }
    said
}

/// Plain words as one paragraph of a cell.
pub(crate) fn cell(words: &str, leftward: bool, ink: &mut Ink) -> Value {
    let mut said = json!({ "runs": runs(words, ink) });
    turn(words, leftward, &mut said);
    said
}

/// Markdown as the paragraphs of a cell.
pub(crate) fn markdown(words: &str, leftward: bool, ink: &mut Ink) -> Value {
    let text = Text::parse_unlimited(words);
    let look = Manner { remark: true, leftward: Some(leftward), ..Manner::default() };
    let paragraphs = Writer::new(&text, ink, look, BTreeMap::new()).paragraphs(&text.tree());
    let turned = paragraphs.into_iter().map(|runs| {
        let mut said = json!({ "runs": runs });
        turn(words, leftward, &mut said);
        said
    });
    turned.collect()
}

fn runs(words: &str, ink: &mut Ink) -> Value {
    let mut runs = Vec::new();
    plain(&ink.set(words.trim()), &Map::new(), &mut runs);
    runs.into()
}

fn turn(words: &str, leftward: bool, said: &mut Value) {
    let way = runs_leftward(words, if leftward { "ar" } else { "en" });
    if way != leftward {
        said["rtl"] = way.into();
    }
}
