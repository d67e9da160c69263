//! Where a text was sent, what came of it, and what came in.

use std::collections::BTreeMap;

use domain::permission::{Action, Role};
use sea_orm::ConnectionTrait;

use super::Viewer;
use crate::{
    access, account, draft,
    error::*,
    forum, referral, referral_step,
    row::version::{Entity as Versions, Model as Version},
    verb,
};

/// A referral with its steps and both ends of it, as far as the viewer may see them.
#[derive(Clone, Debug)]
pub struct Sent {
    pub referral: referral::Model,
    pub steps: Vec<referral_step::Model>,
    /// The names of those who took the steps, by account.
    pub people: BTreeMap<i64, String>,
    pub draft: draft::Model,
    pub forum: forum::Model,
    /// The forum it goes to; none for a body without Comity.
    pub to: Option<forum::Model>,
    /// The draft that was made of it; none where there is none, or the viewer may not see it.
    pub derived: Option<draft::Model>,
    /// What the viewer is in the forum that sends.
    sender: Vec<Role>,
    /// What the viewer is in the forum that receives; for a body without Comity that of the sender.
    receiver: Vec<Role>,
    now: chrono::DateTime<chrono::Utc>,
}

impl Viewer<'_> {
    /// One referral of a draft. Refuses with not found one that there is not, one of a draft that the viewer may not see, and one that is
    /// not sent yet and not theirs to send.
    pub async fn referral(&self, reference: &str, number: i32) -> Result<Sent> {
        let (draft, _) = draft::Entity::cited(self.db.read(), self.reader, reference, self.now).await?;
        let row = referral::Entity::numbered(self.db.read(), draft.id, number).await?;
        self.gather(vec![row]).await?.pop().ok_or(Error::NotFound("referral"))
    }

    /// Every referral of some drafts that the viewer may see, in the order of their numbers.
    pub async fn sent_from(&self, drafts: impl IntoIterator<Item = i64>) -> Result<Vec<Sent>> {
        self.gather(referral::Entity::of(self.db.read(), drafts).await?).await
    }

    /// What came in to some forums, the newest first.
    pub async fn came_to(&self, forums: impl IntoIterator<Item = i64>) -> Result<Vec<Sent>> {
        self.gather(referral::Entity::sent_to(self.db.read(), forums).await?).await
    }

    /// The referral that a draft was made of; none for a text that was written here, or where the viewer may not see the sender's.
    pub async fn came_from(&self, draft: i64) -> Result<Option<Sent>> {
        match referral::Entity::behind(self.db.read(), draft).await? {
            Some(row) => Ok(self.gather(vec![row]).await?.pop()),
            None => Ok(None),
        }
    }

    /// Rows with all that belongs to them, without those that the viewer may not see; as many questions however many rows.
    pub async fn gather(&self, rows: Vec<referral::Model>) -> Result<Vec<Sent>> {
        if rows.is_empty() {
            return Ok(Vec::new());
        }
        let db = self.db.read();
        let ids = rows.iter().flat_map(|row| std::iter::once(row.draft_id).chain(row.derived_id));
        let drafts = draft::Entity::among(db, ids).await?;
        let ids = drafts.values().map(|draft| draft.forum_id);
        let forums =
            forum::Entity::among(db, ids.chain(rows.iter().filter_map(|row| row.to_forum_id))).await?;
        let roles = access::roles_among(db, self.reader, forums.values(), self.now).await?;
        let mut steps: BTreeMap<i64, Vec<referral_step::Model>> = BTreeMap::new();
        for step in referral_step::Entity::of(db, rows.iter().map(|row| row.id)).await? {
            steps.entry(step.referral_id).or_default().push(step);
        }
        let people = account::Entity::names(db, steps.values().flatten().map(|step| step.account_id)).await?;
        let roles_in = |forum: i64| roles.get(&forum).cloned().unwrap_or_default();
        let sees = |draft: &&draft::Model| {
            let Some(forum) = forums.get(&draft.forum_id) else { return false };
            access::may(&roles_in(forum.id), forum, draft, Action::See, self.now).is_ok()
        };
        let sent = rows.into_iter().filter_map(|row| {
            let draft = drafts.get(&row.draft_id).filter(sees)?.clone();
            let forum = forums.get(&row.forum_id)?.clone();
            let to = row.to_forum_id.and_then(|to| forums.get(&to)).cloned();
            let steps = steps.remove(&row.id).unwrap_or_default();
            let name =
                |step: &referral_step::Model| Some((step.account_id, people.get(&step.account_id)?.clone()));
            let sent = Sent {
                people: steps.iter().filter_map(name).collect(),
                steps,
                derived: row.derived_id.and_then(|id| drafts.get(&id)).filter(sees).cloned(),
                sender: roles_in(forum.id),
                receiver: roles_in(to.as_ref().map_or(forum.id, |to| to.id)),
                referral: row,
                draft,
                forum,
                to,
                now: self.now,
            };
            (sent.referral.sent_at.is_some() || sent.may_send()).then_some(sent)
        });
        Ok(sent.collect())
    }
}

impl Sent {
    /// Whether the viewer may send it, or take it back.
    pub fn may_send(&self) -> bool {
        access::may(&self.sender, &self.forum, &self.draft, Action::Refer, self.now).is_ok()
    }

    /// Whether the viewer may take it on, decline it, or name another day.
    pub fn may_receive(&self) -> bool {
        self.acts(Action::ReceiveReferral)
    }

    /// Whether the viewer may answer it, or say how far it is.
    pub fn may_answer(&self) -> bool {
        self.acts(Action::AnswerReferral)
    }

    fn acts(&self, action: Action) -> bool {
        access::may_in(&self.receiver, self.to.as_ref().unwrap_or(&self.forum), action, self.now).is_ok()
    }

    /// The number of the version that was sent.
    pub fn version(&self) -> i32 {
        self.referral.version.number()
    }

    /// Whether an answer should have come by now.
    pub fn is_overdue(&self) -> bool {
        self.referral.state.is_overdue(self.now)
    }

    /// How it is cited: `DN-2025-003/1`.
    pub fn id(&self) -> String {
        format!("{}/{}", self.draft.reference, self.referral.number)
    }

    /// The version that was sent, and of which clauses something is asked.
    pub async fn asked(&self, db: &impl ConnectionTrait) -> Result<(Version, Vec<domain::text::ClauseId>)> {
        let version = Versions::by_key(db, self.referral.version).await?;
        let asked = verb::asked(&self.referral, &version);
        Ok((version, asked))
    }
}
