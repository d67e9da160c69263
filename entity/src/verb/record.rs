//! Writing the record: every verb appends one event in its own transaction.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use domain::{
    record::{Entry, Event, FIRST, Head, Kind, Links, Salt, canonical, payload::Speaker, run_of, sealed},
    text::Digest,
};
use sea_orm::{EntityTrait, IntoActiveModel};
use serde::Serialize;
use serde_json::{Map, Value};

use crate::{Reader, Tx, draft, error::*, event, forum, stakeholder};

/// What a verb did, on its way into the record.
#[derive(Clone, Debug)]
pub struct Happened {
    kind: Kind,
    subject: String,
    payload: Value,
    /// How many bytes of words it keeps beside the payload.
    words: usize,
}

impl Happened {
    /// Something outside of any forum: `account/7`.
    pub fn to(kind: Kind, subject: String) -> Self {
        Self { kind, subject, payload: Value::Object(Map::new()), words: 0 }
    }

    /// An event of a forum.
    pub fn to_forum(kind: Kind, forum: &forum::Model) -> Self {
        Self::to(kind, forum.run())
    }

    /// An event of a draft.
    pub fn to_draft(kind: Kind, draft: &draft::Model) -> Self {
        Self::to(kind, draft.run())
    }

    /// Something within the subject: `draft/DN-2026-001/thread/12`.
    #[must_use]
    pub fn part(mut self, name: &str, number: impl std::fmt::Display) -> Self {
        self.subject = format!("{}/{name}/{number}", self.subject);
        self
    }

    /// What the event says: one of [`domain::record::payload`]. Refuses a value that is no object.
    pub fn saying(mut self, payload: &impl Serialize) -> Result<Self> {
        self.payload = serde_json::to_value(payload).map_err(|error| Error::Broken(error.to_string()))?;
        Ok(self)
    }

    /// This event with one more field, for events that no archive is rebuilt from.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl Into<Value>) -> Self {
        if let Value::Object(payload) = &mut self.payload {
            payload.insert(name.to_owned(), value.into());
        }
        self
    }

    /// This event with words that are kept beside it, for the count of what its actor has written.
    #[must_use]
    pub fn keeping(mut self, words: &str) -> Self {
        self.words += words.len();
        self
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
        let tip = end(tx).await?;
        let run = run_of(&self.subject).to_owned();
        let head = end_of_run(tx, &run).await?;
        let (words, Value::Object(payload)) = (self.words, self.payload) else {
            return Err(Error::Broken("an event says no object".to_owned()));
        };
        let entry = Entry {
            sequence: tip.sequence + 1,
            // A clock that was set back does not set the record back.
            at: tip.at.map_or(now, |last| last.max(now)),
            actor: actor.map(|reader| reader.account.id),
            name: actor.and_then(|reader| reader.account.sealed_name()),
            mandate,
            kind: self.kind,
            subject: self.subject,
            payload,
        };
        let links = Links { previous: tip.hash, run_number: head.number + 1, run_previous: head.hash };
        let broken = |error: domain::record::NotCanonical| Error::Broken(error.to_string());
        let event = entry.chained(links, tx.salt()).map_err(broken)?;
        let row = event::Model::of(&event).map_err(broken)?;
        tx.touch(&row, self.kind);
        if let Some(actor) = actor {
            tx.charge(actor, words + row.payload.len(), now);
        }
        tx.chain(|chain| chain.follow(run, &event));
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

/// The end of the record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Tip {
    sequence: u64,
    hash: Digest,
    /// None before the first event.
    at: Option<DateTime<Utc>>,
}

/// Where the record and its runs end, as this process last left them: still right as long as nobody else has written.
#[derive(Debug, Default)]
pub(crate) struct Chain {
    tip: Option<Tip>,
    /// Whether the end was looked at since the shared transaction began.
    is_confirmed: bool,
    runs: HashMap<String, Head>,
}

impl Chain {
    /// How many runs are remembered.
    const RUNS: usize = 4096;

    /// Another transaction begins, before which others may have written.
    pub fn unconfirm(&mut self) {
        self.is_confirmed = false;
    }

