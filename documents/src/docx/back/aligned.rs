//! The paragraphs of a file beside the clauses of a version.

use std::{
    cell::OnceCell,
    collections::{HashMap, HashSet},
    ops::Range,
};

use domain::{
    anchor::{Anchor, Standing, place},
    clause_map::ClauseMap,
    text::{ClauseId, LineRange, Manner, Text},
};

use super::{Spot, flow::Flow, markdown};
use crate::docx::read::Kind;

/// Which paragraph of the file is which clause.
pub(super) struct Aligned<'a> {
    marks: NoteMarks,
    /// For each paragraph the clause that says the same.
    clauses: Vec<Option<u32>>,
    /// The file as a text of ours, and how it maps to the version: only where a paragraph is no clause.
    other: OnceCell<Other>,
    text: &'a Text,
}

/// Whether words of a file begin or end with the mark of a note, which is no letter of theirs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Noted {
    pub begins: bool,
    pub ends: bool,
}

/// Words of the file: their characters, and the marks of notes at their ends.
struct Words<'a> {
    chars: &'a Range<usize>,
    noted: Noted,
}

struct Other {
    text: Text,
    marks: NoteMarks,
    clauses: Vec<Option<u32>>,
    map: ClauseMap,
}

impl<'a> Aligned<'a> {
    pub fn of(flows: &[Flow], text: &'a Text) -> Self {
        let marks = NoteMarks::of(text);
        Self { clauses: aligned(flows, text, &marks), marks, other: OnceCell::new(), text }
    }

    /// Where words of the file stand in the version: found word for word, or else placed by the engine.
    pub fn spot(
        &self,
        flows: &[Flow],
        at: Range<usize>,
        (chars, noted): (Range<usize>, Noted),
        text: &Text,
    ) -> Option<Spot> {
        let words = Words { chars: &chars, noted };
        let (first, last) = (at.start, at.end - 1);
        if let (Some(from), Some(to)) = (self.clauses[first], self.clauses[last]) {
            let (lines, chars) = here(flows, (first, last), (from, to), &words, (text, &self.marks))?;
            let quote = quoted(text, lines, chars.as_ref());
            let (standing, reason, candidates) = (Standing::Placed, None, Vec::new());
            return Some(Spot { lines, chars, quote, standing, reason, candidates });
        }
        let other = self.other.get_or_init(|| Other::of(flows, self.text));
        let (from, to) = (other.clauses[first]?, other.clauses[last]?);
        let (lines, chars) = here(flows, (first, last), (from, to), &words, (&other.text, &other.marks))?;
        let ids: Vec<ClauseId> = (0..other.text.clauses().len() as u32).map(ClauseId).collect();
        let words = chars.as_ref().map(|_| quoted(&other.text, lines, chars.as_ref()));
        let offset = chars.as_ref().and_then(|chars| {
            let line = other.text.line(lines.first())?;
            chars.start.checked_sub(line.chars.start)
        });
        let anchor = Anchor::near(&other.text, &ids, lines, words.as_deref(), offset).ok()?;
        let found = place(&anchor, &other.text, text, &other.map);
        let lines = found.lines?;
        Some(Spot {
            quote: quoted(text, lines, found.chars.as_ref()),
            lines,
            chars: found.chars,
            standing: found.standing,
            reason: Some(found.reason),
            candidates: found.candidates,
        })
    }
}

impl Other {
    fn of(flows: &[Flow], to: &Text) -> Self {
        let manner = Manner { language: to.manner().language, ..Manner::default() };
        let text = Text::read(&markdown::written(flows), &manner);
        let marks = NoteMarks::of(&text);
        let (clauses, map) = (aligned(flows, &text, &marks), ClauseMap::between(&text, to));
        Self { clauses, map, marks, text }
    }
}

fn quoted(text: &Text, lines: LineRange, chars: Option<&Range<u32>>) -> String {
    let clause = text.clause_of_line(lines.first()).and_then(|index| text.clause(index));
    match (clause, chars) {
        (Some(clause), Some(chars)) => clause.slice(chars).to_owned(),
        _ => text.words_of(lines),
    }
}

/// For each paragraph the clause that says the same; of equal clauses the next one.
fn aligned(flows: &[Flow], text: &Text, marks: &NoteMarks) -> Vec<Option<u32>> {
    let mut free: HashMap<String, Vec<u32>> = HashMap::new();
    for index in (0..text.clauses().len() as u32).rev() {
        let key: String = letters_of(text, marks, index).into_iter().map(|(letter, _)| letter).collect();
        free.entry(key).or_default().push(index);
    }
    let of = |flow: &Flow| -> String { letters(&flow.before).map(|(letter, _)| letter).collect() };
    let mut last = None;
    let mut take = |flow: &Flow| {
        let same = free.get_mut(&of(flow)).filter(|_| !flow.before.is_empty())?;
        let next = same.iter().rposition(|index| Some(*index) > last).unwrap_or(same.len().checked_sub(1)?);
        let index = same.remove(next);
        last = Some(index);
        Some(index)
    };
    let mut found: Vec<Option<u32>> = vec![None; flows.len()];
    // Notes stand elsewhere than in the text, and are looked for last.
    for notes in [false, true] {
        for (index, flow) in flows.iter().enumerate() {
            if matches!(flow.kind, Kind::Note(_)) == notes {
                found[index] = take(flow);
            }
        }
    }
    found
}

