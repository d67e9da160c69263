//! Everything about a draft in one value: what the JSON export is, and what the others are written from.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use domain::record::{
    self, Event, Finding, Rebuilding, Rebuilt, Runs, Unsealed, Words,
    dossier::{Comment, SignOff, Thread, Version},
};
use entity::{
    Db, Reader, account, comment, draft, event, reading::derived::Derived, sign_off, thread, version,
};
use serde::Serialize;

/// A draft as its record has it, with its texts, what the program makes of them, and its part of the record.
#[derive(Clone, Debug, Serialize)]
pub struct Dossier {
    /// Worked out from the record alone.
    #[serde(flatten)]
    pub facts: record::Dossier,
    /// The sources of the versions, by number.
    pub texts: BTreeMap<i32, String>,
    /// What the program works out besides, which a later one may see better; archives are without it.
    pub derived: Derived,
    /// Its events, where they were to be kept.
    pub record: Vec<Event>,
    /// What in the database is not what the record says; nothing in a sound one.
    #[serde(skip)]
    pub findings: Vec<Finding>,
    #[serde(skip)]
    pub source: Source,
}

/// What the facts are worked out from.
#[derive(Clone, Debug, Default)]
pub struct Source {
    pub forum: Vec<Event>,
    /// The events of the forum that the forum is a working group of.
    pub parent: Option<Vec<Event>>,
    /// The words that the events seal; only for an archive, which proves them.
    pub words: Vec<Unsealed>,
    /// The number in the whole record of the last event that was read of the draft.
    pub until: Option<i64>,
}

/// What is kept of the record, beside what it says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kept {
    /// All events among so many first of the record, and the words that they seal.
    Proof(i64),
    /// All events.
    Events,
    /// Nothing: they are read once more when they are written.
    Nothing,
}

impl Dossier {
    /// Collects a draft, if this reader may see it.
    pub async fn collect(
        db: &Db,
        reader: Option<&Reader>,
        reference: &str,
        kept: Kept,
        now: DateTime<Utc>,
    ) -> entity::Result<Self> {
        let (draft, forum) = draft::Entity::cited(db.read(), reader, reference, now).await?;
        let versions = version::Entity::of(db.read(), draft.id).await?;
        let sign_offs = sign_off::Entity::of(db.read(), draft.id).await?;
        let mut words: Vec<_> = versions.iter().filter_map(version::Model::opening).collect();
        let mut derived = Derived::default();
        said(db, &draft, versions.last(), (&mut words, &mut derived), kept).await?;
        derived.add_sign_offs(db, &draft, &versions, &sign_offs).await?;
        for sign_off in &sign_offs {
            words.extend(sign_off.openings()?);
        }
        let run = format!("draft/{}", draft.reference);
        let people = account::Entity::among(db.read(), event::Entity::actors(db.read(), &run).await?).await?;
        words.extend(people.iter().filter_map(account::Model::opening));
        let until = match kept {
            Kept::Proof(size) => Some(size),
            Kept::Events | Kept::Nothing => None,
        };
        let mut source = Source {
            forum: events(db, &format!("forum/{}", forum.slug), until).await?,
            parent: match forum.parent(db.read()).await? {
                Some(parent) => Some(events(db, &format!("forum/{}", parent.slug), until).await?),
                None => None,
            },
            words: Vec::new(),
            until,
        };
        let (rebuilt, record) = rebuilt(db, &run, &mut source, (words, kept), now).await?;
        let texts = versions.into_iter().map(|version| (version.number, version.source)).collect();
        let (facts, findings) = (rebuilt.dossier, rebuilt.findings);
        Ok(Self { facts, texts, derived, record, findings, source })
    }

    /// The comments whose suggestions the version the draft is about and those before it took over, each with the version.
    pub fn credits(&self) -> impl Iterator<Item = (&Version, &Thread, &Comment)> {
        let last = self.version().map_or(0, |version| version.number);
        let versions = self.facts.versions.iter().filter(move |version| version.number <= last);
        let credits = versions.flat_map(|version| version.credits.iter().map(move |one| (version, one)));
        credits.filter_map(|(version, one)| {
            let thread = self.facts.threads.iter().find(|thread| thread.number == one.thread)?;
            let comment = thread.comments.iter().find(|comment| comment.number == one.comment)?;
            Some((version, thread, comment))
        })
    }

    /// Whose words a comment is: the stakeholder's, or the person's own.
    pub fn voice<'a>(&'a self, comment: &'a Comment) -> &'a str {
        comment.stakeholder.as_ref().map_or_else(|| self.name(comment.author), |one| one.name.as_str())
    }

    /// The version the draft is about: the adopted one, else the newest.
    pub fn version(&self) -> Option<&Version> {
        use domain::stage::Stage;
        let about = self.facts.stage.version().and_then(|number| i32::try_from(number).ok());
        let adopted = matches!(self.facts.stage, Stage::Adopted { .. } | Stage::Superseded { .. });
        let found = self.facts.versions.iter().find(|version| adopted && Some(version.number) == about);
        found.or(self.facts.versions.last())
    }

