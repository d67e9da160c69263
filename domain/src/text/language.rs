//! The language of a text, as far as it decides where sentences end.

use serde::{Deserialize, Serialize};

/// A language whose abbreviations are known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Language {
    /// `ar`
    #[serde(rename = "ar")]
    Arabic,
    /// `de`
    #[serde(rename = "de")]
    German,
    /// `el`
    #[serde(rename = "el")]
    Greek,
    /// `en`
    #[serde(rename = "en")]
    English,
    /// `es`
    #[serde(rename = "es")]
    Spanish,
    /// `fr`
    #[serde(rename = "fr")]
    French,
    /// `it`
    #[serde(rename = "it")]
    Italian,
    /// `nl`
    #[serde(rename = "nl")]
    Dutch,
    /// `pt`
    #[serde(rename = "pt")]
    Portuguese,
    /// `ru`
    #[serde(rename = "ru")]
    Russian,
    /// `zh`
    #[serde(rename = "zh")]
    Chinese,
    /// Any other, or one that nobody named.
    #[default]
    #[serde(rename = "und")]
    Other,
}

impl Language {
    pub(crate) const ALL: [Self; 12] = [
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

    /// The language of a text, guessed from its frequent words; [`Self::Other`] where they do not tell.
    pub fn of_words(text: &str) -> Self {
        super::sentences::of_words(text)
    }

    /// The language of a BCP 47 tag, whatever its region and script; [`Self::Other`] for one that is not known.
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
