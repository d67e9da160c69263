//! What changes from the source of some lines to what is typed for them.

use std::ops::Range;

use super::{
    apply::one_line,
    chunk::{Chunk, chunks, with_task},
    frame::Frame,
    given::Given,
    pairing::pairs,
    rewrite::{Hunk, as_read, as_source, distance, is_plain, likeness},
    writer::Writer,
};
use crate::text::{LineRange, Text};

/// Changes from the source of the lines to what is typed for them.
pub(super) fn changes(
    text: &Text,
    lines: LineRange,
    given: &Given<'_>,
    frame: &Frame,
    words: &str,
) -> Vec<Hunk> {
    let source = text.source();
    let shown: Vec<&str> = given.lines.iter().map(|line| &source[line.clone()]).collect();
    let inner: Vec<&str> = shown.iter().skip(1).map(|line| line.trim()).collect();
    let typed_lines: Vec<&str> = words.lines().collect();
    let typed = chunks(&typed_lines, given.verbatim, if given.several { &[] } else { &inner });
    let mut old = chunks(&shown, given.verbatim, &[]);
    if !given.several && !given.verbatim {
        old = vec![Chunk { lines: shown.clone(), first: 0, blank: 0, fenced: false }];
    }
    if let Some(hunks) = read_only(text, lines, &old, &typed, words) {
        return hunks;
    }
    Change { text, given, frame, old, typed }.hunks(lines)
}

