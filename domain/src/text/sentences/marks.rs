//! The marks around the end of a sentence.

use std::ops::Range;

use crate::words::beyond_ascii;

/// Whether a mark may end a sentence, by the properties STerm and ATerm of Unicode.
pub(super) fn is_terminal(c: char) -> bool {
    matches!(
        c,
        '.' | '!'
            | '?'
            | '\u{589}'
            | '\u{61d}'..='\u{61f}'
            | '\u{6d4}'
            | '\u{700}'..='\u{702}'
            | '\u{964}' | '\u{965}'
            | '\u{104a}' | '\u{104b}'
            | '\u{1362}' | '\u{1367}' | '\u{1368}'
            | '\u{17d4}' | '\u{17d5}'
            | '\u{1803}' | '\u{1809}'
            | '\u{2024}' | '\u{203c}' | '\u{203d}' | '\u{2047}'..='\u{2049}'
            | '。' | '｡' | '．' | '！' | '？' | '﹒' | '﹖' | '﹗'
    )
}

/// Whether a full stop, which may also end an abbreviation.
pub(super) fn is_full_stop(c: char) -> bool {
    matches!(c, '.' | '\u{2024}' | '．' | '﹒')
}

/// A mark of closing wherever it stands.
const CLOSING: &str = ")]}）］｝】〕〉》」』〗〙〛";

/// Marks that close when something was opened by their like.
const QUOTES: &str = "\"”»’'“›‘";

/// Marks that say that the sentence goes on.
pub(super) fn continues(c: char) -> bool {
    ",-:;–—،؛、，：；".contains(c) || is_terminal(c)
}

/// Where the closing marks and footnote marks end that follow the mark of a sentence; they may stand after spaces, when it is clear that
/// they close.
pub(super) fn after_closing(text: &str, quotes: &mut Quotes, start: usize, from: usize) -> usize {
    let mut at = from;
    loop {
        let rest = &text[at..];
        let Some(c) = rest.chars().next() else { return at };
        // In German these close what their like opened: »Wohin?«
        let turned = |quotes: &mut Quotes| match c {
            '«' => quotes.count(text, '»', start..at) > quotes.count(text, c, start..at),
            '‹' => quotes.count(text, '›', start..at) > quotes.count(text, c, start..at),
            _ => false,
        };
        if CLOSING.contains(c) || QUOTES.contains(c) || turned(quotes) {
            at += c.len_utf8();
        } else if let Some(note) = footnote(rest) {
            at += note;
        } else if c.is_whitespace()
            && let Some(closing) =
                closing_after_space(text, quotes, start, at).or_else(|| note_after_space(text, at))
        {
            at = closing;
        } else {
            return at;
        }
    }
}

/// A closing mark after spaces of any width, when one like it was opened in the sentence.
fn closing_after_space(text: &str, quotes: &mut Quotes, start: usize, at: usize) -> Option<usize> {
    let rest = text[at..].trim_start();
    let c = rest.chars().next()?;
    let mut times = |mark: char| quotes.count(text, mark, start..at);
    let closes = match c {
        '»' => times('«') > times(c),
        '«' => times('»') > times(c),
        '”' => times('“') > times(c) || times('„') > times(c),
        '“' => times('„') > times(c),
        '›' => times('‹') > times(c),
        '"' => times(c) % 2 == 1,
        c => CLOSING.contains(c),
    };
    closes.then(|| text.len() - rest.len() + c.len_utf8())
}

/// A footnote mark in figures after spaces, with a new sentence or nothing after it: not in a text that begins with one, where they count.
fn note_after_space(text: &str, at: usize) -> Option<usize> {
    let rest = text[at..].trim_start();
    let figures = rest.strip_prefix('[').unwrap_or(rest).starts_with(|c: char| c.is_numeric());
    let end = footnote(rest).filter(|_| figures && footnote(text.trim_start()).is_none())?;
    let after = rest[end..].trim_start();
    let begins = after.len() < rest.len() - end && !after.starts_with(|c: char| c.is_lowercase() || c == '[');
    (after.is_empty() || begins).then_some(text.len() - rest.len() + end)
}

/// Where the marks of quoting stand in a text. Each kind is looked for once, as a sentence may ask for it at every one of its marks.
#[derive(Default)]
pub(super) struct Quotes(Vec<(char, Vec<usize>)>);

impl Quotes {
    /// How often a mark stands in this part of the text.
    fn count(&mut self, text: &str, mark: char, part: Range<usize>) -> usize {
        let known = self.0.iter().position(|(known, _)| *known == mark);
        let index = known.unwrap_or_else(|| {
            self.0.push((mark, text.match_indices(mark).map(|(at, _)| at).collect()));
            self.0.len() - 1
        });
        let places = &self.0[index].1;
        let before = |end: usize| places.partition_point(|at| *at < end);
        before(part.end).saturating_sub(before(part.start))
    }
}

