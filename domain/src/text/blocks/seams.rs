//! Where a source can be cut so that each part reads by itself as it reads in the whole.

use super::{
    depth::is_rule,
    typed::{Row, is_fence, typed},
};

/// A place that nothing of Markdown reaches over: before a heading, or before a paragraph that is plain words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Seam {
    pub start: usize,
    /// Whether an odd number of fences stands before it, as the marks at the starts of lines are read.
    pub fenced: bool,
}

/// Between headings a part is at least this long.
const LEAST: usize = 1024;

/// What begins so far in is never deeper than Markdown is read.
const DEEPEST: usize = 31;

/// The seams after the byte `from`, in order. None where a part could say something of another: a link or note that is defined anywhere.
pub(super) fn seams(source: &str, from: usize) -> Vec<Seam> {
    let lone_return = |at: usize| source.as_bytes().get(at + 1) != Some(&b'\n');
    let marked = source.starts_with('\u{feff}');
    if marked || memchr::memchr_iter(b'\r', source.as_bytes()).any(lone_return) {
        return Vec::new();
    }
    let front = source[..from].split_inclusive('\n').filter(|line| is_fence(Row::of(line, 0).said()));
    let mut walk = Walk { fenced: front.count() % 2 == 1, ..Walk::default() };
    let (mut seams, mut last) = (Vec::new(), 0);
    let mut start = from;
    while start < source.len() {
        let end =
            memchr::memchr(b'\n', &source.as_bytes()[start..]).map_or(source.len(), |at| start + at + 1);
        let line = &source[start..end];
        if walk.is_seam(line, start - last >= LEAST) {
            seams.push(Seam { start, fenced: walk.fenced });
            last = start;
        }
        if walk.pass(line).is_none() {
            return Vec::new();
        }
        start = end;
    }
    seams
}

/// An open block of code: its mark, how often it stands there, and how far in.
#[derive(Clone, Copy)]
struct Code {
    mark: u8,
    length: usize,
    indent: usize,
}

/// What the line before was.
struct After {
    blank: bool,
    words: bool,
}

/// What is known of the lines that were passed.
#[derive(Default)]
struct Walk {
    code: Option<Code>,
    /// How far in the words of the open list item stand, while nothing else stands in it.
    item: Option<usize>,
    /// Whether an odd number of fences was passed.
    fenced: bool,
    /// Whether the last line was empty,
    blank: bool,
    /// or words that begin with a letter.
    words: bool,
    /// Since the last empty line, whether a line began with `<`,
    tag: bool,
    /// and whether one began with `[`.
    label: bool,
    /// Whether a meaning was passed since the last heading: a list of terms goes on over paragraphs.
    meaning: bool,
    /// Whether something began that is not surely over.
    lost: bool,
}

impl Walk {
    fn is_seam(&mut self, line: &str, long: bool) -> bool {
        if !self.blank || self.code.is_some() || self.lost {
            return false;
        }
        let heading = is_heading(line);
        if heading {
            self.meaning = false;
        }
        let plain = || {
            !self.meaning && line.starts_with(char::is_alphabetic) && typed(Row::of(line, 0).said()).is_none()
        };
        heading || long && plain()
    }

    /// Passes a line; nothing when the source must stay whole.
    fn pass(&mut self, line: &str) -> Option<()> {
        let first = line.bytes().next()?;
        let spaces = line.bytes().take_while(|byte| *byte == b' ').count();
        let blank = is_blank(line);
        if !blank && self.item.is_some_and(|item| spaces < item) {
            self.item = None;
            // What stands in an item ends with it.
            self.code = self.code.filter(|code| code.indent == 0);
        }
        if self.code.is_none() && (first.is_ascii_alphabetic() || first == b'#') {
            (self.blank, self.words) = (false, first != b'#');
            return self.names(line);
        }
        if matches!(first, b'`' | b'~' | b' ' | b'\t' | b'>') || !first.is_ascii() {
            self.fenced ^= is_fence(Row::of(line, 0).said());
        }
        let after_words = std::mem::take(&mut self.words);
        let after_blank = std::mem::replace(&mut self.blank, blank);
        if let Some(code) = self.code {
            self.code = Some(code).filter(|code| !code.is_closed_by(line, spaces));
            return Some(());
        }
        if self.blank {
            (self.tag, self.label) = (false, false);
            return Some(());
        }
        let after = After { blank: after_blank, words: after_words };
        self.open(line, spaces, after)
    }

