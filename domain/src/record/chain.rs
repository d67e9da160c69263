//! Checking the chain, of the whole record and of one run in it.

use chrono::{DateTime, Utc};

use super::{Event, FIRST};
use crate::text::Digest;

/// The first event that does not hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("event {sequence}: {why}")]
pub struct Broken {
    /// The number that the event at this place should have: in the record, or in its run.
    pub sequence: u64,
    /// What is wrong with it.
    pub why: Why,
}

/// Why a chain of events does not hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Why {
    /// An event is missing or moved.
    #[error("the number {found} stands in its place")]
    OutOfSequence {
        /// The number that the event there has.
        found: u64,
    },
    /// It names another event as the one before.
    #[error("it does not follow the event before")]
    Unlinked,
    /// Its bytes do not give its hash.
    #[error("its content does not match its hash")]
    Altered,
    /// Its instant is before that of the event before.
    #[error("it happened before the event before")]
    Earlier,
    /// Its subject belongs to another run.
    #[error("it is of another run")]
    OtherRun,
}

/// Checks a whole record from its first event. Refuses at the first event that is missing, moved or altered, by its number. That none is
/// missing at the end only a checkpoint can say.
pub fn verify_chain(events: &[Event]) -> Result<(), Broken> {
    verify_onward(0, FIRST, events)
}

/// Checks events that follow the first `count` of a record, the last of which has this hash. Refuses as [`verify_chain`] does.
pub fn verify_onward(count: u64, hash: Digest, events: &[Event]) -> Result<(), Broken> {
    let (mut previous, mut time) = (hash, DateTime::<Utc>::MIN_UTC);
    for (sequence, event) in (count + 1..).zip(events) {
        let found = event.entry.sequence;
        let why = match fault(event, time) {
            _ if found != sequence => Some(Why::OutOfSequence { found }),
            _ if event.links.previous != previous => Some(Why::Unlinked),
            why => why,
        };
        if let Some(why) = why {
            return Err(Broken { sequence, why });
        }
        (previous, time) = (event.hash, event.entry.at);
    }
    Ok(())
}

/// Checks the events of one run from its first; numbers are those within the run. Refuses as [`verify_chain`] does. That none is missing at
/// the end only the signed head of the run can say.
pub fn verify_run(run: &str, events: &[Event]) -> Result<(), Broken> {
    let (mut previous, mut before, mut time) = (FIRST, 0, DateTime::<Utc>::MIN_UTC);
    for (number, event) in (1..).zip(events) {
        let found = event.links.run_number;
        let why = match fault(event, time) {
            _ if event.entry.run() != run => Some(Why::OtherRun),
            _ if found != number => Some(Why::OutOfSequence { found }),
            _ if event.links.run_previous != previous || event.entry.sequence <= before => {
                Some(Why::Unlinked)
            }
            why => why,
        };
        if let Some(why) = why {
            return Err(Broken { sequence: number, why });
        }
        (previous, before, time) = (event.hash, event.entry.sequence, event.entry.at);
    }
    Ok(())
}

/// What is wrong with an event by itself, and with its instant after the one before.
fn fault(event: &Event, before: DateTime<Utc>) -> Option<Why> {
    let again = event.entry.clone().chained(event.links, event.salt);
    if !again.is_ok_and(|again| again.hash == event.hash) {
        return Some(Why::Altered);
    }
    (event.entry.at < before).then_some(Why::Earlier)
}
