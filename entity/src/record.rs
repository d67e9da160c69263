//! Writing the record: every verb appends one event in its own transaction.

use chrono::{DateTime, Utc};
use domain::{
    record::{Entry, Event, FIRST, Kind, canonical},
    text::Digest,
};
use sea_orm::{EntityTrait, IntoActiveModel};
use serde_json::{Map, Value};

use crate::{Reader, Tx, db::Tip, draft, error::*, event, forum};

/// What a verb did, on its way into the record.
#[derive(Clone, Debug)]
pub struct Happened {
    kind: Kind,
    subject: String,
    forum: Option<i64>,
    draft: Option<i64>,
    payload: Map<String, Value>,
}

impl Happened {
    /// Something outside of any forum: `account/7`.
    pub fn to(kind: Kind, subject: String) -> Self {
        Self { kind, subject, forum: None, draft: None, payload: Map::new() }
    }

    pub fn to_forum(kind: Kind, forum: &forum::Model) -> Self {
        Self { forum: Some(forum.id), ..Self::to(kind, format!("forum/{}", forum.slug)) }
    }

    pub fn to_draft(kind: Kind, draft: &draft::Model) -> Self {
        let subject = format!("draft/{}", draft.reference);
        Self { forum: Some(draft.forum_id), draft: Some(draft.id), ..Self::to(kind, subject) }
    }

    /// Something within the subject: `draft/DN-2026-001/thread/12`.
    #[must_use]
    pub fn part(mut self, name: &str, number: impl std::fmt::Display) -> Self {
        self.subject = format!("{}/{name}/{number}", self.subject);
        self
    }

    /// The same with one more field: text, whole numbers, truth values, lists and objects of them.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl Into<Value>) -> Self {
        self.payload.insert(name.to_owned(), value.into());
        self
    }

    /// The same with a field whose words stand elsewhere and may have to be erased: the record has their digest.
    #[must_use]
    pub fn with_digest(self, name: &str, words: &str) -> Self {
        let digest = Digest::of(words.as_bytes()).to_string();
        self.with(name, digest)
    }

    /// Appends it to the chain, in the verb's transaction. The actor is none for the command line.
    pub async fn append(
        self,
        tx: &Tx,
        actor: Option<&Reader>,
        mandate: Option<i64>,
        now: DateTime<Utc>,
    ) -> Result<event::Model> {
        let event = self.chained(tx, actor, mandate, now).await?;
        event::Entity::insert(event.clone().into_active_model()).exec_without_returning(&**tx).await?;
        Ok(event)
    }

    /// The event as it has to be kept next, for a verb that keeps it together with the rest of what it writes.
    pub(crate) async fn chained(
        self,
        tx: &Tx,
        actor: Option<&Reader>,
        mandate: Option<i64>,
        now: DateTime<Utc>,
    ) -> Result<event::Model> {
        let tip = match tx.tip() {
            Some(tip) => tip,
            None => match event::Entity::last(&**tx).await? {
                Some(last) => Tip { sequence: last.sequence, hash: digest(&last.hash)? },
                None => Tip { sequence: 0, hash: FIRST },
            },
        };
        let sequence = tip.sequence + 1;
        let entry = Entry {
            sequence: sequence.unsigned_abs(),
            at: now,
            actor: actor.map(|reader| reader.account.id),
            mandate,
            kind: self.kind,
            subject: self.subject,
            payload: self.payload,
        };
        let broken = |error: domain::record::NotCanonical| Error::Broken(error.to_string());
        let event = entry.after(tip.hash).map_err(broken)?;
        let row = event::Model {
            sequence,
            at: event.entry.at,
            actor: event.entry.actor,
            mandate: event.entry.mandate,
            kind: event.entry.kind.key().to_owned(),
            forum_id: self.forum,
            draft_id: self.draft,
            subject: event.entry.subject,
            payload: canonical(&Value::Object(event.entry.payload)).map_err(broken)?,
            previous: event.previous.to_string(),
            hash: event.hash.to_string(),
        };
        tx.set_tip(Tip { sequence, hash: event.hash });
        Ok(row)
    }

    /// Appends it as the last word of a verb, and makes the verb durable.
    pub async fn conclude(
        self,
        tx: Tx,
        actor: Option<&Reader>,
        mandate: Option<i64>,
        now: DateTime<Utc>,
    ) -> Result<()> {
        self.append(&tx, actor, mandate, now).await?;
        tx.commit().await
    }
}

impl event::Model {
    /// The row as the event it stores; refuses a row that is none.
    pub fn event(&self) -> Result<Event> {
        let kind =
            Kind::from_key(&self.kind).ok_or_else(|| Error::Broken(format!("event kind {}", self.kind)))?;
        let payload =
            serde_json::from_str(&self.payload).map_err(|error| Error::Broken(error.to_string()))?;
        let entry = Entry {
            sequence: self.sequence.unsigned_abs(),
            at: self.at,
            actor: self.actor,
            mandate: self.mandate,
            kind,
            subject: self.subject.clone(),
            payload,
        };
        Ok(Event { entry, previous: digest(&self.previous)?, hash: digest(&self.hash)? })
    }
}

fn digest(hex: &str) -> Result<Digest> {
    hex.parse().map_err(|_| Error::Broken(format!("not a digest: {hex}")))
}
