//! What a reader asks of a list of threads.

use domain::{
    ThreadKind,
    anchor::Standing,
    class::Class,
    disposition::Disposition,
    search::Query,
    text::{ClauseId, LineRange},
};

use super::{
    Head,
    thread_list::{Lives, Order, Region, Wanted},
};

/// What a reader asks of a list of threads.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Of the stakeholder it was raised for.
    pub class: Option<Class>,
    pub kind: Option<ThreadKind>,
    /// What it is about.
    pub clause: Option<On>,
    /// `waiting`, `answered`, `not-satisfied`, `withdrawn` or the key of a disposition.
    pub state: String,
    /// How sure its place in the newest version is.
    pub placement: Option<Standing>,
    /// A version and one of its lines.
    pub beside: Option<(u32, u32)>,
    /// Only what the reader raised.
    pub mine: bool,
    /// Words that must all stand in what was said, quoted, proposed or answered; empty for any.
    pub words: String,
    /// The newest first, and not in the order of the text.
    pub newest: bool,
}

/// What part of a draft.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum On {
    /// The draft as a whole, and no words of it.
    Whole,
    /// The clause of a heading, and all that stands under it.
    Clause(ClauseId),
}

/// The states that are no disposition, in the order a form offers them: first those, then the dispositions, then the rest.
pub const STATES: [&str; 4] = ["waiting", "answered", "not-satisfied", "withdrawn"];
/// How sure the place of a thread is, by its key in addresses.
pub const STANDINGS: [(&str, Standing); 3] =
    [("placed", Standing::Placed), ("uncertain", Standing::Uncertain), ("detached", Standing::Detached)];

impl Filter {
    /// Tells whether it lets every thread through.
    pub fn is_empty(&self) -> bool {
        *self == Self { newest: self.newest, ..Self::default() }
    }

    /// Tells whether it asks for the threads whose place somebody has to settle.
    pub fn is_triage(&self) -> bool {
        matches!(self.placement, Some(Standing::Uncertain | Standing::Detached))
    }

    /// The order of the list.
    pub fn order(&self) -> Order {
        if self.newest { Order::Newest } else { Order::Text }
    }

    /// What it asks of the rows; none when no thread can meet it, as where nothing typed is a word.
    pub fn wanted(&self, head: &Head, reader: Option<i64>) -> Option<Wanted> {
        let number = |number: u32| i32::try_from(number).ok();
        let beside = match self.beside {
            Some((version, line)) => Some((number(version)?, number(line)?)),
            None => None,
        };
        let raised_by = if self.mine { Some(reader?) } else { None };
        let words = Query::parse(&self.words);
        if words.is_empty() && !self.words.is_empty() {
            return None;
        }
        Some(Wanted {
            class: self.class,
            kind: self.kind,
            part: self.part(head),
            life: self.life(),
            standing: self.placement,
            beside,
            raised_by,
            words,
        })
    }

    fn life(&self) -> Option<Lives> {
        match self.state.as_str() {
            "" => None,
            "waiting" => Some(Lives::Waiting),
            "answered" => Some(Lives::Answered),
            "not-satisfied" => Some(Lives::NotSatisfied),
            "withdrawn" => Some(Lives::Withdrawn),
            key => Disposition::KEYS.iter().find(|known| **known == key).map(|key| Lives::Disposed(key)),
        }
    }

    /// The part of the newest version that is asked for: a clause goes with all that stands under it.
    fn part(&self, head: &Head) -> Option<Region> {
        let On::Clause(id) = self.clause? else { return Some(Region::Whole) };
        let found = head.newest().ok().and_then(|newest| Some((newest.text(), newest.position_of(id)?)));
        let Some((text, index)) = found else { return Some(Region::Nowhere) };
        let lines = text.clause(index).map(|clause| clause.lines);
        let under = (index..text.clauses().len())
            .take_while(|clause| *clause == index || text.path(*clause).contains(&index));
        let last = under.last().and_then(|clause| text.clause(clause)).map(|clause| clause.lines.last());
        let line = |line: u32| i32::try_from(line).unwrap_or(i32::MAX);
        let (first, last) = (lines.map(LineRange::first), last);
        Some(first.zip(last).map_or(Region::Nowhere, |(first, last)| Region::Lines(line(first), line(last))))
    }
}
