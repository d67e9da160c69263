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
use entity::{Db, draft, forum, thread};

pub use cast::cast;
pub use play::Unplayable;

/// Why the demo could not be set up, with the act at which it stopped.
#[derive(Debug, thiserror::Error)]
#[error("{unplayable} (while playing {act})")]
pub struct Interrupted {
    pub unplayable: Box<Unplayable>,
    pub act: String,
}

/// Sets the demo up, once: a database that has it is left as it is. Says whether it did anything; refuses a database in
/// which it was cut short.
pub async fn seed(db: &Db, now: DateTime<Utc>) -> Result<bool, Interrupted> {
    let script = script::Script::read().map_err(|bad| stopped(bad, "the script"))?;
    let Some(first) = script.forums.first() else { return Ok(false) };
    match forum::Entity::by_slug(db.read(), &first.slug).await {
        Ok(_) => return complete(db, &script, now).await.map(|()| false),
        Err(entity::Error::NotFound(_)) => {}
        Err(other) => return Err(stopped(other, &first.slug)),
    }
    let mut play = play::Play::on(db, now);
    for (days, act) in story::in_order(&script) {
        play.act(days, act).await.map_err(|unplayable| stopped(unplayable, &format!("{act:?}")))?;
    }
    Ok(true)
}

/// Refuses a database that lacks a draft of the script, or a thread.
async fn complete(db: &Db, script: &script::Script, now: DateTime<Utc>) -> Result<(), Interrupted> {
    for draft in &script.drafts {
        let act = &draft.reference;
        let found = draft::Entity::cited(db.read(), None, &draft.reference, now).await;
        let (found, _) = found.map_err(|_| stopped(Unplayable::CutShort, act))?;
        let threads = thread::Entity::of(db.read(), found.id).await.map_err(|error| stopped(error, act))?;
        if threads.len() < draft.threads.len() {
            return Err(stopped(Unplayable::CutShort, act));
        }
    }
    Ok(())
}

fn stopped(why: impl Into<Unplayable>, act: &str) -> Interrupted {
    Interrupted { unplayable: Box::new(why.into()), act: act.chars().take(200).collect() }
}

#[cfg(test)]
mod tests;
