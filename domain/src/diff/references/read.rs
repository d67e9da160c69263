//! Finds references in the words of a clause.

use super::{
    cues::{Cue, cue, is_closed, points_back},
    marks::marks,
    wholes,
};
use crate::text::{
    Clause, ClauseKind, Name, Read, Script, mark_in, may_be_ordinal, name_of, number_in, ordinal_in,
    starts_with_number,
};

/// A reference as it is written.
#[derive(Clone)]
pub(super) struct Said {
    /// Bytes of the words of its clause.
    pub start: usize,
    pub end: usize,
    pub words: String,
    pub name: Name,
    pub read: Read,
    /// Whether it is made by the mark of an item, `(b)`, which only one in the same script has.
    pub item: bool,
    /// The 2 and the c of `Article 5(2)(c)`.
    pub parts: Vec<Read>,
}

impl Said {
    /// Whether both mean the same clause by the same number.
    pub fn means(&self, other: &Self) -> bool {
        (self.name, &self.read, &self.parts) == (other.name, &other.read, &other.parts)
    }

    /// Its number, as digits or as a Roman number rather than a letter.
    pub fn values(&self) -> &[u32] {
        self.read.last().map(|(_, values)| values.as_slice()).unwrap_or_default()
    }
}

/// All references in a clause, but for its own number; by numbers in words only where clauses have such.
pub(super) fn read(clause: &Clause, in_words: bool) -> Vec<Said> {
    let text = clause.title();
    let heading = matches!(clause.kind, ClauseKind::Heading { .. });
    let mut found: Vec<Said> = Vec::new();
    let mut at = 0;
    while let Some(next) = next_figure(text, at) {
        if let Some((end, said)) = wholes::of_whole(text, next) {
            found.extend(said);
            at = end;
            continue;
        }
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
    let inside = |mark: &Said| found.iter().any(|said| said.start < mark.end && mark.start < said.end);
    let marks: Vec<_> = marks(text).into_iter().filter(|mark| !inside(mark)).collect();
    found.extend(marks);
    if in_words {
        found.extend(written(text));
    }
    found.sort_by_key(|said| said.start);
    found
}

/// The bytes that a figure may begin with: digits, capital letters, and whatever is not ASCII.
const MAY_BEGIN: [bool; 256] = {
    let (mut may, mut byte) = ([false; 256], 0);
    while byte < 256 {
        may[byte] = matches!(byte as u8, b'0'..=b'9' | b'A'..=b'Z' | 0xc2..);
        byte += 1;
    }
    may
};

/// Letters of Latin, Greek and Cyrillic, of which none is a figure.
fn is_surely_letter(c: char) -> bool {
    matches!(c, 'À'..='\u{24f}' | '\u{386}'..='\u{481}' | '\u{48a}'..='\u{52f}')
}

/// Where a figure stands next that no letter stands before, or a `第`.
fn next_figure(text: &str, from: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut at = from;
    loop {
        at += bytes.get(at..)?.iter().position(|byte| MAY_BEGIN[*byte as usize])?;
        let c = text.get(at..)?.chars().next()?;
        let apart = || !text[..at].chars().next_back().is_some_and(char::is_alphanumeric);
        let alone = || !text[at + 1..].starts_with(char::is_alphanumeric);
        let figure = match c {
            'A'..='Z' => "IVXLC".contains(c) || alone(),
            c => c.is_ascii() || !is_surely_letter(c) && c.is_numeric(),
        };
        if c == '第' || figure && apart() {
            return Some(at);
        }
        at += c.len_utf8();
    }
}

/// The reference whose first figure stands here: where its words begin and end, and each number in it.
fn one(text: &str, at: usize) -> Option<(usize, usize, Vec<Said>)> {
    if text[at..].starts_with('第') {
        return chinese(text, at);
    }
    let (taken, values) = number_in(&text[at..])?;
    let (start, word) = word_before(&text[..at]);
    let letter = text[at..].starts_with(|c: char| c.is_ascii_uppercase()) && taken == 1;
    let Some(name) = known(word) else {
        return if letter { None } else { bare(text, at, taken, values) };
    };
    let mut end = at + taken;
    end += ending(&text[end..]);
    let (length, mut parts) = parts(&text[end..]);
    end += length;
    if let Some((length, part)) = wholes::called_part(&text[end..]).filter(|_| !name.is_part()) {
        end += length;
        parts.push(part);
    }
    let mut all = vec![(values, parts)];
    while let Some((length, values)) = further(&text[end..]).filter(|_| is_plural(word)) {
        end += length;
        all.push((values, Vec::new()));
    }
    if text[end..].starts_with(char::is_alphanumeric) || elsewhere(&text[end..]) {
        return None;
    }
    let words = &text[start..end];
    let letters = mark_in(&text[at..]).map(|(_, read)| read).filter(|_| letter);
    let said = |(values, parts)| Said {
        start,
        end,
        words: words.to_owned(),
        name,
        read: letters.clone().unwrap_or_else(|| vec![(Script::Digits, values)]),
        item: letter,
        parts,
    };
    Some((start, end, all.into_iter().map(said).collect()))
}

/// The ending of `1er` and `5.º`.
pub(super) fn ending(rest: &str) -> usize {
    const ENDINGS: [&str; 10] = ["er", "re", "ère", "ro", "ra", "º", "ª", ".º", ".ª", "°"];
    let ended =
        |end: &&str| rest.strip_prefix(*end).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric));
    ENDINGS.iter().find(|end| ended(end)).map_or(0, |end| end.len())
}

