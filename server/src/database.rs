//! Opening the database, and bringing it up to this program.

use entity::Db;
use migration::{Migrator, MigratorTrait};
use sea_orm::DbErr;
use secrecy::ExposeSecret;

use crate::{command::Refusal, config::Store};

/// Opens and migrates the database. Refuses a data folder that cannot be written and a database that a newer Comity has been at.
pub async fn open(store: &Store) -> Result<Db, Refusal> {
    let folder = store.folder()?;
    let url = match &store.database_url {
        Some(url) => url.expose_secret().to_owned(),
        None => format!("sqlite://{}?mode=rwc", folder.join("comity.sqlite").display()),
    };
    let db = Db::open(&url, crate::clock::secret()).await.map_err(Refusal::Database)?;
    migrate(&db).await?;
    Ok(db)
}

/// Brings a database up to this program.
pub async fn migrate(db: &Db) -> Result<(), Refusal> {
    Migrator::up(db.owner(), None).await.map_err(|error| match error {
        DbErr::Custom(message) if message.contains("is missing") => Refusal::NewerDatabase,
        other => Refusal::Database(other),
    })
}