/// How many bytes of footnote marks a text begins with: `[1]`, `[^1]`, `¹`, `<sup>1</sup>`, `†`.
fn footnote(text: &str) -> Option<usize> {
    /// No mark of a footnote is longer.
    const LONGEST: usize = 200;
    let text = &text[..text.floor_char_boundary(LONGEST)];
    let first = text.chars().next()?;
    let raised = |c: char| matches!(c, '¹' | '²' | '³' | '\u{2070}' | '\u{2074}'..='\u{2079}' | '†' | '‡' | '\u{2460}'..='\u{2473}');
    if raised(first) {
        return Some(text.len() - text.trim_start_matches(raised).len());
    }
    let label = |inner: &str| {
        let inner = inner.trim_start_matches('^');
        let letter = inner.chars().count() == 1 && inner.chars().all(|c| c.is_alphabetic() || c == '*');
        let figure = inner.len() < 5 && !inner.is_empty() && inner.chars().all(char::is_numeric);
        letter || figure
    };
    let stars = text.len() - text.trim_start_matches('*').len();
    if (1..=3).contains(&stars) && text[stars..].chars().next().is_none_or(char::is_whitespace) {
        return Some(stars);
    }
    if let Some(inner) = text.strip_prefix('[') {
        let end = inner.find(']')?;
        return (inner.starts_with('^') || label(&inner[..end])).then_some(end + 2);
    }
    let inner = text.strip_prefix("<sup>")?;
    inner.find("</sup>").map(|end| "<sup>".len() + end + "</sup>".len())
}

/// What stands in brackets of any kind, the outermost, in order. A bracket that nothing closes or opens is none.
pub(super) fn brackets(text: &str) -> Vec<Range<usize>> {
    // Those beyond ASCII begin with one of two bytes.
    let (bytes, foreign) = (text.as_bytes(), [0xe3, 0xef]);
    if memchr::memchr3(b'(', b'[', b'{', bytes).is_none()
        && memchr::memchr2(foreign[0], foreign[1], bytes).is_none()
    {
        return Vec::new();
    }
    let pair = |c: char| {
        Some(match c {
            '(' | '（' => (true, 0),
            ')' | '）' => (false, 0),
            '[' | '［' => (true, 1),
            ']' | '］' => (false, 1),
            '{' | '｛' => (true, 2),
            '}' | '｝' => (false, 2),
            '《' => (true, 3),
            '》' => (false, 3),
            '「' => (true, 4),
            '」' => (false, 4),
            '『' => (true, 5),
            '』' => (false, 5),
            '〈' => (true, 6),
            '〉' => (false, 6),
            '【' => (true, 7),
            '】' => (false, 7),
            '〔' => (true, 8),
            '〕' => (false, 8),
            _ => return None,
        })
    };
    let mut open: Vec<(usize, usize)> = Vec::new();
    let mut opened = [0u32; 9];
    let mut found: Vec<Range<usize>> = Vec::new();
    let likely = |(at, byte): (usize, &u8)| {
        let likely = matches!(byte, b'(' | b')' | b'[' | b']' | b'{' | b'}') || foreign.contains(byte);
        if likely { Some((at, text.get(at..)?.chars().next()?)) } else { None }
    };
    for (index, c) in bytes.iter().enumerate().filter_map(likely) {
        match pair(c) {
            Some((true, kind)) => {
                open.push((index, kind));
                opened[kind] += 1;
            }
            Some((false, kind)) if opened[kind] == 0 => {}
            Some((false, kind)) => {
                let Some(place) = open.iter().rposition(|(_, of)| *of == kind) else { continue };
                let range = open[place].0..index + c.len_utf8();
                open.drain(place..).for_each(|(_, kind)| opened[kind] -= 1);
                found.truncate(found.partition_point(|inner| inner.start < range.start));
                found.push(range);
            }
            None => {}
        }
    }
    found
}

/// Whether brackets are marks of quoting that end with a full stop: what is quoted may end the sentence around it.
pub(super) fn may_end_quoted(text: &str, range: &Range<usize>, mark: usize) -> bool {
    text[range.start..].starts_with(['「', '『'])
        && text[mark..].chars().next().is_some_and(|c| matches!(c, '。' | '｡' | '.'))
}

/// Adds where a text breaks into lines by itself: no sentence goes on over that.
pub(super) fn line_breaks(text: &str, ends: &mut Vec<usize>) {
    let is_break = |c: char| matches!(c, '\n'..='\r' | '\u{85}' | '\u{2028}' | '\u{2029}');
    let plain = !text.bytes().fold(false, |broken, byte| broken | (b'\n'..=b'\r').contains(&byte));
    if plain && !beyond_ascii(text).any(|(_, c)| is_break(c)) {
        return;
    }
    ends.extend(text.match_indices(is_break).map(|(at, mark)| at + mark.len()));
}

/// Whether what stands here is more than marks and a number.
pub(super) fn says(sentence: &str) -> bool {
    /// A number with its name is not longer.
    const LONGEST: usize = 48;
    let said = sentence.trim();
    if said.len() > LONGEST {
        return true;
    }
    said.chars().any(char::is_alphanumeric) && !is_number(said)
}

/// A number alone: `1.`, `§ 4.`, `A. 1. b.`, `Article 5.`
fn is_number(said: &str) -> bool {
    let found = super::super::number::find(said, false);
    let named = found.filter(|found| found.is_named() && found.taken <= said.len());
    let rest = named.map_or(said, |found| &said[found.taken..]);
    rest.split_whitespace().all(|token| {
        let bare = token.trim_matches(|c: char| !c.is_alphanumeric());
        // One character of Chinese is a word, unless it counts.
        let word =
            |c: char| ('\u{2e80}'..='\u{9fff}').contains(&c) && !"〇零一二三四五六七八九十百千".contains(c);
        let letter = bare.chars().count() <= 1 && !bare.contains(word);
        let roman = bare.bytes().all(|byte| b"IVXLC".contains(&byte))
            || bare.bytes().all(|byte| b"ivxlc".contains(&byte));
        letter || roman || bare.chars().all(|c| c.is_numeric() || c == '.')
    })
}
