//! Two versions as tracked changes of the newer one.

use std::{collections::HashMap, ops::Range};

use domain::{
    clause_map::{Change as Fate, ClauseMap},
    diff::{self, Hunk, PieceKind},
    text::{ClauseKind, Text, normalise},
};

use super::marks::{Change, Foreign, Marks, Tracked, Who};
use crate::{Credit, Document};

/// The clauses of the older text that are not in the newer one, each after the clause it followed.
#[derive(Debug)]
pub(crate) struct Gone<'a> {
    pub text: &'a Text,
    after: HashMap<Option<u32>, Vec<(u32, Who)>>,
}

impl Gone<'_> {
    /// Those after a clause that were not taken yet.
    pub fn take(&mut self, after: Option<u32>) -> Vec<(u32, Who)> {
        self.after.remove(&after).unwrap_or_default()
    }

    /// The rows among those after a row, up to what is no row.
    pub fn take_rows(&mut self, after: u32) -> Vec<(u32, Who)> {
        let text = self.text;
        let is_row = |clause: u32| {
            let kind = text.clause(clause as usize).map(|clause| clause.kind);
            matches!(kind, Some(ClauseKind::TableRow { .. }))
        };
        let Some(all) = self.after.get_mut(&Some(after)) else { return Vec::new() };
        let rows = all.iter().take_while(|(clause, _)| is_row(*clause)).count();
        all.drain(..rows).collect()
    }
}

/// What of the newer text came, and what of the older one went.
pub(crate) fn of<'a>(
    document: &Document<'_>,
    (old, number): (&'a Text, u32),
    map: &ClauseMap,
) -> (Marks, Gone<'a>) {
    let mut reading = Reading {
        document,
        old,
        number,
        marks: Marks::default(),
        gone: Gone { text: old, after: HashMap::new() },
        last: None,
    };
    for hunk in diff::changes(old, document.text, map).hunks {
        reading.hunk(&hunk);
    }
    (reading.marks, reading.gone)
}

struct Reading<'a, 'd> {
    document: &'d Document<'d>,
    old: &'a Text,
    number: u32,
    marks: Marks,
    gone: Gone<'a>,
    /// The last clause of the newer text that was passed.
    last: Option<u32>,
}

impl Reading<'_, '_> {
    fn hunk(&mut self, hunk: &Hunk) {
        let who = self.who(hunk);
        if hunk.now_at.is_some() || hunk.new.is_empty() {
            self.lose(&hunk.old, &who);
            return;
        }
        let came = match hunk.change {
            Fate::Moved | Fate::MovedAndReworded | Fate::Added => hunk.new.as_slice(),
            _ => self.compare(hunk, &who),
        };
        came.iter().for_each(|clause| self.marks.track_whole(*clause, Change::Added, who.clone()));
        let at = hunk.new.last().copied();
        self.last = self.last.max(at);
        if hunk.change == Fate::Merged {
            let like = self.likest(hunk);
            let others: Vec<u32> = hunk.old.iter().copied().filter(|one| Some(*one) != like).collect();
            self.lose(&others, &who);
        }
    }

    /// Compares what one clause became, and gives the clauses that came beside it.
    fn compare<'h>(&mut self, hunk: &'h Hunk, who: &Who) -> &'h [u32] {
        let (Some(old), Some(new)) = (self.likest(hunk), hunk.new.first()) else { return &hunk.new };
        self.clause(old, *new, who);
        &hunk.new[1..]
    }

    /// Of several clauses that became one, the longest, which says most of it.
    fn likest(&self, hunk: &Hunk) -> Option<u32> {
        let length = |clause: &&u32| self.old.clause(**clause as usize).map_or(0, |clause| clause.text.len());
        hunk.old.iter().max_by_key(length).copied()
    }

    fn lose(&mut self, clauses: &[u32], who: &Who) {
        let gone = clauses.iter().map(|clause| (*clause, who.clone()));
        self.gone.after.entry(self.last).or_default().extend(gone);
    }

    /// Marks what differs between two clauses; of rows of as many cells, cell by cell.
    fn clause(&mut self, old: u32, new: u32, who: &Who) {
        let (Some(was), Some(is)) = (self.old.clause(old as usize), self.document.text.clause(new as usize))
        else {
            return;
        };
        let cells = |text: &Text, lines| {
            text.lines_in(lines).first().map(|line| line.cells.clone()).unwrap_or_default()
        };
        let (olds, news) = (cells(self.old, was.lines), cells(self.document.text, is.lines));
        let whole =
            |text: &str| -> Vec<Range<u32>> { std::iter::once(0..text.chars().count() as u32).collect() };
        let (olds, news) = if olds.len() == news.len() && !olds.is_empty() {
            (olds, news)
        } else {
            (whole(&was.text), whole(&is.text))
        };
        for (before, after) in olds.iter().zip(&news) {
            self.words(new, after.start, (was.slice(before), is.slice(after)), who);
        }
    }

    fn words(&mut self, clause: u32, start: u32, (was, is): (&str, &str), who: &Who) {
        if was == is {
            return;
        }
        let mut index = start;
        for piece in diff::words(was, is) {
            let length = piece.text.chars().count() as u32;
            match piece.kind {
                PieceKind::Same => index += length,
                PieceKind::Added | PieceKind::Now => {
                    let chars = index..index + length;
                    self.marks.track(clause, Tracked { chars, change: Change::Added, who: who.clone() });
                    index += length;
                }
                PieceKind::Removed | PieceKind::Was => {
                    let (words, change, ends) = (piece.text, Change::Removed, index > start);
                    let foreign = Foreign { words, change, who: who.clone(), ends };
                    self.marks.foreign.entry((clause, index)).or_default().push(foreign);
                }
            }
        }
    }

    /// Whose words a change brought: those of a suggestion that was taken over since, or the forum's.
    fn who(&self, hunk: &Hunk) -> Who {
        let words = |text: &Text, clauses: &[u32]| {
            let words = clauses.iter().filter_map(|clause| text.clause(*clause as usize));
            normalise(&words.map(|clause| clause.text.as_str()).collect::<Vec<_>>().join(" "))
        };
        let (was, is) = (words(self.old, &hunk.old), words(self.document.text, &hunk.new));
        let brought = |credit: &&Credit| {
            let said = normalise(&credit.words);
            credit.version > self.number && !said.is_empty() && is.contains(&said) && !was.contains(&said)
        };
        let author = self.document.credits.iter().find(brought).map(|credit| credit.author.clone());
        let author = author.unwrap_or_else(|| self.document.forum.clone());
        Who { author, when: self.document.published }
    }
}
