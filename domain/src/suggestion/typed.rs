//! What was typed for some lines, when less of them is meant, or others are meant by now.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

use super::{apply, given::Given, reading};
use crate::{
    anchor::Anchor,
    text::{LineRange, Text},
};

/// What a wording of whole lines puts in place of the characters `chars` of their first clause; nothing when it changes anything else.
pub fn within(text: &Text, lines: LineRange, chars: &Range<u32>, wording: &str) -> Option<String> {
    let given = Given::of(text, lines)?;
    let clause = text.clause(given.first.clause as usize)?;
    let source = given.text(text);
    let marked = clause.source_of(chars).and_then(|span| {
        let mut before = 0;
        for line in &given.lines {
            if line.start <= span.start && span.end <= line.end {
                let start = before + span.start - line.start;
                return between(&source[..start], &source[start + span.len()..], wording);
            }
            before += line.len() + 1;
        }
        None
    });
    marked.or_else(|| {
        let read = |words: &str| {
            let lines = Text::parse_unlimited(words);
            lines.lines().iter().map(|line| line.text.as_str()).collect::<Vec<_>>().join(" ")
        };
        let found = text.lines_in(lines);
        let own = |line: &&crate::text::Line| line.clause == given.first.clause;
        let end = found.iter().rev().find(own)?.chars.end;
        let later: String =
            found.iter().filter(|line| !own(line)).map(|line| format!(" {}", line.text)).collect();
        let before = clause.slice(&(given.first.chars.start..chars.start));
        let after = format!("{}{later}", clause.slice(&(chars.end..end)));
        between(before, &after, &read(wording)).or_else(|| between(before, &after, wording))
    })
}

/// What stands between two ends of a wording, whatever the white space in it; nothing when it has other ends.
fn between(before: &str, after: &str, wording: &str) -> Option<String> {
    let even = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let (before, after, wording) = (even(before), even(after), even(wording));
    let middle = wording.strip_prefix(&before)?.strip_suffix(&after)?;
    Some(middle.trim().to_owned())
}

/// A wording typed for some lines as one of more lines around them. These are given as they are, unless the wording says much of them
/// already: then it was typed for all. Nothing when the first lines are not all among the others.
pub fn widened(text: &Text, typed_for: LineRange, lines: LineRange, wording: &str) -> Option<String> {
    if typed_for == lines {
        return Some(wording.to_owned());
    }
    if !(lines.contains(typed_for.first()) && lines.contains(typed_for.last())) {
        return None;
    }
    if says_others(text, typed_for, lines, wording) {
        return Some(wording.to_owned());
    }
    let applied = Text::read(&apply(text, typed_for, None, wording).ok()?, text.manner());
    let last = (lines.last() + applied.line_count()).checked_sub(text.line_count())?;
    super::given(&applied, LineRange::new(lines.first(), last).ok()?)
}

/// Whether a wording has, besides the words it was typed for, at least one in three of those of the other lines.
fn says_others(text: &Text, typed_for: LineRange, lines: LineRange, wording: &str) -> bool {
    let words = |text: &str| -> Vec<String> { text.unicode_words().map(str::to_lowercase).collect() };
    let of = |range: LineRange| -> Vec<String> {
        text.lines_in(range).iter().flat_map(|line| words(&line.text)).collect()
    };
    let take = |words: &mut Vec<String>, word: &str| {
        let found = words.iter().position(|one| one == word);
        found.map(|index| words.swap_remove(index)).is_some()
    };
    let (own, mut others, mut said) = (of(typed_for), of(lines), words(wording));
    for word in &own {
        take(&mut others, word);
        take(&mut said, word);
    }
    let shared = others.iter().filter(|word| take(&mut said, word)).count();
    !others.is_empty() && 3 * shared >= others.len()
}

/// Proposed words as they are shown beside the words they are made on: as they are read, or with their marks when those are all that differs.
pub fn shown(anchor: &Anchor, words: &str) -> String {
    let read = reading(anchor, words);
    let same = read.split_whitespace().eq(anchor.quote.split_whitespace());
    if same { words.trim().to_owned() } else { read }
}
