//! Opening the database, and bringing it up to this program.

use std::path::{Path, PathBuf};

use entity::Db;
use migration::{Migrator, MigratorTrait};
use sea_orm::DbErr;
use secrecy::ExposeSecret;

use crate::{command::Refusal, config::Store, private};

/// Opens and migrates the database. Refuses a data folder that cannot be written and a database that a newer Comity has been at.
pub async fn open(store: &Store) -> Result<Db, Refusal> {
    let folder = store.folder()?;
    let url = match &store.database_url {
        Some(url) => url.expose_secret().to_owned(),
        None => format!("sqlite://{}?mode=rwc", file(folder)?.display()),
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

/// Brings a database up to this program.
pub async fn migrate(db: &Db) -> Result<(), Refusal> {
    Migrator::up(db.owner(), None).await.map_err(|error| match error {
        DbErr::Custom(message) if message.contains("is missing") => Refusal::NewerDatabase,
        other => Refusal::Database(other),
    })
}
