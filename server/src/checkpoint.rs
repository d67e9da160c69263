//! Signing the record: checkpoints in the form of C2SP signed notes, each of which extends the one before.

use std::{
    fs, io,
    path::PathBuf,
    sync::{Arc, Mutex, PoisonError, RwLock},
};

use chrono::{DateTime, Utc};
use domain::{
    record::{Checkpoint, FIRST, Head, heads, root, verify_onward},
    text::Digest,
};
use entity::{Db, checkpoint, event, signing_key};
use sea_orm::EntityTrait;

use crate::key::{Keyring, Keys, NAME, NoKey, write_whole};

/// The newest checkpoint, in the folder of the key.
pub(crate) const LAST: &str = "checkpoint.last";

/// Signs the record with the key of its database.
#[derive(Clone)]
pub struct Signer {
    keyring: Keyring,
    keys: Arc<RwLock<Arc<Keys>>>,
    /// The end of the record when it was last found to extend what was signed: how many events, and the hash of the last.
    checked: Arc<Mutex<Option<(i64, String)>>>,
    /// Whoever signs; those who come together need it done once.
    turn: Arc<tokio::sync::Mutex<()>>,
}

/// A checkpoint, with the keys by which it was signed.
#[derive(Clone, Debug)]
pub struct Signed {
    pub checkpoint: checkpoint::Model,
    pub keys: Arc<Keys>,
}

impl Signer {
    /// Takes the key of the database to sign with. Refuses a database whose key is not to be had.
    pub async fn open(db: &Db, keyring: Keyring, now: DateTime<Utc>) -> Result<Self, NoKey> {
        let keys = keyring.open(db, now).await?;
        Ok(Self {
            keyring,
            keys: Arc::new(RwLock::new(Arc::new(keys))),
            checked: Arc::default(),
            turn: Arc::default(),
        })
    }

    /// The keys as this server last knew them.
    pub fn known(&self) -> Arc<Keys> {
        self.keys.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// The fingerprint of the key that signs.
    pub fn fingerprint(&self) -> Arc<str> {
        self.known().fingerprint.clone()
    }

    /// The keys as the database has them: another server may have handed over. Refuses when the key of today is not to be had here.
    pub async fn keys(&self, db: &Db, now: DateTime<Utc>) -> entity::Result<Arc<Keys>> {
        let known = self.known();
        let last = signing_key::Entity::last(db.read()).await?;
        if last.is_some_and(|last| last.public == known.public.to_string()) {
            return Ok(known);
        }
        let keys = self.keyring.open(db, now).await.map_err(|why| broken(&why.to_string()))?;
        let keys = Arc::new(keys);
        *self.keys.write().unwrap_or_else(PoisonError::into_inner) = keys.clone();
        Ok(keys)
    }

    /// Signs the record as it stands now, unless its newest checkpoint already says all of it; gives that note. Refuses a record that
    /// does not go on where the last checkpoint ended, in the database or beside the key: then nothing is signed, and nothing is
    /// written any more.
    pub async fn catch_up(&self, db: &Db, now: DateTime<Utc>) -> entity::Result<Option<Signed>> {
        let _turn = self.turn.lock().await;
        let keys = self.keys(db, now).await?;
        let Some(row) = self.newest(db, &keys, now).await? else { return Ok(None) };
        // Another server may have signed first, with the key of yesterday, or with one that this server did not know a moment ago.
        let keys = self.keys(db, now).await?;
        let note = keys.key.cosign(&row.note).map_err(|bad| broken(&bad.to_string()))?;
        let checkpoint = if note == row.note { row } else { checkpoint::cosign(db, row, note).await? };
        Ok(Some(Signed { checkpoint, keys }))
    }

    /// The checkpoint over all there is, by whatever key.
    async fn newest(
        &self,
        db: &Db,
        keys: &Keys,
        now: DateTime<Utc>,
    ) -> entity::Result<Option<checkpoint::Model>> {
        // What was signed is read before the record is: another may sign more of it at any time.
        let beside = match fs::read_to_string(self.beside()) {
            Ok(note) => Some(note),
            // Before the first, and in a data folder that is new.
            Err(error) if error.kind() == io::ErrorKind::NotFound => None,
            Err(error) => return Err(broken(&format!("{LAST} cannot be read: {error}"))),
        };
        let newest = checkpoint::Entity::last(db.read()).await?;
        let last = event::Entity::last(db.read()).await?;
        let end = last.as_ref().map_or((0, String::new()), |last| (last.sequence, last.hash.clone()));
        let is_checked = *self.checked.lock().unwrap_or_else(PoisonError::into_inner) == Some(end.clone());
        if is_checked && newest.as_ref().map_or(0, |newest| newest.size) == end.0 {
            return Ok(newest);
        }
        let marks = event::Entity::marks(db.read(), end.0).await?;
        let kept = newest.as_ref().map(|newest| ("in the database", newest.note.as_str()));
        let beside = beside.as_deref().map(|note| ("beside the key", note));
        if let Err(why) = Self::extends(db, keys, kept.into_iter().chain(beside), &marks).await? {
            tracing::error!("{why} Nothing is signed, and nothing is written any more.");
            db.refuse_writes();
            return Err(broken(&why));
        }
        *self.checked.lock().unwrap_or_else(PoisonError::into_inner) = Some(end.clone());
        if marks.is_empty() || newest.as_ref().is_some_and(|newest| newest.size == end.0) {
            return Ok(newest);
        }
        let note = keys.key.sign(&statement(&marks)?.to_string());
        let kept = write_whole(&self.beside(), &note);
        kept.map_err(|error| broken(&format!("{LAST} cannot be kept: {error}")))?;
        checkpoint::keep(db, end.0, note, now).await?;
        Ok(checkpoint::Entity::find_by_id(end.0).one(db.read()).await?)
    }

    /// Whether the record only adds to what was signed, as the database has it and as it was kept beside the key; and whether what was
    /// added is a chain. Says what is wrong.
    async fn extends(
        db: &Db,
        keys: &Keys,
        notes: impl Iterator<Item = (&str, &str)>,
        marks: &[(String, Head)],
    ) -> entity::Result<Result<(), String>> {
        let leaves: Vec<Digest> = marks.iter().map(|(_, head)| head.hash).collect();
        let mut signed = 0;
        for (place, note) in notes {
            let Some(statement) = keys.all().find_map(|key| key.open(note).ok()) else {
                return Ok(Err(format!("The checkpoint {place} was not signed by a key of this site.")));
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

    /// Where the newest note is kept beside the key, so that whoever can change the database cannot change what was signed.
    fn beside(&self) -> PathBuf {
        self.keyring.folder().join(LAST)
    }
}

fn statement(marks: &[(String, Head)]) -> entity::Result<Checkpoint> {
    let leaves: Vec<Digest> = marks.iter().map(|(_, head)| head.hash).collect();
    let heads = heads(marks.iter().map(|(run, head)| (run.as_str(), *head)));
    Checkpoint::of(NAME, &leaves, &heads).map_err(|bad| broken(&bad.to_string()))
}

fn broken(why: &str) -> entity::Error {
    entity::Error::Broken(why.to_owned())
}
