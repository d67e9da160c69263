//! The events of an archive under its checkpoint.

use std::collections::BTreeMap;

use domain::{
    record::{Broken, Event, Excerpt, Head, verify_run},
    text::Digest,
};

use super::{Opened, Verified};
use crate::{
    export::archive::{DRAFT, FORUM, HEADS, NOTE, PARENT, TREE, index},
    key::{Handovers, PublicKey, signed_by_none_but},
};

/// The runs of an archive, and what proves them.
pub struct Record {
    pub draft: Vec<Event>,
    pub forum: Vec<Event>,
    /// Empty when the forum is a working group of none.
    pub parent: Vec<Event>,
    own: BTreeMap<usize, Digest>,
    tree: Excerpt,
}

impl Record {
    /// Reads it; none when it cannot be read.
    pub fn of(opened: &Opened, verified: &mut Verified) -> Option<Self> {
        let draft = run(opened, DRAFT, verified)?;
        let forum = run(opened, FORUM, verified)?;
        let parent = match opened.file(PARENT) {
            Some(_) => run(opened, PARENT, verified)?,
            None => Vec::new(),
        };
        let tree = opened.text(TREE).and_then(|tree| tree.parse().ok());
        verified.expect(tree.is_some(), TREE, "it cannot be read");
        let events = draft.iter().chain(&forum).chain(&parent);
        let own = events.filter_map(|event| Some((index(event)?, event.hash))).collect();
        Some(Self { draft, forum, parent, own, tree: tree? })
    }

    /// The files of the runs.
    pub fn names(&self) -> impl Iterator<Item = &'static str> {
        [DRAFT, FORUM].into_iter().chain((!self.parent.is_empty()).then_some(PARENT))
    }

    /// The root of the record when it had this size.
    pub fn root(&self, size: usize) -> Option<Digest> {
        let own = self.own.range(..size).map(|(index, hash)| (*index, *hash)).collect();
        self.tree.root(&own, size)
    }

    /// Each run holds by itself, is whole, and is in the record that was signed.
    pub fn proven(
        &self,
        opened: &Opened,
        (key, handovers): (&PublicKey, &Handovers),
        verified: &mut Verified,
    ) {
        for (name, events) in [(DRAFT, &self.draft), (FORUM, &self.forum), (PARENT, &self.parent)] {
            let run = events.first().map_or("", |event| event.entry.run());
            if let Err(Broken { sequence, why }) = verify_run(run, events) {
                verified.expect(false, format!("event {sequence} of {name}"), why.to_string());
            }
        }
        let own = self.draft.len() + self.forum.len() + self.parent.len();
        verified.expect(own == self.own.len(), "the record", "two events stand in one place");
        let keys: Vec<_> = std::iter::once(key).chain(handovers.earlier()).collect();
        let note = opened.text(NOTE).filter(|note| signed_by_none_but(note, &keys).is_some());
        let Some(statement) = note.and_then(|note| key.open(note).ok()) else {
            let why = "the checkpoint is not signed by the key of the archive, or by others as well";
            verified.expect(false, NOTE, why);
            return;
        };
        verified.size = statement.size;
        let root = usize::try_from(statement.size).ok().and_then(|size| self.root(size));
        verified.expect(root == Some(statement.root), NOTE, "the events are not in the record that it signs");
        let own = self.own.keys().copied().collect();
        let just = usize::try_from(statement.size).is_ok_and(|size| self.tree.is_just(&own, size));
        verified.expect(just, TREE, "it holds more or less than what proves these events");
        let beyond = self.own.keys().next_back().is_some_and(|last| *last as u64 >= statement.size);
        verified.expect(!beyond, NOTE, "events of the archive came after it");
        let heads = opened.text(HEADS).and_then(|written| self.heads(written));
        let why = "an event is missing at the end of a run, or the end is another than was signed";
        verified.expect(heads == Some(statement.heads), HEADS, why);
    }

    /// The root over the last events of all runs, with those of these runs in it.
    fn heads(&self, written: &str) -> Option<Digest> {
        let mut lines = written.lines();
        let size: usize = lines.next()?.strip_prefix("size ")?.parse().ok()?;
        let (mut own, mut again) = (BTreeMap::new(), format!("size {size}\n"));
        for run in [&self.draft, &self.forum, &self.parent].into_iter().filter(|run| !run.is_empty()) {
            let last = run.last()?;
            let name = last.entry.run();
            let place = lines.next()?.strip_prefix("head ")?.strip_suffix(name)?.trim_end();
            let place: usize = place.parse().ok()?;
            again.push_str(&format!("head {place} {name}\n"));
            let head = Head { number: last.links.run_number, hash: last.hash };
            own.insert(place, head.leaf(name));
        }
        let rest: Excerpt = written.strip_prefix(&again)?.parse().ok()?;
        let places = own.keys().copied().collect();
        rest.is_just(&places, size).then(|| rest.root(&own, size)).flatten()
    }
}

/// The events of a file, one a line.
fn run(opened: &Opened, name: &str, verified: &mut Verified) -> Option<Vec<Event>> {
    let Some(lines) = opened.text(name) else {
        verified.expect(false, name, "it is not in the archive");
        return None;
    };
    let mut events = Vec::new();
    for (number, line) in (1..).zip(lines.split_terminator('\n')) {
        match Event::read(line) {
            Ok(event) => events.push(event),
            Err(bad) => {
                verified.expect(false, format!("line {number} of {name}"), bad.to_string());
                return None;
            }
        }
    }
    Some(events)
}
