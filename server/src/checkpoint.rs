//! Signing the record: an Ed25519 key of this installation, and checkpoints in the form of C2SP signed notes.

use std::{
    fs, io,
    path::{Path, PathBuf},
    sync::{Arc, Mutex, PoisonError},
};

use base64::{Engine, engine::general_purpose::STANDARD};
use chrono::{DateTime, Utc};
use domain::{
    record::{Checkpoint, FIRST, Head, heads, root, verify_onward},
    text::Digest,
};
use ed25519_dalek::{Signature, Signer as _, SigningKey, VerifyingKey};
use entity::{Db, checkpoint, event};
use sea_orm::EntityTrait;
use sha2::{Digest as _, Sha256};

/// The algorithm byte of Ed25519 in a C2SP key.
const ED25519: u8 = 1;

/// The name under which checkpoints are signed; the key in it tells one installation from another.
pub const NAME: &str = "comity";

/// The newest checkpoint, in the folder of the key.
const LAST: &str = "checkpoint.last";

/// The key that signs checkpoints, under the name of this installation.
#[derive(Clone)]
pub struct Signer {
    key: SigningKey,
    name: String,
    folder: PathBuf,
    fingerprint: Arc<str>,
    /// The end of the record when it was last found to extend what was signed: how many events, and the hash of the last.
    checked: Arc<Mutex<Option<(i64, String)>>>,
}

/// What a key is pinned by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Pin {
    Key(PublicKey),
    /// As [`PublicKey::fingerprint`] gives it, with or without spaces.
    Fingerprint(String),
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
        let key = SigningKey::from_bytes(&bytes);
        let public = PublicKey { name: name.to_owned(), key: key.verifying_key() };
        Ok(Self {
            fingerprint: public.fingerprint().into(),
            key,
            name: name.to_owned(),
            folder: folder.to_owned(),
            checked: Arc::default(),
        })
    }

    pub fn public(&self) -> PublicKey {
        PublicKey { name: self.name.clone(), key: self.key.verifying_key() }
    }

    /// The fingerprint of its key.
    pub fn fingerprint(&self) -> Arc<str> {
        self.fingerprint.clone()
    }

    /// The signature over these bytes: 64 of them.
    pub fn sign_bytes(&self, bytes: &[u8]) -> Vec<u8> {
        self.key.sign(bytes).to_bytes().to_vec()
    }

    /// The checkpoint as a signed note.
    pub fn sign(&self, checkpoint: &Checkpoint) -> String {
        let body = checkpoint.to_string();
        let marked = [&self.public().id()[..], &self.sign_bytes(body.as_bytes())].concat();
        format!("{body}\n\u{2014} {} {}\n", self.name, STANDARD.encode(marked))
    }

    /// Signs the record as it stands now, unless its newest checkpoint already says all of it; gives that note. Refuses a record that
    /// does not go on where the last checkpoint ended, in the database or beside the key: then nothing is signed, and nothing is
    /// written any more.
    pub async fn catch_up(&self, db: &Db, now: DateTime<Utc>) -> entity::Result<Option<checkpoint::Model>> {
        let newest = checkpoint::Entity::last(db.read()).await?;
        let last = event::Entity::last(db.read()).await?;
        let end = last.as_ref().map_or((0, String::new()), |last| (last.sequence, last.hash.clone()));
        let is_checked = *self.checked.lock().unwrap_or_else(PoisonError::into_inner) == Some(end.clone());
        if is_checked && newest.as_ref().map_or(0, |newest| newest.size) == end.0 {
            return Ok(newest);
        }
        let marks = event::Entity::marks(db.read(), end.0).await?;
        if let Err(why) = self.extends(db, newest.as_ref(), &marks).await? {
            tracing::error!("{why} Nothing is signed, and nothing is written any more.");
            db.refuse_writes();
            return Err(broken(&why));
        }
        *self.checked.lock().unwrap_or_else(PoisonError::into_inner) = Some(end.clone());
        if marks.is_empty() || newest.as_ref().is_some_and(|newest| newest.size == end.0) {
            return Ok(newest);
        }
        let note = self.sign(&self.statement(&marks)?);
        self.keep_beside(&note).map_err(|error| broken(&format!("{LAST} cannot be kept: {error}")))?;
        checkpoint::keep(db, end.0, note, now).await?;
        Ok(checkpoint::Entity::find_by_id(end.0).one(db.read()).await?)
    }

    fn statement(&self, marks: &[(String, Head)]) -> entity::Result<Checkpoint> {
        let leaves: Vec<Digest> = marks.iter().map(|(_, head)| head.hash).collect();
        let heads = heads(marks.iter().map(|(run, head)| (run.as_str(), *head)));
        Checkpoint::of(&self.name, &leaves, &heads).map_err(|bad| broken(&bad.to_string()))
    }

    /// Whether the record only adds to what was signed, as the database has it and as it was kept beside the key; and whether what was
    /// added is a chain. Says what is wrong.
    async fn extends(
        &self,
        db: &Db,
        newest: Option<&checkpoint::Model>,
        marks: &[(String, Head)],
    ) -> entity::Result<Result<(), String>> {
        let leaves: Vec<Digest> = marks.iter().map(|(_, head)| head.hash).collect();
        let kept = newest.map(|newest| said(&newest.note).ok_or("the newest checkpoint cannot be read"));
        let beside =
            self.beside().map(|note| self.public().open(&note).map_err(|_| "the copy of it is not ours"));
        let mut signed = 0;
        for (place, statement) in [("in the database", kept), ("beside the key", beside)] {
            let Some(statement) = statement else { continue };
            let statement = match statement {
                Ok(statement) => statement,
                Err(why) => return Ok(Err(format!("The checkpoint kept {place} does not hold: {why}."))),
            };
            let before = usize::try_from(statement.size).ok().and_then(|size| leaves.get(..size));
            if before.map(root) != Some(statement.root) {
                let size = statement.size;
                return Ok(Err(format!(
                    "The first {size} events are not those signed by the checkpoint {place}."
                )));
            }
            signed = signed.max(statement.size);
        }
        let rows = event::Entity::after(db.read(), i64::try_from(signed).unwrap_or(i64::MAX)).await?;
        let added = rows.iter().map(event::Model::event).collect::<entity::Result<Vec<_>>>()?;
        let before = usize::try_from(signed).ok().and_then(|size| leaves.get(size.checked_sub(1)?));
        let chained = verify_onward(signed, before.copied().unwrap_or(FIRST), &added);
        Ok(chained.map_err(|broken| format!("The record is no chain: {broken}.")))
    }

    /// The newest note as it was kept beside the key; none before the first.
    fn beside(&self) -> Option<String> {
        fs::read_to_string(self.folder.join(LAST)).ok()
    }

    /// Keeps a note beside the key, so that whoever can change the database cannot change what was signed.
    fn keep_beside(&self, note: &str) -> io::Result<()> {
        let new = self.folder.join(format!("{LAST}.{}", crate::clock::token()));
        let mut file = fs::File::create(&new)?;
        io::Write::write_all(&mut file, note.as_bytes())?;
        file.sync_all()?;
        fs::rename(new, self.folder.join(LAST))
    }
}

