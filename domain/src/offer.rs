//! What one text can take over from another that has one origin with it: newer words of the text it was made of (downstream), and words of
//! the text that was made of it (upstream).
//!
//! Three texts take part: the one that was handed over, theirs, which went on from it, and ours, which did too. Each change of theirs is
//! offered once, merged word by word into ours; where both changed the same words, both are shown, and a person says what holds.

mod put;
mod three_way;

use serde::{Deserialize, Serialize};

use crate::{
    clause_map::{Change as Became, ClauseMap},
    diff::{Hunk, changes},
    text::{Clause, Digest, Text, normalise},
};

pub use put::put;
pub use three_way::{Part, three_way, together};

crate::kind::keyed!(
    /// What they did with the clauses.
    Change {
        /// They gave it other words, or other bounds.
        Reworded = "reworded",
        /// They put it in.
        Added = "added",
        /// They took it out.
        Removed = "removed",
    }
);
crate::kind::keyed!(
    /// How a change of theirs meets our text.
    Meeting {
        /// It can be taken over as it is.
        Clean = "clean",
        /// We changed the same words, or the same clauses, otherwise.
        Conflict = "conflict",
        /// We took the clause out; it would come back.
        Gone = "gone",
    }
);

/// One change of theirs that our text does not have.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Offer {
    /// Sixteen hexadecimal digits that follow from what was changed to what: the same however often it is worked out.
    pub key: String,
    /// What they did.
    pub change: Change,
    /// How it meets our text.
    pub meeting: Meeting,
    /// The clauses of the text that was handed over, by index; none for what they put in.
    pub base: Vec<u32>,
    /// The clauses of their text, by index; none for what they took out.
    pub theirs: Vec<u32>,
    /// The clauses of our text that it is about, by index; for what would come in or come back, the one it would follow.
    pub ours: Vec<u32>,
    /// What was handed over.
    pub before: String,
    /// What they say now.
    pub after: String,
    /// What we say.
    pub held: String,
    /// All three together.
    pub parts: Vec<Part>,
    /// What our text would say: with their words where nothing meets, with ours where both changed. Markdown where blocks would come in.
    pub wording: String,
}

/// Every change from the text that was handed over to theirs that ours does not have, in the order of theirs. What only moved, or reads the
/// same, is not offered.
pub fn offers(base: &Text, theirs: &Text, ours: &Text, maps: (&ClauseMap, &ClauseMap)) -> Vec<Offer> {
    let (to_theirs, to_ours) = maps;
    let hunks = changes(base, theirs, to_theirs).hunks;
    let hunks = joined(hunks.into_iter().filter(|hunk| hunk.now_at.is_none() && is_offered(hunk.change)));
    let meets = Meets { base, theirs, ours, to_theirs, to_ours };
    hunks.into_iter().filter_map(|hunk| meets.offer(&hunk)).collect()
}

/// The words of an answer that our text does not have: each a clause of the text that was handed over, by index, with the words it has
/// there, one clause to a paragraph.
pub fn answered(base: &Text, ours: &Text, to_ours: &ClauseMap, words: &[(u32, String)]) -> Vec<Offer> {
    let offer = |(clause, after): &(u32, String)| {
        let held = became(to_ours, &[*clause]);
        reworded((base, ours), (vec![*clause], Vec::new(), held), after.clone(), after.clone(), to_ours)
    };
    words.iter().filter_map(offer).collect()
}

fn is_offered(change: Became) -> bool {
    match change {
        Became::Reworded
        | Became::MovedAndReworded
        | Became::Split
        | Became::Merged
        | Became::Removed
        | Became::Added => true,
        Became::Same | Became::Typographic | Became::Moved => false,
    }
}

/// What came in side by side, and what was taken out side by side, is one change: a heading goes with what stands under it.
fn joined(hunks: impl Iterator<Item = Hunk>) -> Vec<Hunk> {
    let mut all: Vec<Hunk> = Vec::new();
    for hunk in hunks {
        let follows = |last: &[u32], next: &[u32]| match (last.last(), next.first()) {
            (Some(last), Some(next)) => last + 1 == *next,
            _ => false,
        };
        match all.last_mut() {
            Some(last)
                if last.change == hunk.change
                    && (hunk.change == Became::Added && follows(&last.new, &hunk.new)
                        || hunk.change == Became::Removed && follows(&last.old, &hunk.old)) =>
            {
                last.new.extend(hunk.new);
                last.old.extend(hunk.old);
            }
            _ => all.push(hunk),
        }
    }
    all
}

/// The three texts, and what became of the clauses of the first.
struct Meets<'a> {
    base: &'a Text,
    theirs: &'a Text,
    ours: &'a Text,
    to_theirs: &'a ClauseMap,
    to_ours: &'a ClauseMap,
}

