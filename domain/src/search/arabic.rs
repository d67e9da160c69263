//! Arabic words without what is joined to them, after "light10" of Larkey, Ballesteros and Connell (2007), which finds more than stems by
//! grammar do: the articles and particles before a word, and the commonest endings.

/// How many letters stay in any case.
const LEAST: usize = 4;

const BEFORE: [&str; 6] = ["وال", "بال", "كال", "فال", "ال", "لل"];
const AFTER: [&str; 10] = ["ها", "ان", "ات", "ون", "ين", "يه", "ه", "ي", "وا", "تم"];

/// What a word in small letters is kept as.
pub(super) fn stem(word: &str) -> &str {
    let mut said = word;
    if !said.chars().any(|c| ('\u{620}'..='\u{6ff}').contains(&c)) {
        return said;
    }
    said = said.strip_prefix('و').filter(|rest| is_enough(rest)).unwrap_or(said);
    if let Some(rest) = BEFORE.iter().find_map(|before| said.strip_prefix(before)).filter(|rest| has(rest, 2))
    {
        said = rest;
    }
    for after in AFTER {
        said = said.strip_suffix(after).filter(|rest| has(rest, 2)).unwrap_or(said);
    }
    said
}

fn is_enough(rest: &str) -> bool {
    has(rest, LEAST)
}

fn has(rest: &str, letters: usize) -> bool {
    rest.chars().nth(letters - 1).is_some()
}
