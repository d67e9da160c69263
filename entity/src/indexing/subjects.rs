//! What some events speak of, as far as it can be found.

use std::collections::{BTreeMap, BTreeSet};

use domain::{record::Kind as Happened, search::index, text::Language};
use sea_orm::{Condition, entity::prelude::*};

use super::entry::Entry;
use crate::{
    Stored, Tx, comment, draft,
    error::*,
    row::listed::{among, named},
    search_entry::{Column, Kind},
    stakeholder, thread, version,
};

/// An event: its number, its kind and what it is about.
pub(super) type Said = (i64, String, String);

/// What is to be read anew. No more than there were events, so that they may be named one by one.
#[derive(Debug, Default)]
pub(super) struct Subjects {
    drafts: BTreeMap<String, Parts>,
    stakeholders: BTreeSet<String>,
}

/// What of a draft.
#[derive(Debug, Default)]
struct Parts {
    title: bool,
    text: bool,
    /// By their numbers.
    threads: BTreeSet<i64>,
    /// By the number of the thread and their own.
    comments: BTreeSet<(i64, i32)>,
}

impl Subjects {
    /// What this program does not know, it does not find.
    pub fn of(events: &[Said]) -> Self {
        let mut subjects = Self::default();
        for (_, kind, subject) in events {
            if let Some(kind) = Happened::from_key(kind) {
                subjects.add(kind, &subject.split('/').collect::<Vec<_>>());
            }
        }
        subjects
    }

    fn add(&mut self, kind: Happened, subject: &[&str]) {
        let (of, name) = (subject.first().copied(), subject.get(1).copied().unwrap_or_default());
        if of == Some("stakeholder") {
            self.stakeholders.insert(name.to_owned());
        }
        if of != Some("draft") {
            return;
        }
        let number = |place: usize| subject.get(place).and_then(|number| number.parse::<i64>().ok());
        let thread = number(3);
        let comment = number(5).and_then(|number| i32::try_from(number).ok()).unwrap_or(1);
        let parts = self.drafts.entry(name.to_owned()).or_default();
        match kind {
            Happened::DraftCreated | Happened::DraftRenamed => parts.title = true,
            Happened::VersionPublished => (parts.title, parts.text) = (true, true),
            Happened::ThreadOpened => {
                parts.threads.extend(thread);
                parts.comments.extend(thread.map(|thread| (thread, 1)));
            }
            Happened::CommentPosted
            | Happened::CommentEdited
            | Happened::CommentHidden
            | Happened::CommentErased => parts.comments.extend(thread.map(|thread| (thread, comment))),
            Happened::ThreadAnswered
            | Happened::ThreadReopened
            | Happened::ThreadAcknowledged
            | Happened::ThreadWithdrawn => parts.threads.extend(thread),
            _ => {}
        }
    }

    /// The texts as they are now.
    pub async fn read(&self, tx: &Tx) -> Result<Vec<Entry>> {
        let mut entries = Vec::new();
        for one in self.stakeholders(tx).await? {
            let said = [one.name.as_str(), &one.place, &one.about].join("\n");
            entries.push(Entry::of(Kind::Stakeholder, one.id, &said, Language::English));
        }
        let drafts = self.drafts(tx).await?;
        for (draft, parts) in self.with_parts(&drafts) {
            if parts.title {
                let said = [draft.title.as_str(), &draft.reference].join("\n");
                let entry = Entry::of(Kind::Draft, draft.id, &said, language(draft));
                entries.push(Entry { draft: Some(draft.id), ..entry });
            }
            if parts.text && draft.latest > 0 {
                entries.extend(clauses(tx, draft).await?);
            }
        }
        entries.extend(self.threads(tx, &drafts).await?);
        entries.extend(self.comments(tx, &drafts).await?);
        Ok(entries)
    }

    /// What is kept of them from before.
    pub async fn stale(&self, tx: &Tx) -> Result<Condition> {
        let mut stale = Condition::any();
        let of_kind = |kind: Kind, subjects: Vec<i64>| {
            Condition::all().add(Column::Kind.eq(Stored(kind))).add(among(&**tx, Column::Subject, subjects))
        };
        let stakeholders = self.stakeholders(tx).await?;
        stale = stale.add(of_kind(Kind::Stakeholder, stakeholders.iter().map(|one| one.id).collect()));
        let drafts = self.drafts(tx).await?;
        let with_parts = || self.with_parts(&drafts);
        let titles = with_parts().filter(|(_, parts)| parts.title).map(|(draft, _)| draft.id);
        stale = stale.add(of_kind(Kind::Draft, titles.collect()));
        let texts: Vec<i64> =
            with_parts().filter(|(_, parts)| parts.text).map(|(draft, _)| draft.id).collect();
        stale = stale.add(Condition::all().add(Column::Kind.eq(Stored(Kind::Clause))).add(among(
            &**tx,
            Column::DraftId,
            texts,
        )));
        stale = stale.add(of_kind(Kind::Thread, self.thread_ids(&drafts)));
        let comments = self.comment_rows(tx, &drafts).await?;
        Ok(stale.add(of_kind(Kind::Comment, comments.iter().map(|comment| comment.id).collect())))
    }