impl Meets<'_> {
    fn offer(&self, hunk: &Hunk) -> Option<Offer> {
        match hunk.change {
            Became::Added => self.added(&hunk.new),
            Became::Removed => self.removed(&hunk.old),
            _ => {
                let held = became(self.to_ours, &hunk.old);
                let (read, source) = (read(self.theirs, &hunk.new), source(self.theirs, &hunk.new));
                let clauses = (hunk.old.clone(), hunk.new.clone(), held);
                reworded((self.base, self.ours), clauses, read, source, self.to_ours)
            }
        }
    }

    fn added(&self, theirs: &[u32]) -> Option<Offer> {
        let after = read(self.theirs, theirs);
        let is_here = |clause: &u32| {
            let digest = self.theirs.clause(*clause as usize).map(|clause| clause.digest);
            self.ours.clauses().iter().any(|ours| Some(ours.digest) == digest)
        };
        if theirs.iter().all(is_here) {
            return None;
        }
        let wording = source(self.theirs, theirs);
        let before = (0..*theirs.first()?).rev();
        let place = before
            .filter_map(|clause| self.to_theirs.new_clause(clause as usize))
            .find_map(|fate| became(self.to_ours, &fate.others).pop());
        Some(Offer {
            key: key(Change::Added, "", &after),
            change: Change::Added,
            meeting: Meeting::Clean,
            base: Vec::new(),
            theirs: theirs.to_vec(),
            ours: place.into_iter().collect(),
            before: String::new(),
            parts: vec![Part::Agreed(after.clone())],
            after,
            held: String::new(),
            wording,
        })
    }

    fn removed(&self, base: &[u32]) -> Option<Offer> {
        let ours = became(self.to_ours, base);
        if ours.is_empty() {
            return None;
        }
        let (before, held) = (read(self.base, base), read(self.ours, &ours));
        let is_clean = normalise(&before) == normalise(&held);
        let apart = Part::Apart { before: before.clone(), theirs: String::new(), ours: held.clone() };
        Some(Offer {
            key: key(Change::Removed, &before, ""),
            change: Change::Removed,
            meeting: if is_clean { Meeting::Clean } else { Meeting::Conflict },
            base: base.to_vec(),
            theirs: Vec::new(),
            ours,
            before,
            after: String::new(),
            parts: if is_clean { Vec::new() } else { vec![apart] },
            wording: if is_clean { String::new() } else { held.clone() },
            held,
        })
    }
}

/// A clause, or several that were split or merged, with other words; none where ours says the same.
fn reworded(
    (base, ours): (&Text, &Text),
    (old, theirs, held): (Vec<u32>, Vec<u32>, Vec<u32>),
    after: String,
    source: String,
    to_ours: &ClauseMap,
) -> Option<Offer> {
    let (before, says) = (read(base, &old), read(ours, &held));
    let same = |one: &str, other: &str| normalise(one) == normalise(other);
    if same(&after, &says) || same(&after, &before) {
        return None;
    }
    let one_to_one = old.len() == 1 && held.len() == 1 && !after.contains("\n\n");
    let apart = || vec![Part::Apart { before: before.clone(), theirs: after.clone(), ours: says.clone() }];
    let whole = || vec![Part::Agreed(after.clone())];
    let (meeting, parts, wording) = if held.is_empty() {
        (Meeting::Gone, whole(), source)
    } else if same(&before, &says) {
        (Meeting::Clean, whole(), if one_to_one { after.clone() } else { source })
    } else if one_to_one {
        let parts = three_way(&before, &after, &says);
        match together(&parts) {
            Some(words) if same(&words, &says) => return None,
            Some(words) => (Meeting::Clean, parts, words),
            None => (Meeting::Conflict, parts, says.clone()),
        }
    } else {
        (Meeting::Conflict, apart(), says.clone())
    };
    let place = match meeting {
        // It would come back after what it followed.
        Meeting::Gone => (0..*old.first()?).rev().find_map(|clause| became(to_ours, &[clause]).pop()),
        Meeting::Clean | Meeting::Conflict => None,
    };
    Some(Offer {
        key: key(Change::Reworded, &before, &after),
        change: Change::Reworded,
        meeting,
        base: old,
        theirs,
        ours: if meeting == Meeting::Gone { place.into_iter().collect() } else { held },
        before,
        after,
        held: says,
        parts,
        wording,
    })
}

/// The clauses that some became, in order, each once.
fn became(map: &ClauseMap, clauses: &[u32]) -> Vec<u32> {
    let fates = clauses.iter().filter_map(|clause| map.old(*clause as usize));
    let mut all: Vec<u32> = fates.flat_map(|fate| fate.others.iter().copied()).collect();
    all.sort_unstable();
    all.dedup();
    all
}

/// What is read of some clauses, without their numbers, one to a paragraph.
fn read(text: &Text, clauses: &[u32]) -> String {
    let all = clauses.iter().filter_map(|clause| text.clause(*clause as usize));
    all.map(Clause::title).collect::<Vec<_>>().join("\n\n")
}

/// The Markdown from the first of some clauses to the last.
fn source(text: &Text, clauses: &[u32]) -> String {
    let clause = |place: Option<&u32>| place.and_then(|clause| text.clause(*clause as usize));
    let (Some(first), Some(last)) = (clause(clauses.first()), clause(clauses.last())) else {
        return String::new();
    };
    if clauses.windows(2).any(|pair| pair[0] + 1 != pair[1]) {
        return read(text, clauses);
    }
    text.source().get(first.span.start..last.span.end).unwrap_or_default().trim().to_owned()
}

fn key(change: Change, before: &str, after: &str) -> String {
    let said = [change.key(), &normalise(before), &normalise(after)].join("\n");
    Digest::of(said.as_bytes()).to_string().chars().take(16).collect()
}

#[cfg(test)]
mod tests;