/// What a note says, whoever signed it.
fn said(note: &str) -> Option<Checkpoint> {
    let (body, _) = note.split_once("\n\n")?;
    format!("{body}\n").parse().ok()
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

    /// Whether it signed these bytes.
    pub fn signed(&self, bytes: &[u8], signature: &[u8]) -> bool {
        Signature::from_slice(signature).is_ok_and(|one| self.key.verify_strict(bytes, &one).is_ok())
    }

    /// The key as `SubjectPublicKeyInfo` (RFC 8410).
    fn der(&self) -> Vec<u8> {
        let head = [0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00];
        [&head[..], self.key.as_bytes()].concat()
    }

    /// The key in the form that openssl reads.
    pub fn pem(&self) -> String {
        let der = STANDARD.encode(self.der());
        format!("-----BEGIN PUBLIC KEY-----\n{der}\n-----END PUBLIC KEY-----\n")
    }

    /// By what people compare keys: the SHA-256 of its DER form, in hex.
    pub fn fingerprint(&self) -> String {
        Digest::of(&self.der()).to_string()
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

impl Pin {
    pub fn is(&self, key: &PublicKey) -> bool {
        match self {
            Self::Key(pinned) => pinned.key == key.key,
            Self::Fingerprint(pinned) => *pinned == key.fingerprint(),
        }
    }
}

impl std::fmt::Display for Pin {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Key(key) => f.write_str(&key.fingerprint()),
            Self::Fingerprint(fingerprint) => f.write_str(fingerprint),
        }
    }
}

impl std::str::FromStr for Pin {
    type Err = BadNote;

    fn from_str(written: &str) -> Result<Self, BadNote> {
        let written = written.lines().next().unwrap_or_default().trim();
        if let Ok(key) = written.parse() {
            return Ok(Self::Key(key));
        }
        let digits: String = written.chars().filter(|c| !matches!(c, ' ' | ':')).collect();
        let digest: Digest = digits.parse().map_err(|_| BadNote::Key)?;
        Ok(Self::Fingerprint(digest.to_string()))
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
        let statement =
            Checkpoint::new("comity.example", 3, Digest::of(b"root"), Digest::of(b"heads")).unwrap();
        let note = signer.sign(&statement);
        let key: PublicKey = signer.public().to_string().parse().unwrap();
        assert_eq!(key.open(&note), Ok(statement));
        assert_eq!(key.open(&note.replacen("3", "4", 1)), Err(BadNote::Signature));
        let other = Signer::open(tempfile::tempdir().unwrap().path(), "comity.example").unwrap();
        assert_eq!(other.public().open(&note), Err(BadNote::Signature));
    }
}
