//! Paragraphs that bear typed numbers and follow one another: items of a list, although empty lines stand between them.

use crate::text::{
    Clause, ClauseKind, MAX_DEPTH,
    nest::{Nest, NestKind, path},
    number::{Name, Wrap},
};

/// Puts such paragraphs in lists, one in the other where a run begins between the numbers of another. A list right under one of them is in
/// its item.
pub(in crate::text) fn gather(clauses: &mut [Clause], nests: &mut Vec<Nest>) {
    let mut index = 0;
    while index < clauses.len() {
        let members = members(clauses, nests, index);
        index = members.last().map_or(index, |last| *last) + 1;
        if members.len() > 1 {
            Lists { nests, base: clauses[members[0]].nest, open: Vec::new() }.all(clauses, &members);
        }
    }
}

/// The clauses of the group that begins with this one; none when it is no such paragraph.
fn members(clauses: &[Clause], nests: &[Nest], first: usize) -> Vec<usize> {
    let mut members = Vec::new();
    let base = clauses[first].nest;
    for (index, clause) in clauses.iter().enumerate().skip(first) {
        if clause.nest == base && run(clause).is_some() {
            members.push(index);
        } else if members.is_empty() || list_in(nests, base, clause.nest).is_none() {
            break;
        }
    }
    members
}

/// The run of a paragraph that bears a typed number which has no name.
fn run(clause: &Clause) -> Option<u32> {
    let ordinal = clause.ordinal.as_ref()?;
    let marked =
        !matches!(ordinal.mark.wrap, Wrap::None | Wrap::Bare | Wrap::Dash | Wrap::Colon | Wrap::List);
    let is_one = clause.kind == ClauseKind::Paragraph
        && clause.number_chars > 0
        && marked
        && ordinal.mark.name == Name::NONE;
    is_one.then_some(ordinal.run)
}

/// The list that stands in `base` and that a clause is in.
fn list_in(nests: &[Nest], base: Option<u32>, innermost: Option<u32>) -> Option<u32> {
    let around = std::iter::successors(innermost, |nest| nests.get(*nest as usize)?.within);
    let outer = around.take_while(|nest| Some(*nest) != base).last()?;
    let nest = nests.get(outer as usize)?;
    (nest.within == base && matches!(nest.kind, NestKind::List { .. })).then_some(outer)
}

struct Lists<'a> {
    nests: &'a mut Vec<Nest>,
    base: Option<u32>,
    /// The open lists, each with the run it counts and its last item.
    open: Vec<(u32, u32, u32)>,
}

impl Lists<'_> {
    fn all(mut self, clauses: &mut [Clause], members: &[usize]) {
        if path(self.nests, self.base).len() + 2 > MAX_DEPTH {
            return;
        }
        let last = members.last().map_or(0, |last| last + 1);
        // Which list each clause is in, before any of them is moved.
        let lists: Vec<_> = clauses[members[0]..last]
            .iter()
            .map(|clause| list_in(self.nests, self.base, clause.nest))
            .collect();
        for (place, &index) in members.iter().enumerate() {
            let Some(run) = run(&clauses[index]) else { continue };
            let item = self.item(run);
            clauses[index].nest = Some(item);
            clauses[index].leads = true;
            let end = members.get(place + 1).copied().unwrap_or(last);
            for list in lists[index - members[0]..end - members[0]].iter().flatten() {
                self.nests[*list as usize].within = Some(item);
            }
        }
    }

    /// A new item in the list of a run, which begins in the last item when it is not open.
    fn item(&mut self, run: u32) -> u32 {
        match self.open.iter().position(|(open, ..)| *open == run) {
            Some(place) => self.open.truncate(place + 1),
            None => {
                let within = self.open.last().map(|(.., item)| *item).or(self.base);
                let deep = path(self.nests, within).len() + 2 > MAX_DEPTH;
                if deep && let Some((open, ..)) = self.open.last_mut() {
                    *open = run;
                } else {
                    let list = self.push(NestKind::List { start: None }, within);
                    self.open.push((run, list, 0));
                }
            }
        }
        let list = self.open.last().map(|(_, list, _)| *list);
        let item = self.push(NestKind::Item { number: None }, list);
        if let Some((.., last)) = self.open.last_mut() {
            *last = item;
        }
        item
    }

    fn push(&mut self, kind: NestKind, within: Option<u32>) -> u32 {
        self.nests.push(Nest { kind, within });
        self.nests.len() as u32 - 1
    }
}
