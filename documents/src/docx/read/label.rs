//! The numbers that a file counts by itself, as words: `(a)`, `IV.`, `1.2`.

use std::collections::HashMap;

use super::story::value;
use crate::tree::Element;

/// The counts of a file so far.
#[derive(Debug, Default)]
pub(super) struct Labels {
    /// For each kind of list the last number of each level.
    counts: HashMap<String, Vec<u32>>,
    /// The lists that have begun.
    begun: Vec<String>,
}

/// The number of a paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Label {
    pub words: String,
    /// Whether it is a number with a full stop, as Markdown has it.
    pub plain: bool,
}

impl Labels {
    /// Counts one paragraph of a list at a level, and gives its number; none for a bullet.
    pub fn next(&mut self, numbering: Option<&Element>, list: &str, level: u8) -> Option<Label> {
        let all = || numbering.into_iter().flat_map(Element::elements);
        let own = all().find(|one| one.name == "w:num" && one.attribute("w:numId") == Some(list))?;
        let kind = value(own, "w:abstractNumId")?;
        let kinds = all()
            .find(|one| one.name == "w:abstractNum" && one.attribute("w:abstractNumId") == Some(kind))?;
        let level_of = |level: usize| {
            let level = level.to_string();
            kinds
                .elements()
                .find(|one| one.name == "w:lvl" && one.attribute("w:ilvl") == Some(level.as_str()))
        };
        let start = |level: usize| {
            let written =
                level_of(level).and_then(|one| value(one, "w:start")).and_then(|start| start.parse().ok());
            written.unwrap_or(1_u32)
        };
        let level = usize::from(level.min(8));
        let counts = self.counts.entry(kind.to_owned()).or_default();
        if !self.begun.iter().any(|begun| begun == list) {
            self.begun.push(list.to_owned());
            if let Some((level, start)) = overridden(own) {
                counts.truncate(level);
                counts.resize(level, 1);
                counts.push(start.saturating_sub(1));
            }
        }
        while counts.len() <= level {
            counts.push(start(counts.len()).saturating_sub(1));
        }
        counts[level] += 1;
        counts.truncate(level + 1);
        let format =
            |level: usize| level_of(level).and_then(|one| value(one, "w:numFmt")).unwrap_or("decimal");
        if matches!(format(level), "bullet" | "none") {
            return None;
        }
        let pattern = level_of(level).and_then(|one| value(one, "w:lvlText")).unwrap_or("%1.");
        let mut words = pattern.to_owned();
        for (index, count) in counts.iter().enumerate() {
            // A level above that was never counted stands at its start.
            let count = if index < level { (*count).max(1) } else { *count };
            words = words.replace(&format!("%{}", index + 1), &written(format(index), count));
        }
        let plain = format(level) == "decimal" && pattern == format!("%{}.", level + 1);
        Some(Label { words: words.trim().to_owned(), plain }).filter(|label| !label.words.is_empty())
    }
}

/// Where a list begins anew, and with what.
fn overridden(list: &Element) -> Option<(usize, u32)> {
    let change = list.child("w:lvlOverride")?;
    let start = value(change, "w:startOverride")?.parse().ok()?;
    Some((change.attribute("w:ilvl")?.parse().ok().filter(|level| *level < 9)?, start))
}

/// A number in one of the formats of Word.
fn written(format: &str, count: u32) -> String {
    match format {
        "lowerLetter" => letters(count),
        "upperLetter" => letters(count).to_uppercase(),
        "lowerRoman" => roman(count),
        "upperRoman" => roman(count).to_uppercase(),
        "decimalZero" => format!("{count:02}"),
        _ => count.to_string(),
    }
}

/// `a` to `z`, then `aa`, `bb`, as Word has them.
fn letters(count: u32) -> String {
    let index = count.saturating_sub(1);
    let letter = char::from(b'a' + (index % 26) as u8);
    std::iter::repeat_n(letter, (index / 26).min(8) as usize + 1).collect()
}

fn roman(count: u32) -> String {
    const SIGNS: [(u32, &str); 13] = [
        (1000, "m"),
        (900, "cm"),
        (500, "d"),
        (400, "cd"),
        (100, "c"),
        (90, "xc"),
        (50, "l"),
        (40, "xl"),
        (10, "x"),
        (9, "ix"),
        (5, "v"),
        (4, "iv"),
        (1, "i"),
    ];
    let (mut rest, mut out) = (count.min(3_999), String::new());
    for (value, sign) in SIGNS {
        while rest >= value {
            out.push_str(sign);
            rest -= value;
        }
    }
    out
}