    /// Takes what begins on a line outside of code.
    fn open(&mut self, line: &str, spaces: usize, after: After) -> Option<()> {
        let marks = |c: char| matches!(c, ' ' | '\t' | '>' | '-' | '+' | '*' | ':' | '.' | ')' | '0'..='9');
        let said = line.trim_start_matches(marks);
        let before = &line[..line.len() - said.len()];
        let columns = before.trim_end().bytes().map(|byte| if byte == b'\t' { 4 } else { 1 }).sum::<usize>();
        if columns > DEEPEST && !is_rule(line.trim().as_bytes()) {
            return None;
        }
        self.meaning |= before.contains(':');
        if is_fence(said) {
            let mark = said.as_bytes()[0];
            let length = said.bytes().take_while(|byte| *byte == mark).count();
            let within = before.is_empty()
                || before.len() == spaces && self.item.is_some_and(|item| spaces < item + 4);
            match within && !self.tag {
                true if mark == b'`' && said[length..].contains('`') => {}
                true => self.code = Some(Code { mark, length, indent: self.item.unwrap_or_default() }),
                false => self.lost = true,
            }
        }
        if said.starts_with('<') {
            self.lost |= begins_raw(said);
            self.tag = true;
        }
        self.label |= said.starts_with('[') && !(after.words && before.is_empty());
        if before.len() > spaces {
            let alone = after.blank
                && spaces == 0
                && !before.trim_end().contains([' ', '>', '\t', ':'])
                && !said.is_empty();
            self.item = if alone { item_indent(before) } else { None };
        }
        self.names(line)
    }

    /// Whether a line defines no link and no note.
    fn names(&self, line: &str) -> Option<()> {
        (!self.label || !line.contains("]:")).then_some(())
    }
}

fn is_heading(line: &str) -> bool {
    let rest = line.trim_start_matches('#');
    (1..=6).contains(&(line.len() - rest.len())) && rest.starts_with(' ')
}

fn is_blank(line: &str) -> bool {
    line.bytes().all(|byte| matches!(byte, b' ' | b'\t' | b'\r' | b'\n'))
}

/// How far in the words of a list item stand that begins so.
fn item_indent(before: &str) -> Option<usize> {
    let mark = before.trim_end_matches(' ');
    let space = before.len() - mark.len();
    let digits = mark.trim_end_matches(['.', ')']);
    let counts = digits.len() + 1 == mark.len() && (1..=9).contains(&digits.len());
    let is_mark =
        matches!(mark, "-" | "+" | "*") || counts && digits.bytes().all(|byte| byte.is_ascii_digit());
    (is_mark && (1..=4).contains(&space)).then_some(before.len())
}

impl Code {
    fn is_closed_by(self, line: &str, spaces: usize) -> bool {
        let said = &line[spaces..];
        let marks = said.bytes().take_while(|byte| *byte == self.mark).count();
        (self.indent..self.indent + 4).contains(&spaces) && marks >= self.length && is_blank(&said[marks..])
    }
}

/// Whether a line begins raw HTML that goes on over empty lines, and does not surely end it.
fn begins_raw(said: &str) -> bool {
    if let Some(comment) = said.strip_prefix("<!--") {
        return !comment.trim_start_matches(['-', '>']).contains("-->");
    }
    let name = said[1..].split(|c: char| !c.is_ascii_alphabetic()).next().unwrap_or_default();
    let raw = ["pre", "script", "style", "textarea"].iter().any(|raw| name.eq_ignore_ascii_case(raw));
    raw || said[1..].starts_with(['!', '?'])
}