    /// This is where the record ends; if that is not where this process left it, nothing else it knows is right.
    fn confirm(&mut self, tip: Tip) {
        if self.tip != Some(tip) {
            self.runs.clear();
        }
        (self.tip, self.is_confirmed) = (Some(tip), true);
    }

    fn follow(&mut self, run: String, event: &Event) {
        if self.runs.len() >= Self::RUNS {
            self.runs.clear();
        }
        let entry = &event.entry;
        self.tip = Some(Tip { sequence: entry.sequence, hash: event.hash, at: Some(entry.at) });
        self.runs.insert(run, Head { number: event.links.run_number, hash: event.hash });
    }
}

impl Tx {
    /// The instant of a verb: this one, or that of the newest event when a clock was set back or another server's is ahead. By it the
    /// verb asks for rights and deadlines, and writes its rows, so that they say what the record says.
    pub(crate) async fn instant(&self, now: DateTime<Utc>) -> Result<DateTime<Utc>> {
        Ok(end(self).await?.at.map_or(now, |last| last.max(now)))
    }
}

async fn end(tx: &Tx) -> Result<Tip> {
    if let Some(tip) = tx.chain(|chain| chain.tip.filter(|_| chain.is_confirmed)) {
        return Ok(tip);
    }
    let tip = match event::Entity::last(&**tx).await? {
        Some(last) => {
            Tip { sequence: last.sequence.unsigned_abs(), hash: digest(&last.hash)?, at: Some(last.at) }
        }
        None => Tip { sequence: 0, hash: FIRST, at: None },
    };
    tx.chain(|chain| chain.confirm(tip));
    Ok(tip)
}

async fn end_of_run(tx: &Tx, run: &str) -> Result<Head> {
    if let Some(head) = tx.chain(|chain| chain.runs.get(run).copied()) {
        return Ok(head);
    }
    match event::Entity::last_in(&**tx, run).await? {
        Some(last) => Ok(Head { number: last.run_number.unsigned_abs(), hash: digest(&last.hash)? }),
        None => Ok(Head { number: 0, hash: FIRST }),
    }
}

/// A seal over words of this field, for words that are there.
pub(crate) fn seal(salt: Salt, field: &str, words: Option<&str>) -> Option<Digest> {
    words.map(|words| sealed(salt, field, words))
}

impl From<&stakeholder::Model> for Speaker {
    fn from(stakeholder: &stakeholder::Model) -> Self {
        Self { slug: stakeholder.slug.clone(), name: stakeholder.name.clone(), class: stakeholder.class.0 }
    }
}

impl event::Model {
    /// The row of an event; refuses a payload that has no canonical form.
    fn of(event: &Event) -> std::result::Result<Self, domain::record::NotCanonical> {
        let (entry, links) = (&event.entry, &event.links);
        let signed = |number: u64| i64::try_from(number).unwrap_or(i64::MAX);
        Ok(Self {
            sequence: signed(entry.sequence),
            at: entry.at,
            actor: entry.actor,
            name: entry.name.map(|name| name.to_string()),
            mandate: entry.mandate,
            kind: entry.kind.key().to_owned(),
            subject: entry.subject.clone(),
            payload: canonical(&Value::Object(entry.payload.clone()))?,
            previous: links.previous.to_string(),
            run: entry.run().to_owned(),
            run_number: signed(links.run_number),
            run_previous: links.run_previous.to_string(),
            salt: event.salt.to_string(),
            hash: event.hash.to_string(),
        })
    }

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
            name: self.name.as_deref().map(digest).transpose()?,
            mandate: self.mandate,
            kind,
            subject: self.subject.clone(),
            payload,
        };
        let links = Links {
            previous: digest(&self.previous)?,
            run_number: self.run_number.unsigned_abs(),
            run_previous: digest(&self.run_previous)?,
        };
        let salt = self.salt.parse().map_err(|bad: &str| Error::Broken(bad.to_owned()))?;
        Ok(Event { entry, links, salt, hash: digest(&self.hash)? })
    }
}

pub(crate) fn digest(hex: &str) -> Result<Digest> {
    hex.parse().map_err(|_| Error::Broken(format!("not a digest: {hex}")))
}
