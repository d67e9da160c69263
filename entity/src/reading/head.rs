//! What stands at the head of everything about a draft: its life, its versions, how many threads, how it stands with agreement.

use std::sync::Arc;

use domain::{
    permission::{Action, Denied, Role},
    referral::Statement,
    stage::Stage,
    tally::Tally,
};

use super::{
    Viewer, positions,
    thread_count::{self, Count},
};
use crate::{access, adoption, draft, error::*, forum, referral, sign_off, version};

/// A draft with all that stands at the head of its pages, loaded once. Cloning it is cheap.
#[derive(Clone, Debug)]
pub struct Head(Arc<Loaded>);

/// All that a [`Head`] shares among its clones.
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
    /// To how many bodies it was sent, and in how many instruments it is used.
    pub went: u64,
    /// What it was made of; none for a text that was written here.
    pub came_from: Option<Statement>,
    now: chrono::DateTime<chrono::Utc>,
}

impl Head {
    /// The draft with this reference. Refuses with not found one that there is not, or that the reader may not see.
    pub async fn of(viewer: Viewer<'_>, reference: &str) -> Result<Self> {
        let Viewer { reader, now, .. } = viewer;
        let db = viewer.db.read();
        let (draft, forum) = draft::Entity::cited(db, reader, reference, now).await?;
        let parent = forum.parent(db).await?;
        let versions = version::Entity::of(db, draft.id).await?;
        let sign_offs = sign_off::Entity::of(db, draft.id).await?;
        let carried = positions::carried(db, &versions, &sign_offs, draft.latest).await?;
        let tally = positions::count(&forum.seat_ids(db).await?, &carried, &forum);
        Ok(Self(Arc::new(Loaded {
            parent,
            stage: draft.stage_at(now),
            roles: access::roles(db, reader, &forum, now).await?,
            threads: thread_count::counts(db, [draft.id]).await?.remove(&draft.id).unwrap_or_default(),
            tally,
            went: referral::Entity::sent_of(db, draft.id).await?
                + adoption::Entity::counted(db, draft.id).await?,
            came_from: referral::Entity::behind(db, draft.id).await?.and_then(|row| Some(row.statement?.0)),
            versions,
            draft,
            forum,
            now,
        })))
    }
}

impl Loaded {
    /// How the draft is cited.
    pub fn reference(&self) -> &str {
        &self.draft.reference
    }

    /// The number of the newest version; 0 before the first.
    pub fn latest(&self) -> u32 {
        self.draft.latest.unsigned_abs()
    }

    /// The newest version; not found before the first is published.
    pub fn newest(&self) -> Result<&version::Model> {
        self.versions.last().ok_or(Error::NotFound("version"))
    }

    /// The version with this number; refuses with not found.
    pub fn version(&self, number: u32) -> Result<&version::Model> {
        let found = self.versions.iter().find(|version| version.number.unsigned_abs() == number);
        found.ok_or(Error::NotFound("version"))
    }

    /// Tells whether the reader may do this on the draft now, by the permission table: for showing a button.
    pub fn may(&self, action: Action) -> bool {
        self.asked_for(action).is_ok()
    }

    /// Lets the reader do this on the draft now, or says why not.
    pub fn asked_for(&self, action: Action) -> Result<(), Denied> {
        access::may(&self.roles, &self.forum, &self.draft, action, self.now)
    }

    /// Tells whether comments can be written now by those who sign in, and are let in where that is needed.
    pub fn takes_comments(&self) -> bool {
        let more = [Role::Commenter, Role::Participant];
        let roles: Vec<Role> = self.roles.iter().copied().chain(more).collect();
        access::may(&roles, &self.forum, &self.draft, Action::Comment, self.now).is_ok()
    }

    /// The runs of the record that it is made from.
    pub fn runs(&self) -> impl Iterator<Item = String> {
        [self.draft.run(), self.forum.run()].into_iter().chain(self.parent.iter().map(forum::Model::run))
    }
}

impl std::ops::Deref for Head {
    type Target = Loaded;

    fn deref(&self) -> &Loaded {
        &self.0
    }
}
