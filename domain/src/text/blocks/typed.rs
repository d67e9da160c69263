//! Line starts that Markdown reads otherwise than people: lists with marks typed by hand, and marks that stand at the start of a line
//! only because a sentence was wrapped there.

use std::{
    borrow::Cow,
    collections::{BTreeSet, HashMap},
};

use super::wraps::{goes_on, is_announcing, is_ended, is_finished, markdown};
use crate::text::number::{self, Mark, Name, Script, Wrap};

/// What the starts of the physical lines are.
#[derive(Default)]
pub(in crate::text) struct Starts {
    /// Bytes at which an item with a typed mark begins.
    pub items: BTreeSet<usize>,
    /// Those of the items that go on with the list before the empty line above them.
    pub again: BTreeSet<usize>,
    /// Bytes at which an article or its like begins: `Article 6.` in the line after `Article 5.`
    pub articles: BTreeSet<usize>,
    /// Bytes of bullets of Markdown under an item with a typed number, in the lines after it.
    pub under: BTreeSet<usize>,
    /// Bytes of marks that mean nothing, in order.
    pub harmless: Vec<usize>,
}

/// A mark by which somebody began an item.
pub(super) enum Typed {
    /// `•`, `–`: the mark itself.
    Bullet(char),
    /// `a)`, `(i)`, `2.`: what it may count.
    Counts(Vec<Mark>),
}

/// A physical line.
pub(super) struct Row<'a> {
    /// Where its first character stands that is not white space or the mark of a quotation.
    start: usize,
    said: &'a str,
    /// In how many quotations it stands.
    quotes: usize,
}

const BULLETS: &str = "•·◦▪▫‣●○■□–—⁃∙٭";

impl Starts {
    /// Of a source before which an odd number of fences stands, or an even one.
    pub fn of(source: &str, mut fenced: bool) -> Self {
        let mut starts = Self::default();
        let mut rows: Vec<Row<'_>> = Vec::new();
        let mut before: Option<Ends> = None;
        let mut at = 0;
        for line in source.split_inclusive('\n') {
            let row = Row::of(line, at);
            if is_fence(row.said) {
                fenced = !fenced;
            }
            if row.said.is_empty() || fenced || rows.last().is_some_and(|last| last.quotes != row.quotes) {
                before = starts.block(&rows, before);
                rows.clear();
            }
            if !row.said.is_empty() && !fenced {
                rows.push(row);
            }
            at += line.len();
        }
        starts.block(&rows, before);
        starts
    }

    /// Takes the marks at these bytes of the source for words, besides those that are known to be.
    pub fn are_words(&mut self, marks: Vec<usize>) {
        if !marks.is_empty() {
            self.harmless.extend(marks);
            self.harmless.sort_unstable();
            self.harmless.dedup();
        }
    }

