//! Where the keys of an installation are kept.
//!
//! The database says which key signs, so that all servers on it sign with the same one. The private key stands beside it, encrypted by
//! the secret of the configuration; without such a secret it is in a file of the data folder that only its owner can read.

use std::{
    fs, io,
    os::unix::fs::OpenOptionsExt,
    path::{Path, PathBuf},
};

use base64::{Engine, engine::general_purpose::STANDARD};
use chrono::{DateTime, Utc};
use entity::{Db, signing_key, verb};
use secrecy::SecretString;

use super::{BadHandover, Handover, Key, Keys, NAME, PublicKey, sealing::Sealing};
use crate::clock;

/// The private keys without a secret: one a line, in base64.
pub(crate) const FILE: &str = "checkpoint.key";

/// Why there is no key to sign with.
#[derive(Debug, thiserror::Error)]
pub enum NoKey {
    #[error(
        "{0} is too short: 32 characters at least that nobody can guess, as `openssl rand -hex 32` makes them."
    )]
    ShortSecret(&'static str),
    #[error(
        "The key that signs this record ({0}) is in the database, encrypted. Give the secret it was encrypted with as COMITY_SECRET."
    )]
    NoSecret(String),
    #[error("The key that signs this record ({0}) was encrypted with another secret than COMITY_SECRET.")]
    OtherSecret(String),
    #[error(
        "This record is signed by a key that is not here ({fingerprint}). Copy {} from the data folder of the server that has it, or start that server with a COMITY_SECRET, which moves the key into the database, and this one with the same. If nobody has the key any more: comity key replace.",
        file.display()
    )]
    Elsewhere { fingerprint: String, file: PathBuf },
    #[error(
        "No key is encrypted in this database, so there is none to encrypt anew. A server that is started with COMITY_SECRET puts its key there, encrypted."
    )]
    NotSealed,
    #[error("{}: {error}.", file.display())]
    File { file: PathBuf, error: io::Error },
    #[error("{} holds a line that is not a key.", .0.display())]
    Line(PathBuf),
    #[error("A key in the database cannot be read.")]
    Row,
    #[error("The hand-overs in the database do not hold: {0}.")]
    Handover(#[from] BadHandover),
    #[error("The key could not be encrypted.")]
    Sealing,
    #[error(transparent)]
    Entity(#[from] entity::Error),
}

/// Where private keys are found and kept.
#[derive(Clone, Debug)]
pub struct Keyring {
    folder: PathBuf,
    sealing: Option<Sealing>,
}

impl Keyring {
    /// The keyring of a data folder, with the secret that encrypts keys in the database. Refuses a secret that is too short.
    pub fn new(folder: &Path, secret: Option<&SecretString>) -> Result<Self, NoKey> {
        let sealing = secret.map(|secret| Sealing::by(secret).ok_or(NoKey::ShortSecret("COMITY_SECRET")));
        let sealing = sealing.transpose()?;
        Ok(Self { folder: folder.to_owned(), sealing })
    }

    /// The data folder, where a key without a secret is kept.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// The keys of this database; makes the first. Refuses when the key that signs is not to be had, rather than to sign with another.
    pub async fn open(&self, db: &Db, now: DateTime<Utc>) -> Result<Keys, NoKey> {
        let mut rows = signing_key::Entity::all(db.read()).await?;
        if rows.is_empty() {
            let kept = self.kept()?.pop();
            let first = kept.unwrap_or_else(|| Key::of(clock::secret(), NAME));
            verb::signing_key::begin(db, self.row(1, &first, None, now)?).await?;
            rows = signing_key::Entity::all(db.read()).await?;
        }
        let row = rows.last().ok_or(NoKey::Row)?;
        let key = self.private(row)?;
        if let (Some(sealing), None) = (&self.sealing, &row.sealed) {
            let sealed = sealing.seal(&key, clock::secret()).ok_or(NoKey::Sealing)?;
            verb::signing_key::seal(db, row.number, sealed).await?;
        }
        if self.sealing.is_some() {
            self.forget(&key)?;
        }
        Keys::of(&rows, key)
    }

    /// Makes another key, to which the one of today hands over. Refuses when that key is not to be had, or when another server was quicker.
    pub async fn rotate(&self, db: &Db, now: DateTime<Utc>) -> Result<Keys, NoKey> {
        let old = self.open(db, now).await?;
        let next = Key::of(clock::secret(), NAME);
        let handover = Handover::sign(&old.key, &next, now);
        self.succeed(db, old.number, &next, Some(handover), now).await
    }

    /// Makes another key in place of one that nobody has any more: nothing leads from that one to this. Refuses while the key can be
    /// had, as it should hand over.
    pub async fn replace(&self, db: &Db, now: DateTime<Utc>) -> Result<Option<Keys>, NoKey> {
        let row = signing_key::Entity::last(db.read()).await?;
        let Some(row) = row else { return Ok(None) };
        match self.private(&row) {
            Err(NoKey::NoSecret(_) | NoKey::OtherSecret(_) | NoKey::Elsewhere { .. }) => {}
            other => return other.map(|_| None),
        }
        self.succeed(db, row.number, &Key::of(clock::secret(), NAME), None, now).await.map(Some)
    }

    /// Encrypts the key anew, by another secret, and forgets the private halves of earlier keys, which sign no more. Refuses a secret that
    /// is not the one it was encrypted with; then everything stays as it was.
    pub async fn reseal(&self, db: &Db, secret: &SecretString, now: DateTime<Utc>) -> Result<Keys, NoKey> {
        let next =
            Self::new(&self.folder, Some(secret)).map_err(|_| NoKey::ShortSecret("COMITY_NEW_SECRET"))?;
        let row = signing_key::Entity::last(db.read()).await?.ok_or(NoKey::NotSealed)?;
        let sealed = row.sealed.as_deref().ok_or(NoKey::NotSealed)?;
        let public: PublicKey = row.public.parse().map_err(|_| NoKey::Row)?;
        let fingerprint = public.fingerprint();
        let Some(sealing) = &self.sealing else { return Err(NoKey::NoSecret(fingerprint)) };
        let key = sealing.open(sealed, &public).ok_or(NoKey::OtherSecret(fingerprint))?;
        let anew = next.sealing.as_ref().and_then(|sealing| sealing.seal(&key, clock::secret()));
        verb::signing_key::reseal(db, &row, anew.ok_or(NoKey::Sealing)?).await?;
        next.open(db, now).await
    }

    async fn succeed(
        &self,
        db: &Db,
        before: i64,
        next: &Key,
        handover: Option<String>,
        now: DateTime<Utc>,
    ) -> Result<Keys, NoKey> {
        let row = self.row(before + 1, next, handover, now)?;
        verb::signing_key::succeed(db, row, now).await?;
        if self.sealing.is_none() {
            self.keep(std::slice::from_ref(next))?;
        }
        self.open(db, now).await
    }

    /// The row of a key whose private half is on the disk before the row is.
    fn row(
        &self,
        number: i64,
        key: &Key,
        handover: Option<String>,
        now: DateTime<Utc>,
    ) -> Result<signing_key::Model, NoKey> {
        let sealed = match &self.sealing {
            Some(sealing) => Some(sealing.seal(key, clock::secret()).ok_or(NoKey::Sealing)?),
            None => {
                let mut kept = self.kept()?;
                kept.retain(|one| one.public() != key.public());
                kept.push(key.clone());
                self.keep(&kept)?;
                None
            }
        };
        Ok(signing_key::Model { number, public: key.public().to_string(), sealed, handover, made_at: now })
    }

    /// The private key of a row: out of it, or out of the file.
    fn private(&self, row: &signing_key::Model) -> Result<Key, NoKey> {
        let public: PublicKey = row.public.parse().map_err(|_| NoKey::Row)?;
        let fingerprint = public.fingerprint();
        if let (Some(sealing), Some(sealed)) = (&self.sealing, &row.sealed) {
            return sealing.open(sealed, &public).ok_or(NoKey::OtherSecret(fingerprint));
        }
        match self.kept()?.into_iter().find(|key| key.public() == public) {
            Some(key) => Ok(key),
            None if row.sealed.is_some() => Err(NoKey::NoSecret(fingerprint)),
            None => Err(NoKey::Elsewhere { fingerprint, file: self.file() }),
        }
    }

    fn file(&self) -> PathBuf {
        self.folder.join(FILE)
    }

    /// The keys in the file; none when there is no file.
    fn kept(&self) -> Result<Vec<Key>, NoKey> {
        let file = self.file();
        let written = match fs::read_to_string(&file) {
            Ok(written) => written,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
            Err(error) => return Err(NoKey::File { file, error }),
        };
        let seed = |line: &str| <[u8; 32]>::try_from(STANDARD.decode(line.trim()).ok()?).ok();
        let keys = written.lines().map(|line| seed(line).map(|seed| Key::of(seed, NAME)));
        keys.collect::<Option<_>>().ok_or(NoKey::Line(file))
    }

    /// Takes a key out of the file, as the database has it encrypted: whoever copies the data folder shall not find it bare. The file goes
    /// with its last key.
    fn forget(&self, key: &Key) -> Result<(), NoKey> {
        let mut kept = self.kept()?;
        let before = kept.len();
        kept.retain(|one| one.public() != key.public());
        if kept.len() == before {
            return Ok(());
        }
        if kept.is_empty() {
            return fs::remove_file(self.file()).map_err(|error| NoKey::File { file: self.file(), error });
        }
        self.keep(&kept)
    }

    /// Puts these keys into the file, in place of all that are there.
    fn keep(&self, keys: &[Key]) -> Result<(), NoKey> {
        let lines: String = keys.iter().map(|key| STANDARD.encode(key.seed()) + "\n").collect();
        write_whole(&self.file(), &lines).map_err(|error| NoKey::File { file: self.file(), error })
    }
}

/// Writes a file that only its owner can read: after a crash it is as it was, or as it should be. Fails when the disk does.
pub fn write_whole(file: &Path, content: &str) -> io::Result<()> {
    let new = file.with_extension(clock::token());
    let mut written = fs::OpenOptions::new().write(true).create_new(true).mode(0o600).open(&new)?;
    io::Write::write_all(&mut written, content.as_bytes())?;
    written.sync_all()?;
    fs::rename(&new, file)?;
    let folder = file.parent().unwrap_or(Path::new("."));
    fs::File::open(folder)?.sync_all()
}
