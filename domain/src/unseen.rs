//! Characters that change how a text reads without being seen: refused where they have no honest use, shown with a mark where they may
//! have one. Marks of direction and isolates in pairs, soft hyphens, and joiners where a script joins are no part of it.

mod alike;
mod direction;
mod names;
mod script;

use std::{borrow::Cow, ops::Range};

use serde::{Deserialize, Serialize};

use crate::{Message, words::beyond_ascii};

/// What is wrong with a character.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// Letters and figures read in another order than they are stored.
    Override,
    /// An embedding or isolate that is begun and not ended, or ended and not begun.
    Unbalanced,
    /// Figures stand in another order than they are stored.
    Reorders,
    /// An embedding in a pair, where an isolate would do.
    Embedding,
    /// A letter or sign that takes up no ink.
    Invisible,
    /// A character of U+E0000 to U+E007F outside the flag of a region.
    Tag,
    /// A character that means whatever a font makes of it.
    PrivateUse,
    /// A control character, or one that is none.
    Control,
    /// A word of two scripts in which letters of one look like letters of the other.
    LookAlike,
}

/// One such character, or one such word, and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unseen {
    /// What is wrong with it.
    pub kind: Kind,
    /// The first character that is meant.
    pub character: char,
    /// Bytes of the text: the character, or the word of two scripts.
    pub place: Range<usize>,
    /// Whether no text has an honest use for it.
    pub refused: bool,
}

/// Why words are refused: what stands in them, and where, counted from 1.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("U+{:04X} ({kind:?}) at line {line}, character {offset}", u32::from(*character))]
pub struct Misleading {
    /// What is wrong with it.
    pub kind: Kind,
    /// The first character that is meant.
    pub character: char,
    /// The word it stands in, for one of two scripts.
    pub word: String,
    /// Counted from 1.
    pub line: u32,
    /// Characters from the start of the line, counted from 1.
    pub offset: u32,
}

/// Refuses text with a character that has no honest use in it, naming the first.
pub fn check(text: &str) -> Result<(), Misleading> {
    let Some(found) = find(text).into_iter().find(|found| found.refused) else { return Ok(()) };
    let before = &text[..found.place.start];
    let start = before.rfind('\n').map_or(0, |at| at + 1);
    let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    Err(Misleading {
        kind: found.kind,
        character: found.character,
        word: if found.kind == Kind::LookAlike { text[found.place].to_owned() } else { String::new() },
        line: count(before.matches('\n').count() + 1),
        offset: count(before[start..].chars().count() + 1),
    })
}

/// Every character that is to be refused or shown with a mark, in the order of the text.
pub fn find(text: &str) -> Vec<Unseen> {
    // Nearly every text is ASCII, or has only letters of one script.
    let control = |byte: u8| (byte < b' ' && !matches!(byte, b'\n' | b'\t' | b'\r')) || byte == 0x7f;
    if !text.bytes().fold(false, |found, byte| found | control(byte)) && is_ordinary(text) {
        return Vec::new();
    }
    searched(text)
}

fn searched(text: &str) -> Vec<Unseen> {
    let mut found = Vec::new();
    let mut start = 0;
    for paragraph in paragraphs(text) {
        direction::find(paragraph, start, &mut found);
        alike::find(paragraph, start, &mut found);
        start += paragraph.len();
    }
    let mut before = [None; 2];
    let mut flag = 0;
    for (at, c) in text.char_indices() {
        if c == FLAG {
            flag = at + flag_length(&text[at..]);
        }
        if let Some((kind, refused)) = lone(c, before, text[at + c.len_utf8()..].chars().next(), at < flag) {
            found.push(Unseen { kind, character: c, place: at..at + c.len_utf8(), refused });
        }
        before = [before[1], Some(c)];
    }
    found.sort_by_key(|one| one.place.start);
    found
}

/// Whether all letters beyond ASCII are Latin, Arabic or Chinese ones, and all signs common ones: nothing to be found.
fn is_ordinary(text: &str) -> bool {
    beyond_ascii(text).all(|(_, c)| {
        matches!(c, '\u{a0}'..='\u{ac}' | '\u{ae}'..='\u{24f}' | '\u{620}'..='\u{669}' | '\u{2010}'..='\u{2027}' | '\u{202f}'..='\u{203a}'
            | '€' | '\u{3000}'..='\u{3020}' | '\u{4e00}'..='\u{9fff}' | '\u{ff01}'..='\u{ff5e}')
    })
}

/// What is to be shown with a mark in a piece of a text. Leaves out marks of direction, which can be judged only with what stands around
/// the piece.
pub fn shown(piece: &str) -> Vec<Unseen> {
    let judged = |c| matches!(c, '\u{2066}'..='\u{2069}' | '\u{200f}' | '\u{61c}');
    let mut found = find(piece);
    found.retain(|one| !judged(one.character));
    found
}

/// A piece of a text with each unseen character written out, as `[U+202E]`.
pub fn written(piece: &str) -> Cow<'_, str> {
    let mut found = shown(piece);
    found.retain(|one| one.kind != Kind::LookAlike);
    if found.is_empty() {
        return Cow::Borrowed(piece);
    }
    let (mut out, mut at) = (String::with_capacity(piece.len() + 16), 0);
    for one in found {
        out.push_str(piece.get(at..one.place.start).unwrap_or_default());
        out.push_str(&format!("[{}]", code(one.character)));
        at = one.place.end;
    }
    out.push_str(&piece[at..]);
    Cow::Owned(out)
}

