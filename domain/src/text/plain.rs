//! Paragraphs that say the same wherever they stand: without any mark of Markdown.

use std::borrow::Cow;

use super::{
    Language,
    blocks::Starts,
    number,
    sentences::{self, Tongue},
};

/// Whether a byte may mean something to Markdown or to nobody. Told by comparing, so that many are told at once.
const fn is_mark(byte: u8) -> bool {
    (byte < b' ') & (byte != b'\n')
        | (byte == b'`')
        | (byte == b'*')
        | (byte == b'_')
        | (byte == b'[')
        | (byte == b']')
        | (byte == b'<')
        | (byte == b'>')
        | (byte == b'&')
        | (byte == b'\\')
        | (byte == b'~')
        | (byte == b'|')
}

/// Whether what stands between two empty lines is one heading or one paragraph, whatever stands before and after it, and reads as it is
/// written. When in doubt it is not.
pub(crate) fn is_plain(block: &str) -> bool {
    if block.bytes().fold(false, |marked, byte| marked | is_mark(byte)) {
        return false;
    }
    let letter = |text: &str| text.starts_with(char::is_alphabetic);
    if let Some(title) = heading(block) {
        return letter(title) && !title.contains('\n') && stands_alone(title, true);
    }
    // Where a line breaks is a space, except in a script that has none.
    let goes_on =
        |before: &str, after: &str| letter(after) && before.ends_with(|c: char| c > ' ' && c < '\u{2e80}');
    letter(block)
        && stands_alone(block, false)
        && memchr::memchr_iter(b'\n', block.as_bytes()).all(|at| goes_on(&block[..at], &block[at + 1..]))
        && (!block.contains('\n') || Starts::are_plain(block))
}

/// Whether it is told without the clauses before and after it if the block has a number.
fn stands_alone(block: &str, heading: bool) -> bool {
    number::find(block, heading).is_none_or(|found| found.is_named())
}

/// Whether a plain block has a number.
pub(crate) fn is_numbered(block: &str) -> bool {
    let title = heading(block);
    number::find(title.unwrap_or(block), title.is_some()).is_some()
}

/// How many lines a plain block of a text has that is most likely in this language.
pub(crate) fn line_count(block: &str, likely: Language) -> u32 {
    if heading(block).is_some() {
        return 1;
    }
    let text = block.trim_end();
    let text = if text.contains('\n') { Cow::Owned(text.replace('\n', " ")) } else { Cow::Borrowed(text) };
    let number = number::find(&text, false).map(|found| found.taken);
    sentences::count(&text, Tongue::likely(likely), number) as u32
}

fn heading(block: &str) -> Option<&str> {
    let title = block.trim_start_matches('#');
    let level = block.len() - title.len();
    title.strip_prefix(' ').filter(|_| (1..=6).contains(&level))
}
