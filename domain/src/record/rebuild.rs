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
    let mut findings = Vec::new();
    let (forum, mandates) = forum::forum(runs, &mut findings)?;
    let dossier = beginning(runs.draft, forum, now)?;
    let mut fold = Fold { dossier, findings, words, mandates, said: BTreeMap::new(), notes: BTreeMap::new() };
    for event in runs.draft.iter().skip(1) {
        if let Err(why) = fold.apply(event) {
            fold.findings.push(Finding::new(format!("event {}", event.entry.sequence), why));
        }
    }
    fold.name(runs);
    fold.open(now);
    Ok(Rebuilt { dossier: fold.dossier, findings: fold.findings })
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
    fn name(&mut self, runs: Runs) {
        let mut missing = BTreeSet::new();
        let entries = || runs.draft.iter().map(|event| &event.entry);
        let gone = entries().filter(|entry| entry.kind == Kind::AccountErased);
        let gone: BTreeSet<_> = gone.filter_map(|entry| entry.actor).collect();
        for entry in entries() {
            let Some(actor) = entry.actor else { continue };
            if gone.contains(&actor) {
                self.dossier.people.insert(actor, WITHDRAWN.to_owned());
                continue;
            }
            let name = entry.name.and_then(|name| self.words.open("name", name));
            match name {
                Some(name) => drop(self.dossier.people.insert(actor, name)),
                None => drop(missing.insert((actor, entry.sequence))),
            }
        }
        let mut told = BTreeSet::new();
        for (actor, sequence) in missing {
            if told.insert(actor) {
                let why = format!("account {actor} acted under a name that the archive does not give");
                self.findings.push(Finding::new(format!("event {sequence}"), why));
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