    /// The source of a version.
    pub fn text(&self, version: &Version) -> &str {
        self.texts.get(&version.number).map_or("", String::as_str)
    }

    /// The sign-offs that stand, one of each stakeholder.
    pub fn standing(&self) -> impl Iterator<Item = &SignOff> {
        let last: BTreeMap<_, _> = self
            .facts
            .sign_offs
            .iter()
            .enumerate()
            .map(|(index, one)| (&one.stakeholder.slug, index))
            .collect();
        let standing = move |(index, one): (usize, &SignOff)| {
            last.get(&one.stakeholder.slug) == Some(&index)
                && self.derived.standings.contains_key(&one.stakeholder.slug)
        };
        self.facts.sign_offs.iter().enumerate().filter(move |one| standing(*one)).map(|(_, one)| one)
    }

    /// The name of the person with this account; empty for one that the draft does not know.
    pub fn name(&self, account: i64) -> &str {
        self.facts.people.get(&account).map_or("", String::as_str)
    }
}

/// What the events of a run say with these words, and the events, where they are kept. Of the words it keeps in the source those that the
/// events ask for, when they are to be proved.
async fn rebuilt(
    db: &Db,
    run: &str,
    source: &mut Source,
    (words, kept): (Vec<Unsealed>, Kept),
    now: DateTime<Utc>,
) -> entity::Result<(Rebuilt, Vec<Event>)> {
    let mut opening = Words::of(words);
    let mut record = Vec::new();
    let first = event::Entity::of_run_after(db.read(), run, None, 1).await?;
    let first: Vec<Event> = first.iter().map(event::Model::event).collect::<entity::Result<_>>()?;
    let runs =
        Runs { draft: &first, forum: &source.forum, parent: source.parent.as_deref().unwrap_or_default() };
    let rebuilding = Rebuilding::begin(runs, &mut opening, now);
    let mut rebuilding = rebuilding.map_err(|finding| entity::Error::Broken(finding.to_string()))?;
    let mut is_first = true;
    let last = each_event(db, run, source.until, |event| {
        if !std::mem::take(&mut is_first) {
            rebuilding.apply(&event);
        }
        if kept != Kept::Nothing {
            record.push(event);
        }
    })
    .await?;
    let rebuilt = rebuilding.finish(now);
    source.until = last;
    if matches!(kept, Kept::Proof(_)) {
        source.words = opening.used().cloned().collect();
    }
    Ok((rebuilt, record))
}

/// How many threads, or events, are read at once: what is read of them is smaller than their rows.
const SOME: u64 = 1_000;

/// Reads every thread of a draft with its comments, and takes of it the words and what the program makes of it.
async fn said(
    db: &Db,
    draft: &draft::Model,
    newest: Option<&version::Model>,
    (words, derived): (&mut Vec<Unsealed>, &mut Derived),
    kept: Kept,
) -> entity::Result<()> {
    let newest = newest.map(version::Model::text);
    let mut last = 0;
    loop {
        let threads = thread::Entity::numbered_after(db.read(), draft.id, last, SOME).await?;
        let Some(end) = threads.last() else { return Ok(()) };
        last = end.number;
        let comments = comment::Entity::of(db.read(), threads.iter().map(|thread| thread.id)).await?;
        words.extend(threads.iter().flat_map(thread::Model::openings));
        words.extend(comments.values().flatten().flat_map(comment::Model::openings));
        derived.add_threads(db, &threads, &comments, newest.as_deref()).await?;
        if kept == Kept::Nothing {
            derived.stands.clear();
        }
    }
}

/// The events of a run, as far as those go whose number in the record is at most `until`.
async fn events(db: &Db, run: &str, until: Option<i64>) -> entity::Result<Vec<Event>> {
    let mut events = Vec::new();
    each_event(db, run, until, |event| events.push(event)).await?;
    Ok(events)
}

/// Gives each event of a run in turn, as far as those go whose number in the record is at most `until`; the number of the last.
pub async fn each_event(
    db: &Db,
    run: &str,
    until: Option<i64>,
    mut give: impl FnMut(Event),
) -> entity::Result<Option<i64>> {
    let (mut after, mut last) = (None, None);
    loop {
        let rows = event::Entity::of_run_after(db.read(), run, after, SOME).await?;
        let Some(end) = rows.last() else { return Ok(last) };
        after = Some(end.run_number);
        for row in rows.iter().filter(|row| until.is_none_or(|until| row.sequence <= until)) {
            give(row.event()?);
            last = Some(row.sequence);
        }
    }
}

impl std::ops::Deref for Dossier {
    type Target = record::Dossier;

    fn deref(&self) -> &record::Dossier {
        &self.facts
    }
}

/// The disposition of a thread and its reason; none while it waits.
pub fn answer(thread: &Thread) -> Option<(domain::disposition::Disposition, &str)> {
    thread.life.standing_answer().map(|answer| (answer.disposition, answer.reason.as_str()))
}
