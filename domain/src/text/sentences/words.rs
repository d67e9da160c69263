//! What is known of single words: abbreviations, and words that begin sentences, by language.

use std::sync::LazyLock;

use crate::{
    text::Language,
    words::{ByKey, bytes_key},
};

/// What comes after an abbreviation with its full stop.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Abbreviation {
    /// Always more of the sentence.
    Never,
    /// More of it when that is a number, a letter or a bracket.
    Number,
    /// More of it unless a number stands before: `2024 г.`
    Unit,
    /// More of it unless the next word begins a sentence by itself.
    Unless,
    /// No abbreviation: a word after which a capital letter is a number.
    Letter,
}

/// Of each word what it is in each language.
type Table<T> = ByKey<Vec<(Language, T)>>;

static ABBREVIATIONS: LazyLock<Table<Abbreviation>> = LazyLock::new(|| {
    table(include_str!("abbreviations.txt"), |kind| match kind {
        "never" => Some(Abbreviation::Never),
        "number" => Some(Abbreviation::Number),
        "unit" => Some(Abbreviation::Unit),
        "unless" | "cldr" => Some(Abbreviation::Unless),
        "letter" => Some(Abbreviation::Letter),
        _ => None,
    })
});

/// The commonest words, and whether each begins a sentence.
static COMMON: LazyLock<Table<bool>> = LazyLock::new(|| {
    table(include_str!("common_words.txt"), |kind| match kind {
        "begins" => Some(true),
        "common" => Some(false),
        _ => None,
    })
});

/// Reads lines like `en never: e.g viz`.
fn table<T: Copy>(file: &str, kind_of: impl Fn(&str) -> Option<T>) -> Table<T> {
    let mut table = Table::with_capacity_and_hasher(1 << 11, Default::default());
    for line in file.lines().filter(|line| !line.starts_with('#')) {
        let Some((name, words)) = line.split_once(": ") else { continue };
        let Some((tag, kind)) = name.split_once(' ') else { continue };
        let (language, Some(kind)) = (Language::of_tag(tag), kind_of(kind)) else { continue };
        for word in words.split_whitespace() {
            table.entry(bytes_key(word.as_bytes())).or_default().push((language, kind));
        }
    }
    table
}

/// What a word with a full stop is in the language that is asked for, if it is an abbreviation in any. Written small in the list it may
/// have capitals.
pub(super) fn abbreviation(word: &str, language: &mut dyn FnMut() -> Language) -> Option<Abbreviation> {
    let find = |word: &str| ABBREVIATIONS.get(&bytes_key(word.as_bytes())).map(Vec::as_slice);
    let exact = find(word).unwrap_or_default();
    let small = if word.chars().any(char::is_uppercase) { find(&word.to_lowercase()) } else { None };
    let small = small.unwrap_or_default();
    if exact.is_empty() && small.is_empty() {
        return None;
    }
    let language = language();
    exact.iter().chain(small).find(|(of, _)| *of == language).map(|(_, kind)| *kind)
}

/// Whether it may be an abbreviation at all: none has more bytes.
pub(super) fn is_short(word: &str) -> bool {
    (1..=26).contains(&word.len())
}

/// Whether a word, in small letters, begins a sentence of this language by itself.
pub(super) fn begins(word: &str, language: Language) -> bool {
    common(word).iter().any(|(of, begins)| *begins && *of == language)
}

/// Whether a word, in small letters, begins a sentence of any language by itself.
pub(in crate::text) fn begins_sentences(word: &str) -> bool {
    common(word).iter().any(|(_, begins)| *begins)
}

/// The languages of which this is one of the commonest words.
pub(super) fn common(word: &str) -> &'static [(Language, bool)] {
    COMMON.get(&bytes_key(word.as_bytes())).map_or(&[], Vec::as_slice)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_the_lists_is_read() {
        for (file, kinds) in [
            (include_str!("abbreviations.txt"), &["never", "number", "unit", "unless", "cldr", "letter"][..]),
            (include_str!("common_words.txt"), &["begins", "common"]),
        ] {
            for line in file.lines().filter(|line| !line.starts_with('#') && !line.is_empty()) {
                let name = line.split_once(": ").and_then(|(name, _)| name.split_once(' '));
                let (tag, kind) = name.unwrap_or_default();
                assert!(kinds.contains(&kind) && Language::of_tag(tag) != Language::Other, "{line}");
            }
        }
    }

    #[test]
    fn an_abbreviation_is_one_in_its_own_language() {
        let known = |word, language| abbreviation(word, &mut || language);
        assert_eq!(known("Núm", Language::Spanish), Some(Abbreviation::Number));
        assert_eq!(known("Núm", Language::German), None);
        // Another language has it with a capital.
        assert_eq!(known("Dir", Language::English), Some(Abbreviation::Number));
        // The Unicode list knows it with a capital only.
        assert_eq!(known("Jahrh", Language::German), Some(Abbreviation::Unless));
        assert_eq!(known("jahrh", Language::German), None);
    }
}
