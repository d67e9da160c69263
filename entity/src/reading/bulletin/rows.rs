//! The rows that some events speak of.

use std::collections::{BTreeMap, BTreeSet};

use sea_orm::{QuerySelect, entity::prelude::*};

use crate::{
    account, comment, draft,
    error::*,
    event,
    reading::Viewer,
    row::listed::{among, named},
    stakeholder, thread,
    version::{self, VersionId},
};

type Drafts = BTreeMap<String, draft::Model>;

/// All that some events speak of, each kind read at once.
pub(super) struct Rows {
    /// By reference.
    pub drafts: Drafts,
    /// By id.
    pub threads: BTreeMap<i64, thread::Model>,
    /// By thread and number.
    pub comments: BTreeMap<(i64, i32), comment::Model>,
    /// The notes of versions, by id.
    pub versions: BTreeMap<i64, String>,
    /// The names of people, by account.
    pub names: BTreeMap<i64, String>,
    /// The stakeholders that were spoken for, by id.
    pub voices: BTreeMap<i64, stakeholder::Model>,
}

pub(super) async fn rows(viewer: Viewer<'_>, events: &[event::Model]) -> Result<Rows> {
    let db = viewer.db.read();
    let references: BTreeSet<&str> = events.iter().filter_map(reference_of).collect();
    let drafts = draft::Entity::find().filter(named(db, draft::Column::Reference, references));
    let drafts = drafts.all(db).await?.into_iter();
    let drafts: Drafts = drafts.map(|draft| (draft.reference.clone(), draft)).collect();
    let (mut threads, mut numbers, mut versions) = (BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
    for event in events {
        let Some(draft) = reference_of(event).and_then(|reference| drafts.get(reference)) else { continue };
        if let Some(number) = number_of(event, "thread") {
            threads.insert((draft.id << 32) | i64::from(number));
            numbers.insert(i64::from(number_of(event, "comment").unwrap_or(1)));
        }
        versions.extend(number_of(event, "version").map(|number| VersionId::new(draft.id, number).0));
    }
    let threads = thread::Entity::among(db, threads).await?;
    let said = comment::Entity::find()
        .filter(among(db, comment::Column::ThreadId, threads.keys().copied()))
        .filter(among(db, comment::Column::Number, numbers));
    let said = said.all(db).await?.into_iter();
    let comments: BTreeMap<(i64, i32), comment::Model> =
        said.map(|comment| ((comment.thread_id, comment.number), comment)).collect();
    let notes: Vec<(i64, String)> = version::Entity::find()
        .select_only()
        .columns([version::Column::Id, version::Column::Note])
        .filter(among(db, version::Column::Id, versions))
        .into_tuple()
        .all(db)
        .await?;
    let names = account::Entity::names(db, comments.values().map(|one| one.author_id)).await?;
    let voices = comments.values().filter_map(|one| one.stakeholder_id);
    let voices = stakeholder::Entity::among(db, voices).await?;
    Ok(Rows { drafts, threads, comments, versions: notes.into_iter().collect(), names, voices })
}

pub(super) fn reference_of(event: &event::Model) -> Option<&str> {
    event.run.strip_prefix("draft/")
}

/// The number that follows a name in the subject.
pub(super) fn number_of(event: &event::Model, name: &str) -> Option<i32> {
    let mut parts = event.subject.split('/').skip_while(|part| *part != name);
    parts.nth(1)?.parse().ok()
}

pub(super) fn thread_of<'a>(rows: &'a Rows, event: &event::Model) -> Option<&'a thread::Model> {
    let draft = rows.drafts.get(reference_of(event)?)?;
    rows.threads.get(&((draft.id << 32) | i64::from(number_of(event, "thread")?)))
}
