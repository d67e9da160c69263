//! Words beside a number that show whether it refers to another clause.

use super::read::{known, word_before};

/// How surely the words before a mark say that it refers.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Cue {
    Strong,
    /// Only when nothing follows that the mark could count: "in (b)," and not "in (b) Paris".
    Weak,
    None,
}

/// Words of reference.
const STRONG: &[&str] = &[
    "see",
    "cf.",
    "under",
    "per",
    "voir",
    "selon",
    "au",
    "aux",
    "du",
    "véase",
    "ver",
    "según",
    "del",
    "al",
    "vide",
    "siehe",
    "gemäß",
    "laut",
    "vgl.",
    "см.",
    "согласно",
    "انظر",
    "وفق",
    "بموجب",
];

/// What a letter is called.
const LETTER: &[&str] = &[
    "letter",
    "letters",
    "subparagraph",
    "subparagraphs",
    "sub-paragraph",
    "sub-paragraphs",
    "subsection",
    "subsections",
    "subclause",
    "subclauses",
    "lit.",
    "litt.",
    "let.",
    "littera",
    "lettre",
    "lettres",
    "alinéa",
    "alinéas",
    "letra",
    "letras",
    "literal",
    "literales",
    "inciso",
    "incisos",
    "alínea",
    "alíneas",
    "lettera",
    "lettere",
    "buchstabe",
    "buchstaben",
    "buchst.",
];

/// Prepositions.
const WEAK: &[&str] = &[
    "in", "to", "by", "of", "from", "with", "than", "à", "en", "dans", "sous", "par", "de", "a", "por",
    "con", "em", "na", "no", "nas", "nos", "da", "do", "ao", "unter", "nach", "zu", "aus", "von", "в", "во",
    "по", "из", "к", "с", "في", "من", "إلى",
];

/// Chinese writes no space before what it refers to.
const CHINESE: &[&str] =
    &["见", "依照", "按照", "根据", "依据", "依", "按", "符合", "前述", "上述", "本条", "本款", "适用", "第"];

/// Words that point to what was said or will be.
const BACK: &[&str] = &[
    "above",
    "below",
    "supra",
    "infra",
    "hereof",
    "ci-dessus",
    "ci-dessous",
    "précité",
    "anterior",
    "anteriores",
    "precedente",
    "supra",
    "arriba",
    "abajo",
    "siguiente",
    "acima",
    "abaixo",
    "oben",
    "unten",
    "выше",
    "ниже",
    "أعلاه",
    "أدناه",
];

/// Verbs of which the mark is the subject.
const VERBS: &[&str] = &[
    "is",
    "are",
    "was",
    "were",
    "shall",
    "must",
    "may",
    "can",
    "will",
    "has",
    "have",
    "does",
    "do",
    "applies",
    "apply",
    "est",
    "sont",
    "doit",
    "doivent",
    "peut",
    "s'applique",
    "s'appliquent",
    "es",
    "son",
    "será",
    "serán",
    "se",
    "debe",
    "deben",
    "é",
    "são",
    "ist",
    "sind",
    "gilt",
    "gelten",
    "применяется",
    "применяются",
];

pub(super) fn cue(before: &str) -> Cue {
    let (_, word) = word_before(before);
    let small = word.to_lowercase();
    let is = |words: &[&str]| words.contains(&small.as_str());
    if word.is_empty() || before.trim_end().ends_with([',', ';', ':', '.']) && !small.ends_with('.') {
        return Cue::None;
    }
    let chinese = || CHINESE.iter().any(|cue| before.trim_end().ends_with(cue));
    if is(STRONG) || is(LETTER) || known(word).is_some() || chinese() {
        Cue::Strong
    } else if is(WEAK) {
        Cue::Weak
    } else {
        Cue::None
    }
}

/// Whether words end with what a letter is called.
pub(super) fn precedes_letter(before: &str) -> bool {
    is_called(word_before(before).1)
}

fn is_called(word: &str) -> bool {
    if !word.is_ascii() {
        return LETTER.contains(&word.to_lowercase().as_str());
    }
    let first = |one: &str| one.as_bytes().first().map(u8::to_ascii_lowercase);
    let may_be = first(word).is_some_and(|first| b"slib".contains(&first));
    may_be && LETTER.iter().any(|one| one.eq_ignore_ascii_case(word))
}

/// Whether nothing that could be counted stands after a mark.
pub(super) fn is_closed(after: &str) -> bool {
    let said = after.trim_start();
    let first = first_word(said);
    first.is_empty() || VERBS.contains(&first.as_str()) || points_back(after)
}

/// Whether the words after a mark point to what was said.
pub(super) fn points_back(after: &str) -> bool {
    BACK.contains(&first_word(after.trim_start()).as_str())
}

/// The word that stands at the very start.
fn first_word(text: &str) -> String {
    let end = text.find(|c: char| !c.is_alphanumeric() && !matches!(c, '-' | '\'' | '’'));
    text[..end.unwrap_or(text.len())].to_lowercase().replace('’', "'")
}
