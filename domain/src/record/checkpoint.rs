//! The text of a checkpoint, in the form of C2SP tlog-checkpoint: what a signature says of the whole record.

use std::collections::BTreeMap;
use std::fmt;
use std::str::FromStr;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use super::root;
use crate::text::Digest;

/// Origin, size, root, and in an extension line the root over the heads of all runs: signed as a C2SP signed note by the server.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checkpoint {
    origin: String,
    /// How many events the record has.
    pub size: u64,
    /// The root of a Merkle tree over the hashes of all events.
    pub root: Digest,
    /// The root of a Merkle tree over the [`Head`] of every run, so that nobody can leave out the end of one.
    pub heads: Digest,
}

/// The last event of a run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Head {
    /// How many events the run has.
    pub number: u64,
    /// The hash of that event.
    pub hash: Digest,
}

impl Head {
    /// The leaf of the tree of heads for the run of this name. It tells nobody the name: the hash in it is salted.
    pub fn leaf(&self, run: &str) -> Digest {
        Digest::of(format!("{run}\n{}\n{}\n", self.number, self.hash).as_bytes())
    }
}

/// The leaves over the heads of all runs, in their order, which is that of their bytes.
pub fn heads<'a>(runs: impl IntoIterator<Item = (&'a str, Head)>) -> Vec<Digest> {
    let runs: BTreeMap<&str, Head> = runs.into_iter().collect();
    let mut leaves: Vec<_> = runs.iter().map(|(run, head)| head.leaf(run)).collect();
    leaves.sort_unstable();
    leaves
}

/// Why a note is no checkpoint.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BadCheckpoint {
    /// Empty, or with a control character.
    #[error("the origin of a checkpoint is one line that is not empty")]
    Origin,
    /// Not a number, or with leading zeros.
    #[error("the size of a checkpoint is a whole number without leading zeros")]
    Size,
    /// Not base64, or not 32 bytes.
    #[error("a root of a checkpoint is 32 bytes in base64")]
    Root,
    /// Not the four lines, each with its end.
    #[error("a checkpoint has four lines, the last of which begins with \"heads \"")]
    Lines,
}

impl Checkpoint {
    /// The checkpoint of a record with these hashes of events and these leaves of [`heads`]. Refuses an origin that is empty or has a
    /// control character.
    pub fn of(origin: &str, leaves: &[Digest], heads: &[Digest]) -> Result<Self, BadCheckpoint> {
        let size = u64::try_from(leaves.len()).unwrap_or(u64::MAX);
        Self::new(origin, size, root(leaves), root(heads))
    }

    /// A checkpoint over the first `size` events of a record. Refuses an origin that is empty or has a control character.
    pub fn new(origin: &str, size: u64, root: Digest, heads: Digest) -> Result<Self, BadCheckpoint> {
        if origin.is_empty() || origin.chars().any(char::is_control) {
            return Err(BadCheckpoint::Origin);
        }
        Ok(Self { origin: origin.to_owned(), size, root, heads })
    }

    /// The name of the server whose record it is of; the first line of the note.
    pub fn origin(&self) -> &str {
        &self.origin
    }
}

/// The body of the note, ending in a line end, without signatures.
impl fmt::Display for Checkpoint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (root, heads) = (STANDARD.encode(self.root.0), STANDARD.encode(self.heads.0));
        writeln!(f, "{}\n{}\n{root}\nheads {heads}", self.origin, self.size)
    }
}

impl FromStr for Checkpoint {
    type Err = BadCheckpoint;

    /// Reads the body back; refuses anything that [`fmt::Display`] would write differently.
    fn from_str(body: &str) -> Result<Self, BadCheckpoint> {
        let lines: Vec<&str> = body.strip_suffix('\n').ok_or(BadCheckpoint::Lines)?.split('\n').collect();
        let [origin, size, root, heads] = lines.as_slice() else { return Err(BadCheckpoint::Lines) };
        let heads = heads.strip_prefix("heads ").ok_or(BadCheckpoint::Lines)?;
        let number: u64 = size.parse().map_err(|_| BadCheckpoint::Size)?;
        if number.to_string() != *size {
            return Err(BadCheckpoint::Size);
        }
        let digest = |written: &str| {
            let bytes = STANDARD.decode(written).map_err(|_| BadCheckpoint::Root)?;
            Ok(Digest(bytes.try_into().map_err(|_| BadCheckpoint::Root)?))
        };
        Self::new(origin, number, digest(root)?, digest(heads)?)
    }
}