    async fn stakeholders(&self, tx: &Tx) -> Result<Vec<stakeholder::Model>> {
        if self.stakeholders.is_empty() {
            return Ok(Vec::new());
        }
        let slugs = self.stakeholders.iter().map(String::as_str);
        let slugs = named(&**tx, stakeholder::Column::Slug, slugs);
        Ok(stakeholder::Entity::find().filter(slugs).all(&**tx).await?)
    }

    async fn drafts(&self, tx: &Tx) -> Result<Vec<draft::Model>> {
        if self.drafts.is_empty() {
            return Ok(Vec::new());
        }
        let references = self.drafts.keys().map(String::as_str);
        let references = named(&**tx, draft::Column::Reference, references);
        Ok(draft::Entity::find().filter(references).all(&**tx).await?)
    }

    fn with_parts<'a>(
        &'a self,
        drafts: &'a [draft::Model],
    ) -> impl Iterator<Item = (&'a draft::Model, &'a Parts)> {
        drafts.iter().filter_map(|draft| Some((draft, self.drafts.get(&draft.reference)?)))
    }

    fn thread_ids(&self, drafts: &[draft::Model]) -> Vec<i64> {
        let ids = |(draft, parts): (&draft::Model, &Parts)| {
            parts.threads.iter().map(|number| (draft.id << 32) | number).collect::<Vec<_>>()
        };
        self.with_parts(drafts).flat_map(ids).collect()
    }

    async fn threads(&self, tx: &Tx, drafts: &[draft::Model]) -> Result<Vec<Entry>> {
        let threads = thread::Entity::among(&**tx, self.thread_ids(drafts)).await?;
        let entry = |thread: &thread::Model| {
            let quote = thread.anchor.as_ref().map(|anchor| anchor.0.quote.clone());
            let reasons = thread.openings().into_iter().map(|reason| reason.words);
            let said = quote.into_iter().chain(reasons).collect::<Vec<_>>().join("\n");
            let draft = drafts.iter().find(|draft| draft.id == thread.draft_id)?;
            let entry = Entry::of(Kind::Thread, thread.id, &said, language(draft));
            Some(Entry { draft: Some(draft.id), thread: Some(thread.id), ..entry })
        };
        Ok(threads.values().filter_map(entry).collect())
    }

    async fn comment_rows(&self, tx: &Tx, drafts: &[draft::Model]) -> Result<Vec<comment::Model>> {
        let mut named = Condition::any();
        for (draft, parts) in self.with_parts(drafts) {
            for (thread, number) in &parts.comments {
                let thread = comment::Column::ThreadId.eq((draft.id << 32) | thread);
                named = named.add(Condition::all().add(thread).add(comment::Column::Number.eq(*number)));
            }
        }
        if named.is_empty() {
            return Ok(Vec::new());
        }
        Ok(comment::Entity::find().filter(named).all(&**tx).await?)
    }

    /// The comments that are not hidden.
    async fn comments(&self, tx: &Tx, drafts: &[draft::Model]) -> Result<Vec<Entry>> {
        let comments = self.comment_rows(tx, drafts).await?.into_iter();
        let entry = |comment: comment::Model| {
            let draft = drafts.iter().find(|draft| draft.id == comment.thread_id >> 32)?;
            let said = [comment.body.as_str(), comment.suggestion.as_deref().unwrap_or_default()].join("\n");
            let entry = Entry::of(Kind::Comment, comment.id, &said, language(draft));
            Some(Entry { draft: Some(draft.id), thread: Some(comment.thread_id), ..entry })
        };
        Ok(comments.filter(|comment| comment.hidden.is_none()).filter_map(entry).collect())
    }
}

/// The clauses of the newest version, read on a thread of their own: a long text takes a while.
async fn clauses(tx: &Tx, draft: &draft::Model) -> Result<Vec<Entry>> {
    let newest = version::Entity::by_key(&**tx, draft.newest()).await?;
    let (id, otherwise) = (draft.id, language(draft));
    let read = move || {
        let text = newest.text();
        let clauses = text.clauses().iter().map(|clause| Entry {
            kind: Kind::Clause,
            subject: i64::from(clause.lines.first()),
            draft: Some(id),
            thread: None,
            version: Some(newest.number),
            words: index(&text.words_of(clause.lines), otherwise),
        });
        clauses.collect()
    };
    tokio::task::spawn_blocking(read).await.map_err(|gone| Error::Broken(gone.to_string()))
}

fn language(draft: &draft::Model) -> Language {
    Language::of_tag(&draft.language)
}
