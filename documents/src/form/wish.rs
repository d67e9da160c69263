//! What a row proposes: a wording for words of the text, or an instruction in its own words.

use std::collections::HashSet;

use domain::{
    anchor::occurrences,
    text::{LineRange, Text},
};

use super::{Row, Verdict};

/// The words that ask to put one thing in place of another, before the first quotation, and between the two.
const REPLACE: [&str; 14] = [
    "replace",
    "change",
    "substitute",
    "amend",
    "read",
    "remplacer",
    "changer",
    "substituer",
    "modifier",
    "remplace",
    "استبدل",
    "يستبدل",
    "يستعاض",
    "تغيير",
];
const DELETE: [&str; 11] = [
    "delete",
    "remove",
    "strike",
    "omit",
    "supprimer",
    "retirer",
    "enlever",
    "supprime",
    "حذف",
    "يحذف",
    "احذف",
];

/// Settles what the row proposes where it was placed; its words may stand anywhere `within`, which is all that the row is about.
pub(super) fn fill(verdict: &mut Verdict, row: &Row, text: &Text, within: LineRange) {
    if row.proposed.is_empty() {
        return;
    }
    if let Some((quote, wording)) = asked(&row.proposed) {
        if let Some((lines, offset)) = once(text, within, &quote) {
            verdict.lines = Some(lines);
            (verdict.words, verdict.offset, verdict.wording) = (Some(quote), offset, Some(wording));
        }
        return;
    }
    let own = verdict.lines.filter(|lines| is_like(&row.proposed, &text.words_of(*lines)));
    if let Some(lines) = own.or_else(|| anew(text, within, &row.proposed)) {
        (verdict.lines, verdict.wording) = (Some(lines), Some(row.proposed.clone()));
    }
}

/// The one clause that a proposal writes anew.
fn anew(text: &Text, within: LineRange, proposed: &str) -> Option<LineRange> {
    let inside = text.clauses().iter().filter(|clause| within.contains(clause.lines.first()));
    let mut like = inside.filter(|clause| is_like(proposed, &clause.text)).map(|clause| clause.lines);
    let first = like.next()?;
    like.next().is_none().then_some(first)
}

/// What an instruction such as `Replace "should" with "shall"` puts in place of what. None for anything less plain.
fn asked(proposed: &str) -> Option<(String, String)> {
    let quoted = quotations(proposed);
    let lead = proposed.split(is_mark).next().unwrap_or_default().to_lowercase();
    let begins = |verbs: &[&str]| verbs.iter().any(|verb| lead.trim_start().starts_with(verb));
    match quoted.as_slice() {
        [old, new] if begins(&REPLACE) => Some((old.clone(), new.clone())),
        [old] if begins(&DELETE) => Some((old.clone(), String::new())),
        _ => None,
    }
}

fn is_mark(letter: char) -> bool {
    matches!(letter, '"' | '“' | '”' | '„' | '«' | '»' | '‘' | '’' | '\'')
}

/// What stands in quotation marks. An apostrophe in a word is none.
fn quotations(words: &str) -> Vec<String> {
    let letters: Vec<char> = words.chars().collect();
    let inside = |index: usize| {
        let word = |at: Option<&char>| at.is_some_and(|letter| letter.is_alphanumeric());
        index > 0 && word(letters.get(index - 1)) && word(letters.get(index + 1))
    };
    let (mut found, mut open): (Vec<String>, Option<usize>) = (Vec::new(), None);
    for (index, letter) in letters.iter().enumerate() {
        if !is_mark(*letter) || matches!(letter, '\'' | '’') && inside(index) {
            continue;
        }
        match open.take() {
            None => open = Some(index + 1),
            Some(start) => found.push(letters[start..index].iter().collect::<String>().trim().to_owned()),
        }
    }
    found.retain(|quote| !quote.is_empty());
    found
}

/// The one place of words in lines: its own line, and how far from its start; none where they are not there, or twice.
fn once(text: &Text, within: LineRange, quote: &str) -> Option<(LineRange, u32)> {
    let inside = text.clauses().iter().filter(|clause| clause.lines.overlaps(within));
    let mut all = inside.flat_map(|clause| {
        let lines = LineRange::spanning(
            clause.lines.first().max(within.first()),
            clause.lines.last().min(within.last()),
        );
        occurrences(text, lines, quote).into_iter().map(move |one| (lines, one.chars))
    });
    let (lines, chars) = all.next()?;
    if all.next().is_some() {
        return None;
    }
    let lines = text.lines_in(lines);
    let first = lines.iter().find(|line| chars.start < line.chars.end)?;
    let last = lines.iter().rfind(|line| line.chars.start < chars.end).unwrap_or(first);
    let offset = chars.start.saturating_sub(first.chars.start);
    Some((LineRange::spanning(first.number, last.number), offset))
}

/// Whether a proposal is the words of the text written anew: most words of the shorter are in the other, and neither is much longer.
fn is_like(proposed: &str, words: &str) -> bool {
    let set = |words: &str| -> HashSet<String> {
        let words = words.to_lowercase();
        words
            .split(|letter: char| !letter.is_alphanumeric())
            .filter(|word| !word.is_empty())
            .map(str::to_owned)
            .collect()
    };
    let (one, other) = (set(proposed), set(words));
    let (less, more) = (one.len().min(other.len()), one.len().max(other.len()));
    let shared = one.intersection(&other).count();
    less > 2 && more <= 3 * less && 10 * shared >= 6 * less && 10 * shared >= 4 * more.min(2 * less)
}

#[cfg(test)]
mod tests {
    use super::{asked, is_like};

    #[test]
    fn only_a_plain_instruction_is_a_wording() {
        let pair = |one: &str, other: &str| Some((one.to_owned(), other.to_owned()));
        assert_eq!(asked("Replace \"should\" with \"shall\"."), pair("should", "shall"));
        assert_eq!(asked("Remplacer « doit » par « peut »"), pair("doit", "peut"));
        assert_eq!(asked("Delete “in writing”"), pair("in writing", ""));
        assert_eq!(asked("Change 'the body's duty' to 'its duty'"), pair("the body's duty", "its duty"));
        assert_eq!(asked("Add \"in public\" after \"in writing\""), None);
        assert_eq!(asked("Say who reviews."), None);
    }

    #[test]
    fn a_wording_is_like_the_words_it_is_for() {
        let words = "A public body should say in writing what a system is for.";
        assert!(is_like("A public body says in writing what each system is for.", words));
        assert!(!is_like("Define the term.", words));
        assert!(!is_like("Move this to the annex, since it is not about a body.", words));
    }
}
