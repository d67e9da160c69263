//! A part and the whole it is of: `Article 6, paragraph 3`, `paragraph 3 of Article 6`.

use super::read::{Said, ending, further, is_plural, known, word_before};
use crate::text::{Name, Read, Script, mark_in, name_of, number_in};

/// What parts of an article are called besides the names of clauses.
const PARTS: &[&str] = &[
    "apartado",
    "apartados",
    "comma",
    "commi",
    "número",
    "numero",
    "alinéa",
    "subparagraph",
    "sub-paragraph",
    "subsection",
    "subclause",
    "item",
    "absatzes",
    "абзац",
    "абзаца",
    "часть",
    "части",
    "ч.",
];

/// What stands between a part and its whole.
const OF: &[&str] = &[
    "of", "in", "du", "de", "des", "del", "do", "da", "dello", "della", "der", "von", "the", "la", "el",
    "les", "los", "من", "في",
];

/// `, paragraph 3` or ` Absatz 1` right after the number of an article: how many bytes it takes, and the part.
pub(super) fn called_part(rest: &str) -> Option<(usize, Read)> {
    let said = rest.trim_start_matches([',', '،', ' ', '\u{a0}']);
    if said.len() == rest.len() {
        return None;
    }
    let word = said.split(char::is_whitespace).next().filter(|word| is_part(word))?;
    let figure = said[word.len()..].trim_start();
    let (taken, read) = figure_in(figure)?;
    Some((rest.len() - figure.len() + taken, read))
}

/// The references of `paragraph 3 of Article 6`, of which the first figure stands here, and where they end.
pub(super) fn of_whole(text: &str, start: usize) -> Option<(usize, Vec<Said>)> {
    let bracket = text[..start].ends_with('(');
    let (begin, word) = word_before(text[..start].trim_end_matches('('));
    if !is_part(word) {
        return None;
    }
    let first = if bracket { start - 1 } else { start };
    let (taken, read) = figure_in(&text[first..])?;
    let (mut end, mut parts) = (first + taken, vec![read]);
    end += ending(&text[end..]);
    while let Some((length, values)) = further(&text[end..]).filter(|_| is_plural(word)) {
        end += length;
        parts.push(vec![(Script::Digits, values)]);
    }
    let (whole, name) = named(&text[end..])?;
    let from = end + whole;
    let (taken, values) = number_in(&text[from..])?;
    let end = from + taken;
    let end = end + ending(&text[end..]);
    if text[end..].starts_with(char::is_alphanumeric) || super::read::elsewhere(&text[end..]) {
        return None;
    }
    let said = |part| Said {
        start: begin,
        end,
        words: text[begin..end].to_owned(),
        name,
        read: vec![(Script::Digits, values.clone())],
        item: false,
        parts: vec![part],
    };
    Some((end, parts.into_iter().map(said).collect()))
}

/// ` of Article `, ` de l’article `, ` статьи `: the bytes to the number that follows, and what is numbered.
fn named(rest: &str) -> Option<(usize, Name)> {
    let mut said = rest.strip_prefix(char::is_whitespace)?.trim_start();
    for _ in 0..3 {
        let word = said.split(char::is_whitespace).next()?;
        let bare = word.rsplit(['\'', '’']).next().unwrap_or(word);
        if let Some(name) = known(bare).filter(|name| !name.is_part()) {
            let number = said[word.len()..].strip_prefix(char::is_whitespace)?.trim_start();
            return Some((rest.len() - number.len(), name));
        }
        if !OF.contains(&word) {
            return None;
        }
        said = said[word.len()..].trim_start();
    }
    None
}

/// `3` or `(3)`: how many bytes it takes.
fn figure_in(rest: &str) -> Option<(usize, Read)> {
    match rest.strip_prefix('(') {
        Some(inner) => {
            let (taken, read) = mark_in(inner).filter(|(taken, _)| inner[*taken..].starts_with(')'))?;
            Some((taken + 2, read))
        }
        None => {
            let (taken, values) = number_in(rest).filter(|_| rest.starts_with(char::is_numeric))?;
            Some((taken, vec![(Script::Digits, values)]))
        }
    }
}

fn is_part(word: &str) -> bool {
    let small = word.to_lowercase();
    PARTS.contains(&small.as_str()) || name_of(word).or_else(|| known(word)).is_some_and(Name::is_part)
}
