//! What `comity serve --demo` starts with: a network of ten governments in the middle of a consultation.
//!
//! The content is data (`server/demo`). It is played through the verbs of `entity` in the order in which it would have
//! happened, so that the record of the demo is a real record.

mod cast;
mod play;
mod script;
mod story;
mod words;

use chrono::{DateTime, Utc};
use entity::{Db, forum};

pub use cast::{Persona, cast};
pub use play::Unplayable;

/// Why the demo could not be set up, with the act at which it stopped.
#[derive(Debug, thiserror::Error)]
#[error("{unplayable} (while playing {act})")]
pub struct Interrupted {
    pub unplayable: Box<Unplayable>,
    pub act: String,
}

/// Sets the demo up, once: a database that has its first forum is left as it is. Says whether it did anything.
pub async fn seed(db: &Db, now: DateTime<Utc>) -> Result<bool, Interrupted> {
    let script = script::Script::read().map_err(|bad| stopped(bad, "the script"))?;
    let Some(first) = script.forums.first() else { return Ok(false) };
    match forum::Entity::by_slug(db.read(), &first.slug).await {
        Ok(_) => return Ok(false),
        Err(entity::Error::NotFound(_)) => {}
        Err(other) => return Err(stopped(other, &first.slug)),
    }
    let mut play = play::Play::on(db, now);
    for (days, act) in story::in_order(&script) {
        play.act(days, act).await.map_err(|unplayable| stopped(unplayable, &format!("{act:?}")))?;
    }
    Ok(true)
}

fn stopped(why: impl Into<Unplayable>, act: &str) -> Interrupted {
    Interrupted { unplayable: Box::new(why.into()), act: act.chars().take(200).collect() }
}

#[cfg(test)]
mod tests;
