//! A text as the engine sees it: blocks of lines of words. Made from the clauses of a version, or from the physical lines of any file.

mod shown;

use std::{borrow::Cow, ops::Range};

use shown::Shown;

use crate::{
    text::{Clause, Text, Uniform},
    words::{bytes_key, each, mix},
};

/// Words in order, gathered in lines, gathered in blocks.
#[derive(Debug, Default)]
pub(crate) struct Prose {
    /// The key of each word.
    pub words: Vec<u64>,
    /// The characters of each word in its block's text; only for clauses.
    pub chars: Vec<Range<u32>>,
    pub lines: Vec<ProseLine>,
    pub blocks: Vec<Block>,
}

/// One line of a text, as the words it has.
#[derive(Debug)]
pub(crate) struct ProseLine {
    pub words: Range<u32>,
    /// Equal for equal lines; 0 for a blank one.
    pub key: u64,
    /// The block it belongs to, by index.
    pub block: u32,
}

/// One block of a text: a clause of a version, or lines between empty lines of a file.
#[derive(Debug)]
pub(crate) struct Block {
    /// By index, from 0.
    pub lines: Range<u32>,
    pub words: Range<u32>,
    /// Equal for equal blocks.
    pub key: u64,
    pub heading: bool,
}

impl Prose {
    /// Some clauses of a version, by their index.
    pub fn of_some(text: &Text, clauses: &[u32]) -> Self {
        Self::of_clauses(text, false, clauses.iter().map(|&index| &text.clauses()[index as usize]))
    }

    /// The clauses of a version, with the characters of each word; line `n` of the version is line `n - 1` here.
    pub fn with_chars(text: &Text) -> Self {
        Self::of_clauses(text, true, text.clauses().iter())
    }

    fn of_clauses<'a>(
        text: &'a Text,
        chars: bool,
        clauses: impl ExactSizeIterator<Item = &'a Clause>,
    ) -> Self {
        let share = |all: usize| all * clauses.len() / text.clauses().len().max(1);
        let words = share(text.source().len() / 6);
        let mut prose = Self {
            words: Vec::with_capacity(words),
            chars: Vec::with_capacity(if chars { words } else { 0 }),
            lines: Vec::with_capacity(share(text.lines().len())),
            blocks: Vec::with_capacity(clauses.len()),
        };
        for clause in clauses {
            prose.begin(clause.is_heading());
            for line in text.lines_in(clause.lines) {
                let said = line.said(clause);
                let number = (line.text.len() - said.len()) as u32;
                prose.line(said, chars.then(|| line.chars.start + count(&line.text[..number as usize])));
            }
            prose.end();
            if let Some(block) = prose.blocks.last_mut() {
                block.key = key(clause);
            }
        }
        prose
    }

    /// The physical lines of any file. A blank line ends a block; a list mark, heading mark or block tag begins one.
    pub fn physical(source: &str) -> Self {
        let shown = Shown::of(source);
        let mut prose = Self::default();
        let mut open = false;
        for (number, line) in (0..).zip(source.split('\n')) {
            let said = line.trim();
            if said.is_empty() || begins_block(said) {
                if open {
                    prose.end();
                }
                open = false;
            }
            if !said.is_empty() && !open {
                prose.begin(is_heading(said));
                open = true;
            }
            if open {
                prose.line(&characters(&line[shown.mark(number)..]), None);
            } else {
                prose.blank();
            }
            if open && is_heading(said) {
                prose.end();
                open = false;
            }
        }
        if open {
            prose.end();
        }
        shown.settle(&mut prose);
        prose
    }

    fn begin(&mut self, heading: bool) {
        let (line, word) = (self.lines.len() as u32, self.words.len() as u32);
        self.blocks.push(Block { lines: line..line, words: word..word, key: 1, heading });
    }

    fn end(&mut self) {
        if let Some(block) = self.blocks.last_mut() {
            block.lines.end = self.lines.len() as u32;
            block.words.end = self.words.len() as u32;
        }
    }

    fn line(&mut self, text: &str, chars_from: Option<u32>) {
        let start = self.words.len() as u32;
        let said = Uniform::of(text);
        match chars_from {
            None => each(&said.text, |_, key| self.words.push(key)),
            Some(from) => {
                let (mut byte, mut at) = (0, from);
                each(&said.text, |range, key| {
                    let range = said.source(&range);
                    self.words.push(key);
                    at += count(&text[byte..range.start]);
                    let from = at;
                    at += count(text[range.clone()].trim_end());
                    self.chars.push(from..at);
                    at += count(&text[range.clone()]) - (at - from);
                    byte = range.end;
                });
            }
        }
        let key = bytes_key(said.text.as_bytes()).max(1);
        let block = (self.blocks.len() as u32).saturating_sub(1);
        self.lines.push(ProseLine { words: start..self.words.len() as u32, key, block });
        if let Some(block) = self.blocks.last_mut() {
            block.key = mix(block.key, key);
        }
    }

    fn blank(&mut self) {
        let at = self.words.len() as u32;
        let block = (self.blocks.len() as u32).saturating_sub(1);
        self.lines.push(ProseLine { words: at..at, key: 0, block });
    }

    /// The line that holds a word.
    pub fn line_of(&self, word: u32) -> u32 {
        (self.lines.partition_point(|line| line.words.end <= word) as u32)
            .min((self.lines.len() as u32).saturating_sub(1))
    }
}

