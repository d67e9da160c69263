//! Where the sentences of a paragraph end.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

const ABBREVIATIONS: &[&str] = &[
    "art", "arts", "no", "nos", "para", "paras", "sec", "secs", "cf", "dr", "mr", "mrs", "ms", "prof", "vs",
    "vol", "pp", "p", "ed", "eds", "fig", "figs", "ch", "approx", "e.g", "i.e", "viz", "al", "st", "gov",
    "sen", "rep", "hon", "inc", "ltd", "co", "mme", "mlle", "av", "chap", "sr", "sra", "núm", "pág", "págs",
    "ст", "п", "пп", "т.е", "т.д", "т.п", "см", "гл", "стр", "др", "рис",
];

/// No abbreviation has more bytes, in either case.
const LONGEST: usize = 8;

/// The abbreviations, each as one number: every sentence that ends asks for them.
const PACKED: [u64; ABBREVIATIONS.len()] = {
    let mut all = [0; ABBREVIATIONS.len()];
    let mut at = 0;
    while at < all.len() {
        all[at] = packed(ABBREVIATIONS[at].as_bytes());
        at += 1;
    }
    all
};

/// Up to eight bytes as a number that is the same for ASCII letters of either case.
const fn packed(word: &[u8]) -> u64 {
    let (mut all, mut at) = (0, 0);
    while at < word.len() {
        all = all << 8 | word[at].to_ascii_lowercase() as u64;
        at += 1;
    }
    all
}

/// The sentences of a text as byte ranges without the white space between them.
/// No sentence ends inside a `closed` range (links, emphasis, code), and each `forced` offset ends one.
pub(super) fn split(text: &str, closed: &[Range<usize>], forced: &[usize]) -> Vec<Range<usize>> {
    let closed = apart(closed);
    let mut ends = bounds(text);
    ends.retain(|&end| ends_sentence(text, end, &closed));
    ends.extend(forced.iter().copied().filter(|&at| at < text.len()));
    ends.push(text.len());
    ends.sort_unstable();
    ends.dedup();
    let mut start = 0;
    let mut sentences = Vec::with_capacity(ends.len());
    for end in ends {
        let part = &text[start..end];
        let lead = part.len() - part.trim_start().len();
        let range = start + lead..start + part.trim_end().len().max(lead);
        start = end;
        if !range.is_empty() {
            sentences.push(range);
        }
    }
    sentences
}

/// How many sentences `split` finds when nothing is closed but the beginning, and nothing forced.
pub(super) fn count(text: &str, closed: Option<usize>) -> usize {
    let closed = closed.map(|end| 0..end);
    let mut start = 0;
    let said = |end: usize| !text[std::mem::replace(&mut start, end)..end].trim().is_empty();
    bounds(text)
        .into_iter()
        .filter(|&end| ends_sentence(text, end, closed.as_slice()))
        .map(said)
        .filter(|said| *said)
        .count()
}

/// Overlapping ranges as one, in order.
fn apart(ranges: &[Range<usize>]) -> Vec<Range<usize>> {
    let mut sorted = ranges.to_vec();
    sorted.sort_unstable_by_key(|range| range.start);
    let mut apart: Vec<Range<usize>> = Vec::with_capacity(sorted.len());
    for range in sorted {
        match apart.last_mut() {
            Some(last) if range.start < last.end => last.end = last.end.max(range.end),
            _ => apart.push(range),
        }
    }
    apart
}

/// Where sentences end by UAX #29. Most text needs only a few of its rules and is read by those, which is many times faster.
fn bounds(text: &str) -> Vec<usize> {
    let plain = if text.is_ascii() {
        !text.bytes().fold(false, |broken, byte| broken | (b'\n'..=b'\r').contains(&byte))
    } else {
        text.chars().all(is_plain)
    };
    if plain {
        return plain_bounds(text);
    }
    text.split_sentence_bound_indices().map(|(at, part)| at + part.len()).collect()
}

