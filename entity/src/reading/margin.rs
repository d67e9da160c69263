//! Which threads stand beside which line of a version.

mod rows;

use std::{
    collections::{BTreeMap, HashMap},
    ops::Range,
};

use domain::{
    anchor::{Placement, Standing},
    text::{Line, Text},
};
use rows::Counts;

use super::{Conversation, Viewer};
use crate::{
    error::*,
    placement::{self, GONE},
    row::version::VersionId,
    thread,
};

/// With more threads than this a version shows of each line only the foremost; and where these are more still, a line for each that
/// leads to its page. It is what a page can carry that is read on a phone.
const MOST: usize = 300;
/// How many threads about the whole draft stand under the text.
const WHOLE: u64 = 50;
/// How many of these where a version shows the foremost threads only.
const FOREMOST: u64 = 3;
/// How many of its last replies a thread is shown with.
const REPLIES: i32 = 6;

/// The threads of a draft that a version shows, sorted by where they stand in it, and how many there are.
#[derive(Debug, Default)]
pub struct Margin {
    threads: Vec<Conversation>,
    /// By the line a thread stands beside, indices into the threads; `GONE` for those whose words are gone together with their heading.
    by_line: HashMap<i32, Vec<usize>>,
    whole: Vec<usize>,
    counts: Counts,
    /// The characters that the threads shown are about, by the index of their clause.
    marks: HashMap<u32, Vec<Range<u32>>>,
    /// There are too many to be opened in place.
    is_brief: bool,
}

/// The threads that are shown in one place.
#[derive(Debug)]
pub struct Gathered<'a> {
    pub threads: Vec<&'a Conversation>,
    /// How many more there are.
    pub more: u32,
}

impl Margin {
    /// The threads of a version; among them the one with the number `open`, wherever it stands.
    pub async fn load(viewer: Viewer<'_>, version: VersionId, open: Option<u32>) -> Result<Self> {
        let db = viewer.db.read();
        let counts = Counts::of(db, version).await?;
        let is_crowded = counts.total() as usize > MOST;
        let mut threads = match is_crowded {
            true => rows::foremost(db, version, &counts).await?,
            false => rows::all(db, version).await?,
        };
        let of_whole = if counts.whole as u64 > WHOLE { FOREMOST } else { WHOLE };
        threads.extend(rows::whole(db, version, of_whole).await?);
        let open = open.and_then(|open| i32::try_from(open).ok());
        if let Some(open) = open.filter(|open| threads.iter().all(|(thread, _)| thread.number != *open)) {
            threads.extend(one(viewer, version, open).await?);
        }
        let is_brief = threads.len() > 2 * MOST;
        let threads = Conversation::in_short(viewer, threads, if is_brief { 0 } else { REPLIES }).await?;
        Ok(Self::of(threads, counts, is_brief))
    }

    fn of(threads: Vec<Conversation>, counts: Counts, is_brief: bool) -> Self {
        let mut margin = Self { counts, is_brief, ..Self::default() };
        let mut marks: BTreeMap<u32, Vec<Range<u32>>> = BTreeMap::new();
        for (index, one) in threads.iter().enumerate() {
            match &one.place {
                None => margin.whole.push(index),
                Some(place) => margin.by_line.entry(place.line).or_default().push(index),
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
    pub fn beside(&self, line: u32) -> Gathered<'_> {
        self.at(i32::try_from(line).unwrap_or(GONE))
    }

    /// The threads whose words are gone together with their heading.
    pub fn gone(&self) -> Gathered<'_> {
        self.at(GONE)
    }

    fn at(&self, line: i32) -> Gathered<'_> {
        let shown = self.by_line.get(&line).map_or(&[][..], Vec::as_slice);
        let count = self.counts.by_line.get(&line).copied().unwrap_or_default();
        self.those(shown, count.standing + count.withdrawn)
    }

    /// The threads about the whole draft.
    pub fn whole(&self) -> Gathered<'_> {
        self.those(&self.whole, self.counts.whole)
    }

    fn those(&self, shown: &[usize], all: u32) -> Gathered<'_> {
        let threads: Vec<_> = shown.iter().filter_map(|index| self.threads.get(*index)).collect();
        let more = all.saturating_sub(u32::try_from(threads.len()).unwrap_or(u32::MAX));
        Gathered { threads, more }
    }

    /// How many threads stand beside some lines, counted as everywhere: without those that were taken back.
    pub fn count(&self, lines: impl Iterator<Item = u32>) -> u32 {
        let counts = lines.filter_map(|line| self.counts.by_line.get(&i32::try_from(line).ok()?));
        counts.map(|count| count.standing).sum()
    }

    /// The characters of a line's clause that the threads shown are about.
    pub fn marks(&self, line: &Line) -> &[Range<u32>] {
        self.marks.get(&line.clause).map_or(&[], Vec::as_slice)
    }

    /// Whether the threads are too many to be opened in place.
    pub const fn is_brief(&self) -> bool {
        self.is_brief
    }

    /// All threads that are shown.
    pub fn conversations(&self) -> &[Conversation] {
        &self.threads
    }
}

impl Gathered<'_> {
    /// Whether no thread stands there.
    pub fn is_empty(&self) -> bool {
        self.threads.is_empty() && self.more == 0
    }
}

/// The thread with this number and its place in a version; nothing when there is none, or it has no place there.
async fn one(
    viewer: Viewer<'_>,
    version: VersionId,
    number: i32,
) -> Result<Option<(thread::Model, Option<placement::Model>)>> {
    let found =
        thread::Entity::with_numbers(viewer.db.read(), version.draft(), [number]).await?.into_values().next();
    let Some(thread) = found.filter(|thread| thread.version <= version) else { return Ok(None) };
    let mut places = placement::Entity::in_version(viewer.db.read(), [thread.id], version).await?;
    let place = places.remove(&thread.id);
    Ok((place.is_some() || thread.anchor.is_none()).then_some((thread, place)))
}

/// The words that stand at a placement now.
pub fn words_at(text: &Text, place: &Placement) -> Option<String> {
    let lines = place.lines?;
    match (&place.chars, place.clause.and_then(|clause| text.clause(clause as usize))) {
        (Some(chars), Some(clause)) => Some(clause.slice(chars).to_owned()),
        _ => Some(text.words_of(lines)),
    }
}

/// Ranges in order, those that meet joined.
fn joined(mut ranges: Vec<Range<u32>>) -> Vec<Range<u32>> {
    ranges.sort_by_key(|range| range.start);
    let mut done: Vec<Range<u32>> = Vec::new();
    for range in ranges {
        match done.last_mut() {
            Some(last) if range.start <= last.end => last.end = last.end.max(range.end),
            _ => done.push(range),
        }
    }
    done
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    #[expect(clippy::single_range_in_vec_init, reason = "one range is what is left")]
    fn words_that_two_threads_share_are_underlined_once() {
        assert_eq!(joined(vec![8..12, 2..9, 11..13]), [2..13]);
        assert_eq!(joined(vec![8..12, 2..4]), [2..4, 8..12]);
    }
}
