//! Checking the chain.

use super::{Event, FIRST};

/// The first event that does not hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("event {sequence}: {why}")]
pub struct Broken {
    /// The sequence number that the event at this place should have.
    pub sequence: u64,
    pub why: Why,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Why {
    #[error("the number {found} stands in its place")]
    OutOfSequence { found: u64 },
    #[error("it does not follow the event before")]
    Unlinked,
    #[error("its content does not match its hash")]
    Altered,
}

/// Checks a whole record from its first event; names the first event that is missing, moved or altered.
/// That none is missing at the end only a checkpoint can say.
pub fn verify_chain(events: &[Event]) -> Result<(), Broken> {
    let mut previous = FIRST;
    for (sequence, event) in (1..).zip(events) {
        let found = event.entry.sequence;
        let why = if found != sequence {
            Some(Why::OutOfSequence { found })
        } else if event.previous != previous {
            Some(Why::Unlinked)
        } else if event.entry.hash(previous) != Ok(event.hash) {
            Some(Why::Altered)
        } else {
            None
        };
        if let Some(why) = why {
            return Err(Broken { sequence, why });
        }
        previous = event.hash;
    }
    Ok(())
}
