//! The state of a draft, worked out from the events of its run and of its forum's.

mod forum;
mod mandates;
mod referral;
mod talk;
mod text;

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::{
    Entry, Event, Kind, WITHDRAWN, Words,
    dossier::{Dossier, FORMAT, Went},
    payload,
};
use crate::{stage::Stage, text::Digest};

/// The events an archive has, each run from its first event on.
#[derive(Clone, Copy, Debug)]
pub struct Runs<'a> {
    /// The run of the draft.
    pub draft: &'a [Event],
    /// The run of its forum.
    pub forum: &'a [Event],
    /// Of the forum that the forum is a working group of; none otherwise.
    pub parent: &'a [Event],
}

/// One thing in an archive or a record that does not hold, and where.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{place}: {why}")]
pub struct Finding {
    /// Where: `version 2`, `comment 1 of thread 12`, `event 204`.
    pub place: String,
    /// What is wrong there, in English.
    pub why: String,
}

impl Finding {
    /// A finding at a place, with why it does not hold.
    pub fn new(place: impl Into<String>, why: impl Into<String>) -> Self {
        Self { place: place.into(), why: why.into() }
    }
}

/// A draft as its events say it, and what does not hold in them or in the words.
#[derive(Clone, Debug)]
pub struct Rebuilt {
    /// What the events say.
    pub dossier: Dossier,
    /// What does not hold; empty when all does.
    pub findings: Vec<Finding>,
}

/// Works out a draft from its events, with the words that they seal, as it was at an instant. Refuses runs that begin with no draft
/// and no forum; names every event that cannot have happened, and every seal that nothing opens.
pub fn rebuild(runs: Runs, words: &mut Words, now: DateTime<Utc>) -> Result<Rebuilt, Finding> {
    let mut rebuilding = Rebuilding::begin(runs, words, now)?;
    for event in runs.draft.iter().skip(1) {
        rebuilding.apply(event);
    }
    Ok(rebuilding.finish(now))
}

/// A draft that is worked out event by event, so that its run is never held whole.
pub struct Rebuilding<'w> {
    fold: Fold<'w>,
}

impl<'w> Rebuilding<'w> {
    /// Begins with the whole runs of the forum and of the one above it, and of the run of the draft at least its first event. Refuses as
    /// [`rebuild`] does.
    pub fn begin(runs: Runs, words: &'w mut Words, now: DateTime<Utc>) -> Result<Self, Finding> {
        let mut findings = Vec::new();
        let (forum, mandates) = forum::forum(runs, &mut findings)?;
        let dossier = beginning(runs.draft, forum, now)?;
        let mut fold = Fold {
            dossier,
            findings,
            words,
            mandates,
            said: BTreeMap::new(),
            notes: BTreeMap::new(),
            acted: Acted::default(),
        };
        if let Some(first) = runs.draft.first() {
            fold.acted.see(&first.entry);
        }
        Ok(Self { fold })
    }

    /// Takes in the next event of the run of the draft, its first excepted; one that cannot have happened is a finding.
    pub fn apply(&mut self, event: &Event) {
        self.fold.acted.see(&event.entry);
        if let Err(why) = self.fold.apply(event) {
            self.fold.findings.push(Finding::new(format!("event {}", event.entry.sequence), why));
        }
    }

    /// The draft as it was at an instant, after the last event of its run.
    pub fn finish(mut self, now: DateTime<Utc>) -> Rebuilt {
        self.fold.name();
        self.fold.open(now);
        Rebuilt { dossier: self.fold.dossier, findings: self.fold.findings }
    }
}

/// The draft as its first event leaves it.
fn beginning(events: &[Event], forum: super::dossier::Forum, now: DateTime<Utc>) -> Result<Dossier, Finding> {
    let none = || Finding::new("the record of the draft", "its first event does not begin a draft");
    let first =
        &events.first().filter(|event| event.entry.kind == Kind::DraftCreated).ok_or_else(none)?.entry;
    let begun: payload::DraftCreated = said(first).map_err(|why| Finding::new("event 1", why))?;
    if begun.forum != forum.slug {
        return Err(Finding::new("the record of the draft", "it was begun in another forum"));
    }
    let reference = first.subject.strip_prefix("draft/").ok_or_else(none)?;
    Ok(Dossier {
        format: FORMAT.to_owned(),
        exported_at: now,
        reference: reference.to_owned(),
        title: begun.title,
        language: begun.language,
        visibility: begun.visibility,
        begun_by: first.actor,
        begun_at: first.at,
        forum,
        stage: Stage::Drafting {},
        versions: Vec::new(),
        threads: Vec::new(),
        sign_offs: Vec::new(),
        went: Went::default(),
        people: BTreeMap::new(),
    })
}

