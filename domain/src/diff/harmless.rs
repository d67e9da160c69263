//! Which changed words say nothing else than before. Substance is the default: what is not proven harmless here is substance.

use super::fixed::is_fixed;
use crate::text::Language;

/// Words of one language of which each may stand for another without another meaning.
struct Group {
    words: &'static [&'static str],
    /// Whether one of them may also come or go.
    optional: bool,
}

/// Articles are harmless by the rule of the house. A lone “a” is not let come or go, as it may be the letter of a paragraph (“annex a”).
/// “That” and “which” begin the same clause; whether it limits what it is about is told by its comma, and a sign is substance.
const ENGLISH: &[Group] = &[
    Group { words: &["the"], optional: true },
    Group { words: &["a", "an", "the"], optional: false },
    Group { words: &["that", "which"], optional: false },
];

/// The number of an article; it is harmless only before a word that changes with it, for alone the same words are pronouns
/// (“il le transmet”, “il les transmet”).
const FRENCH: &[Group] =
    &[Group { words: &["le", "les"], optional: false }, Group { words: &["la", "les"], optional: false }];
const SPANISH: &[Group] =
    &[Group { words: &["el", "los"], optional: false }, Group { words: &["la", "las"], optional: false }];

/// The same preposition in the form that the next sound asks for.
const RUSSIAN: &[Group] = &[
    Group { words: &["о", "об", "обо"], optional: false },
    Group { words: &["в", "во"], optional: false },
    Group { words: &["к", "ко"], optional: false },
    Group { words: &["с", "со"], optional: false },
];

/// Arabic has its article written onto the word, where it cannot be told from letters of the word; the particles of Chinese can join or
/// part what stands beside them; of other languages nobody has made a list yet.
const fn groups(language: Language) -> &'static [Group] {
    match language {
        Language::English => ENGLISH,
        Language::French => FRENCH,
        Language::Spanish => SPANISH,
        Language::Russian => RUSSIAN,
        Language::Arabic
        | Language::Chinese
        | Language::German
        | Language::Greek
        | Language::Italian
        | Language::Dutch
        | Language::Portuguese
        | Language::Other => &[],
    }
}

/// Above this many words on one side nothing is proven.
const MOST: usize = 40;

/// Whether the words that came say the same as those that went: each is harmless, or stands for one in the same place.
pub(super) fn is_harmless(gone: &[&str], come: &[&str], language: Language) -> bool {
    if gone.len().max(come.len()) > MOST {
        return false;
    }
    // From each pair of places, whether the rest is harmless; from the back.
    let mut rest = vec![vec![false; come.len() + 1]; gone.len() + 1];
    rest[gone.len()][come.len()] = true;
    for i in (0..=gone.len()).rev() {
        for j in (0..=come.len()).rev() {
            let goes = || i < gone.len() && rest[i + 1][j] && is_optional(gone[i], language);
            let comes = || j < come.len() && rest[i][j + 1] && is_optional(come[j], language);
            let pair = || {
                let together = (gone.get(i + 1).copied(), come.get(j + 1).copied());
                rest[i + 1][j + 1] && is_pair(gone[i], come[j], together, language)
            };
            rest[i][j] = rest[i][j] || goes() || comes() || (i < gone.len() && j < come.len() && pair());
        }
    }
    rest[0][0]
}

fn is_optional(word: &str, language: Language) -> bool {
    groups(language).iter().any(|group| group.optional && group.words.contains(&word.to_lowercase().as_str()))
}

/// Whether one word may stand for the other; `next` are the words after them.
fn is_pair(gone: &str, come: &str, next: (Option<&str>, Option<&str>), language: Language) -> bool {
    let (small_gone, small_come) = (gone.to_lowercase(), come.to_lowercase());
    let both = |group: &Group| {
        group.words.contains(&small_gone.as_str()) && group.words.contains(&small_come.as_str())
    };
    // “Plan a” is not “plan A”.
    let letters = gone != come && small_gone == small_come && small_gone.chars().count() == 1;
    if letters {
        return false;
    }
    if groups(language).iter().any(both) {
        return match language {
            Language::French | Language::Spanish => {
                matches!(next, (Some(gone), Some(come)) if is_other_form(gone, come, language))
            }
            _ => true,
        };
    }
    is_other_form(gone, come, language)
}

/// A stem shorter than this proves nothing.
const STEM: usize = 4;

