//! Finds references in the words of a clause.

use crate::text::{Clause, ClauseKind, Name, name_of, number_in, starts_with_number};

/// A reference as it is written.
pub(super) struct Said {
    pub words: String,
    pub name: Name,
    pub values: Vec<u32>,
    /// The 2 of `Article 5(2)`.
    pub part: Option<u32>,
}

impl Said {
    pub fn means(&self, other: &Self) -> bool {
        (self.name, &self.values, self.part) == (other.name, &other.values, other.part)
    }
}

/// All references in a clause, but for its own number.
pub(super) fn read(clause: &Clause) -> Vec<Said> {
    let text = clause.title();
    let heading = matches!(clause.kind, ClauseKind::Heading { .. });
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(next) = next_figure(text, at) {
        match one(text, next) {
            Some((start, end, said)) if !said.is_empty() => {
                if start > 0 || !starts_with_number(text, heading) {
                    found.extend(said);
                }
                at = end;
            }
            _ => at = next + text[next..].chars().next().map_or(1, char::len_utf8),
        }
    }
    found
}

/// Where a figure stands next that no letter stands before, or a `第`.
fn next_figure(text: &str, from: usize) -> Option<usize> {
    let may_begin = |(at, byte): (usize, &u8)| {
        let at = from + at;
        let figure = byte.is_ascii_digit() || b"IVXLC".contains(byte);
        let begins = || {
            let c = text[at..].chars().next();
            let apart = || !text[..at].chars().next_back().is_some_and(char::is_alphanumeric);
            c == Some('第') || (c.is_some_and(|c| figure || c.is_numeric()) && apart())
        };
        ((figure || *byte >= 0xc2) && begins()).then_some(at)
    };
    text.as_bytes()[from..].iter().enumerate().find_map(may_begin)
}

/// The reference whose first figure stands here: where its words begin and end, and each number in it.
fn one(text: &str, at: usize) -> Option<(usize, usize, Vec<Said>)> {
    if text[at..].starts_with('第') {
        return chinese(text, at);
    }
    let (taken, values) = number_in(&text[at..])?;
    let (start, word) = word_before(&text[..at]);
    let Some(name) = known(word) else { return bare(text, at, taken, values) };
    let mut end = at + taken;
    let part = part(&text[end..]);
    end += part.map_or(0, |(length, _)| length);
    let mut all = vec![(values, part.map(|(_, number)| number))];
    while let Some((length, values)) = further(&text[end..]).filter(|_| is_plural(word)) {
        end += length;
        all.push((values, None));
    }
    if text[end..].starts_with(char::is_alphanumeric) || elsewhere(&text[end..]) {
        return None;
    }
    let words = &text[start..end];
    let said = |(values, part)| Said { words: words.to_owned(), name, values, part };
    Some((start, end, all.into_iter().map(said).collect()))
}

/// `第五条`, unless it is of 《another text》.
fn chinese(text: &str, at: usize) -> Option<(usize, usize, Vec<Said>)> {
    let inner = &text[at + '第'.len_utf8()..];
    let (taken, values) = number_in(inner)?;
    let unit = inner[taken..].chars().next().filter(|c| "条章节款项部编篇则".contains(*c))?;
    let end = at + '第'.len_utf8() + taken + unit.len_utf8();
    if text[..at].trim_end().ends_with(['》', '」', '”', '法', '约']) {
        return None;
    }
    let said = Said { words: text[at..end].to_owned(), name: Name::of_unit(unit), values, part: None };
    Some((at, end, vec![said]))
}

