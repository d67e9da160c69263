//! The language of a text, as far as it decides where sentences end.

use serde::{Deserialize, Serialize};

/// A language whose abbreviations are known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Language {
    #[serde(rename = "ar")]
    Arabic,
    #[serde(rename = "de")]
    German,
    #[serde(rename = "el")]
    Greek,
    #[serde(rename = "en")]
    English,
    #[serde(rename = "es")]
    Spanish,
    #[serde(rename = "fr")]
    French,
    #[serde(rename = "it")]
    Italian,
    #[serde(rename = "nl")]
    Dutch,
    #[serde(rename = "pt")]
    Portuguese,
    #[serde(rename = "ru")]
    Russian,
    #[serde(rename = "zh")]
    Chinese,
    /// Any other.
    #[default]
    #[serde(rename = "und")]
    Other,
}

impl Language {
    pub(super) const ALL: [Self; 12] = [
        Self::Arabic,
        Self::German,
        Self::Greek,
        Self::English,
        Self::Spanish,
        Self::French,
        Self::Italian,
        Self::Dutch,
        Self::Portuguese,
        Self::Russian,
        Self::Chinese,
        Self::Other,
    ];
    pub(super) const COUNT: usize = Self::ALL.len();

    /// The language that the words of a text are in, told by some of them.
    pub fn of_words(text: &str) -> Self {
        super::sentences::of_words(text)
    }

    /// The language of a BCP 47 tag, whatever its region and script.
    pub fn of_tag(tag: &str) -> Self {
        match tag.split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase().as_str() {
            "ar" => Self::Arabic,
            "de" => Self::German,
            "el" => Self::Greek,
            "en" => Self::English,
            "es" => Self::Spanish,
            "fr" => Self::French,
            "it" => Self::Italian,
            "nl" => Self::Dutch,
            "pt" => Self::Portuguese,
            "ru" => Self::Russian,
            "zh" => Self::Chinese,
            _ => Self::Other,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Language;

    #[test]
    fn a_region_or_script_is_the_same_language() {
        let read = ["pt-BR", "zh_Hant", "EN", "de-1996", "sw"].map(Language::of_tag);
        let said =
            [Language::Portuguese, Language::Chinese, Language::English, Language::German, Language::Other];
        assert_eq!(read, said);
    }
}