/// The payload of an event as what its kind says.
fn said<T: DeserializeOwned>(entry: &Entry) -> Result<T, String> {
    let payload = Value::Object(entry.payload.clone());
    serde_json::from_value(payload).map_err(|error| format!("it does not say what its kind says: {error}"))
}

/// The draft while its events are gone through.
struct Fold<'w> {
    dossier: Dossier,
    findings: Vec<Finding>,
    words: &'w mut Words,
    mandates: mandates::Mandates,
    /// The seals of the words of each comment, by thread and comment.
    said: BTreeMap<(i32, i32), talk::Sealed>,
    /// The seals of the notes of the versions.
    notes: BTreeMap<i32, Digest>,
    acted: Acted,
}

/// Under which names people acted, each name where it first stands.
#[derive(Default)]
struct Acted {
    /// The account, its sealed name, and the number of the event.
    names: Vec<(i64, Option<Digest>, u64)>,
    last: BTreeMap<i64, Option<Digest>>,
    /// The accounts that were erased.
    gone: BTreeSet<i64>,
}

impl Acted {
    fn see(&mut self, entry: &Entry) {
        let Some(actor) = entry.actor else { return };
        if entry.kind == Kind::AccountErased {
            self.gone.insert(actor);
        }
        if self.last.insert(actor, entry.name) != Some(entry.name) {
            self.names.push((actor, entry.name, entry.sequence));
        }
    }
}

impl Fold<'_> {
    fn apply(&mut self, event: &Event) -> Result<(), String> {
        let entry = &event.entry;
        let parts = entry.parts();
        match parts.as_slice() {
            [] => self.step(entry),
            ["account", _] if entry.kind == Kind::AccountErased => Ok(()),
            ["version", number] => self.version(entry, self::number(number)?),
            ["sign-off", slug] => self.sign_off(entry, slug),
            ["thread", thread] => self.thread(event, number(thread)?),
            ["thread", thread, "comment", comment] => self.comment(event, number(thread)?, number(comment)?),
            ["referral", ..] | ["crosswalk", _] | ["adoption", _] => {
                referral::went(&mut self.dossier.went, &self.dossier.reference, entry)
            }
            _ => Err("it happened to nothing that a draft has".to_owned()),
        }
    }

    /// What happens to the draft as a whole.
    fn step(&mut self, entry: &Entry) -> Result<(), String> {
        match entry.kind {
            Kind::VisibilityChanged => {
                self.dossier.visibility = said::<payload::VisibilityChanged>(entry)?.visibility;
            }
            Kind::RoundOpened
            | Kind::DeadlineExtended
            | Kind::RoundClosed
            | Kind::LastCallOpened
            | Kind::LastCallObjected
            | Kind::SignOffOpened
            | Kind::TakenBack
            | Kind::SilenceOpened
            | Kind::SilenceBroken
            | Kind::Adopted
            | Kind::Suspended
            | Kind::Resumed
            | Kind::DraftWithdrawn
            | Kind::Superseded => self.dossier.stage = said::<payload::Stepped>(entry)?.stage,
            _ => return Err(unknown(entry)),
        }
        Ok(())
    }

    /// The names of everyone who acted, as they were sealed when they did.
    fn name(&mut self) {
        let acted = std::mem::take(&mut self.acted);
        let mut told = BTreeSet::new();
        for (actor, name, sequence) in acted.names {
            if acted.gone.contains(&actor) {
                self.dossier.people.insert(actor, WITHDRAWN.to_owned());
                continue;
            }
            match name.and_then(|name| self.words.open("name", name)) {
                Some(name) => drop(self.dossier.people.insert(actor, name)),
                None if told.insert(actor) => {
                    let why = format!("account {actor} acted under a name that the archive does not give");
                    self.findings.push(Finding::new(format!("event {sequence}"), why));
                }
                None => {}
            }
        }
    }

    /// Puts in the words that were sealed, and what the clock has done since.
    fn open(&mut self, now: DateTime<Utc>) {
        let stage = std::mem::replace(&mut self.dossier.stage, Stage::Drafting {});
        self.dossier.stage = stage.as_of(now);
        self.open_notes();
        self.open_talk(now);
    }

    fn find(&mut self, place: String, why: &str) {
        self.findings.push(Finding::new(place, why));
    }
}

fn number(written: &str) -> Result<i32, String> {
    written.parse().map_err(|_| format!("{written} is not a number"))
}

fn unknown(entry: &Entry) -> String {
    format!("{} cannot happen to {}", entry.kind.key(), entry.subject)
}

#[cfg(test)]
mod tests;
