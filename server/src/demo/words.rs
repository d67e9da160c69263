//! Where words of the script stand in a text.

use std::ops::Range;

use domain::text::{ClauseId, LineRange, Text};

/// The lines on which these words begin and end, and their clause; refuses words that the text has not exactly once.
pub fn find(text: &Text, words: &str) -> Result<(LineRange, usize), NotOnce> {
    let mut found = text.clauses().iter().enumerate().flat_map(|(index, clause)| {
        clause.text.match_indices(words).map(move |(byte, _)| (index, characters(&clause.text, byte, words)))
    });
    let not_once = || NotOnce(words.to_owned());
    let (clause, chars) = found.next().ok_or_else(not_once)?;
    if found.next().is_some() {
        return Err(not_once());
    }
    let touched = text.lines().iter().filter(|line| {
        line.clause as usize == clause && line.chars.start < chars.end && chars.start < line.chars.end
    });
    let numbers: Vec<u32> = touched.map(|line| line.number).collect();
    match (numbers.first(), numbers.last()) {
        (Some(first), Some(last)) => Ok((LineRange::spanning(*first, *last), clause)),
        _ => Err(not_once()),
    }
}

/// The ids of the clauses in which these words stand. Refuses words that the text does not have exactly once.
pub fn clauses(text: &Text, ids: &[ClauseId], words: &[String]) -> Result<Vec<ClauseId>, NotOnce> {
    words
        .iter()
        .map(|words| {
            let (_, clause) = find(text, words)?;
            ids.get(clause).copied().ok_or_else(|| NotOnce(words.clone()))
        })
        .collect()
}

/// Words that the text does not have, or has more than once.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
#[error("not exactly once in the text: {0}")]
pub struct NotOnce(String);

fn characters(text: &str, byte: usize, words: &str) -> Range<u32> {
    let before = text.get(..byte).map_or(0, |before| before.chars().count());
    let start = u32::try_from(before).unwrap_or(u32::MAX);
    let count = u32::try_from(words.chars().count()).unwrap_or(u32::MAX);
    start..start.saturating_add(count)
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "## One\n\nA cat sat. A dog ran. A cat ran.\n";

    #[test]
    fn words_are_found_on_their_lines() {
        let (lines, clause) = find(&Text::parse_unlimited(TEXT), "sat. A dog").unwrap();
        assert_eq!((lines.to_string().as_str(), clause), ("L2-L3", 1));
    }

    #[test]
    fn words_that_stand_twice_or_never_are_refused() {
        let text = Text::parse_unlimited(TEXT);
        assert_eq!(find(&text, "A cat"), Err(NotOnce("A cat".to_owned())));
        assert_eq!(find(&text, "A cow"), Err(NotOnce("A cow".to_owned())));
    }
}
