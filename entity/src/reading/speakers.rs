//! Who speaks: the person, and whom they spoke for at the time.

use std::collections::{BTreeMap, BTreeSet};

use domain::disposition::Life;

use super::discussion::Conversation;
use crate::{Db, account, error::*, forum, mandate, stakeholder, thread};

/// Everyone who speaks in some threads, by id.
#[derive(Clone, Debug, Default)]
pub struct Speakers {
    names: BTreeMap<i64, String>,
    stakeholders: BTreeMap<i64, stakeholder::Model>,
    /// The forum that granted a mandate for itself only, by mandate.
    granted: BTreeMap<i64, forum::Model>,
}

impl Speakers {
    /// The people who speak or answer in these threads, or who said where one of them belongs.
    pub async fn of(db: &Db, conversations: &[Conversation], others: &[i64]) -> Result<Self> {
        let comments = || conversations.iter().flat_map(|one| &one.comments);
        let answers = conversations.iter().flat_map(|one| accounts(&one.life));
        let repairs = conversations.iter().filter_map(|one| one.place.as_ref()?.repaired_by);
        let people: BTreeSet<i64> = comments()
            .map(|comment| comment.author_id)
            .chain(answers)
            .chain(repairs)
            .chain(others.iter().copied())
            .collect();
        let spoken_for: BTreeSet<i64> = comments().filter_map(|comment| comment.stakeholder_id).collect();
        Ok(Self {
            names: account::Entity::names(db.read(), people).await?,
            stakeholders: stakeholder::Entity::among(db.read(), spoken_for).await?,
            granted: granted(db, comments().filter_map(|comment| comment.mandate_id).collect()).await?,
        })
    }

    /// The people who raised some threads.
    pub async fn raising(db: &Db, threads: &[thread::Model]) -> Result<Self> {
        let raisers: BTreeSet<_> = threads.iter().map(|thread| thread.raised_by).collect();
        let spoken_for: BTreeSet<_> = threads.iter().filter_map(|thread| thread.stakeholder_id).collect();
        Ok(Self {
            names: account::Entity::names(db.read(), raisers).await?,
            stakeholders: stakeholder::Entity::among(db.read(), spoken_for).await?,
            granted: BTreeMap::new(),
        })
    }

    /// These speakers, and some more people.
    pub async fn with(mut self, db: &Db, others: impl IntoIterator<Item = i64>) -> Result<Self> {
        self.names.extend(account::Entity::names(db.read(), others).await?);
        Ok(self)
    }

    /// The names of all who speak, by account.
    pub fn people(&self) -> &BTreeMap<i64, String> {
        &self.names
    }

    /// The forum that granted a mandate for itself only; none when the stakeholder did.
    pub fn granted_by(&self, mandate: Option<i64>) -> Option<&forum::Model> {
        self.granted.get(&mandate?)
    }

    /// The name of a person; empty for one who does not speak here.
    pub fn name(&self, account: i64) -> String {
        self.names.get(&account).cloned().unwrap_or_default()
    }

    /// The stakeholder somebody spoke for; none in a personal capacity.
    pub fn stakeholder(&self, id: Option<i64>) -> Option<&stakeholder::Model> {
        self.stakeholders.get(&id?)
    }

    /// The name a voice goes by: the stakeholder's, or the person's own.
    pub fn voice(&self, account: i64, stakeholder: Option<i64>) -> String {
        match self.stakeholder(stakeholder) {
            Some(stakeholder) => stakeholder.name.clone(),
            None => self.name(account),
        }
    }
}

/// The forums that granted some of these mandates for themselves only, by mandate.
async fn granted(db: &Db, mandates: BTreeSet<i64>) -> Result<BTreeMap<i64, forum::Model>> {
    if mandates.is_empty() {
        return Ok(BTreeMap::new());
    }
    let mandates = mandate::Entity::among(db.read(), mandates).await?;
    let by_forums = || mandates.values().filter_map(|mandate| Some((mandate.id, mandate.forum_id?)));
    if by_forums().next().is_none() {
        return Ok(BTreeMap::new());
    }
    let forums = forum::Entity::among(db.read(), by_forums().map(|(_, forum)| forum)).await?;
    Ok(by_forums().filter_map(|(id, forum)| Some((id, forums.get(&forum)?.clone()))).collect())
}

/// Everyone who answered or reopened a thread.
fn accounts(life: &Life) -> Vec<i64> {
    match life {
        Life::Open | Life::Withdrawn { answer: None, .. } => Vec::new(),
        Life::Answered { answer }
        | Life::Acknowledged { answer, .. }
        | Life::Withdrawn { answer: Some(answer), .. } => vec![answer.by],
        Life::Reopened { earlier, by, .. } => vec![earlier.by, *by],
    }
}