/// A character by its number: `U+202E`.
pub fn code(c: char) -> String {
    format!("U+{:04X}", u32::from(c))
}

/// Blocks between empty lines, each with the line breaks after it: at their end every embedding ends.
fn paragraphs(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let end = rest.find("\n\n").or_else(|| rest.find("\n\r\n")).map_or(rest.len(), |at| at + 2);
        let (paragraph, more) = rest.split_at(end);
        rest = more;
        Some(paragraph)
    })
}

const FLAG: char = '\u{1f3f4}';

/// How many bytes the flag of a region takes: a black flag, the letters of the region as tags, and the tag that ends it.
fn flag_length(text: &str) -> usize {
    let tags: Vec<char> =
        text.chars().skip(1).take_while(|c| ('\u{e0020}'..='\u{e007f}').contains(c)).take(8).collect();
    let end = tags.iter().position(|c| *c == '\u{e007f}');
    let region = |c: &char| matches!(*c, '\u{e0030}'..='\u{e0039}' | '\u{e0061}'..='\u{e007a}');
    match end {
        Some(end) if (3..=6).contains(&end) && tags[..end].iter().all(region) => {
            FLAG.len_utf8() + 4 * (end + 1)
        }
        _ => 0,
    }
}

/// What a character is by itself, beside those before and after it; and whether it is refused.
fn lone(c: char, before: [Option<char>; 2], after: Option<char>, in_flag: bool) -> Option<(Kind, bool)> {
    let beside = |range: std::ops::RangeInclusive<char>| {
        before[1].is_some_and(|c| range.contains(&c)) || after.is_some_and(|c| range.contains(&c))
    };
    let stands_on = before[1];
    let invisible = match c {
        '\n' | '\t' | '\r' | '\u{c}' | '\u{85}' => return None,
        c if c.is_control() => return Some((Kind::Control, true)),
        '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..='\u{10ffff}' => return Some((Kind::PrivateUse, true)),
        '\u{fdd0}'..='\u{fdef}' => return Some((Kind::Control, true)),
        c if u32::from(c) & 0xfffe == 0xfffe => return Some((Kind::Control, true)),
        '\u{e0000}'..='\u{e007f}' => return (!in_flag).then_some((Kind::Tag, true)),
        '\u{202d}' | '\u{202e}' => return Some((Kind::Override, true)),
        // Between two figures: 12 and 34, or 1234?
        '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}' => {
            let figure = |c: char| c.is_numeric() || crate::text::is_unseen(c);
            stands_on.is_some_and(figure) && after.is_some_and(figure)
        }
        '\u{fe00}'..='\u{fe0f}' => stands_on.is_none_or(|c| c.is_alphabetic() && !is_pictured(c)),
        '\u{e0100}'..='\u{e01ef}' => stands_on.is_none_or(|c| !is_pictured(c)),
        '\u{115f}' | '\u{1160}' => !beside('\u{1100}'..='\u{11ff}'),
        '\u{180b}'..='\u{180f}' => !beside('\u{1800}'..='\u{18af}'),
        '\u{2800}' => !beside('\u{2801}'..='\u{28ff}'),
        '\u{3164}'
        | '\u{ffa0}'
        | '\u{17b4}'
        | '\u{17b5}'
        | '\u{2065}'
        | '\u{206a}'..='\u{206f}'
        | '\u{fff0}'..='\u{fffb}'
        | '\u{1d173}'..='\u{1d17a}' => true,
        // Invisible signs of mathematics, and what keeps two letters apart, may be meant.
        '\u{2061}'..='\u{2064}' | '\u{34f}' => return Some((Kind::Invisible, false)),
        _ => false,
    };
    invisible.then_some((Kind::Invisible, true))
}

/// A character whose form may be chosen: a Chinese one, or one of Mongolian or Myanmar.
fn is_pictured(c: char) -> bool {
    matches!(c, '\u{2e80}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}' | '\u{1000}'..='\u{109f}' | '\u{1800}'..='\u{18af}'
        | '\u{a840}'..='\u{a87f}' | '\u{aa60}'..='\u{aa7f}' | '\u{1f000}'..='\u{1faff}' | 'ℹ' | 'Ⓜ')
}

impl Kind {
    /// The stable key, for message ids (`unseen-override`).
    pub const fn key(self) -> &'static str {
        match self {
            Self::Override => "override",
            Self::Unbalanced => "unbalanced",
            Self::Reorders => "reorders",
            Self::Embedding => "embedding",
            Self::Invisible => "invisible",
            Self::Tag => "tag",
            Self::PrivateUse => "private-use",
            Self::Control => "control",
            Self::LookAlike => "look-alike",
        }
    }
}

impl Misleading {
    /// What to say to whoever typed it: the character by name, and where it stands.
    pub fn message(&self) -> Message {
        let id = match self.kind {
            Kind::Override => "refusal-unseen-override",
            Kind::Unbalanced => "refusal-unseen-unbalanced",
            Kind::Reorders => "refusal-unseen-reorders",
            Kind::Embedding | Kind::Invisible => "refusal-unseen-invisible",
            Kind::Tag => "refusal-unseen-tag",
            Kind::PrivateUse => "refusal-unseen-private-use",
            Kind::Control => "refusal-unseen-control",
            Kind::LookAlike => "refusal-unseen-look-alike",
        };
        Message::new(id)
            .with("code", names::named(self.character).as_str())
            .with("line", self.line)
            .with("offset", self.offset)
            .with("word", self.word.as_str())
    }
}

#[cfg(test)]
mod tests;
