//! The words that a thread is about, in what they stand in: an item with its mark, a row under the heads of its columns, a quotation, code.

use std::{collections::BTreeMap, ops::Range};

use domain::{
    anchor::Anchor,
    text::{ClauseKind, Line, LineRange, Text},
};
use leptos::prelude::*;

use crate::{
    draft::written::{Around, Written},
    locale::apart,
};

/// How many characters are shown before the rest is left out, at the end of a word.
const LENGTH: u32 = 160;

/// The lines of an anchor as they stand in its text, or the words of them that are quoted; nothing when they are plain paragraphs, which
/// need no more than their words.
pub fn quoted(text: &Text, anchor: &Anchor, language: &str) -> Option<AnyView> {
    if text.is_plain(anchor.lines) {
        return None;
    }
    let around = Quoted::of(text, anchor);
    let shown = LineRange::spanning(*around.parts.keys().next()?, *around.parts.keys().next_back()?);
    let blocks = Written::new(text, &around, apart(language)).blocks(&text.excerpt(shown));
    Some(view! { <div class="excerpt">{blocks}</div> }.into_any())
}

struct Quoted<'a> {
    text: &'a Text,
    /// What is shown of each line.
    parts: BTreeMap<u32, Range<u32>>,
    /// The line after which something is left out.
    cut: Option<u32>,
}

impl<'a> Quoted<'a> {
    fn of(text: &'a Text, anchor: &Anchor) -> Self {
        let (mut parts, mut cut, mut left) = (BTreeMap::new(), None, LENGTH);
        let own = anchor.chars.as_ref().filter(|_| anchor.lines.count() == 1);
        for line in text.lines_in(anchor.lines) {
            let whole = own.unwrap_or(&line.chars);
            let (start, end) = (whole.start.max(line.chars.start), whole.end.min(line.chars.end));
            if left == 0 || start >= end {
                break;
            }
            let shown = if end - start > left { whole_words(line, start..start + left) } else { end - start };
            parts.insert(line.number, start..start + shown);
            let more = shown < end - start || (left == shown && line.number < anchor.lines.last());
            cut = more.then_some(line.number);
            left = left.saturating_sub(end - start);
        }
        Self { text, parts, cut }
    }
}

/// How many characters of these end with a whole word.
fn whole_words(line: &Line, chars: Range<u32>) -> u32 {
    let words = line.slice(&chars);
    let end = words.rfind(' ').filter(|end| *end > 0).unwrap_or(words.len());
    words[..end].chars().count() as u32
}

impl Around for Quoted<'_> {
    fn counter(&self, _line: &Line, _anchored: bool) -> AnyView {
        ().into_any()
    }

    fn say(&self, line: &Line) -> AnyView {
        (self.cut == Some(line.number)).then_some("…").into_any()
    }

    fn marks<'a>(&'a self, _line: &Line) -> &'a [Range<u32>] {
        &[]
    }

    fn under(&self, _line: u32) -> Option<AnyView> {
        None
    }

    fn form(&self, _line: u32) -> Option<AnyView> {
        None
    }

    fn is_about(&self, _line: u32) -> bool {
        false
    }

    fn part(&self, line: &Line) -> Option<Range<u32>> {
        let clause = self.text.clause(line.clause as usize)?;
        let head = clause.kind == ClauseKind::TableRow { header: true };
        self.parts.get(&line.number).cloned().or_else(|| head.then(|| line.chars.clone()))
    }

    fn is_text(&self) -> bool {
        false
    }
}