/// When what was typed is what is read of the lines, more than their source: the words that differ.
fn read_only(
    text: &Text,
    lines: LineRange,
    old: &[Chunk<'_>],
    typed: &[Chunk<'_>],
    words: &str,
) -> Option<Vec<Hunk>> {
    let [only] = typed else { return None };
    let source = old.iter().map(Chunk::text).collect::<Vec<_>>().join("\n");
    let found = text.lines_in(lines);
    let read = found.iter().map(|line| line.text.as_str()).collect::<Vec<_>>().join(" ");
    if one_line(&source) == one_line(&read) && old.len() == 1 {
        return None;
    }
    let row = found.iter().any(|line| !line.cells.is_empty());
    let nearer = if old.len() == 1 {
        distance(&read, words) < distance(&source, words)
    } else {
        only.marker().is_none() && !row && likeness(&read, words) >= 0.5
    };
    let plain = one_line(words);
    if nearer && is_plain(&plain) { as_read(text, lines, &plain) } else { None }
}

/// Chunks of the source beside those typed for them.
struct Change<'a> {
    text: &'a Text,
    given: &'a Given<'a>,
    frame: &'a Frame,
    old: Vec<Chunk<'a>>,
    typed: Vec<Chunk<'a>>,
}

impl Change<'_> {
    fn hunks(&self, lines: LineRange) -> Vec<Hunk> {
        let texts = |chunks: &[Chunk<'_>]| chunks.iter().map(Chunk::text).collect::<Vec<_>>();
        let pairs = pairs(&texts(&self.old), &texts(&self.typed));
        let mut writer = Writer::new(self.text, self.given, self.frame);
        let mut hunks = Vec::new();
        let (mut i, mut j) = (0, 0);
        for &(to, typed) in &pairs {
            self.between(&mut writer, (i..to, j..typed), &mut hunks);
            let (own, new) = (&self.old[to], &self.typed[typed]);
            writer.pass(new);
            hunks.extend(self.inside(&writer, lines, own, new));
            (i, j) = (to + 1, typed + 1);
        }
        self.behind(&mut writer, (i..self.old.len(), j..self.typed.len()), &mut hunks);
        hunks.retain(|hunk| self.text.source()[hunk.span.clone()] != hunk.by);
        hunks.sort_by_key(|hunk| (hunk.span.start, hunk.span.end));
        hunks
    }

    /// What changes of a chunk.
    fn inside(&self, writer: &Writer<'_>, lines: LineRange, own: &Chunk<'_>, new: &Chunk<'_>) -> Vec<Hunk> {
        let mut new = new.clone();
        let moved = own.first == 0 && self.given.inside || !self.given.several;
        if let Some(first) = new.lines.first_mut().filter(|_| moved || own.first == 0) {
            // How far the first line is indented is lost when its ends are trimmed.
            if own.indent() == 0 || first.len() == first.trim_start().len() {
                *first = first.trim_start();
            }
        }
        let item = own.lines.first().filter(|_| own.marker().is_some());
        let task = item.zip(new.lines.first()).and_then(|(own, new)| with_task(own, new));
        if let (Some(task), Some(first)) = (&task, new.lines.first_mut()) {
            *first = task;
        }
        let span = &self.given.lines[own.first..own.first + own.lines.len()];
        let mut cut = span.to_vec();
        if own.first == 0 && new.indent() == 0 {
            cut[0].start += own.indent();
        }
        if let Some(hunks) = self.as_read(lines, own, &new) {
            return hunks;
        }
        as_source(self.text.source(), &cut, &new, &writer.break_in(&new))
    }

    /// When what was typed for a clause is what is read of it, more than its source.
    fn as_read(&self, lines: LineRange, own: &Chunk<'_>, new: &Chunk<'_>) -> Option<Vec<Hunk>> {
        let span = self.start(own)..self.end(own);
        let here = self.text.lines_in(lines).iter();
        let mut here = here.filter(|line| span.start <= line.span.start && line.span.end <= span.end);
        let first = here.next()?;
        let last = here.next_back().unwrap_or(first);
        let lead = &self.text.source()[span.start..first.span.start];
        let (source, words) = (own.text(), new.text());
        let words = one_line(words.strip_prefix(lead)?);
        let range = LineRange::new(first.number, last.number).ok()?;
        let found = self.text.lines_in(range);
        if found.iter().any(|line| line.clause != first.clause) || !first.cells.is_empty() {
            return None;
        }
        let read = found.iter().map(|line| line.text.as_str()).collect::<Vec<_>>().join(" ");
        let nearer = distance(&read, &words) < distance(&source[lead.len().min(source.len())..], &words);
        if nearer && is_plain(&words) { as_read(self.text, range, &words) } else { None }
    }

    fn start(&self, chunk: &Chunk<'_>) -> usize {
        self.given.lines[chunk.first].start
    }

    fn end(&self, chunk: &Chunk<'_>) -> usize {
        self.given.lines[chunk.first + chunk.lines.len() - 1].end
    }

    /// What is taken out and put in before a chunk that stays, which is the next of both.
    fn between(
        &self,
        writer: &mut Writer<'_>,
        (gone, come): (Range<usize>, Range<usize>),
        hunks: &mut Vec<Hunk>,
    ) {
        let (next, next_typed) = (&self.old[gone.end], &self.typed[come.end]);
        let start = self.start(next);
        let lead = if next.first == 0 && self.given.inside || !self.given.several {
            self.frame.within.clone()
        } else {
            self.given.left_out.clone()
        };
        let Some(before) = gone.start.checked_sub(1).map(|before| self.end(&self.old[before])) else {
            let mut by = String::new();
            for (at, index) in come.clone().enumerate() {
                let (own, words) = writer.write(&self.typed[index], self.typed.get(index + 1));
                if at > 0 {
                    by += &(writer.space(self.typed[index].blank, &own) + &own);
                }
                by += &words;
            }
            if !come.is_empty() {
                let beside = self.frame.item.as_ref().filter(|_| writer.is_beside(next_typed));
                let lead = beside.map_or(lead, |item| item.beside.clone());
                by += &(writer.space(next_typed.blank, &lead) + &lead);
            }
            let from = gone.clone().next().map_or(start, |first| self.start(&self.old[first]));
            hunks.push(Hunk { span: from..start, by });
            return;
        };
        let mut by = String::new();
        for index in come.clone() {
            let (own, words) = writer.write(&self.typed[index], Some(next_typed));
            by += &(writer.space(self.typed[index].blank, &own) + &own + &words);
        }
        let last_gone = gone.end.checked_sub(1).filter(|_| !gone.is_empty());
        let end = last_gone.map_or(before, |last| self.end(&self.old[last]));
        hunks.push(Hunk { span: before..end, by });
        if next.blank != next_typed.blank && last_gone.is_none() {
            hunks.push(Hunk { span: end..start, by: writer.space(next_typed.blank, &lead) + &lead });
        }
    }

    /// What is taken out and put in after the last chunk that stays.
    fn behind(
        &self,
        writer: &mut Writer<'_>,
        (gone, come): (Range<usize>, Range<usize>),
        hunks: &mut Vec<Hunk>,
    ) {
        let end = gone.start.checked_sub(1).map_or(0, |last| self.end(&self.old[last]));
        if let Some(last) = gone.end.checked_sub(1).filter(|_| !gone.is_empty()) {
            hunks.push(Hunk { span: end..self.end(&self.old[last]), by: String::new() });
        }
        let (mut place, mut by) = (end, String::new());
        if self.given.verbatim && !self.given.first.cells.is_empty() {
            // A row goes on after its last cell.
            place = self.text.clauses()[self.given.last.clause as usize].span.end.max(end);
        }
        for index in come {
            let chunk = &self.typed[index];
            if writer.is_beside(chunk) && place == end {
                hunks.push(Hunk { span: place..place, by: std::mem::take(&mut by) });
                place = self.frame.item.as_ref().map_or(end, |item| item.end(self.text)).max(end);
            }
            let (own, words) = writer.write(chunk, None);
            by += &(writer.space(chunk.blank, &own) + &own + &words);
        }
        hunks.push(Hunk { span: place..place, by });
    }
}
