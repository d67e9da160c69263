//! Drafts: in lists, and with what stands at their head.

use chrono::{DateTime, Utc};
use domain::{
    Message,
    permission::{Action, Role},
    stage::Stage,
    tally::Tally,
    visibility::Visibility,
};
use serde::Serialize;

use crate::{
    draft,
    error::*,
    forum,
    reading::{Head, Viewer, docket, thread_count::Count},
    verb,
};

/// A draft as lists show it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct PlainDraft {
    pub reference: String,
    pub title: String,
    /// BCP 47 tag of its text.
    pub language: String,
    pub visibility: Visibility,
    /// The slug of its forum.
    pub forum: String,
    /// Where it is in its life now.
    pub stage: Stage,
    /// The number of its newest version; 0 before the first.
    pub latest: u32,
    pub begun_by: i64,
    pub begun_at: DateTime<Utc>,
}

/// A draft with what stands at its head.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct PlainHead {
    #[serde(flatten)]
    pub draft: PlainDraft,
    pub threads: Count,
    /// The positions that count on its newest version, against the rule of its forum.
    pub tally: Tally,
    /// Whether those who sign in can comment now.
    pub takes_comments: bool,
    /// What the viewer is in its forum.
    pub roles: Vec<Role>,
    /// What the viewer may do now, by the permission table.
    pub may: Vec<&'static str>,
}

/// A step that leads on.
#[derive(Clone, Debug, PartialEq)]
pub struct PlainStep {
    /// What it is, to be said in a language.
    pub says: Message,
    /// What it still needs; nothing when it can be taken.
    pub needs: Vec<Message>,
    /// When it comes by itself.
    pub at: Option<DateTime<Utc>>,
}

impl PlainDraft {
    /// A draft of a forum, at an instant.
    pub fn of(draft: &draft::Model, forum: &forum::Model, now: DateTime<Utc>) -> Self {
        Self {
            reference: draft.reference.clone(),
            title: draft.title.clone(),
            language: draft.language.clone(),
            visibility: draft.visibility.0,
            forum: forum.slug.clone(),
            stage: draft.stage_at(now),
            latest: draft.latest.unsigned_abs(),
            begun_by: draft.created_by,
            begun_at: draft.created_at,
        }
    }
}

impl PlainHead {
    /// The head of a draft, at an instant.
    pub fn of(head: &Head, now: DateTime<Utc>) -> Self {
        let mut may: Vec<_> =
            Action::ALL.into_iter().filter(|action| head.may(*action)).map(Action::key).collect();
        may.dedup();
        Self {
            draft: PlainDraft::of(&head.draft, &head.forum, now),
            threads: head.threads,
            tally: head.tally.clone(),
            takes_comments: head.takes_comments(),
            roles: head.roles.clone(),
            may,
        }
    }
}

impl Viewer<'_> {
    /// At most `limit` drafts that the viewer may see, the newest first, of one forum or of all, from before the draft with an id on; each
    /// with that id.
    pub async fn drafts(
        self,
        forum: Option<&str>,
        before: Option<i64>,
        limit: u64,
    ) -> Result<Vec<(i64, PlainDraft)>> {
        let db = self.db.read();
        let forum = match forum {
            Some(slug) => Some(forum::Entity::by_slug(db, slug).await?.id),
            None => None,
        };
        let found = docket::newest(db, self.reader, (forum, before), limit, self.now).await?;
        let plain =
            found.into_iter().map(|(draft, forum)| (draft.id, PlainDraft::of(&draft, &forum, self.now)));
        Ok(plain.collect())
    }

    /// The steps that lead a draft on, the likeliest first.
    pub async fn next_steps(self, head: &Head) -> Result<Vec<PlainStep>> {
        let facts = verb::facts(self.db.read(), &head.forum, &head.draft, self.now).await?;
        let coming = head.stage.next_steps(&facts, self.now).into_iter();
        let plain = coming.map(|step| PlainStep {
            says: step.message(),
            needs: step.needs.iter().map(domain::stage::Refusal::message).collect(),
            at: step.at,
        });
        Ok(plain.collect())
    }
}
