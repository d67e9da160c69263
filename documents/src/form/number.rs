//! The numbers of clauses, as people write them: `Clause 5.8 (b)`, `Art. 5`, `§ 3.` and `المادة 5` are `5.8.b`, `5`, `3` and `5`.

use domain::typed::plain_digits;

/// Words that only say that a number follows.
const NAMES: [&str; 52] = [
    "clause",
    "clauses",
    "subclause",
    "section",
    "sec",
    "sect",
    "article",
    "articles",
    "art",
    "principle",
    "chapter",
    "ch",
    "chap",
    "paragraph",
    "para",
    "paras",
    "point",
    "item",
    "no",
    "nr",
    "number",
    "rule",
    "part",
    "provision",
    "principe",
    "chapitre",
    "paragraphe",
    "al",
    "alinéa",
    "règle",
    "partie",
    "disposition",
    "numéro",
    "n",
    "р",
    "п",
    "статья",
    "ст",
    "пункт",
    "раздел",
    "глава",
    "artículo",
    "sección",
    "principio",
    "capítulo",
    "párrafo",
    "المادة",
    "مادة",
    "البند",
    "بند",
    "المبدأ",
    "الفقرة",
];

/// A number in the one form in which numbers are compared; empty where there is none.
pub(super) fn key(written: &str) -> String {
    let small = written.to_lowercase();
    let written = plain_digits(&small);
    let parts = written.split(|letter: char| !letter.is_alphanumeric()).filter(|part| !part.is_empty());
    let parts: Vec<&str> = parts.filter(|part| !NAMES.contains(part)).collect();
    parts.join(".")
}

/// The part of a cell that is a number: the first words that have digits or are one letter, as in `5.8 Notice`.
pub(super) fn leading(written: &str) -> String {
    let key = key(written);
    let number = |part: &&str| {
        part.chars().any(|letter| letter.is_ascii_digit()) || part.chars().count() == 1 || is_roman(part)
    };
    key.split('.').take_while(number).collect::<Vec<_>>().join(".")
}

fn is_roman(part: &str) -> bool {
    part.chars().all(|letter| "ivxl".contains(letter))
}

/// The lines that a cell names: `17`, `L17`, `12-14`, `17, 19`. None where it names none.
pub(super) fn lines(written: &str) -> Option<(u32, u32)> {
    let written = plain_digits(written);
    let parts = written.split(|letter: char| !letter.is_ascii_digit());
    let numbers: Vec<u32> = parts.filter_map(|part| part.parse().ok()).filter(|number| *number > 0).collect();
    Some((*numbers.iter().min()?, *numbers.iter().max()?))
}

/// How far two numbers are apart for somebody who mistook one for the other: less is nearer.
pub(super) fn distance(asked: &str, there: &str) -> u32 {
    let (one, other): (Vec<&str>, Vec<&str>) = (asked.split('.').collect(), there.split('.').collect());
    let same = one.iter().zip(&other).take_while(|(one, other)| one == other).count();
    let (rest, more) = (&one[same..], &other[same..]);
    let value = |part: Option<&&str>| part.and_then(|part| ordinal(part));
    let step = match (value(rest.first()), value(more.first())) {
        (Some(asked), Some(there)) => asked.abs_diff(there).min(90),
        (Some(_), None) => 5,
        _ => 50,
    };
    let depth = rest.len().max(more.len()) as u32;
    step + 100 * depth.saturating_sub(1) + if same == 0 { 1_000 } else { 0 }
}

/// The value of a part: a number, or a letter by its place.
fn ordinal(part: &str) -> Option<u32> {
    let letter = || {
        let mut letters = part.chars();
        let first = letters.next().filter(char::is_ascii_lowercase)?;
        letters.next().is_none().then(|| first as u32 - 'a' as u32 + 1)
    };
    part.parse().ok().or_else(letter)
}

#[cfg(test)]
mod tests {
    use super::{distance, key, leading, lines};

    #[test]
    fn one_number_is_written_in_many_ways() {
        for (written, same) in [
            ("5.8", "5.8"),
            ("Clause 5.8.", "5.8"),
            ("5.8 (b)", "5.8.b"),
            ("Art. 5(2)b)", "5.2.b"),
            ("§ 3", "3"),
            ("المادة ٥", "5"),
            ("Annex A", "annex.a"),
        ] {
            assert_eq!(key(written), same, "{written}");
        }
        assert_eq!(leading("5.8 Notice to the public"), "5.8");
    }

    #[test]
    fn lines_are_named_in_many_ways() {
        assert_eq!(lines("L17"), Some((17, 17)));
        assert_eq!(lines("12–14"), Some((12, 14)));
        assert_eq!(lines("lines ١٢ to 14"), Some((12, 14)));
        assert_eq!(lines("all"), None);
    }

    #[test]
    fn the_nearest_number_is_beside() {
        let nearest =
            |asked: &str, of: &[&'static str]| of.iter().min_by_key(|there| distance(asked, there)).copied();
        assert_eq!(nearest("5.9", &["4.9", "5", "5.7", "5.8", "6"]), Some("5.8"));
        assert_eq!(nearest("3.d", &["3.a", "3.c", "4"]), Some("3.c"));
        assert_eq!(nearest("13", &["1", "11", "12"]), Some("12"));
    }
}
