//! What is read of proposed words, which are source: no marks of Markdown.

use super::chunk::read_task;
use crate::{
    anchor::Anchor,
    diff::{self, Piece},
    text::Text,
};

/// What is read of words proposed in place of an anchor: several paragraphs or items one after the other, with a space between.
pub fn reading(anchor: &Anchor, words: &str) -> String {
    if anchor.chars.is_some() {
        // Words in a sentence begin no list or heading.
        let read = read(&format!("x {words}"));
        return read.strip_prefix("x").map_or_else(String::new, |read| read.trim().to_owned());
    }
    if let Some((shown, words)) = read_task(&anchor.quote, words) {
        return format!("{shown} {}", read(&words));
    }
    let rows = words.lines().filter(|line| !line.trim().is_empty());
    if words.trim_start().starts_with('|') && rows.clone().all(|row| row.trim_start().starts_with('|')) {
        let cells = |row: &str| row.trim().trim_matches('|').trim().to_owned();
        return rows
            .filter(|row| row.chars().any(char::is_alphanumeric))
            .map(cells)
            .collect::<Vec<_>>()
            .join(" ");
    }
    read(words)
}

fn read(words: &str) -> String {
    let plain = |c: char| c.is_alphanumeric() || " ,;:?!()'\"’“”".contains(c);
    if words.chars().all(plain) {
        return words.to_owned();
    }
    let text = Text::parse_unlimited(words);
    let lines: Vec<&str> = text.lines().iter().map(|line| line.text.as_str()).collect();
    // A footnote mark that has no note among these words is read as it is where it has one.
    lines.join(" ").replace("[^", "[")
}

/// What proposed words would change of the words they are made on, as it is read; of words that only have other marks, the marks.
pub fn change(anchor: &Anchor, words: &str) -> Vec<Piece> {
    diff::words(&anchor.quote, &super::shown(anchor, words))
}