/// Equal for equal clauses.
fn key(clause: &Clause) -> u64 {
    clause.digest.0[..8].iter().fold(0, |key, byte| key << 8 | u64::from(*byte))
}

/// A line with its entities as the characters they stand for.
fn characters(line: &str) -> Cow<'_, str> {
    let mut out = String::new();
    let mut rest = line;
    while let Some((before, after)) = rest.split_once('&') {
        let found = after.split_once(';').and_then(|(name, after)| Some((entity(name)?, after)));
        let (c, after) = found.unwrap_or(('&', after));
        out.push_str(before);
        out.push(c);
        rest = after;
    }
    if out.is_empty() { Cow::Borrowed(line) } else { Cow::Owned(out + rest) }
}

/// The character an entity stands for: those that texts are written with, and any by its number.
fn entity(name: &str) -> Option<char> {
    if let Some(number) = name.strip_prefix('#') {
        let code = match number.strip_prefix(['x', 'X']) {
            Some(hex) => u32::from_str_radix(hex, 16),
            None => number.parse(),
        };
        return code.ok().and_then(char::from_u32).filter(|c| *c != '\0');
    }
    Some(match name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        "nbsp" => '\u{a0}',
        "shy" => '\u{ad}',
        "ndash" => '–',
        "mdash" => '—',
        "hellip" => '…',
        "laquo" => '«',
        "raquo" => '»',
        "lsquo" => '‘',
        "rsquo" => '’',
        "ldquo" => '“',
        "rdquo" => '”',
        "sect" => '§',
        "euro" => '€',
        "copy" => '©',
        _ => return None,
    })
}

fn count(text: &str) -> u32 {
    if text.is_ascii() { text.len() as u32 } else { text.chars().count() as u32 }
}

fn is_heading(line: &str) -> bool {
    line.starts_with('#')
        || ["<h1", "<h2", "<h3", "<h4", "<h5", "<h6"].iter().any(|tag| line.starts_with(tag))
}

fn begins_block(line: &str) -> bool {
    let mark = |rest: &str| rest.starts_with([' ', '\t']);
    if line.starts_with('#') || line.starts_with('|') {
        return true;
    }
    if let Some(rest) = line.strip_prefix(['-', '*', '+', '•', ':']) {
        return mark(rest);
    }
    if let Some(rest) = line.strip_prefix("</").or_else(|| line.strip_prefix('<')) {
        let name = rest.split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or_default();
        return BLOCK_TAGS.contains(&name.to_ascii_lowercase().as_str());
    }
    let figures = line.trim_start_matches('(').trim_start_matches(|c: char| c.is_numeric() || c == '.');
    let lead = line.len() - figures.len();
    lead > 0 && (mark(figures) && line[..lead].ends_with('.') || figures.strip_prefix(')').is_some_and(mark))
}

const BLOCK_TAGS: &[&str] = &[
    "p",
    "li",
    "ul",
    "ol",
    "dl",
    "dt",
    "dd",
    "div",
    "section",
    "article",
    "table",
    "thead",
    "tbody",
    "tr",
    "td",
    "th",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "pre",
    "blockquote",
    "header",
    "footer",
    "nav",
    "main",
    "aside",
    "figure",
    "hr",
    "br",
];
