//! Signing the record: an Ed25519 key of this installation, and checkpoints in the form of C2SP signed notes.

use std::{fs, io, path::Path};

use base64::{Engine, engine::general_purpose::STANDARD};
use chrono::{DateTime, Utc};
use domain::{record::Checkpoint, text::Digest};
use ed25519_dalek::{Signature, Signer as _, SigningKey, VerifyingKey};
use entity::{Db, checkpoint, event};
use sea_orm::EntityTrait;
use sha2::{Digest as _, Sha256};

/// The algorithm byte of Ed25519 in a C2SP key.
const ED25519: u8 = 1;

/// The name under which checkpoints are signed; the key in it tells one installation from another.
pub const NAME: &str = "comity";

/// The key that signs checkpoints, under the name of this installation.
#[derive(Clone)]
pub struct Signer {
    key: SigningKey,
    name: String,
}

/// A key that signatures are checked with, in its C2SP form: `name+id+key`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublicKey {
    name: String,
    key: VerifyingKey,
}

/// Why a note does not hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BadNote {
    #[error("it is not a signed note")]
    Form,
    #[error("the key cannot be read")]
    Key,
    #[error("no signature on it is by the key of the archive")]
    Signature,
}

impl Signer {
    /// Reads the key in the data folder, or makes one there that only its owner can read.
    pub fn open(folder: &Path, name: &str) -> io::Result<Self> {
        let path = folder.join("checkpoint.key");
        let kept = match fs::read_to_string(&path) {
            Ok(kept) => kept,
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                let made = STANDARD.encode(crate::clock::secret());
                keep_private(&path, &made)?;
                made
            }
            Err(error) => return Err(error),
        };
        let bytes = STANDARD.decode(kept.trim()).ok().and_then(|bytes| <[u8; 32]>::try_from(bytes).ok());
        let bytes =
            bytes.ok_or_else(|| io::Error::new(io::ErrorKind::InvalidData, "checkpoint.key is not a key"))?;
        Ok(Self { key: SigningKey::from_bytes(&bytes), name: name.to_owned() })
    }

    pub fn public(&self) -> PublicKey {
        PublicKey { name: self.name.clone(), key: self.key.verifying_key() }
    }

    /// The checkpoint as a signed note.
    fn sign(&self, checkpoint: &Checkpoint) -> String {
        let body = checkpoint.to_string();
        let signature = self.key.sign(body.as_bytes());
        let marked = [&self.public().id()[..], &signature.to_bytes()].concat();
        format!("{body}\n\u{2014} {} {}\n", self.name, STANDARD.encode(marked))
    }

    /// Signs the record as it stands now, unless its newest checkpoint already says all of it; gives that note.
    pub async fn catch_up(&self, db: &Db, now: DateTime<Utc>) -> entity::Result<Option<checkpoint::Model>> {
        let newest = checkpoint::Entity::last(db.read()).await?;
        let last = event::Entity::last(db.read()).await?;
        let Some(last) = last else { return Ok(None) };
        if newest.as_ref().is_some_and(|newest| newest.size == last.sequence) {
            return Ok(newest);
        }
        let leaves = leaves(db).await?;
        let size = i64::try_from(leaves.len()).map_err(|_| broken("the record is too long"))?;
        let root = domain::record::root(&leaves);
        let statement = Checkpoint::new(&self.name, size.unsigned_abs(), root);
        let statement = statement.map_err(|bad| broken(&bad.to_string()))?;
        checkpoint::keep(db, size, self.sign(&statement), now).await?;
        Ok(checkpoint::Entity::find_by_id(size).one(db.read()).await?)
    }
}

/// The hashes of all events in order.
pub async fn leaves(db: &Db) -> entity::Result<Vec<Digest>> {
    let hashes = event::Entity::hashes(db.read()).await?;
    let read = hashes.iter().map(|hash| hash.parse().map_err(|_| broken("an event has no hash")));
    read.collect()
}