fn is_plain(c: char) -> bool {
    match c {
        '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' => false,
        '\0'..='\u{7f}' => true,
        '\u{c0}'..='\u{24f}'
        | '\u{410}'..='\u{44f}'
        | '‘'
        | '’'
        | '“'
        | '”'
        | '«'
        | '»'
        | '–'
        | '—'
        | '…'
        | '•'
        | '§'
        | '€' => true,
        _ => false,
    }
}

/// The rules SB6 to SB11 for the characters that `is_plain` admits.
fn plain_bounds(text: &str) -> Vec<usize> {
    let terminal = |c: char| matches!(c, '.' | '!' | '?');
    let close = |c: char| {
        matches!(c, '(' | ')' | '[' | ']' | '{' | '}' | '"' | '\'' | '‘' | '’' | '“' | '”' | '«' | '»')
    };
    let after =
        |at: usize, admits: &dyn Fn(char) -> bool| text.len() - text[at..].trim_start_matches(admits).len();
    let mut bounds = Vec::new();
    let mut from = 0;
    while let Some(found) = memchr::memchr3(b'.', b'!', b'?', &text.as_bytes()[from..]) {
        let at = from + found;
        from = at + 1;
        let full_stop = text.as_bytes()[at] == b'.';
        let next = text[from..].chars().next();
        let letter_before =
            text[..at].chars().next_back().is_some_and(|c| c.is_uppercase() || c.is_lowercase());
        if full_stop && next.is_some_and(|c| c.is_ascii_digit() || (letter_before && c.is_uppercase())) {
            continue;
        }
        let end = after(after(from, &close), &|c| matches!(c, ' ' | '\t'));
        let goes_on = match text[end..].chars().next() {
            None => break,
            Some(c) if terminal(c) || matches!(c, ',' | '-' | ':' | ';' | '–' | '—') => true,
            Some(_) => {
                full_stop
                    && text[end..]
                        .chars()
                        .find(|&c| terminal(c) || c.is_alphabetic())
                        .is_some_and(char::is_lowercase)
            }
        };
        if !goes_on {
            bounds.push(end);
        }
        from = end;
    }
    if !text.is_empty() {
        bounds.push(text.len());
    }
    bounds
}

fn ends_sentence(text: &str, end: usize, closed: &[Range<usize>]) -> bool {
    if end == text.len() {
        return true;
    }
    let said = text[..end].trim_end();
    let inside = |at: usize| {
        let before = closed.partition_point(|range| range.start < at);
        before > 0 && at < closed[before - 1].end
    };
    if inside(end) || inside(said.len()) {
        return false;
    }
    let Some(stem) = said.strip_suffix('.') else { return true };
    let word = stem.rsplit(|c: char| c.is_whitespace() || "([“\"«'‘".contains(c)).next().unwrap_or_default();
    let initial = word.chars().count() == 1 && word.chars().all(char::is_uppercase);
    let list_number = word.len() == stem.len() && word.chars().all(|c| c.is_numeric() || c == '.');
    !(initial || list_number || is_abbreviation(word))
}

fn is_abbreviation(word: &str) -> bool {
    if word.len() > LONGEST {
        false
    } else if word.is_ascii() {
        PACKED.contains(&packed(word.as_bytes()))
    } else {
        ABBREVIATIONS.contains(&word.to_lowercase().as_str())
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use unicode_segmentation::UnicodeSegmentation;

    proptest! {
        #[test]
        fn the_quick_way_follows_the_standard(text in "([A-Ca-cé3 .!?,;:()\"'’“”–…\\[\\]-]|\\. |[a-z]{2}){0,14}") {
            let standard: Vec<usize> = text.split_sentence_bound_indices().map(|(at, part)| at + part.len()).collect();
            prop_assert_eq!(super::plain_bounds(&text), standard);
        }
    }
}
