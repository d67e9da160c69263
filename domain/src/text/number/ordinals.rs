//! Numbers written as words: `Article premier`, `Artículo vigésimo segundo`, `المادة الثانية والعشرون`, `Primero.`, `أولا:`.

mod forms;

use std::sync::LazyLock;

use forms::Forms;

/// The words of the longest form.
const MOST_WORDS: usize = 4;

/// Each form of the numbers up to 99 that a clause is called by after its name, in small letters.
static AFTER_NAME: LazyLock<Forms> = LazyLock::new(forms::after_name);

/// Those that number a clause by themselves.
static ALONE: LazyLock<Forms> = LazyLock::new(forms::alone);

/// The ordinal that words begin with after the name of a clause: how many bytes it takes, and its value.
pub(super) fn ordinal(text: &str) -> Option<(usize, u32)> {
    if !may_begin(text) {
        return None;
    }
    let (end, value) = starts(text).find_map(|end| Some((end, AFTER_NAME.get(&known(&text[..end]))?)))?;
    // The hundred and second: more than is known.
    let more = text[end..].trim_start_matches([' ', '\u{a0}']);
    let goes_on = more.len() < text.len() - end && (more.starts_with("وال") || more.starts_with("بعد "));
    (!goes_on).then_some((end, value))
}

/// The ordinal that a clause begins with.
pub(super) fn alone(text: &str) -> Option<(usize, u32)> {
    /// No form takes more bytes.
    const LONGEST: usize = 40;
    let end = text.bytes().take(LONGEST + 1).position(|byte| matches!(byte, b'.' | b':' | b'-'))?;
    let words = text[..end].trim_end();
    // Nearly every clause begins otherwise.
    if !may_begin(words) || words.split(' ').count() > 2 {
        return None;
    }
    ALONE.get(&known(words)).map(|value| (end, value))
}

/// Whether the first two letters are those of some form, which those of most words are not.
pub(super) fn may_begin(text: &str) -> bool {
    let mut letters = text.chars().map(|c| c.to_lowercase().next().unwrap_or(c));
    let (Some(first), Some(second)) = (letters.next(), letters.next()) else { return false };
    let seconds = match first {
        'a' => "c",
        'c' => "aiu",
        'd' => "eiorué",
        'e' => "il",
        'f' => "ioü",
        'h' | 'q' => "u",
        'n' => "eiou",
        'o' => "cint",
        'p' => "r",
        's' => "eioé",
        't' => "ehrw",
        'u' => "n",
        'v' => "ei",
        'z' => "ew",
        'в' => "от",
        'д' => "веё",
        'о' => "д",
        'п' => "еёя",
        'с' => "еёо",
        'т' => "р",
        'ч' | 'ш' => "её",
        'ا' => "ل",
        'أ' => "و",
        'ت' | 'ث' | 'ح' | 'خ' | 'ر' | 'س' | 'ع' => "ا",
        _ => "",
    };
    seconds.contains(second)
}

/// Where the first words of a text end, several before few.
fn starts(text: &str) -> impl Iterator<Item = usize> {
    let is_part = |c: char| c.is_alphabetic() || matches!(c, '-' | '\u{2011}' | '\u{64b}');
    let mut ends = Vec::with_capacity(MOST_WORDS);
    let mut at = 0;
    while ends.len() < MOST_WORDS {
        let word = text[at..].find(|c| !is_part(c)).unwrap_or(text.len() - at);
        if word == 0 {
            break;
        }
        at += word;
        ends.push(at);
        match text[at..].chars().next().filter(|c| matches!(c, ' ' | '\u{a0}')) {
            Some(space) => at += space.len_utf8(),
            None => break,
        }
    }
    ends.into_iter().rev()
}

/// Words as they are known.
fn known(words: &str) -> String {
    let plain = |c| match c {
        '\u{a0}' => ' ',
        '\u{2011}' => '-',
        'ё' => 'е',
        c => c,
    };
    words.to_lowercase().chars().map(plain).collect()
}

#[cfg(test)]
mod tests {
    use super::{alone, ordinal};

    #[test]
    fn numbers_in_words_are_read_to_ninety_nine() {
        let known = [
            ("Premier", 1),
            ("vingt-deux", 22),
            ("vingt et un", 21),
            ("soixante-dix-neuf", 79),
            ("soixante et onze", 71),
            ("quatre-vingts", 80),
            ("quatre-vingt-dix-neuf", 99),
            ("trente-troisième", 33),
            ("vigésimo segundo", 22),
            ("vigesimosegundo", 22),
            ("décimo tercero", 13),
            ("decimotercera", 13),
            ("undécimo", 11),
            ("nonagésima novena", 99),
            ("cuarenta y dos", 42),
            ("veintidós", 22),
            ("quadragésimo quinto", 45),
            ("ventiduesimo", 22),
            ("trentottesimo", 38),
            ("undicesimo", 11),
            ("двадцать вторая", 22),
            ("девятнадцатый", 19),
            ("сороковое", 40),
            ("третье", 3),
            ("четвёртая", 4),
            ("الثانية عشرة", 12),
            ("الحادية عشرة", 11),
            ("الثانية والعشرون", 22),
            ("الحادي والثلاثين", 31),
            ("الأربعون", 40),
            ("Twenty-Two", 22),
            ("Twenty-first", 21),
            ("Nineteen", 19),
            ("zweiundzwanzig", 22),
        ];
        for (words, value) in known {
            assert_eq!(ordinal(words), Some((words.len(), value)), "{words}");
            assert_eq!(ordinal(&format!("{words}. Some")), Some((words.len(), value)), "{words}");
        }
        for unknown in ["other", "الثانية بعد المائة", "الحادية", "vingtaine", ""] {
            assert_eq!(ordinal(unknown), None, "{unknown}");
        }
    }

    #[test]
    fn every_form_may_begin() {
        for forms in [super::forms::after_name(), super::forms::alone()] {
            for word in &forms.words {
                assert!(super::may_begin(word), "{word}");
                assert!(super::may_begin(&word.to_uppercase()), "{word}");
            }
        }
    }

    #[test]
    fn some_number_a_clause_by_themselves() {
        let read =
            ["Primero. Se", "Décimo segundo.- Se", "ثاني عشر: تنشر", "Segundo, se", "The first."].map(alone);
        assert_eq!(read.map(|read| read.map(|(_, value)| value)), [Some(1), Some(12), Some(12), None, None]);
    }
}
