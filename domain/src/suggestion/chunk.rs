//! What typed source is made of: items, headings, rows, paragraphs, and the lines in them.

use std::ops::Range;

/// The sign a list item begins with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Marker {
    /// Columns before it.
    pub indent: usize,
    pub sign: Sign,
    /// Bytes from the start of the line to what the item says.
    pub content: usize,
}

/// What marks an item: a bullet, or a number with the sign after it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sign {
    Bullet(char),
    Number(u64, char),
}

/// Lines that belong together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Chunk<'a> {
    pub lines: Vec<&'a str>,
    /// Which line is its first.
    pub first: usize,
    /// How many empty lines stand before it.
    pub blank: usize,
    /// Whether it stands between the fences of code.
    pub fenced: bool,
}

impl Sign {
    /// The sign as it is written.
    pub fn written(self) -> String {
        match self {
            Self::Bullet(bullet) => bullet.to_string(),
            Self::Number(number, mark) => format!("{number}{mark}"),
        }
    }
}

impl Chunk<'_> {
    /// Its lines, with line ends between them.
    pub fn text(&self) -> String {
        self.lines.join("\n")
    }

    /// The marker it begins with.
    pub fn marker(&self) -> Option<Marker> {
        self.lines.first().filter(|_| !self.fenced).and_then(|line| marker(line))
    }

    /// How many columns its first line is indented.
    pub fn indent(&self) -> usize {
        self.lines.first().map_or(0, |line| indent(line))
    }
}

/// The marker at the start of a line.
pub(super) fn marker(line: &str) -> Option<Marker> {
    let indent = indent(line);
    let rest = &line[indent..];
    let digits = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let (sign, taken) = match rest.as_bytes().get(digits)? {
        bullet @ (b'-' | b'*' | b'+') if digits == 0 => (Sign::Bullet(char::from(*bullet)), 1),
        mark @ (b'.' | b')') if (1..=9).contains(&digits) => {
            (Sign::Number(rest[..digits].parse().ok()?, char::from(*mark)), digits + 1)
        }
        _ => return None,
    };
    let after = &rest[taken..];
    let space = after.len() - after.trim_start_matches([' ', '\t']).len();
    if is_rule(rest) || space == 0 && !after.is_empty() {
        return None;
    }
    let space = if space > 4 || after.len() == space { space.min(1) } else { space };
    Some(Marker { indent, sign, content: indent + taken + space })
}

/// The box of a task that a line begins with after the mark of its item, `[ ] ` or `[x] `: where it begins and ends.
fn task(line: &str) -> Option<Range<usize>> {
    let start = marker(line).map_or_else(|| indent(line), |marker| marker.content);
    let rest = &line[start..];
    let end = BOXES
        .iter()
        .find_map(|(written, _)| rest.strip_prefix(written))
        .filter(|rest| rest.starts_with(' '))?;
    Some(start..line.len() - end.trim_start().len())
}

/// The boxes of tasks as they are written, and as they are shown.
const BOXES: [(&str, char); 3] = [("[ ]", '☐'), ("[x]", '☑'), ("[X]", '☑')];

/// A line that was typed in place of one that begins with the box of a task: with that box, unless it has one itself.
pub(super) fn with_task(own: &str, typed: &str) -> Option<String> {
    let task_of = task(own)?;
    if task(typed).is_some() {
        return None;
    }
    let start = marker(typed).map_or_else(|| indent(typed), |marker| marker.content);
    let (lead, words) = typed.split_at(start);
    let shown = BOXES.iter().find(|(_, shown)| words.starts_with(*shown));
    Some(match shown {
        Some((written, shown)) => format!("{lead}{written}{}", &words[shown.len_utf8()..]),
        None => format!("{lead}{}{words}", &own[task_of]),
    })
}

/// Whether what is read begins with the box of a task.
pub(super) fn begins_task(read: &str) -> bool {
    BOXES.iter().any(|(_, shown)| read.starts_with(*shown))
}

/// Words typed in place of a task, as they are read with its box: their own, or the one that was there.
pub(super) fn read_task(was: &str, typed: &str) -> Option<(char, String)> {
    let kept = was.chars().next().filter(|_| begins_task(was))?;
    let (_, own) = typed.split_at(marker(typed).map_or_else(|| indent(typed), |marker| marker.content));
    let typed_box = BOXES.iter().find_map(|(written, shown)| {
        let rest = own
            .strip_prefix(written)
            .filter(|rest| rest.starts_with(' '))
            .or_else(|| own.strip_prefix(*shown));
        Some((*shown, rest?.trim_start().to_owned()))
    });
    Some(typed_box.unwrap_or_else(|| (kept, typed.to_owned())))
}

fn indent(line: &str) -> usize {
    line.len() - line.trim_start_matches([' ', '\t']).len()
}

/// The level of a heading with its marks: `## Title`.
pub(super) fn heading(line: &str) -> Option<usize> {
    let rest = line.trim_start_matches('#');
    let level = line.len() - rest.len();
    ((1..=6).contains(&level) && (rest.is_empty() || rest.starts_with([' ', '\t']))).then_some(level)
}

fn is_rule(line: &str) -> bool {
    let mut signs = line.chars().filter(|c| !c.is_whitespace());
    let Some(sign) = signs.next().filter(|sign| "-*_".contains(*sign)) else { return false };
    let more: Vec<char> = signs.collect();
    more.len() >= 2 && more.iter().all(|other| *other == sign)
}

/// The fence that opens or closes code.
fn fence(line: &str) -> Option<&str> {
    let line = line.trim_start();
    let line = marker(line).map_or(line, |marker| line[marker.content..].trim_start());
    let length = |mark: char| line.len() - line.trim_start_matches(mark).len();
    let length = length('`').max(length('~'));
    (length >= 3).then(|| &line[..length])
}

/// Cuts lines into chunks. `verbatim` lines are each their own, and a line in `within` begins none.
pub(super) fn chunks<'a>(lines: &[&'a str], verbatim: bool, within: &[&str]) -> Vec<Chunk<'a>> {
    let mut chunks: Vec<Chunk<'a>> = Vec::new();
    let (mut open, mut blank, mut alone): (Option<&str>, usize, bool) = (None, 0, true);
    for (index, line) in lines.iter().enumerate() {
        if line.trim().is_empty() {
            blank += 1;
            continue;
        }
        let here = fence(line);
        let closes = open.zip(here).is_some_and(|(open, here)| here.starts_with(open));
        let (inside, edge) = (open.is_some(), here.is_some());
        let known = within.contains(&line.trim());
        let goes_on = blank == 0 && !verbatim && !inside && (known || !alone && !begins(line));
        match chunks.last_mut().filter(|_| goes_on) {
            Some(last) => last.lines.push(line),
            None => chunks.push(Chunk { lines: vec![line], first: index, blank, fenced: inside }),
        }
        open = match open {
            Some(_) if closes => None,
            Some(open) => Some(open),
            None => here,
        };
        alone = edge || inside || is_alone(line);
        blank = 0;
    }
    chunks
}

/// Whether a line begins a block of its own.
fn begins(line: &str) -> bool {
    let words = line.trim_start();
    marker(line).is_some()
        || is_alone(line)
        || words.starts_with(['>', '|'])
        || fence(line).is_some()
        || (words.starts_with("[^") && words.contains("]:"))
}

/// Whether nothing can follow in the same block.
fn is_alone(line: &str) -> bool {
    let words = line.trim_start();
    heading(words).is_some() || (is_rule(words) && !words.starts_with("--")) || words.starts_with('|')
}