    /// The source for the parser of Markdown: of equal length, and without the marks that mean nothing.
    pub fn masked<'a>(&self, source: &'a str) -> Cow<'a, str> {
        if self.harmless.is_empty() {
            return Cow::Borrowed(source);
        }
        let mut masked = String::with_capacity(source.len());
        let mut from = 0;
        for &at in &self.harmless {
            masked.push_str(&source[from..at]);
            masked.push('x');
            from = at + 1;
        }
        masked.push_str(&source[from..]);
        Cow::Owned(masked)
    }

    /// Reads a block between empty lines; gives how it ends, or how the one `before` it did when there are no rows.
    fn block(&mut self, rows: &[Row<'_>], before: Option<Ends>) -> Option<Ends> {
        let (Some(first), Some(last)) = (rows.first(), rows.last()) else { return before };
        let may_be = |row: &Row<'_>| {
            row.said.starts_with(['-', '+', '*', '#', '(', '（', '['])
                || bullet(row.said).is_some()
                || counts(row.said).is_some()
        };
        if rows.len() > 1 && rows.iter().any(may_be) {
            self.wrapped(rows);
            self.items(rows);
            self.under(rows);
        }
        if rows.len() > 1 {
            self.articles(rows);
        }
        let sure = |row: &&Row<'_>| bullet(row.said).is_some_and(|mark| mark != '–' && mark != '—');
        self.items.extend(rows.iter().filter(sure).map(|row| row.start));
        self.again(first, before);
        let (index, mark) =
            rows.iter().enumerate().rev().find_map(|(index, row)| Some((index, typed(row.said)?)))?;
        let item = self.items.contains(&rows[index].start);
        (item || index == 0).then(|| Ends { mark, start: rows[index].start, item, quotes: last.quotes })
    }

    /// Takes the first row for an item when it goes on with the items before an empty line: bullets need no more, numbers a list.
    fn again(&mut self, row: &Row<'_>, before: Option<Ends>) {
        let Some(before) = before else { return };
        let Some(mark) = typed(row.said) else { return };
        let is_list = before.item || matches!(mark, Typed::Bullet(_));
        if is_list && before.quotes == row.quotes && before.mark.leads_to(&mark) {
            self.items.extend([before.start, row.start]);
            self.again.insert(row.start);
        }
    }

    /// Bullets in the lines after an item with a typed number: they stand in that item. Markdown would put the next number in the last of
    /// them.
    fn under(&mut self, rows: &[Row<'_>]) {
        let (mut numbered, mut found) = (false, Vec::new());
        for row in rows {
            if self.items.contains(&row.start) {
                numbered = counts(row.said).is_some() && markdown(row.said).is_none();
            } else if numbered
                && markdown(row.said).is_some_and(|mark| matches!(mark, "-" | "*" | "+"))
                && self.harmless.binary_search(&row.start).is_err()
            {
                found.push(row.start);
            }
        }
        self.items.extend(&found);
        self.under.extend(&found);
        self.are_words(found);
    }

    /// Articles and their like that count up from line to line, each after the end of a sentence.
    fn articles(&mut self, rows: &[Row<'_>]) {
        let begins = |index: usize| index == 0 || is_ended(rows[index - 1].said);
        let named = |index: &usize| Some((*index, article(rows[*index].said)?));
        let all: Vec<_> =
            (0..rows.len()).filter(|index| begins(*index)).filter_map(|index| named(&index)).collect();
        for pair in all.windows(2) {
            let [(one, before), (other, after)] = pair else { continue };
            if Typed::Counts(before.clone()).leads_to(&Typed::Counts(after.clone())) {
                self.articles.extend([rows[*one].start, rows[*other].start]);
            }
        }
    }

    /// Marks of Markdown at the start of a line that go on with the sentence of the line before.
    fn wrapped(&mut self, rows: &[Row<'_>]) {
        let mut times: HashMap<&str, u32> = HashMap::new();
        rows.iter()
            .filter_map(|row| markdown(row.said))
            .for_each(|mark| *times.entry(mark).or_default() += 1);
        for (index, pair) in rows.windows(2).enumerate() {
            let (before, row) = (pair[0].said, pair[1].said);
            let Some(mark) = markdown(row) else { continue };
            let alone = times.get(mark) == Some(&1);
            let begun = index == 0 && (markdown(before).is_some() || bullet(before).is_some());
            let rest = row[mark.len()..].trim_start();
            if alone && !begun && goes_on(before, rest, mark == "#") {
                let at =
                    if mark.ends_with(['.', ')']) { pair[1].start + mark.len() - 1 } else { pair[1].start };
                self.harmless.push(at);
            }
        }
    }

    /// Items that follow one another: bullets of one kind, or numbers that count up.
    fn items(&mut self, rows: &[Row<'_>]) {
        let typed: Vec<(usize, Typed)> = rows
            .iter()
            .enumerate()
            .filter(|(_, row)| self.harmless.binary_search(&row.start).is_err())
            .filter_map(|(index, row)| Some((index, typed(row.said)?)))
            .collect();
        for ((index, mark), next) in typed.iter().zip(followers(&typed)) {
            let Some(next) = next else { continue };
            let first = !self.items.contains(&rows[*index].start);
            let begins = |before: &Row<'_>| match mark.is_late_letter() {
                true => is_announcing(before.said),
                false => is_ended(before.said) || is_finished(before.said),
            };
            let opens =
                *index == 0 || begins(&rows[index - 1]) || self.items.contains(&rows[index - 1].start);
            if !first || opens {
                self.items.extend([rows[*index].start, rows[next].start]);
            }
        }
    }
}

/// What an item is looked for by: its bullet, or all that its number counts.
#[derive(PartialEq, Eq, Hash)]
enum Sign {
    Bullet(char),
    Number { name: Name, wrap: Wrap, script: Script, above: Vec<u32>, value: u32 },
}

impl Sign {
    /// The sign of a number, or of the one so many after it.
    fn of(mark: &Mark, after: u32) -> Self {
        let (value, above) = mark.values.split_last().unwrap_or((&0, &[]));
        Self::Number {
            name: mark.name,
            wrap: mark.wrap,
            script: mark.script,
            above: above.to_vec(),
            value: value.saturating_add(after),
        }
    }
}

impl<'a> Row<'a> {
    /// A line of the source that begins at this byte, without its quotation marks `>` and the white space around.
    pub fn of(line: &'a str, at: usize) -> Self {
        let (mut said, mut quotes) = (line.trim_start(), 0);
        while let Some(inner) = said.strip_prefix('>') {
            (said, quotes) = (inner.trim_start(), quotes + 1);
        }
        Self { start: at + line.len() - said.len(), said: said.trim_end(), quotes }
    }

    /// What the line says.
    pub fn said(&self) -> &'a str {
        self.said
    }
}

/// How a block ends: the mark of its last item, and where that stands.
struct Ends {
    mark: Typed,
    start: usize,
    /// Whether it is an item by what stands before it.
    item: bool,
    quotes: usize,
}

impl Typed {
    /// Whether the other one goes on with it: with the same bullet, or the next number.
    fn leads_to(&self, later: &Self) -> bool {
        match (self, later) {
            (Self::Bullet(one), Self::Bullet(other)) => one == other,
            (Self::Counts(one), Self::Counts(other)) => {
                let next = |mark: &Mark| other.iter().any(|other| Sign::of(other, 0) == Sign::of(mark, 1));
                one.iter().any(next)
            }
            _ => false,
        }
    }

    /// A letter with a full stop, and not the first: `r.` may be a sentence of its own, or end one that was wrapped before it.
    fn is_late_letter(&self) -> bool {
        let late = |mark: &Mark| {
            let letter = !matches!(mark.script, Script::Digits | Script::OtherDigits(_) | Script::Han);
            letter && mark.wrap == Wrap::Stop && mark.values.last() > Some(&1)
        };
        matches!(self, Self::Counts(marks) if marks.iter().all(late))
    }
}

/// For each item the row of the nearest one below that goes on with it: one of the same bullet, or of the next number.
fn followers(typed: &[(usize, Typed)]) -> Vec<Option<usize>> {
    let mut below: HashMap<Sign, usize> = HashMap::new();
    let mut found: Vec<_> = typed
        .iter()
        .rev()
        .map(|(index, mark)| match mark {
            Typed::Bullet(bullet) => below.insert(Sign::Bullet(*bullet), *index),
            Typed::Counts(marks) => {
                let next = marks.iter().filter_map(|mark| below.get(&Sign::of(mark, 1)).copied()).min();
                below.extend(marks.iter().map(|mark| (Sign::of(mark, 0), *index)));
                next
            }
        })
        .collect();
    found.reverse();
    found
}

pub(super) fn bullet(said: &str) -> Option<char> {
    let first = said.chars().next().filter(|c| !c.is_ascii() && BULLETS.contains(*c))?;
    said[first.len_utf8()..].starts_with([' ', '\t', '\u{a0}']).then_some(first)
}

/// Whether a line opens or closes a block of code.
pub(super) fn is_fence(said: &str) -> bool {
    said.starts_with("```") || said.starts_with("~~~")
}

pub(super) fn typed(said: &str) -> Option<Typed> {
    bullet(said).map(Typed::Bullet).or_else(|| counts(said).map(Typed::Counts))
}

/// What a short number with its mark counts.
fn counts(said: &str) -> Option<Vec<Mark>> {
    let mut few = said.char_indices().take(5).filter(|(_, c)| !c.is_ascii());
    let wide = few.find(|(_, c)| "）、．".contains(*c)).map(|(at, c)| at + c.len_utf8());
    let ring = number::circled_length(said);
    let end = ring.or(wide).or_else(|| said.find(char::is_whitespace))?;
    let mark = &said[..end];
    let short = ring.is_some()
        || mark.len() <= 18 && mark.ends_with([')', '.', '）', '、', '-', '．', ']', 'ª', 'º', '°', '/']);
    let short = short || said[end..].trim_start().starts_with(['-', '–', '—']);
    let found = if short { number::find(said, false) } else { None };
    let found = found.filter(|found| !found.is_named() && !found.is_loose())?;
    (found.taken < said.len()).then_some(found.readings)
}

/// What the number of an article or its like counts, or a number of parts without any mark: `10.12.3 Notice`.
fn article(said: &str) -> Option<Vec<Mark>> {
    let found = number::find(said, false)?;
    let parts = |mark: &Mark| mark.wrap == Wrap::Bare && mark.values.len() > 1;
    let is_one = found.is_named() || found.is_loose() || found.readings.iter().any(parts);
    (is_one && found.taken < said.len()).then_some(found.readings)
}
