//! What the forms of a word have in common.

use std::borrow::Cow;

use rust_stemmers::{Algorithm, Stemmer};
use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

use super::arabic;
use crate::text::Language;

/// Every language a word may be asked for in.
pub(super) const LANGUAGES: [Language; 12] = Language::ALL;

/// What a word, in small letters, is kept as: without its endings, and without accents, which not everybody types.
pub(super) fn stem(word: &str, language: Language) -> String {
    let Some(algorithm) = algorithm(language) else {
        return match language {
            Language::Arabic => arabic::stem(word).to_owned(),
            _ => plain(word),
        };
    };
    // A figure has no endings.
    if word.contains(char::is_numeric) {
        return plain(word);
    }
    plain(&Stemmer::create(algorithm).stem(&accented(word, language)))
}

/// The word with the accent that its ending has in Spanish, where somebody left it out: no ending is known without.
fn accented(word: &str, language: Language) -> Cow<'_, str> {
    match word.strip_suffix("ion").filter(|_| language == Language::Spanish) {
        Some(rest) => Cow::Owned(format!("{rest}ión")),
        None => Cow::Borrowed(word),
    }
}

const fn algorithm(language: Language) -> Option<Algorithm> {
    Some(match language {
        Language::German => Algorithm::German,
        Language::Greek => Algorithm::Greek,
        Language::English => Algorithm::English,
        Language::Spanish => Algorithm::Spanish,
        Language::French => Algorithm::French,
        Language::Italian => Algorithm::Italian,
        Language::Dutch => Algorithm::Dutch,
        Language::Portuguese => Algorithm::Portuguese,
        Language::Russian => Algorithm::Russian,
        Language::Arabic | Language::Chinese | Language::Other => return None,
    })
}

fn plain(word: &str) -> String {
    if word.is_ascii() {
        return word.to_owned();
    }
    word.nfd().filter(|c| !is_combining_mark(*c)).nfc().collect()
}
