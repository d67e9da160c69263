//! Where the sentences of a paragraph end.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

const ABBREVIATIONS: &[&str] = &[
    "art", "arts", "no", "nos", "para", "paras", "sec", "secs", "cf", "dr", "mr", "mrs", "ms", "prof", "vs",
    "vol", "pp", "p", "ed", "eds", "fig", "figs", "ch", "approx", "e.g", "i.e", "viz", "al", "st", "gov",
    "sen", "rep", "hon", "inc", "ltd", "co", "mme", "mlle", "av", "chap", "sr", "sra", "núm", "pág", "págs",
    "ст", "п", "пп", "т.е", "т.д", "т.п", "см", "гл", "стр", "др", "рис",
];

/// The sentences of a text as byte ranges without the white space between them.
/// No sentence ends inside a `closed` range (links, emphasis, code), and each `forced` offset ends one.
pub(super) fn split(text: &str, closed: &[Range<usize>], forced: &[usize]) -> Vec<Range<usize>> {
    let mut ends: Vec<usize> = text
        .split_sentence_bound_indices()
        .map(|(at, part)| at + part.len())
        .filter(|&end| ends_sentence(text, end, closed))
        .collect();
    ends.extend(forced.iter().copied().filter(|&at| at < text.len()));
    ends.push(text.len());
    ends.sort_unstable();
    ends.dedup();
    let mut start = 0;
    let mut sentences = Vec::with_capacity(ends.len());
    for end in ends {
        let part = &text[start..end];
        let lead = part.len() - part.trim_start().len();
        let range = start + lead..start + part.trim_end().len().max(lead);
        start = end;
        if !range.is_empty() {
            sentences.push(range);
        }
    }
    sentences
}

fn ends_sentence(text: &str, end: usize, closed: &[Range<usize>]) -> bool {
    if end == text.len() {
        return true;
    }
    let said = text[..end].trim_end();
    let inside = |at: usize| closed.iter().any(|range| range.start < at && at < range.end);
    if inside(end) || inside(said.len()) {
        return false;
    }
    let Some(stem) = said.strip_suffix('.') else { return true };
    let word = stem.rsplit(|c: char| c.is_whitespace() || "([“\"«'‘".contains(c)).next().unwrap_or_default();
    let initial = word.chars().count() == 1 && word.chars().all(char::is_uppercase);
    let list_number = word.len() == stem.len() && word.chars().all(|c| c.is_numeric() || c == '.');
    !(initial || list_number || ABBREVIATIONS.contains(&word.to_lowercase().as_str()))
}
