//! In which language a text is read.

use super::words::common;
use crate::text::{Language, Manner};

/// How much of a long text is looked at to tell its language: some of its beginning, and some of its middle.
const SAMPLE: usize = 4096;

/// The language of a text, and whether somebody said it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::text) struct Tongue {
    language: Language,
    said: bool,
}

impl Tongue {
    /// The language of a text: the one its manner says, else the one its words show.
    pub fn of(source: &str, manner: &Manner) -> Self {
        let language = manner.language.or(manner.likely).unwrap_or_else(|| of_words(source));
        Self { language, said: manner.language.is_some() }
    }

    /// The language of one clause: the one that was said, else the one its own words show, else that of the whole text.
    pub fn of_clause(self, clause: &str) -> Language {
        if self.said { self.language } else { found(clause, Some(self.language)).unwrap_or(self.language) }
    }
}

/// The language that the words of a text are in.
pub(in crate::text) fn of_words(source: &str) -> Language {
    let part = |start: usize| {
        let (start, end) = (source.ceil_char_boundary(start), source.floor_char_boundary(start + SAMPLE));
        source.get(start..end).unwrap_or_default()
    };
    let sample = if source.len() <= 2 * SAMPLE {
        source.to_owned()
    } else {
        [part(0), part(source.len() / 2)].join(" ")
    };
    found(&sample, None).unwrap_or(Language::Other)
}

/// By the script, and by the commonest words; nothing when that does not tell. The likely language needs less.
fn found(text: &str, likely: Option<Language>) -> Option<Language> {
    script(text).unwrap_or_else(|| {
        const FEW: u32 = 2;
        let mut counts = [0; Language::COUNT];
        for word in
            text.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty() && word.len() < 16)
        {
            let small;
            let word = if word.chars().any(char::is_uppercase) {
                small = word.to_lowercase();
                &small
            } else {
                word
            };
            for (language, _) in common(word) {
                counts[*language as usize] += 1;
            }
        }
        let held = likely.map_or(0, |likely| counts[likely as usize]);
        let best = Language::ALL.into_iter().max_by_key(|language| counts[*language as usize])?;
        let most = counts[best as usize];
        (most >= FEW && most > held).then_some(best)
    })
}

/// What the script alone tells: `Some(None)` when it is the script of no language known here, and nothing for Latin letters.
fn script(text: &str) -> Option<Option<Language>> {
    let (mut latin, mut greek, mut cyrillic, mut arabic, mut han, mut kana) = (0, 0, 0, 0, 0, 0);
    for c in text.chars() {
        match c {
            'A'..='Z' | 'a'..='z' | '\u{c0}'..='\u{24f}' => latin += 1,
            '\u{370}'..='\u{3ff}' | '\u{1f00}'..='\u{1fff}' => greek += 1,
            '\u{400}'..='\u{52f}' => cyrillic += 1,
            '\u{600}'..='\u{6ff}' => arabic += 1,
            '\u{3040}'..='\u{30ff}' => kana += 1,
            '\u{3400}'..='\u{9fff}' => han += 3,
            _ => {}
        }
    }
    let most = [latin, greek, cyrillic, arabic, han].into_iter().max().unwrap_or(0);
    match most {
        0 => Some(None),
        most if most == latin => None,
        most if most == greek => Some(Some(Language::Greek)),
        most if most == cyrillic => Some(Some(Language::Russian)),
        most if most == arabic => Some(Some(Language::Arabic)),
        _ if kana > 0 => Some(None),
        _ => Some(Some(Language::Chinese)),
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::of_words;
    use crate::text::Language;

    #[rstest]
    #[case(Language::English, "The harbour office answers each letter in writing, and it says why.")]
    #[case(Language::French, "Le bureau du port répond à chaque lettre par écrit, et il dit pourquoi.")]
    #[case(Language::Spanish, "La oficina del puerto responde a cada carta por escrito y dice por qué.")]
    #[case(Language::Portuguese, "O serviço do porto responde por escrito a cada carta e não cobra nada.")]
    #[case(Language::Italian, "L’ufficio del porto risponde per iscritto a ogni lettera e non chiede nulla.")]
    #[case(Language::German, "Das Hafenamt beantwortet jeden Brief schriftlich und nennt die Gründe.")]
    #[case(Language::Dutch, "Het havenbureau beantwoordt elke brief en zegt waarom dat zo is.")]
    #[case(Language::Russian, "Портовое управление отвечает на каждое письмо.")]
    #[case(Language::Greek, "Το λιμεναρχείο απαντά σε κάθε επιστολή.")]
    #[case(Language::Arabic, "يرد مكتب الميناء على كل رسالة.")]
    #[case(Language::Chinese, "港务局书面答复每封信。")]
    #[case(Language::Other, "Ofisi ya bandari hujibu kila barua.")]
    fn the_words_tell_the_language(#[case] language: Language, #[case] said: &str) {
        assert_eq!(of_words(said), language);
    }
}
