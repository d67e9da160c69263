//! The number a reader sees in front of a clause, in the styles of the six UN languages.

use std::ops::Range;

/// A number that the text itself begins with.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Found {
    pub number: String,
    /// Bytes of the text that the number and its separators take.
    pub taken: usize,
}

const NAMES: &[&str] = &[
    "principle",
    "article",
    "section",
    "chapter",
    "part",
    "annex",
    "rule",
    "paragraph",
    "clause",
    "recommendation",
    "principe",
    "section",
    "chapitre",
    "partie",
    "annexe",
    "règle",
    "principio",
    "artículo",
    "sección",
    "capítulo",
    "parte",
    "anexo",
    "regla",
    "принцип",
    "статья",
    "раздел",
    "глава",
    "часть",
    "приложение",
    "правило",
    "المادة",
    "المبدأ",
    "مبدأ",
    "الفصل",
    "القسم",
    "الباب",
    "الفقرة",
    "القاعدة",
];

/// Finds `Principle 3:`, `3.2`, `(c)`, `III.`, `§ 4`, `第三条` or `المادة ٣` at the start of a clause.
/// A heading may have a bare number (`3 Notice`); elsewhere a number counts only with its mark (`3.`, `3)`).
pub(super) fn find(text: &str, heading: bool) -> Option<Found> {
    chinese(text)
        .or_else(|| named(text, heading))
        .or_else(|| bracketed(text))
        .or_else(|| marked(text, heading))
}

/// Whether words bring a number of their own.
pub(crate) fn starts_with_number(text: &str, heading: bool) -> bool {
    find(text, heading).is_some()
}

fn found(text: &str, number: Range<usize>, after: usize) -> Option<Found> {
    let rest = &text[after..];
    let lead =
        rest.len() - rest.trim_start_matches(|c: char| c.is_whitespace() || ".:)–—-：、．".contains(c)).len();
    Some(Found { number: text[number].to_owned(), taken: after + lead })
}

fn chinese(text: &str) -> Option<Found> {
    let inner = text.strip_prefix('第')?;
    let digits = inner.find(|c: char| !"一二三四五六七八九十百千零〇两".contains(c) && !c.is_numeric())?;
    let unit = inner[digits..].chars().next().filter(|c| digits > 0 && "条章节款项部分编".contains(*c))?;
    let end = '第'.len_utf8() + digits + unit.len_utf8();
    found(text, 0..end, end)
}

fn named(text: &str, heading: bool) -> Option<Found> {
    let (name, rest) = text.split_once([' ', '\u{a0}'])?;
    let start = text.len() - rest.len();
    let number = start..start + figure(rest)?;
    let after = text[number.end..].chars().next();
    let parted = after.is_none_or(|c| ".:)–—-：".contains(c) || (heading && c.is_whitespace()));
    let known = || name == "§" || NAMES.contains(&name.to_lowercase().as_str());
    if parted && known() { found(text, number.clone(), number.end) } else { None }
}

fn bracketed(text: &str) -> Option<Found> {
    let open = text.chars().next().filter(|c| "(（".contains(*c))?;
    let end = open.len_utf8() + figure(&text[open.len_utf8()..])?;
    let close = text[end..].chars().next().filter(|c| ")）".contains(*c))?;
    let end = end + close.len_utf8();
    found(text, 0..end, end)
}

fn marked(text: &str, heading: bool) -> Option<Found> {
    let end = figure(text)?;
    let bare = text[..end].chars().all(|c| c.is_numeric() || c == '.');
    let mut after = text[end..].chars();
    match (after.next(), after.next()) {
        (Some('.' | ')' | ':' | '．' | '、'), None | Some(' ' | '\u{a0}')) => found(text, 0..end, end),
        (Some('、' | '．'), Some(_)) => found(text, 0..end, end),
        (Some(' ' | '\u{a0}'), _) if heading && bare => found(text, 0..end, end),
        (None, _) if heading && bare => found(text, 0..end, end),
        _ => None,
    }
}

/// How many bytes of a figure (`3`, `3.2.1`, `IV`, `c`, `٣`, `三`) the text begins with.
fn figure(text: &str) -> Option<usize> {
    let mut dotted = 0;
    let mut rest = text;
    loop {
        let digits: usize = rest.chars().take_while(|c| c.is_numeric()).map(char::len_utf8).sum();
        if digits == 0 {
            break;
        }
        dotted = text.len() - rest.len() + digits;
        rest = &text[dotted..];
        match rest.strip_prefix('.') {
            Some(more) => rest = more,
            None => break,
        }
    }
    if dotted > 0 {
        return Some(dotted);
    }
    let letters: usize = text.chars().take_while(|c| c.is_alphabetic()).map(char::len_utf8).sum();
    let word = &text[..letters];
    let roman = !word.is_empty()
        && (word.bytes().all(|b| b"IVXLC".contains(&b)) || word.bytes().all(|b| b"ivxlc".contains(&b)));
    let single = word.chars().count() == 1;
    (roman || single).then_some(letters)
}
