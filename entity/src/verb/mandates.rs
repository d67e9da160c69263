//! Who speaks for a stakeholder, where, and until when.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use domain::{
    Tier,
    permission::{self, Action},
    record::{Kind, payload},
};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ConnectionTrait};

use crate::{
    Db, Reader, Stored, access, account, error::*, forum, mandate, seat, stakeholder, verb::record::Happened,
};

/// A right to speak, as it is granted.
#[derive(Clone, Debug)]
pub struct Grant {
    /// Who may speak.
    pub account: i64,
    /// For whom.
    pub stakeholder: i64,
    /// The only forum in which it is to count; none for everywhere.
    pub forum: Option<i64>,
    pub tier: Tier,
    /// What the person is there: "Minister for Digital Affairs".
    pub title: String,
    /// Not before the instant of granting.
    pub starts: DateTime<Utc>,
    /// None for a mandate without an end.
    pub ends: Option<DateTime<Utc>>,
}

/// Where somebody may say who speaks for a stakeholder.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Scopes {
    /// Everywhere: it is their own.
    pub everywhere: bool,
    /// In these forums only, in which it has a seat: they are the secretariat of them.
    pub forums: Vec<forum::Model>,
}

impl Scopes {
    /// Whether the reader may grant none.
    pub fn is_empty(&self) -> bool {
        !self.everywhere && self.forums.is_empty()
    }
}

impl Reader {
    /// Grants an account the right to speak for a stakeholder: its own focal point for everywhere, the secretariat of a forum in which it
    /// has a seat for this forum only. Refuses everyone else, a stakeholder without a seat there, an account that runs that forum, and an
    /// end that is not after the start.
    pub async fn grant_mandate(&self, db: &Db, grant: Grant, now: DateTime<Utc>) -> Result<mandate::Model> {
        let tx = db.begin().await?;
        let now = tx.confirm(self, now).await?;
        let stakeholder = stakeholder::Entity::by_id(&*tx, grant.stakeholder).await?;
        let forum = self.scope(&*tx, &grant, now).await?;
        let mandate = self.granting(&*tx, grant, now).await?;
        let payload = payload::MandateGranted {
            stakeholder: (&stakeholder).into(),
            account: mandate.account_id,
            tier: mandate.tier.0,
            starts: mandate.starts_at,
            ends: mandate.ends_at,
        };
        happened(Kind::MandateGranted, &mandate, &stakeholder, forum.as_ref())
            .saying(&payload)?
            .conclude(tx, Some(self), None, now)
            .await?;
        Ok(mandate)
    }

    /// The row of a mandate; refuses an end that is not after the start.
    pub(super) async fn granting(
        &self,
        db: &impl ConnectionTrait,
        grant: Grant,
        now: DateTime<Utc>,
    ) -> Result<mandate::Model> {
        let starts = grant.starts.max(now);
        if grant.ends.is_some_and(|ends| ends <= starts) {
            return Err(Error::refused("refusal-ends-before-start"));
        }
        let row = mandate::ActiveModel {
            account_id: Set(grant.account),
            stakeholder_id: Set(grant.stakeholder),
            forum_id: Set(grant.forum),
            tier: Set(Stored(grant.tier)),
            title: Set(grant.title),
            starts_at: Set(starts),
            ends_at: Set(grant.ends),
            granted_by: Set(self.account.id),
            granted_at: Set(now),
            ..Default::default()
        };
        Ok(row.insert(db).await?)
    }

    /// The forum that a mandate is to be for; refuses whoever may not grant it there.
    pub(super) async fn scope(
        &self,
        db: &impl ConnectionTrait,
        grant: &Grant,
        now: DateTime<Utc>,
    ) -> Result<Option<forum::Model>> {
        let Some(forum) = grant.forum else {
            let own = self.looks_after.contains(&grant.stakeholder);
            let action = Action::GrantMandate { own: true };
            let roles = access::roles_for(self, grant.stakeholder);
            return match own && permission::is_for(&roles, action) {
                true => Ok(None),
                false => Err(Error::Forbidden(domain::Message::new(action.who_id()))),
            };
        };
        let forum = forum::Entity::by_id(db, forum).await?;
        access::require_in(db, Some(self), &forum, Action::GrantMandate { own: false }, now).await?;
        if forum.seats(db).await?.iter().all(|seat| seat.id != grant.stakeholder) {
            return Err(Error::refused("refusal-no-seat"));
        }
        let runs = account::runs(db, grant.account, &forum).await?;
        if runs { Err(Error::refused("refusal-mandate-of-own")) } else { Ok(Some(forum)) }
    }

