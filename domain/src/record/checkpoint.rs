//! The text of a checkpoint, in the form of C2SP tlog-checkpoint: what a signature says of the whole record.

use std::fmt;
use std::str::FromStr;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use super::{Event, root};
use crate::text::Digest;

/// Origin, size and root: three lines, signed as a C2SP signed note by the server.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checkpoint {
    origin: String,
    pub size: u64,
    pub root: Digest,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BadCheckpoint {
    #[error("the origin of a checkpoint is one line that is not empty")]
    Origin,
    #[error("the size of a checkpoint is a whole number without leading zeros")]
    Size,
    #[error("the root of a checkpoint is 32 bytes in base64")]
    Root,
    #[error("a checkpoint has three lines")]
    Lines,
}

impl Checkpoint {
    /// The checkpoint of all these events, which are the whole record so far. Refuses an origin of more than a line.
    pub fn of(origin: &str, events: &[Event]) -> Result<Self, BadCheckpoint> {
        let leaves: Vec<Digest> = events.iter().map(|event| event.hash).collect();
        let size = u64::try_from(leaves.len()).unwrap_or(u64::MAX);
        Self::new(origin, size, root(&leaves))
    }

    pub fn new(origin: &str, size: u64, root: Digest) -> Result<Self, BadCheckpoint> {
        if origin.is_empty() || origin.chars().any(char::is_control) {
            return Err(BadCheckpoint::Origin);
        }
        Ok(Self { origin: origin.to_owned(), size, root })
    }

    pub fn origin(&self) -> &str {
        &self.origin
    }
}

/// The body of the note, ending in a line end, without signatures.
impl fmt::Display for Checkpoint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{}\n{}\n{}", self.origin, self.size, STANDARD.encode(self.root.0))
    }
}

impl FromStr for Checkpoint {
    type Err = BadCheckpoint;

    /// Reads the body back; refuses anything that [`fmt::Display`] would write differently.
    fn from_str(body: &str) -> Result<Self, BadCheckpoint> {
        let lines: Vec<&str> = body.strip_suffix('\n').ok_or(BadCheckpoint::Lines)?.split('\n').collect();
        let [origin, size, root] = lines.as_slice() else { return Err(BadCheckpoint::Lines) };
        let number: u64 = size.parse().map_err(|_| BadCheckpoint::Size)?;
        if number.to_string() != *size {
            return Err(BadCheckpoint::Size);
        }
        let root = STANDARD.decode(root).map_err(|_| BadCheckpoint::Root)?;
        let root: [u8; 32] = root.try_into().map_err(|_| BadCheckpoint::Root)?;
        Self::new(origin, number, Digest(root))
    }
}
