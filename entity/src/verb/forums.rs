//! Founding a forum, and changing what it says of itself.

use chrono::{DateTime, Utc};
use domain::{
    ForumKind, Joining,
    permission::Action,
    record::{Kind, payload},
    referral::Refers,
    tally::Rule,
    text::Digest,
    typed::{Charter, Name},
    visibility::Visibility,
};
use sea_orm::{ActiveModelTrait, ActiveValue::Set};

use crate::{Db, Reader, Stored, Tx, access, error::*, forum, verb::record::Happened};

/// What a forum begins with.
#[derive(Clone, Debug)]
pub struct Founding {
    /// Its name in addresses.
    pub slug: String,
    pub name: Name,
    pub kind: ForumKind,
    /// The forum it is a working group of.
    pub parent: Option<i64>,
    /// What the references of its drafts begin with: `DN`.
    pub prefix: String,
    pub charter: Charter,
    /// The IANA name of the zone in which its deadlines are set.
    pub zone: String,
    /// Whether comments are taken after a round has closed.
    pub late_comments: bool,
}

impl Reader {
    /// Founds a forum. Refuses a slug that another one has.
    pub async fn found(&self, db: &Db, founding: Founding, now: DateTime<Utc>) -> Result<forum::Model> {
        access::require_everywhere(self, Action::CreateForum)?;
        let tx = db.begin().await?;
        let now = tx.confirm(self, now).await?;
        if forum::Entity::by_slug(&*tx, &founding.slug).await.is_ok() {
            return Err(Error::refused("refusal-slug-taken"));
        }
        let row = forum::ActiveModel {
            slug: Set(founding.slug),
            name: Set(founding.name.into()),
            kind: Set(Stored(founding.kind)),
            parent_id: Set(founding.parent),
            prefix: Set(founding.prefix),
            charter: Set(founding.charter.into()),
            zone: Set(founding.zone),
            rule: Set(Stored(Rule::default())),
            late_comments: Set(founding.late_comments),
            visibility: Set(Stored(Visibility::Public)),
            joining: Set(Stored(Joining::Open)),
            created_at: Set(now),
            ..Default::default()
        };
        let forum = row.insert(&*tx).await?;
        let parent = forum.parent(&*tx).await?.map(|parent| parent.slug);
        let payload = payload::ForumCreated {
            name: forum.name.clone(),
            kind: forum.kind.0,
            parent,
            prefix: forum.prefix.clone(),
            zone: forum.zone.clone(),
            charter: Digest::of(forum.charter.as_bytes()),
            late_comments: forum.late_comments,
            rule: forum.rule.0,
            visibility: forum.visibility.0,
        };
        let event =
            Happened::to_forum(Kind::ForumCreated, &forum).keeping(&forum.charter).saying(&payload)?;
        event.conclude(tx, Some(self), None, now).await?;
        Ok(forum)
    }

    /// Changes the charter of a forum, and whether it takes late comments. Refuses whoever may not manage it.
    pub async fn change_forum(
        &self,
        db: &Db,
        forum: &forum::Model,
        charter: Charter,
        late_comments: bool,
        now: DateTime<Utc>,
    ) -> Result<()> {
        let (tx, now) = self.managing(db, forum, now).await?;
        let charter_digest = Digest::of(charter.as_str().as_bytes());
        let payload = payload::ForumChanged { charter: charter_digest, late_comments };
        let event =
            Happened::to_forum(Kind::ForumChanged, forum).keeping(charter.as_str()).saying(&payload)?;
        let row = forum::ActiveModel {
            id: Set(forum.id),
            charter: Set(charter.into()),
            late_comments: Set(late_comments),
            ..Default::default()
        };
        row.update(&*tx).await?;
        event.conclude(tx, Some(self), None, now).await
    }

    /// Changes how people come to speak in a forum. What was said before stays.
    pub async fn change_joining(
        &self,
        db: &Db,
        forum: &forum::Model,
        joining: Joining,
        now: DateTime<Utc>,
    ) -> Result<()> {
        let (tx, now) = self.managing(db, forum, now).await?;
        let row =
            forum::ActiveModel { id: Set(forum.id), joining: Set(Stored(joining)), ..Default::default() };
        row.update(&*tx).await?;
        Happened::to_forum(Kind::JoiningChanged, forum)
            .saying(&payload::JoiningChanged { joining })?
            .conclude(tx, Some(self), None, now)
            .await
    }

    /// Changes which of its texts a forum refers, and how many days it needs at least to answer. Refuses more days than ten years have.
    pub async fn change_referring(
        &self,
        db: &Db,
        forum: &forum::Model,
        refers: Refers,
        answer_days: i32,
        now: DateTime<Utc>,
    ) -> Result<()> {
        if !(0..=3650).contains(&answer_days) {
            return Err(Error::refused("refusal-referral-days"));
        }
        let (tx, now) = self.managing(db, forum, now).await?;
        let row = forum::ActiveModel {
            id: Set(forum.id),
            refers: Set(Stored(refers)),
            answer_days: Set(answer_days),
            ..Default::default()
        };
        row.update(&*tx).await?;
        Happened::to_forum(Kind::ReferringChanged, forum)
            .saying(&payload::ReferringChanged { refers, answer_days })?
            .conclude(tx, Some(self), None, now)
            .await
    }

    /// Changes the rule of a forum. Refuses one that nothing could meet, and one that everything would.
    pub async fn change_rule(
        &self,
        db: &Db,
        forum: &forum::Model,
        rule: Rule,
        now: DateTime<Utc>,
    ) -> Result<()> {
        if rule.share.parts == 0 || rule.share.parts > rule.share.of {
            return Err(Error::refused("refusal-share"));
        }
        let (tx, now) = self.managing(db, forum, now).await?;
        let row = forum::ActiveModel { id: Set(forum.id), rule: Set(Stored(rule)), ..Default::default() };
        row.update(&*tx).await?;
        Happened::to_forum(Kind::RuleChanged, forum)
            .saying(&payload::RuleChanged { rule })?
            .conclude(tx, Some(self), None, now)
            .await
    }

    /// Begins a change to a forum by those who manage it; refuses everyone else.
    pub(super) async fn managing(
        &self,
        db: &Db,
        forum: &forum::Model,
        now: DateTime<Utc>,
    ) -> Result<(Tx, DateTime<Utc>)> {
        let tx = db.begin().await?;
        let now = tx.confirm(self, now).await?;
        access::require_in(&*tx, Some(self), forum, Action::ManageForum, now).await?;
        Ok((tx, now))
    }
}