/// The letters that count, each with its character: no spaces, and quotation marks and dashes of one kind.
fn letters(text: &[char]) -> impl Iterator<Item = (char, u32)> {
    let seen = |(index, letter): (usize, &char)| match letter {
        letter if letter.is_whitespace() || is_hidden(*letter) => None,
        '“' | '”' | '„' | '«' | '»' => Some(('"', index as u32)),
        '‘' | '’' | '‚' | '`' => Some(('\'', index as u32)),
        '–' | '—' | '\u{2011}' | '\u{2010}' => Some(('-', index as u32)),
        letter => Some((*letter, index as u32)),
    };
    text.iter().enumerate().filter_map(seen)
}

/// What a program may put in or leave out unseen.
fn is_hidden(letter: char) -> bool {
    matches!(letter, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// The first mark of each note, by its clause: later marks are words in a file.
struct NoteMarks(HashMap<u32, Vec<Range<u32>>>);

impl NoteMarks {
    fn of(text: &Text) -> Self {
        let (mut marks, mut seen): (HashMap<u32, Vec<Range<u32>>>, HashSet<String>) = Default::default();
        for line in text.lines() {
            for run in line.runs().iter() {
                let Some(label) = &run.look.footnote else { continue };
                if seen.insert(label.clone()) {
                    marks.entry(line.clause).or_default().push(run.chars.clone());
                }
            }
        }
        Self(marks)
    }

    fn within(&self, clause: u32) -> &[Range<u32>] {
        self.0.get(&clause).map(Vec::as_slice).unwrap_or_default()
    }
}

/// The letters of a clause; the marks of notes are none, nor is what stands between cells.
fn letters_of(text: &Text, marks: &NoteMarks, index: u32) -> Vec<(char, u32)> {
    let Some(clause) = text.clause(index as usize) else { return Vec::new() };
    let marks = marks.within(index);
    let cells: Vec<Range<u32>> =
        text.lines_in(clause.lines).iter().flat_map(|line| line.cells.iter().cloned()).collect();
    let counts = |place: &u32| {
        let marked = marks.iter().any(|mark| mark.contains(place));
        !marked && (cells.is_empty() || cells.iter().any(|cell| cell.contains(place)))
    };
    let all: Vec<char> = clause.text.chars().collect();
    letters(&all).filter(|(_, place)| counts(place)).collect()
}

/// The lines and characters of a text that words of the file are.
fn here(
    flows: &[Flow],
    (first, last): (usize, usize),
    (from, to): (u32, u32),
    words: &Words<'_>,
    (text, noted): (&Text, &NoteMarks),
) -> Option<(LineRange, Option<Range<u32>>)> {
    let place = |flow: &Flow, clause: u32, index: usize, end: bool| {
        let before = letters(&flow.before[..index.min(flow.before.len())]).count();
        let letters = letters_of(text, noted, clause);
        let nth = if end { before.checked_sub(1)? } else { before.min(letters.len().checked_sub(1)?) };
        letters.get(nth).map(|(_, place)| *place + u32::from(end))
    };
    let marks = noted.within(to);
    let alone = words.noted.begins && words.noted.ends && first == last;
    let alone = alone && flows[first].before_chars(words.chars).trim().is_empty();
    // A mark alone stands after the last letter before it.
    let (start, end) = if alone {
        let after = place(&flows[first], from, words.chars.start, true).unwrap_or(0);
        let mark = marks.iter().find(|mark| mark.start >= after)?;
        (mark.start, mark.end)
    } else {
        let start = place(&flows[first], from, words.chars.start, false)?;
        let end = place(&flows[last], to, words.chars.end, true).unwrap_or(start + 1);
        let own = noted.within(from);
        let blank = |clause: u32, chars: Range<u32>| {
            let clause = text.clause(clause as usize);
            clause.is_some_and(|clause| clause.slice(&chars).trim().is_empty())
        };
        let precedes = |mark: &&Range<u32>| mark.end <= start && blank(from, mark.end..start);
        let follows = |mark: &&Range<u32>| mark.start >= end && blank(to, end..mark.start);
        let before = own.iter().rev().find(precedes).filter(|_| words.noted.begins);
        let after = marks.iter().find(follows).filter(|_| words.noted.ends);
        (before.map_or(start, |mark| mark.start), after.map_or(end, |mark| mark.end))
    };
    let line = |clause: u32, place: u32| {
        let lines = text.lines_in(text.clause(clause as usize)?.lines);
        let found = lines.iter().find(|line| place < line.chars.end).or(lines.last())?;
        Some((found.number, found.chars.clone()))
    };
    let (top, bottom) = (line(from, start)?, line(to, end.saturating_sub(1))?);
    let lines = LineRange::new(top.0, bottom.0.max(top.0)).ok()?;
    if from != to || end <= start {
        return Some((lines, None));
    }
    let mut said: Vec<u32> = letters_of(text, noted, from).into_iter().map(|(_, place)| place).collect();
    said.extend(marks.iter().map(|mark| mark.start));
    let inside = |line: &Range<u32>| {
        let places = said.iter().copied().filter(|place| line.contains(place));
        (places.clone().min(), places.max())
    };
    let before = inside(&top.1).0.is_some_and(|first| first < start);
    let after = inside(&bottom.1).1.is_some_and(|last| last >= end);
    let whole = !before && !after;
    Some((lines, (!whole).then_some(start..end)))
}
