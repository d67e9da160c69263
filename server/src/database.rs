//! Opening the database, and bringing it up to this program.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use entity::Db;
use sea_orm::{ConnectionTrait, DatabaseTransaction, DbErr, TransactionTrait};
use secrecy::ExposeSecret;

use crate::{command::Refusal, config::Store, private};

/// What whoever opens that file holds meanwhile.
const TURN: &str = "comity.lock";
/// The lock in PostgreSQL: any number, as long as it is always the same.
const SETTING_UP: i64 = 0x636f_6d69_7480;

/// Opens and migrates the database. Servers that start together do so one after the other; one that was killed meanwhile leaves a database
/// that the next can open. Refuses a data folder that cannot be written and a database that a newer Comity has been at.
pub async fn open(store: &Store) -> Result<Db, Refusal> {
    let folder = store.folder()?;
    let (url, _turn) = match &store.database_url {
        Some(url) => (url.expose_secret().to_owned(), None),
        // Only one may turn a new file into a database that many can use.
        None => {
            let turn = lock(folder).await?;
            (format!("sqlite://{}?mode=rwc", file(folder)?.display()), Some(turn))
        }
    };
    let db = Db::open(&url, crate::clock::secret()).await.map_err(Refusal::Database)?;
    migrate(&db).await?;
    Ok(db)
}

/// The database file, which nobody else can read. SQLite gives the files it keeps beside it the same rights.
fn file(folder: &Path) -> Result<PathBuf, Refusal> {
    let path = folder.join("comity.sqlite");
    let closed = private::file(&path).map(drop).and_then(|()| {
        ["comity.sqlite-wal", "comity.sqlite-shm"]
            .iter()
            .try_for_each(|name| private::close_if_there(&folder.join(name)))
    });
    closed.map_err(|error| Refusal::DataFolder { folder: folder.to_owned(), error })?;
    Ok(path)
}

/// Brings the schema of a database up to that of this program, whole or not at all. Refuses a database that a newer program wrote.
pub async fn migrate(db: &Db) -> Result<(), Refusal> {
    migration::bring_up(db.owner()).await.map_err(|error| match error {
        DbErr::Custom(message) if message.contains("is missing") => Refusal::NewerDatabase,
        other => Refusal::Database(other),
    })
}

/// What only one server on a database does at a time; it ends when this is dropped, or the process is killed.
#[derive(Debug)]
pub struct Turn {
    _file: Option<fs::File>,
    _transaction: Option<DatabaseTransaction>,
}

/// Waits until no other server sets this database up, and keeps others waiting until what it gives is dropped. Refuses a folder or database
/// that cannot be reached.
pub async fn turn(store: &Store, db: &Db) -> Result<Turn, Refusal> {
    if store.database_url.is_none() {
        return Ok(Turn { _file: Some(lock(store.folder()?).await?), _transaction: None });
    }
    let held = async {
        let held = db.read().begin().await?;
        held.execute_unprepared(&format!("SELECT pg_advisory_xact_lock({SETTING_UP})")).await?;
        Ok(held)
    };
    let held = held.await.map_err(Refusal::Database)?;
    Ok(Turn { _file: None, _transaction: Some(held) })
}

/// Waits until nobody else opens the database in this folder.
async fn lock(folder: &Path) -> Result<fs::File, Refusal> {
    let path = folder.join(TURN);
    let locked = tokio::task::spawn_blocking({
        let path = path.clone();
        move || {
            let file = private::file(&path)?;
            match file.lock() {
                // A file system without locks has no two servers on it either.
                Err(error) if error.kind() != io::ErrorKind::Unsupported => Err(error),
                _ => Ok(file),
            }
        }
    });
    let locked = locked.await.unwrap_or_else(|error| Err(io::Error::other(error)));
    locked.map_err(|error| Refusal::File { path, error })
}
