//! The languages a reader can choose.

use crate::context::context;

/// A language the catalogue has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Locale {
    /// English; also what a reader gets whose languages are none of these.
    En,
    /// Arabic, written from right to left.
    Ar,
}

impl Locale {
    /// Every language, in the order in which a reader is offered them.
    pub const ALL: [Self; 2] = [Self::En, Self::Ar];

    /// The BCP 47 tag, which is also the value of the cookie.
    pub fn tag(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Ar => "ar",
        }
    }

    /// The direction of writing, as in `dir="rtl"`.
    pub fn dir(self) -> &'static str {
        match self {
            Self::En => "ltr",
            Self::Ar => "rtl",
        }
    }

    /// The language's name in itself.
    pub fn name(self) -> &'static str {
        match self {
            Self::En => "English",
            Self::Ar => "العربية",
        }
    }

    /// The locale of a tag such as `ar` or `ar-EG`; nothing when the catalogue has none.
    pub fn from_tag(tag: &str) -> Option<Self> {
        let language = tag.trim().split(['-', '_']).next().unwrap_or_default();
        Self::ALL.into_iter().find(|locale| locale.tag().eq_ignore_ascii_case(language))
    }

    /// The best locale for an `Accept-Language` header.
    pub fn accepted(header: &str) -> Option<Self> {
        let mut offers: Vec<(f32, Self)> = header
            .split(',')
            .filter_map(|offer| {
                let (tag, weight) = offer.split_once(";q=").unwrap_or((offer, "1"));
                Some((weight.trim().parse().ok()?, Self::from_tag(tag)?))
            })
            .collect();
        offers.sort_by(|(left, _), (right, _)| right.total_cmp(left));
        offers.first().filter(|(weight, _)| *weight > 0.0).map(|(_, locale)| *locale)
    }

    /// Writes a number in the digits of the language, with its mark between thousands.
    pub fn number(self, number: i64) -> String {
        let digits = number.unsigned_abs().to_string();
        let mut written = if number < 0 { "\u{2212}".to_owned() } else { String::new() };
        for (place, digit) in digits.chars().enumerate() {
            if place > 0 && (digits.len() - place).is_multiple_of(3) {
                written.push(if self == Self::Ar { '\u{66c}' } else { ',' });
            }
            written.push(self.digit(digit));
        }
        written
    }

    /// A text with its digits in those of the language, as for `18:00` or a year.
    pub fn digits(self, text: &str) -> String {
        text.chars().map(|letter| self.digit(letter)).collect()
    }

    fn digit(self, letter: char) -> char {
        match (self, letter.to_digit(10)) {
            (Self::Ar, Some(value)) => char::from_u32(0x660 + value).unwrap_or(letter),
            _ => letter,
        }
    }
}

/// Whether a language, by its BCP 47 tag, is written from right to left.
pub fn is_right_to_left(tag: &str) -> bool {
    let language = tag.split(['-', '_']).next().unwrap_or_default();
    matches!(language, "ar" | "fa" | "he" | "ur" | "ps" | "yi" | "dv" | "ug" | "sd")
}

/// A language with its direction, for what is written in another one than the page.
pub fn apart(language: &str) -> Option<(String, &'static str)> {
    (language != context().locale.tag()).then(|| (language.to_owned(), direction(language)))
}

/// The direction in which a language is written.
pub fn direction(language: &str) -> &'static str {
    let right_to_left = ["ar", "fa", "he", "ur", "ps", "sd", "ug", "yi", "dv", "ckb"];
    let language = language.split('-').next().unwrap_or_default();
    if right_to_left.contains(&language) { "rtl" } else { "ltr" }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_language_that_weighs_most_wins() {
        assert_eq!(Locale::accepted("fr, en;q=0.3, ar-EG;q=0.8"), Some(Locale::Ar));
        assert_eq!(Locale::accepted("fr;q=0.9, ar;q=0"), None);
    }

    #[test]
    fn numbers_are_written_in_the_reader_s_digits() {
        assert_eq!(Locale::En.number(-18_204), "\u{2212}18,204");
        assert_eq!(Locale::Ar.number(18_204), "١٨٬٢٠٤");
        assert_eq!(Locale::Ar.digits("18:00"), "١٨:٠٠");
    }
}
