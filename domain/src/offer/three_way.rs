//! Three wordings of one clause merged word by word.

use std::ops::Range;

use serde::Serialize;
use unicode_segmentation::UnicodeSegmentation;

use crate::diff::common;

/// A stretch of the merged words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Part {
    /// What all say, what one of the two changed, or what both changed to the same.
    Agreed(String),
    /// What both changed, to different words.
    Apart {
        /// What stood there.
        before: String,
        /// What they made of it.
        theirs: String,
        /// What we made of it.
        ours: String,
    },
}

/// Words of one side that stand in place of words before, both as ranges of tokens.
struct Hunk {
    old: Range<usize>,
    new: Range<usize>,
}

/// Merges two wordings that began as one. Changes with no word between them count as changes of the same words.
pub fn three_way(before: &str, theirs: &str, ours: &str) -> Vec<Part> {
    let [base, them, us] = [before, theirs, ours].map(|words| words.split_word_bounds().collect::<Vec<_>>());
    let (a, b) = (hunks(&base, &them), hunks(&base, &us));
    let mut parts = Vec::new();
    let (mut i, mut j, mut from) = (0, 0, 0);
    while let Some(start) = [a.get(i), b.get(j)].into_iter().flatten().map(|hunk| hunk.old.start).min() {
        let (first, second) = (i, j);
        let mut region = start..start;
        loop {
            let meets = |hunk: Option<&Hunk>| hunk.is_some_and(|hunk| meets(&base, &region, &hunk.old));
            let (one, other) = (meets(a.get(i)), meets(b.get(j)));
            if one {
                region.end = region.end.max(a[i].old.end);
                i += 1;
            } else if other {
                region.end = region.end.max(b[j].old.end);
                j += 1;
            } else {
                break;
            }
        }
        push(&mut parts, base[from..region.start].concat());
        let (theirs, ours) =
            (said(&base, &region, &a[first..i], &them), said(&base, &region, &b[second..j], &us));
        match (first == i, second == j) {
            (_, true) => push(&mut parts, theirs),
            (true, _) => push(&mut parts, ours),
            _ if theirs == ours => push(&mut parts, theirs),
            _ => parts.push(Part::Apart { before: base[region.clone()].concat(), theirs, ours }),
        }
        from = region.end;
    }
    push(&mut parts, base[from..].concat());
    parts
}

/// The merged words; none where the two are apart somewhere.
pub fn together(parts: &[Part]) -> Option<String> {
    let agreed = parts.iter().map(|part| match part {
        Part::Agreed(words) => Some(words.as_str()),
        Part::Apart { .. } => None,
    });
    agreed.collect()
}

fn hunks(old: &[&str], new: &[&str]) -> Vec<Hunk> {
    let mut hunks = Vec::new();
    let (mut i, mut j) = (0, 0);
    for (from, to, count) in common(old, new).into_iter().chain([(old.len(), new.len(), 0)]) {
        if i < from || j < to {
            hunks.push(Hunk { old: i..from, new: j..to });
        }
        (i, j) = (from + count, to + count);
    }
    hunks
}

/// Whether a change begins within some words, or right after them with no word between.
fn meets(base: &[&str], region: &Range<usize>, next: &Range<usize>) -> bool {
    let is_word = |token: &&str| token.chars().any(char::is_alphanumeric);
    next.start <= region.end || !base[region.end..next.start].iter().any(is_word)
}

/// What one side says in place of some words.
fn said(base: &[&str], region: &Range<usize>, hunks: &[Hunk], new: &[&str]) -> String {
    let mut words = String::new();
    let mut from = region.start;
    for hunk in hunks {
        words.push_str(&base[from..hunk.old.start].concat());
        words.push_str(&new[hunk.new.clone()].concat());
        from = hunk.old.end;
    }
    words.push_str(&base[from..region.end].concat());
    words
}

fn push(parts: &mut Vec<Part>, words: String) {
    match parts.last_mut() {
        _ if words.is_empty() => {}
        Some(Part::Agreed(last)) => last.push_str(&words),
        _ => parts.push(Part::Agreed(words)),
    }
}
