//! Words made fit for paper: what no font has, and what takes up no ink, is written by its number, so that nothing is a box.

use std::{borrow::Cow, collections::BTreeSet};

use domain::unseen;
use unicode_segmentation::UnicodeSegmentation;

use crate::fonts::{FONTS, Fonts};

/// How many letters stand together before the line may break between them.
const LONGEST: usize = 24;

/// Words on their way to paper, and what of them cannot be set.
#[derive(Default)]
pub(crate) struct Ink {
    /// The characters that no font has.
    pub missing: BTreeSet<char>,
}

impl Ink {
    /// The words as they can be set: a character that cannot is `[U+1F600]`.
    pub fn set(&mut self, words: &str) -> String {
        if words.bytes().all(|byte| matches!(byte, b' '..=b'~')) {
            return broken(words);
        }
        let written = unseen::written(words);
        let written = if written.chars().any(unsaid) { Cow::Owned(bare(&written)) } else { written };
        let fonts: &Fonts = &FONTS;
        let mut out = String::with_capacity(written.len());
        for letter in written.graphemes(true) {
            if letter.is_ascii() || fonts.have(letter) || apart(letter, fonts) {
                out.push_str(letter);
                continue;
            }
            for c in letter.chars() {
                self.missing.insert(c);
                out.push_str(&format!("[{}]", unseen::code(c)));
            }
        }
        broken(&out)
    }

    /// One line of words: a line break is a space.
    pub fn line(&mut self, words: &str) -> String {
        let words: Vec<&str> = words.split_whitespace().collect();
        self.set(&words.join(" "))
    }
}

/// Whether a letter without those of its characters that take up no ink is in a font.
fn apart(letter: &str, fonts: &Fonts) -> bool {
    let inked: String = letter.chars().filter(|c| !is_joiner(*c)).collect();
    inked.len() < letter.len() && (inked.is_empty() || fonts.have(&inked))
}

/// Characters that join, part or turn letters and are dropped where no font needs them.
const fn is_joiner(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{2066}'..='\u{2069}' | '\u{fe00}'..='\u{fe0f}')
}

/// What the format does not let into a file, or sets without ink.
fn unsaid(c: char) -> bool {
    (c.is_control() && !matches!(c, '\n' | '\t'))
        || matches!(c, '\u{2028}'..='\u{202e}' | '\u{e000}'..='\u{f8ff}' | '\u{feff}' | '\u{fff0}'..='\u{ffff}' | '\u{e0000}'..='\u{10ffff}')
        || u32::from(c) & 0xfffe == 0xfffe
}

fn bare(words: &str) -> String {
    let mut out = String::with_capacity(words.len() + 16);
    for c in words.chars() {
        if unsaid(c) {
            out.push_str(&format!("[{}]", unseen::code(c)));
        } else {
            out.push(c);
        }
    }
    out
}

/// Lets lines break in what is too long for one: an address, a digest, or a word without an end.
fn broken(words: &str) -> String {
    let long = |word: &str| word.len() > LONGEST && word.chars().count() > LONGEST;
    if !words.split(' ').any(long) {
        return words.to_owned();
    }
    let mut out = String::with_capacity(words.len() + words.len() / LONGEST * 3);
    let mut run = 0;
    for letter in words.graphemes(true) {
        let joins = |c: char| matches!(c, '\u{600}'..='\u{8ff}' | '\u{4e00}'..='\u{9fff}');
        run = if letter.chars().all(char::is_whitespace) || letter.starts_with(joins) { 0 } else { run + 1 };
        out.push_str(letter);
        if run >= LONGEST || (run > 6 && matches!(letter, "/" | "-" | "_" | "&" | "?" | "=")) {
            out.push('\u{200b}');
            run = 0;
        }
    }
    out
}