/// Whether two words are one noun in both numbers, or one full verb in another number or tense. Only endings that cannot make another
/// word are known, and words of measure, quantity and duty, whose number or tense matters, have no other form. In Russian the endings
/// tell who does what to whom, in Arabic the number is within the word, and Chinese has none.
pub(super) fn is_other_form(one: &str, other: &str, language: Language) -> bool {
    let letters = |word: &str| word.chars().all(|c| c.is_lowercase() && c.is_alphabetic());
    if !letters(one) || !letters(other) {
        return false;
    }
    let (short, long) = if one.len() <= other.len() { (one, other) } else { (other, one) };
    let found = match language {
        Language::English => english(short, long),
        Language::French => plural(short, long, |_| "s").then_some(short),
        Language::Spanish => {
            let ending = |last: char| if "aeiou".contains(last) { "s" } else { "es" };
            plural(short, long, ending).then_some(short)
        }
        _ => None,
    };
    found.is_some_and(|stem| stem.chars().count() >= STEM && !is_fixed(stem, language))
}

fn plural(short: &str, long: &str, ending: impl Fn(char) -> &'static str) -> bool {
    let Some(last) = short.chars().last().filter(|last| !"sxz".contains(*last)) else { return false };
    long.strip_prefix(short) == Some(ending(last))
}

/// The stem of two forms with different endings: “system” and “systems”, “policy” and “policies”, “keeps” and “kept” never, “publishes”
/// and “published”. A bare stem and its past are not taken for the same: “publish reports” is no “published reports”.
fn english<'a>(short: &'a str, long: &'a str) -> Option<&'a str> {
    let with_s = |stem: &str, word: &str| {
        let Some(rest) = word.strip_prefix(stem) else { return false };
        let hissing = ["s", "x", "z", "ch", "sh"].iter().any(|end| stem.ends_with(end));
        (rest == "s" && !hissing && !ends_in_y(stem)) || (rest == "es" && hissing)
    };
    if with_s(short, long) {
        return Some(short);
    }
    if let Some(stem) = short.strip_suffix('y').filter(|_| ends_in_y(short)) {
        return (long.strip_prefix(stem) == Some("ies")).then_some(short);
    }
    // “publishes” and “published”, “reports” and “reported”, “carries” and “carried”.
    let endings = [("s", "ed"), ("es", "ed")];
    endings
        .into_iter()
        .find_map(|(now, past)| {
            let (a, b) = (short.strip_suffix(now)?, long.strip_suffix(past)?);
            (a == b).then_some(a)
        })
        .or_else(|| {
            let (a, b) = (long.strip_suffix("es")?, short.strip_suffix("ed")?);
            (a == b).then_some(a)
        })
}

fn ends_in_y(word: &str) -> bool {
    let mut last = word.chars().rev();
    last.next() == Some('y') && last.next().is_some_and(|c| !"aeiou".contains(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn harmless(gone: &str, come: &str, language: Language) -> bool {
        let words = |text: &'static str| text.split_whitespace().collect::<Vec<_>>();
        let leak = |text: &str| -> &'static str { Box::leak(text.to_owned().into_boxed_str()) };
        is_harmless(&words(leak(gone)), &words(leak(come)), language)
    }

    #[test]
    fn articles_and_the_number_of_a_noun_are_wording() {
        use Language::{English, French, Russian, Spanish};
        for (gone, come, language) in [
            ("a", "the", English),
            ("", "the", English),
            ("that", "which", English),
            ("The system", "the systems", English),
            ("policy", "policies", English),
            ("publishes", "published", English),
            ("process", "processes", English),
            ("le principe", "les principes", French),
            ("la autoridad", "las autoridades", Spanish),
            ("об", "о", Russian),
        ] {
            assert!(harmless(gone, come, language), "{gone} → {come}");
            assert!(harmless(come, gone, language), "{come} → {gone}");
        }
    }

    #[test]
    fn what_is_not_known_is_substance() {
        use Language::{Arabic, Chinese, English, French, Other, Russian, Spanish};
        for (gone, come, language) in [
            ("thirty", "sixty", English),
            ("public", "secret", English),
            ("and", "or", English),
            ("within", "after", English),
            ("shall", "may", English),
            ("shall publish", "published", English),
            ("publish", "published", English),
            ("provides", "provided", English),
            ("day", "days", English),
            ("month", "months", English),
            ("hundred", "hundreds", English),
            ("good", "goods", English),
            ("right", "rights", English),
            ("a", "", English),
            ("is", "are", English),
            ("the", "this", English),
            ("a", "A", English),
            ("в", "В", Russian),
            ("only", "", English),
            ("Party", "Parties", English),
            ("US", "USs", English),
            ("le", "les", French),
            ("un", "le", French),
            ("treinta", "sesenta", Spanish),
            ("los", "las", Spanish),
            ("тридцать", "шестьдесят", Russian),
            ("орган", "органы", Russian),
            ("ثلاثون", "ستون", Arabic),
            ("的", "", Chinese),
            ("the", "a", Other),
        ] {
            assert!(!harmless(gone, come, language), "{gone} → {come}");
            assert!(!harmless(come, gone, language), "{come} → {gone}");
        }
    }
}