/// Where words stand after a space.
fn spaces(text: &str) -> impl Iterator<Item = usize> {
    let bytes = text.as_bytes();
    memchr::memchr2_iter(b' ', 0xa0, bytes)
        .filter(move |at| bytes[*at] == b' ' || *at > 0 && bytes[at - 1] == 0xc2)
        .map(|at| at + 1)
}

/// References by a number that is written as a word: `artículo primero`.
fn written(text: &str) -> Vec<Said> {
    let said = spaces(text).filter(|from| may_be_ordinal(&text[*from..])).filter_map(|from| {
        let (start, word) = word_before(&text[..from]);
        let name = known(word)?;
        let (taken, value) = ordinal_in(&text[from..])?;
        let end = from + taken;
        let read = vec![(Script::Digits, vec![value])];
        let said = Said {
            start,
            end,
            words: text[start..end].to_owned(),
            name,
            read,
            item: false,
            parts: Vec::new(),
        };
        (start > 0 && !elsewhere(&text[end..])).then_some(said)
    });
    said.collect()
}

/// `第五条`, `第（二）项`, unless it is of 《another text》.
fn chinese(text: &str, start: usize) -> Option<(usize, usize, Vec<Said>)> {
    let rest = &text[start + '第'.len_utf8()..];
    let inner = rest.trim_start_matches(['（', '(']);
    let (taken, values) = number_in(inner)?;
    let after = inner[taken..].trim_start_matches(['）', ')']);
    let unit = after.chars().next().filter(|c| "条章节款项部编篇则".contains(*c))?;
    let end = text.len() - after.len() + unit.len_utf8();
    // Paragraphs of an article have no number of their own.
    if unit == '款' || is_of_another(&text[..start]) {
        return None;
    }
    let part = (unit == '条').then(|| chinese_part(&text[end..])).flatten();
    let (length, parts) = part.map_or((0, Vec::new()), |(length, part)| (length, vec![part]));
    let end = end + length;
    let (words, name) = (text[start..end].to_owned(), Name::of_unit(unit));
    let read = vec![(Script::Digits, values)];
    Some((start, end, vec![Said { start, end, words, name, read, item: false, parts }]))
}

/// `第（二）项` right after an article: how many bytes it takes, and the item.
fn chinese_part(rest: &str) -> Option<(usize, Read)> {
    let inner = rest.strip_prefix('第')?.trim_start_matches(['（', '(']);
    let (taken, values) = number_in(inner)?;
    let after = inner[taken..].trim_start_matches(['）', ')']).strip_prefix(['项', '款'])?;
    Some((rest.len() - after.len(), vec![(Script::Digits, values.clone()), (Script::Han, values)]))
}

