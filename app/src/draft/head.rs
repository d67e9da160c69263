//! What the pages of a draft know of it.

use std::sync::Arc;

use domain::{
    permission::{Action, Denied, Role},
    stage::Stage,
    tally::Tally,
};
use entity::{
    access, draft, forum, sign_off,
    thread_count::{self, Count},
    version,
};

use crate::{context::Context, error::AppError};

/// A draft with all that stands at the head of its pages, loaded once. Cloning it is cheap.
#[derive(Clone, Debug)]
pub struct Head(Arc<Loaded>);

#[derive(Debug)]
pub struct Loaded {
    pub draft: draft::Model,
    pub forum: forum::Model,
    /// The forum its forum is a working group of.
    pub parent: Option<forum::Model>,
    /// From the first on; empty before the first is published.
    pub versions: Vec<version::Model>,
    /// Where it is in its life now.
    pub stage: Stage,
    /// What the reader is in its forum.
    pub roles: Vec<Role>,
    pub threads: Count,
    /// The positions that count on the newest version.
    pub tally: Tally,
    now: chrono::DateTime<chrono::Utc>,
}

impl Head {
    /// The draft with this reference; one that the reader may not see does not exist.
    pub async fn load(at: &Context, reference: &str) -> Result<Self, AppError> {
        let (db, reader) = (at.db.read(), at.reader.as_ref());
        let (draft, forum) = draft::Entity::cited(db, reader, reference, at.now).await?;
        let parent = forum.parent(db).await?;
        at.made_from([draft.run(), forum.run()].into_iter().chain(parent.iter().map(forum::Model::run)));
        let versions = version::Entity::of(db, draft.id).await?;
        let sign_offs = sign_off::Entity::of(db, draft.id).await?;
        let carried = sign_off::carried(db, &versions, &sign_offs, draft.latest).await?;
        let tally = sign_off::count(&forum.seat_ids(db).await?, &carried, &forum);
        Ok(Self(Arc::new(Loaded {
            parent,
            stage: draft.stage_at(at.now),
            roles: access::roles(db, reader, &forum, at.now).await?,
            threads: thread_count::counts(db, [draft.id]).await?.remove(&draft.id).unwrap_or_default(),
            tally,
            versions,
            draft,
            forum,
            now: at.now,
        })))
    }
}

impl Loaded {
    pub fn reference(&self) -> &str {
        &self.draft.reference
    }

    /// The number of the newest version; 0 before the first.
    pub fn latest(&self) -> u32 {
        self.draft.latest.unsigned_abs()
    }

    /// The newest version; not found before the first is published.
    pub fn newest(&self) -> Result<&version::Model, AppError> {
        self.versions.last().ok_or(AppError::NotFound)
    }

    /// The version with this number.
    pub fn version(&self, number: u32) -> Result<&version::Model, AppError> {
        let found = self.versions.iter().find(|version| version.number.unsigned_abs() == number);
        found.ok_or(AppError::NotFound)
    }

    /// Tells whether the reader may do this on the draft now, by the permission table: for showing a button.
    pub fn may(&self, action: Action) -> bool {
        self.asked_for(action).is_ok()
    }

    /// The same with the reason why not.
    pub fn asked_for(&self, action: Action) -> Result<(), Denied> {
        access::may(&self.roles, &self.forum, &self.draft, action, self.now)
    }

    /// Tells whether comments can be written now by those who sign in.
    pub fn takes_comments(&self) -> bool {
        let roles: Vec<Role> = self.roles.iter().copied().chain([Role::Commenter]).collect();
        access::may(&roles, &self.forum, &self.draft, Action::Comment, self.now).is_ok()
    }

    /// The title of one of its pages: `DN-2026-001, version 3: Principles …`.
    pub fn title(&self, what: &str) -> String {
        crate::t!(
            "draft-page-title",
            reference = self.reference(),
            what = what,
            title = self.draft.title.as_str()
        )
    }
}

impl std::ops::Deref for Head {
    type Target = Loaded;

    fn deref(&self) -> &Loaded {
        &self.0
    }
}