impl PublicKey {
    /// Checks a note and gives what it says.
    pub fn open(&self, note: &str) -> Result<Checkpoint, BadNote> {
        let (body, signatures) = note.split_once("\n\n").ok_or(BadNote::Form)?;
        let body = format!("{body}\n");
        let by_us = signatures.lines().filter_map(|line| {
            let (name, signature) = line.strip_prefix("\u{2014} ")?.split_once(' ')?;
            let bytes = STANDARD.decode(signature).ok()?;
            let (id, signature) = bytes.split_at_checked(4)?;
            let ours = name == self.name && id == self.id();
            ours.then(|| Signature::from_slice(signature).ok()).flatten()
        });
        let mut holds = false;
        for signature in by_us {
            holds |= self.key.verify_strict(body.as_bytes(), &signature).is_ok();
        }
        if holds { body.parse().map_err(|_| BadNote::Form) } else { Err(BadNote::Signature) }
    }

    /// The first four bytes of SHA-256 over name, line end, algorithm and key.
    fn id(&self) -> [u8; 4] {
        let mut hash = Sha256::new();
        hash.update(self.name.as_bytes());
        hash.update([b'\n', ED25519]);
        hash.update(self.key.as_bytes());
        let [a, b, c, d, ..] = <[u8; 32]>::from(hash.finalize());
        [a, b, c, d]
    }
}

impl std::fmt::Display for PublicKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let id = u32::from_be_bytes(self.id());
        let key = [&[ED25519][..], self.key.as_bytes()].concat();
        write!(f, "{}+{id:08x}+{}", self.name, STANDARD.encode(key))
    }
}

impl std::str::FromStr for PublicKey {
    type Err = BadNote;

    fn from_str(written: &str) -> Result<Self, BadNote> {
        let mut parts = written.trim().splitn(3, '+');
        let (Some(name), Some(id), Some(key)) = (parts.next(), parts.next(), parts.next()) else {
            return Err(BadNote::Key);
        };
        let bytes = STANDARD.decode(key).map_err(|_| BadNote::Key)?;
        let (algorithm, bytes) = bytes.split_first().ok_or(BadNote::Key)?;
        let bytes = <[u8; 32]>::try_from(bytes).map_err(|_| BadNote::Key)?;
        let key = VerifyingKey::from_bytes(&bytes).map_err(|_| BadNote::Key)?;
        let read = Self { name: name.to_owned(), key };
        let right = *algorithm == ED25519 && id == format!("{:08x}", u32::from_be_bytes(read.id()));
        if right { Ok(read) } else { Err(BadNote::Key) }
    }
}

fn broken(why: &str) -> entity::Error {
    entity::Error::Broken(why.to_owned())
}

fn keep_private(path: &Path, content: &str) -> io::Result<()> {
    use std::{io::Write, os::unix::fs::OpenOptionsExt};
    let mut file = fs::OpenOptions::new().write(true).create_new(true).mode(0o600).open(path)?;
    file.write_all(content.as_bytes())?;
    file.sync_all()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_note_opens_with_the_key_that_signed_it_and_no_other() {
        let folder = tempfile::tempdir().unwrap();
        let signer = Signer::open(folder.path(), "comity.example").unwrap();
        let again = Signer::open(folder.path(), "comity.example").unwrap();
        assert_eq!(signer.public(), again.public());
        let statement = Checkpoint::new("comity.example", 3, Digest::of(b"root")).unwrap();
        let note = signer.sign(&statement);
        let key: PublicKey = signer.public().to_string().parse().unwrap();
        assert_eq!(key.open(&note), Ok(statement));
        assert_eq!(key.open(&note.replacen("3", "4", 1)), Err(BadNote::Signature));
        let other = Signer::open(tempfile::tempdir().unwrap().path(), "comity.example").unwrap();
        assert_eq!(other.public().open(&note), Err(BadNote::Signature));
    }
}
