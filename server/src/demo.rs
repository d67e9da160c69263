//! What `comity serve --demo` starts with: a network of ten governments in the middle of a consultation.
//!
//! The content is data (`server/demo`). It is played through the verbs of `entity` in the order in which it would have
//! happened, so that the record of the demo is a real record.

mod cast;
mod play;
mod script;
mod story;
mod words;

use std::{fs, io, path::Path};

use chrono::{DateTime, Utc};
use entity::{Db, account, event, mark, session};
use sea_orm::{ConnectionTrait, EntityTrait, PaginatorTrait};

use crate::{checkpoint, key};

pub use cast::cast;
pub use play::Unplayable;

/// The mark of a database that the demo made, which says how far it came.
const MARK: &str = "demo";
const BEGUN: &str = "begun";
const PLAYED: &str = "played";

/// Why the demo is not to be had.
#[derive(Debug, thiserror::Error)]
pub enum NoDemo {
    #[error(
        "This database was not made by --demo, and is left as it is. Start the demo with another --data folder, or another DATABASE_URL."
    )]
    Foreign,
    #[error(
        "The demo was cut short when it was set up, and somebody has been here since. Set it up anew with --demo --reset."
    )]
    CutShort,
    #[error("{unplayable} (while playing {act})")]
    Unplayable { unplayable: Box<Unplayable>, act: String },
    #[error("{file} beside the database cannot be removed: {error}")]
    Beside { file: String, error: io::Error },
    #[error(transparent)]
    Entity(#[from] entity::Error),
}

impl From<sea_orm::DbErr> for NoDemo {
    fn from(error: sea_orm::DbErr) -> Self {
        Self::Entity(error.into())
    }
}

/// Sets the demo up in an empty database; one that it has made is left as it is, whatever its visitors did there. Says whether it did
/// anything. Refuses a database that it did not make.
pub async fn seed(db: &Db, beside: &Path, now: DateTime<Utc>) -> Result<bool, NoDemo> {
    match mark::Entity::value(db.read(), MARK).await?.as_deref() {
        Some(PLAYED) => return Ok(false),
        Some(_) if is_untouched(db.read()).await? => {}
        Some(_) => return Err(NoDemo::CutShort),
        None if is_empty(db.read()).await? => {}
        None => return Err(NoDemo::Foreign),
    }
    begin(db, beside, now).await?;
    Ok(true)
}

/// Throws away the demo with all that its visitors did, what stands beside its database as well, and sets it up anew. Refuses a database
/// that it did not make.
pub async fn reset(db: &Db, beside: &Path, now: DateTime<Utc>) -> Result<(), NoDemo> {
    let is_ours = mark::Entity::value(db.read(), MARK).await?.is_some();
    if !is_ours && !is_empty(db.read()).await? {
        return Err(NoDemo::Foreign);
    }
    begin(db, beside, now).await
}

/// Empties the database and plays the story.
async fn begin(db: &Db, beside: &Path, now: DateTime<Utc>) -> Result<(), NoDemo> {
    let turn = migration::turn(db.owner()).await?;
    migration::start_over(&turn).await?;
    mark::Entity::put(&turn, MARK, BEGUN, now).await?;
    turn.commit().await?;
    // Another record is signed by another key: whoever has a checkpoint of the one before would find this one rewritten.
    for file in [checkpoint::LAST, key::FILE] {
        match fs::remove_file(beside.join(file)) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => {
                return Err(NoDemo::Beside { file: file.to_owned(), error });
            }
            _ => {}
        }
    }
    let script = script::Script::read().map_err(|bad| stopped(bad, "the script"))?;
    // The play has its own days.
    let stage = db.without_clock();
    let mut play = play::Play::on(&stage, now);
    for (days, act) in story::in_order(&script) {
        play.act(days, act).await.map_err(|unplayable| stopped(unplayable, &format!("{act:?}")))?;
    }
    Ok(mark::Entity::put(db.owner(), MARK, PLAYED, now).await?)
}

/// Whether nothing has ever happened in this database.
async fn is_empty(db: &impl ConnectionTrait) -> Result<bool, NoDemo> {
    Ok(event::Entity::last(db).await?.is_none() && account::Entity::total(db).await? == 0)
}

/// Whether a database in which the demo was begun has nobody in it but the people of its story, none of whom ever signed in.
async fn is_untouched(db: &impl ConnectionTrait) -> Result<bool, NoDemo> {
    let script = script::Script::read().map_err(|bad| stopped(bad, "the script"))?;
    let accounts = account::Entity::find().all(db).await?;
    let known = |account: &account::Model| script.people.iter().any(|person| person.email == account.email);
    Ok(accounts.iter().all(known) && session::Entity::find().count(db).await? == 0)
}

fn stopped(why: impl Into<Unplayable>, act: &str) -> NoDemo {
    NoDemo::Unplayable { unplayable: Box::new(why.into()), act: act.chars().take(200).collect() }
}

#[cfg(test)]
mod tests;