    /// Ends a mandate now, also one that has not begun. Its holder may, and the focal point of the stakeholder; where a forum granted it,
    /// also the secretariats of this forum and of every other in which the stakeholder has a seat. Refuses everyone else, and a mandate
    /// that has ended.
    pub async fn end_mandate(&self, db: &Db, mandate: i64, now: DateTime<Utc>) -> Result<()> {
        let tx = db.begin().await?;
        let now = tx.confirm(self, now).await?;
        let mandate = mandate::Entity::by_id(&*tx, mandate).await?;
        if mandate.is_over(now) {
            return Err(Error::refused("refusal-mandate-ended"));
        }
        let one = std::slice::from_ref(&mandate);
        if self.may_end(&*tx, mandate.stakeholder_id, one, now).await?.is_empty() {
            let action = Action::EndMandate { own: false };
            return Err(Error::Forbidden(domain::Message::new(action.who_id())));
        }
        let stakeholder = stakeholder::Entity::by_id(&*tx, mandate.stakeholder_id).await?;
        let forum = match mandate.forum_id {
            Some(forum) => Some(forum::Entity::by_id(&*tx, forum).await?),
            None => None,
        };
        let row = mandate::ActiveModel { id: Set(mandate.id), ends_at: Set(Some(now)), ..Default::default() };
        row.update(&*tx).await?;
        happened(Kind::MandateEnded, &mandate, &stakeholder, forum.as_ref())
            .conclude(tx, Some(self), None, now)
            .await
    }

    /// Of these mandates for a stakeholder the ids of those that have not ended and that the reader may end.
    pub async fn may_end(
        &self,
        db: &impl ConnectionTrait,
        stakeholder: i64,
        mandates: &[mandate::Model],
        now: DateTime<Utc>,
    ) -> Result<BTreeSet<i64>> {
        let roles = access::roles_for(self, stakeholder);
        let looks_after = permission::is_for(&roles, Action::EndMandate { own: true });
        let granting = mandates.iter().filter_map(|one| one.forum_id);
        let seated = seat::forums_of(db, stakeholder).await?;
        let forums: BTreeSet<_> = seated.iter().copied().chain(granting).collect();
        let runs = self.secretariat_of(db, forums, Action::EndMandate { own: false }, now).await?;
        let may = |one: &&mandate::Model| {
            let answers = |forum: &forum::Model| Some(forum.id) == one.forum_id || seated.contains(&forum.id);
            !one.is_over(now)
                && (looks_after
                    || one.account_id == self.account.id
                    || (one.forum_id.is_some() && runs.iter().any(answers)))
        };
        Ok(mandates.iter().filter(may).map(|one| one.id).collect())
    }

    /// Where the reader may say who speaks for this stakeholder; empty for most people.
    pub async fn may_grant(
        &self,
        db: &impl ConnectionTrait,
        stakeholder: &stakeholder::Model,
        now: DateTime<Utc>,
    ) -> Result<Scopes> {
        let roles = access::roles_for(self, stakeholder.id);
        let everywhere = permission::is_for(&roles, Action::GrantMandate { own: true });
        let seated = seat::forums_of(db, stakeholder.id).await?;
        let action = Action::GrantMandate { own: false };
        let forums = self.secretariat_of(db, seated, action, now).await?;
        Ok(Scopes { everywhere, forums })
    }

    /// Those of these forums in which it may do what their secretariat may.
    async fn secretariat_of(
        &self,
        db: &impl ConnectionTrait,
        forums: impl IntoIterator<Item = i64>,
        action: Action,
        now: DateTime<Utc>,
    ) -> Result<Vec<forum::Model>> {
        if self.roles.is_empty() {
            return Ok(Vec::new());
        }
        let forums = forum::Entity::among(db, forums).await?;
        let roles = access::roles_among(db, Some(self), forums.values(), now).await?;
        let may = |forum: &forum::Model| {
            roles.get(&forum.id).is_some_and(|roles| permission::is_for(roles, action))
        };
        Ok(forums.into_values().filter(may).collect())
    }
}

/// What happened to a mandate: in the run of the forum that granted it, so that whoever has the record of a draft of this forum has it; in
/// that of the stakeholder otherwise.
pub(super) fn happened(
    kind: Kind,
    mandate: &mandate::Model,
    stakeholder: &stakeholder::Model,
    forum: Option<&forum::Model>,
) -> Happened {
    let event = match forum {
        Some(forum) => Happened::to_forum(kind, forum),
        None => Happened::to(kind, format!("stakeholder/{}", stakeholder.slug)),
    };
    event.part("mandate", mandate.id)
}
