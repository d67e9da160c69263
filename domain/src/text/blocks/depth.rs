//! How deep lists, quotations and notes stand in one another. The parser of Markdown goes through all that are open at each line, so that
//! what stands too deep is kept from it.

use std::borrow::Cow;

use crate::text::MAX_DEPTH;

/// The bytes of the marks that would open something deeper than [`MAX_DEPTH`], in order. Read as words they open nothing.
pub(super) fn too_deep(source: &str) -> Vec<usize> {
    let mut open = Vec::new();
    let mut found = Vec::new();
    let mut start = 0;
    let bytes = source.as_bytes();
    for end in memchr::memchr2_iter(b'\n', b'\r', bytes).chain([bytes.len()]) {
        found.extend(Row::of(&bytes[start..end]).open(&mut open).map(|at| start + at));
        start = end + 1;
    }
    found
}

/// The source with a backslash before each mark that would open something too deep, which makes it the character it is.
pub fn shallow(source: &str) -> Cow<'_, str> {
    let deep = too_deep(source);
    if deep.is_empty() {
        return Cow::Borrowed(source);
    }
    let mut shallow = String::with_capacity(source.len() + deep.len());
    let mut from = 0;
    for at in deep {
        shallow.push_str(&source[from..at]);
        shallow.push('\\');
        from = at;
    }
    shallow.push_str(&source[from..]);
    Cow::Owned(shallow)
}

/// What a line can stand in.
#[derive(Clone, Copy)]
enum Around {
    Quote,
    /// An item, a note or a meaning: what stands in it is indented by so many columns.
    Indented(usize),
}

/// A line and how far it is read.
struct Row<'a> {
    line: &'a [u8],
    at: usize,
    column: usize,
    /// Columns of a tabulator that are still to come.
    left: usize,
}

impl<'a> Row<'a> {
    /// Of a line without its end.
    fn of(line: &'a [u8]) -> Self {
        Self { line, at: 0, column: 0, left: 0 }
    }

    fn rest(&self) -> &'a [u8] {
        &self.line[self.at..]
    }

    /// Opens what begins on this line, in what it stands in of what is open. Gives the mark that is too deep, after which all is words.
    /// Running text may belong to what its line does not show, so it closes nothing; that can only make a text look deeper than it is.
    fn open(mut self, open: &mut Vec<Around>) -> Option<usize> {
        let within = open.iter().take_while(|around| self.goes_on(**around)).count();
        let mut known = within;
        while self.indent() < 4 {
            let indent = self.indent();
            let (length, mark) = mark(&self.rest()[self.spaces()..])?;
            open.truncate(known);
            self.skip(indent);
            if open.len() >= MAX_DEPTH {
                return Some(self.at + mark.unwrap_or(0));
            }
            self.at += length;
            self.column += length;
            let space = if self.rest().iter().all(u8::is_ascii_whitespace) { 1 } else { self.indent() };
            let space = if mark.is_none() || space > 4 { 1 } else { space };
            self.skip(space);
            open.push(mark.map_or(Around::Quote, |_| Around::Indented(indent + length + space)));
            known = open.len();
        }
        None
    }

    /// Whether the line stands in this too, and reads on after what shows it.
    fn goes_on(&mut self, around: Around) -> bool {
        let indent = self.indent();
        match around {
            Around::Quote if indent < 4 && self.rest().get(self.spaces()) == Some(&b'>') => {
                self.skip(indent);
                (self.at, self.column) = (self.at + 1, self.column + 1);
                self.skip(1);
                true
            }
            Around::Quote => false,
            Around::Indented(columns) if indent >= columns => {
                self.skip(columns);
                true
            }
            Around::Indented(_) => self.rest().iter().all(u8::is_ascii_whitespace),
        }
    }

    /// How many bytes of white space come.
    fn spaces(&self) -> usize {
        self.rest().iter().take_while(|byte| matches!(byte, b' ' | b'\t')).count()
    }

    /// How many columns of white space come.
    fn indent(&self) -> usize {
        let spaces = &self.rest()[..self.spaces()];
        let end = spaces.iter().fold(self.column + self.left, |column, byte| next(column, *byte));
        end - self.column
    }

    /// Reads so many columns of white space, as far as there are so many.
    fn skip(&mut self, columns: usize) {
        let end = self.column + columns.min(self.indent());
        while self.column < end {
            if self.left == 0 {
                self.left = next(self.column, self.line[self.at]) - self.column;
                self.at += 1;
            }
            let step = self.left.min(end - self.column);
            (self.column, self.left) = (self.column + step, self.left - step);
        }
    }
}

/// The column after a space or a tabulator.
fn next(column: usize, byte: u8) -> usize {
    if byte == b'\t' { (column / 4 + 1) * 4 } else { column + 1 }
}

/// How long a mark is that opens something, and which of its bytes makes it one; none for a quotation, whose first does.
fn mark(rest: &[u8]) -> Option<(usize, Option<usize>)> {
    let apart = |length: usize| rest.get(length).is_none_or(u8::is_ascii_whitespace);
    match rest.first()? {
        b'>' => Some((1, None)),
        b'-' | b'+' | b'*' if apart(1) && !is_rule(rest) => Some((1, Some(0))),
        b':' if apart(1) => Some((1, Some(0))),
        b'0'..=b'9' => {
            let digits = rest.iter().take_while(|byte| byte.is_ascii_digit()).take(10).count();
            let closed = digits < 10 && matches!(rest.get(digits), Some(b'.' | b')')) && apart(digits + 1);
            closed.then_some((digits + 1, Some(digits)))
        }
        b'[' if rest.get(1) == Some(&b'^') => {
            let end = rest.windows(2).position(|pair| pair == b"]:")?;
            Some((end + 2, Some(0)))
        }
        _ => None,
    }
}

/// A line across the page: three marks of one kind or more.
pub(super) fn is_rule(rest: &[u8]) -> bool {
    let Some(&mark) = rest.first() else { return false };
    mark != b'+'
        && rest.iter().all(|byte| *byte == mark || matches!(byte, b' ' | b'\t'))
        && rest.iter().filter(|byte| **byte == mark).count() >= 3
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_32_deep_is_left_and_what_stands_deeper_is_named() {
        assert!(too_deep(&("- ".repeat(32) + "a")).is_empty());
        assert_eq!(too_deep(&("- ".repeat(33) + "a")), [64]);
        assert_eq!(too_deep(&("> ".repeat(40) + "a")), [64]);
        assert_eq!(too_deep(&("1. ".repeat(33) + "a")), [97]);
        assert!(too_deep(&"- a\n".repeat(100)).is_empty());
        assert!(too_deep(&"> - a\n> - b\n\n".repeat(100)).is_empty());
        assert!(too_deep(&("- ".repeat(60))).is_empty(), "a line across the page");
    }

    #[test]
    fn depth_is_kept_over_lines() {
        for (step, mark) in [("  ", "- a\n\n"), ("\t", "- a\n"), ("> ", "> a\n")] {
            let stairs = |steps| (0..steps).map(|at| step.repeat(at) + mark).collect::<String>();
            assert!(too_deep(&stairs(32)).is_empty());
            assert!(!too_deep(&stairs(33)).is_empty(), "{step}{mark}");
        }
        // A quotation that is indented less on the next line.
        let within = "- ".repeat(30);
        assert_eq!(too_deep(&format!("   > {within}a\n>{}- - b\n", " ".repeat(61))).len(), 1);
    }
}