/// `1.3` after "see", or in brackets.
fn bare(text: &str, at: usize, taken: usize, values: Vec<u32>) -> Option<(usize, usize, Vec<Said>)> {
    const SEE: &[&str] =
        &["see", "cf.", "under", "voir", "véase", "ver", "см.", "siehe", "gemäß", "见", "参见", "انظر"];
    let end = at + taken;
    let (_, word) = word_before(&text[..at]);
    if values.len() < 2 {
        return None;
    }
    let bracketed = text[..at].ends_with('(') && text[end..].starts_with(')');
    let seen = SEE.contains(&word.to_lowercase().trim_start_matches('(')) && !text[end..].starts_with('%');
    if !(seen || bracketed) {
        return None;
    }
    let words = text[at..end].to_owned();
    Some((at, end, vec![Said { words, name: Name::NONE, values, part: None }]))
}

/// The word before a figure, and where it begins.
fn word_before(before: &str) -> (usize, &str) {
    let before = before.trim_end();
    let parted = |c: char| c.is_whitespace() || matches!(c, '(' | '\'' | '’' | '«' | '“' | '"' | '[');
    let start = before.char_indices().rev().find(|(_, c)| parted(*c)).map_or(0, |(i, c)| i + c.len_utf8());
    (start, &before[start..])
}

/// The name a word is; in Arabic, one with a particle before it too.
fn known(word: &str) -> Option<Name> {
    name_of(word).or_else(|| {
        let rest = word.strip_prefix("لل").or_else(|| word.strip_prefix(['و', 'ب', 'ف', 'ل']))?;
        name_of(rest)
    })
}

fn is_plural(word: &str) -> bool {
    const OTHER: &[&str] = &[
        "статьи",
        "статей",
        "статьям",
        "статьях",
        "пункты",
        "пп.",
        "принципы",
        "принципов",
        "المواد",
        "المادتين",
        "المبادئ",
        "الفقرات",
        "البنود",
        "§§",
        "artikel",
        "artikeln",
        "articoli",
    ];
    let word = word.to_lowercase();
    word.ends_with('s') || word.ends_with("s.") || OTHER.contains(&word.as_str())
}

/// `(2)` right after a number.
fn part(rest: &str) -> Option<(usize, u32)> {
    let inner = rest.strip_prefix('(')?;
    let (taken, values) = number_in(inner)?;
    let [number] = values.as_slice() else { return None };
    inner[taken..].starts_with(')').then_some((taken + 2, *number))
}

/// ` to 5`, `, 4`, ` and 6`.
fn further(rest: &str) -> Option<(usize, Vec<u32>)> {
    const JOINS: &[&str] = &[
        ",", "–", "-", "to", "and", "or", "through", "à", "et", "ou", "a", "al", "y", "o", "e", "и", "или",
        "по", "bis", "und", "oder", "إلى", "و", "،",
    ];
    let said = rest.trim_start();
    let join = said.find(|c: char| c.is_whitespace() || c.is_numeric()).map(|end| &said[..end])?;
    if !JOINS.contains(&join) {
        return None;
    }
    let figure = said[join.len()..].trim_start();
    let (taken, values) = number_in(figure).filter(|_| figure.starts_with(char::is_numeric))?;
    Some((rest.len() - figure.len() + taken, values))
}

/// Whether what follows names another text, or a clause that this is part of.
fn elsewhere(rest: &str) -> bool {
    const OF: &[&str] = &["of", "du", "de", "des", "del", "do", "da", "dello", "della", "der", "من"];
    const THIS: &[&str] = &[
        "this",
        "these",
        "present",
        "présent",
        "présente",
        "presente",
        "presentes",
        "dieser",
        "dieses",
        "هذا",
        "هذه",
    ];
    let mut words = rest.split_whitespace();
    if !rest.starts_with(char::is_whitespace) {
        return false;
    }
    let Some(first) = words.next() else { return false };
    let cyrillic = first.chars().next().is_some_and(|c| ('А'..='Я').contains(&c));
    let of = OF.contains(&first) && !words.take(2).any(|word| THIS.contains(&word.trim_matches(',')));
    let within = name_of(first).is_some_and(|_| first.chars().any(|c| ('а'..='я').contains(&c)));
    of || cyrillic || within
}