/// Whether the words before `第五条` name another text, or an article that it is a part of.
fn is_of_another(before: &str) -> bool {
    const UNITS: [char; 4] = ['条', '款', '项', '目'];
    const OWN: [&str; 7] = ["本法", "本条例", "本规定", "本办法", "本细则", "本规则", "本公约"];
    let mut before = before.trim_end();
    loop {
        let said = before.trim_end_matches(['至', '、', '和', '或', '及', '，']);
        if !said.ends_with(UNITS) {
            let other = ['》', '」', '”', '法', '约', '例', '定', '则', '典'];
            return said.len() == before.len()
                && before.ends_with(other)
                && !OWN.iter().any(|own| before.ends_with(own));
        }
        if said.len() == before.len() {
            return true;
        }
        let Some(start) = said.rfind('第') else { return false };
        before = said[..start].trim_end();
    }
}

/// `1.3` after "see" or "in", or in brackets; `3` where the words after it point back.
fn bare(text: &str, start: usize, taken: usize, values: Vec<u32>) -> Option<(usize, usize, Vec<Said>)> {
    let (length, parts) = parts(&text[start + taken..]);
    let end = start + taken + length;
    let after = &text[end..];
    let bracketed = text[..start].ends_with('(') && after.starts_with(')');
    let cue = cue(&text[..start]);
    let seen = match cue {
        Cue::Strong => !after.trim_start().starts_with('%'),
        Cue::Weak => is_closed(after) && !after.trim_start().starts_with(['%', '‰', '°', '$', '€', '£']),
        Cue::None => false,
    };
    let meant = if values.len() < 2 { cue != Cue::None && points_back(after) } else { seen || bracketed };
    if !meant || after.starts_with(char::is_alphanumeric) || elsewhere(after) {
        return None;
    }
    let words = text[start..end].to_owned();
    let read = vec![(Script::Digits, values)];
    Some((start, end, vec![Said { start, end, words, name: Name::NONE, read, item: false, parts }]))
}

/// The word before a figure, and where it begins.
pub(super) fn word_before(before: &str) -> (usize, &str) {
    let before = before.trim_end();
    let parted = |c: char| c.is_whitespace() || matches!(c, '(' | '\'' | '’' | '«' | '“' | '"' | '[');
    let start =
        before.rfind(parted).map_or(0, |at| at + before[at..].chars().next().map_or(1, char::len_utf8));
    (start, &before[start..])
}

/// The name a word is; in Arabic, one with a particle before it too.
pub(super) fn known(word: &str) -> Option<Name> {
    name_of(word).or_else(|| {
        let rest = word.strip_prefix("لل").or_else(|| word.strip_prefix(['و', 'ب', 'ف', 'ل']))?;
        name_of(rest)
    })
}

pub(super) fn is_plural(word: &str) -> bool {
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

/// `(2)`, `(b)(ii)` right after a number or a mark: how many bytes they take.
pub(super) fn parts(rest: &str) -> (usize, Vec<Read>) {
    let (mut parts, mut length) = (Vec::new(), 0);
    while let Some(inner) = rest[length..].strip_prefix('(') {
        let Some((taken, read)) = mark_in(inner).filter(|(taken, _)| inner[*taken..].starts_with(')')) else {
            break;
        };
        parts.push(read);
        length += taken + 2;
    }
    (length, parts)
}

/// Words and signs between the numbers of one reference.
const JOINS: &[&str] = &[
    ",", "–", "-", "to", "and", "or", "through", "à", "et", "ou", "a", "al", "y", "o", "e", "и", "или", "по",
    "bis", "und", "oder", "إلى", "و", "،", "、", "和", "至", "或",
];

/// Whether these are words between two numbers of one reference: ` and `, `, `.
pub(super) fn joins(between: &str) -> bool {
    let said = between.trim();
    JOINS.contains(&said) || said.strip_prefix([',', '،']).is_some_and(|said| JOINS.contains(&said.trim()))
}

/// ` to 5`, `, 4`, ` and 6`.
pub(super) fn further(rest: &str) -> Option<(usize, Vec<u32>)> {
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
pub(super) fn elsewhere(rest: &str) -> bool {
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
    // The English verb, and not the Portuguese word.
    if first == "do" && rest.trim_start()[first.len()..].trim_start().starts_with("not ") {
        return false;
    }
    let cyrillic = first.chars().next().is_some_and(|c| ('А'..='Я').contains(&c));
    let of = OF.contains(&first) && !words.take(2).any(|word| THIS.contains(&word.trim_matches(',')));
    let within = name_of(first).is_some_and(|_| first.chars().any(|c| ('а'..='я').contains(&c)));
    of || cyrillic || within
}
