//! Which threads stand beside which line of a version.

use std::{
    collections::{BTreeMap, HashMap},
    ops::Range,
};

use domain::{
    anchor::{Placement, Standing},
    text::{Line, Text},
};

use entity::thread_count::Count;

use super::line_view::joined;
use crate::thread::{Conversation, place::beside};

/// The threads of a draft, sorted by where they stand in the version shown.
#[derive(Debug, Default)]
pub struct Margin {
    threads: Vec<Conversation>,
    /// By the line a thread stands beside, indices into the threads.
    by_line: HashMap<u32, Vec<usize>>,
    /// Those whose words are gone together with their heading.
    gone: Vec<usize>,
    whole: Vec<usize>,
    /// The characters that threads are about, by the index of their clause.
    marks: HashMap<u32, Vec<Range<u32>>>,
}

impl Margin {
    /// Places threads in a text; those made on a later version have no place in it and are left out.
    pub fn of(text: &Text, number: i32, threads: Vec<Conversation>) -> Self {
        let mut margin = Self::default();
        let mut marks: BTreeMap<u32, Vec<Range<u32>>> = BTreeMap::new();
        for (at, one) in threads.iter().enumerate() {
            match one.placement() {
                None if one.thread.anchor.is_none() && one.thread.version <= number => margin.whole.push(at),
                None => {}
                Some(place) => match beside(text, place) {
                    Some(line) => margin.by_line.entry(line).or_default().push(at),
                    None => margin.gone.push(at),
                },
            }
        }
        for place in threads.iter().filter_map(Conversation::placement) {
            let there =
                place.clause.zip(place.chars.clone()).filter(|_| place.standing != Standing::Detached);
            if let Some((clause, chars)) = there {
                marks.entry(clause).or_default().push(chars);
            }
        }
        margin.marks = marks.into_iter().map(|(clause, ranges)| (clause, joined(ranges))).collect();
        margin.threads = threads;
        margin
    }

    /// The threads beside a line, and those last seen under it when it is a heading.
    pub fn beside(&self, line: u32) -> Vec<&Conversation> {
        self.by_line.get(&line).map_or_else(Vec::new, |list| self.those(list))
    }

    /// How many threads stand beside some lines, counted as everywhere: without those that were taken back.
    pub fn count(&self, lines: impl Iterator<Item = u32>) -> u32 {
        let there = lines.flat_map(|line| self.beside(line));
        Count::of(there.map(|one| &one.life)).standing
    }

    pub fn whole(&self) -> Vec<&Conversation> {
        self.those(&self.whole)
    }

    pub fn gone(&self) -> Vec<&Conversation> {
        self.those(&self.gone)
    }

    /// The characters of a line's clause that threads are about.
    pub fn marks(&self, line: &Line) -> &[Range<u32>] {
        self.marks.get(&line.clause).map_or(&[], Vec::as_slice)
    }

    fn those(&self, list: &[usize]) -> Vec<&Conversation> {
        list.iter().filter_map(|at| self.threads.get(*at)).collect()
    }
}

/// The words that stand at a placement now.
pub fn words_at(text: &Text, place: &Placement) -> Option<String> {
    let lines = place.lines?;
    match (&place.chars, place.clause.and_then(|clause| text.clause(clause as usize))) {
        (Some(chars), Some(clause)) => Some(clause.slice(chars).to_owned()),
        _ => Some(lines_words(text, lines)),
    }
}

/// The words of some lines.
pub fn lines_words(text: &Text, lines: domain::text::LineRange) -> String {
    text.lines_in(lines).iter().map(|line| line.text.as_str()).collect::<Vec<_>>().join(" ")
}
