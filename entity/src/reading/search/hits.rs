//! What was found, with its words around what was asked for.

use std::collections::BTreeMap;

use domain::{
    search::{Excerpt, Query, language_of},
    text::Language,
};
use sea_orm::entity::prelude::*;
use serde::Serialize;

use super::{Kind, Model, Viewer};
use crate::{account, comment, draft, error::*, forum, row::listed::among, stakeholder, thread, version};

/// So many characters of a text are shown.
const SHOWN: usize = 240;

/// Where a comment stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CommentPlace {
    pub reference: String,
    pub thread: i32,
    pub comment: i32,
}

/// One thing that was found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Hit {
    Draft {
        reference: String,
        forum: String,
        title: Excerpt,
    },
    /// The line of the newest version that it begins at.
    Clause {
        reference: String,
        draft: String,
        version: i32,
        line: u32,
        words: Excerpt,
    },
    /// Who said it, and for whom when not for themselves.
    Comment {
        place: CommentPlace,
        draft: String,
        author: String,
        stakeholder: Option<String>,
        words: Excerpt,
    },
    Stakeholder {
        slug: String,
        name: Excerpt,
        about: Option<Excerpt>,
    },
}

/// The rows that some entries speak of, each kind asked for once.
struct Rows {
    drafts: BTreeMap<i64, draft::Model>,
    forums: BTreeMap<i64, forum::Model>,
    versions: BTreeMap<i64, version::Model>,
    comments: BTreeMap<i64, comment::Model>,
    threads: BTreeMap<i64, thread::Model>,
    names: BTreeMap<i64, String>,
    stakeholders: BTreeMap<i64, stakeholder::Model>,
}

pub(super) async fn read(viewer: Viewer<'_>, query: &Query, entries: Vec<Model>) -> Result<Vec<Hit>> {
    let rows = Rows::of(viewer, &entries).await?;
    Ok(entries.iter().filter_map(|entry| rows.hit(query, entry)).collect())
}

impl Rows {
    async fn of(viewer: Viewer<'_>, entries: &[Model]) -> Result<Self> {
        let db = viewer.db.read();
        let subjects = |kind: Kind| {
            entries
                .iter()
                .filter(move |entry| entry.kind.0 == kind)
                .map(|entry| entry.subject)
                .collect::<Vec<_>>()
        };
        let of_drafts = entries.iter().filter_map(|entry| entry.draft_id);
        let drafts = draft::Entity::find().filter(among(db, draft::Column::Id, of_drafts)).all(db).await?;
        let with_text = entries.iter().filter(|entry| entry.kind.0 == Kind::Clause);
        let newest =
            with_text.filter_map(|entry| drafts.iter().find(|draft| Some(draft.id) == entry.draft_id));
        let newest: Vec<i64> = newest.map(|draft| draft.newest().0).collect();
        let versions = version::Entity::find().filter(among(db, version::Column::Id, newest)).all(db).await?;
        let comments = comment::Entity::find()
            .filter(among(db, comment::Column::Id, subjects(Kind::Comment)))
            .filter(comment::Column::Hidden.is_null())
            .all(db)
            .await?;
        let spoken_for = comments.iter().filter_map(|comment| comment.stakeholder_id);
        let stakeholders: Vec<i64> = spoken_for.chain(subjects(Kind::Stakeholder)).collect();
        Ok(Self {
            forums: forum::Entity::among(db, drafts.iter().map(|draft| draft.forum_id)).await?,
            drafts: drafts.into_iter().map(|draft| (draft.id, draft)).collect(),
            versions: versions.into_iter().map(|version| (version.draft_id, version)).collect(),
            threads: thread::Entity::among(db, comments.iter().map(|comment| comment.thread_id)).await?,
            names: account::Entity::names(db, comments.iter().map(|comment| comment.author_id)).await?,
            stakeholders: stakeholder::Entity::among(db, stakeholders).await?,
            comments: comments.into_iter().map(|comment| (comment.id, comment)).collect(),
        })
    }

    /// Nothing for what is gone meanwhile.
    fn hit(&self, query: &Query, entry: &Model) -> Option<Hit> {
        let draft = entry.draft_id.and_then(|id| self.drafts.get(&id));
        let language = draft.map_or(Language::English, |draft| Language::of_tag(&draft.language));
        let short = |said: &str| query.excerpt(said, language_of(said, language), SHOWN);
        match entry.kind.0 {
            Kind::Draft => {
                let draft = draft?;
                let forum = self.forums.get(&draft.forum_id)?.name.clone();
                Some(Hit::Draft { reference: draft.reference.clone(), forum, title: short(&draft.title) })
            }
            Kind::Clause => {
                let (draft, version) = (draft?, self.versions.get(&draft?.id)?);
                let line = u32::try_from(entry.subject).ok()?;
                let text = version.text();
                let clause = text.clauses().iter().find(|clause| clause.lines.first() == line)?;
                let words = query.excerpt(&text.words_of(clause.lines), language, SHOWN);
                let (reference, draft) = (draft.reference.clone(), draft.title.clone());
                Some(Hit::Clause { reference, draft, version: version.number, line, words })
            }
            Kind::Comment => {
                let (draft, comment) = (draft?, self.comments.get(&entry.subject)?);
                let thread = self.threads.get(&comment.thread_id)?.number;
                let suggestion = comment.suggestion.as_deref().unwrap_or_default();
                let said = [comment.body.as_str(), suggestion].join("\n");
                let place =
                    CommentPlace { reference: draft.reference.clone(), thread, comment: comment.number };
                Some(Hit::Comment {
                    place,
                    draft: draft.title.clone(),
                    author: self.names.get(&comment.author_id).cloned().unwrap_or_default(),
                    stakeholder: comment
                        .stakeholder_id
                        .and_then(|id| self.stakeholders.get(&id))
                        .map(|stakeholder| stakeholder.name.clone()),
                    words: query.excerpt(said.trim_end(), language_of(&said, language), SHOWN),
                })
            }
            Kind::Stakeholder => {
                let stakeholder = self.stakeholders.get(&entry.subject)?;
                let about = Some(&stakeholder.about).filter(|about| !about.is_empty());
                let about = about.map(|about| short(about));
                Some(Hit::Stakeholder {
                    slug: stakeholder.slug.clone(),
                    name: short(&stakeholder.name),
                    about,
                })
            }
            Kind::Thread => None,
        }
    }
}
