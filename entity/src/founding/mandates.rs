//! Who speaks for a stakeholder, and until when.

use chrono::{DateTime, Utc};
use domain::{
    Tier,
    permission::{Action, Role},
    record::Kind,
};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ConnectionTrait};

use crate::{Db, Reader, Stored, access, error::*, forum, mandate, record::Happened, seat, stakeholder};

/// A right to speak, as it is granted.
#[derive(Clone, Debug)]
pub struct Grant {
    pub account: i64,
    pub stakeholder: i64,
    pub tier: Tier,
    pub title: String,
    pub starts: DateTime<Utc>,
    pub ends: Option<DateTime<Utc>>,
}

impl Reader {
    /// Grants an account the right to speak for a stakeholder. Only an admin may, the secretariat of a forum in which it has a seat, and
    /// its focal point.
    pub async fn grant_mandate(&self, db: &Db, grant: Grant, now: DateTime<Utc>) -> Result<mandate::Model> {
        let tx = db.begin().await?;
        let stakeholder = stakeholder::Entity::by_id(&*tx, grant.stakeholder).await?;
        self.may_grant(&*tx, &stakeholder, now).await?;
        if grant.ends.is_some_and(|ends| ends <= grant.starts) {
            return Err(Error::refused("refusal-ends-before-start"));
        }
        let row = mandate::ActiveModel {
            account_id: Set(grant.account),
            stakeholder_id: Set(grant.stakeholder),
            tier: Set(Stored(grant.tier)),
            title: Set(grant.title),
            starts_at: Set(grant.starts),
            ends_at: Set(grant.ends),
            granted_by: Set(Some(self.account.id)),
            ..Default::default()
        };
        let mandate = row.insert(&*tx).await?;
        Happened::to(Kind::MandateGranted, format!("stakeholder/{}", stakeholder.slug))
            .part("mandate", mandate.id)
            .with("account", mandate.account_id)
            .with("tier", mandate.tier.key())
            .conclude(tx, Some(self), None, now)
            .await?;
        Ok(mandate)
    }

    /// Ends a mandate now.
    pub async fn end_mandate(&self, db: &Db, mandate: &mandate::Model, now: DateTime<Utc>) -> Result<()> {
        let tx = db.begin().await?;
        let stakeholder = stakeholder::Entity::by_id(&*tx, mandate.stakeholder_id).await?;
        self.may_grant(&*tx, &stakeholder, now).await?;
        if !mandate.is_live(now) {
            return Err(Error::refused("refusal-mandate-ended"));
        }
        let row = mandate::ActiveModel { id: Set(mandate.id), ends_at: Set(Some(now)), ..Default::default() };
        row.update(&*tx).await?;
        Happened::to(Kind::MandateEnded, format!("stakeholder/{}", stakeholder.slug))
            .part("mandate", mandate.id)
            .conclude(tx, Some(self), None, now)
            .await
    }

    /// Refuses those who may not say who speaks for a stakeholder.
    pub async fn may_grant(
        &self,
        db: &impl ConnectionTrait,
        stakeholder: &stakeholder::Model,
        now: DateTime<Utc>,
    ) -> Result<()> {
        if self.account.admin {
            return Ok(());
        }
        let own = self.voices.iter().any(|voice| voice.stakeholder.id == stakeholder.id);
        let mut forums = seat::forums_of(db, stakeholder.id).await?;
        if own {
            // A focal point answers for its own stakeholder, also where that has no seat.
            let here = self.roles.iter().filter(|role| role.role.0 == Role::FocalPoint);
            forums.extend(here.map(|role| role.forum_id));
        }
        let forums = forum::Entity::among(db, forums).await?;
        for forum in forums.values() {
            let asked = access::require_in(db, Some(self), forum, Action::GrantMandate { own }, now).await;
            match asked {
                Ok(()) => return Ok(()),
                Err(Error::Forbidden(_) | Error::NotFound(_)) => {}
                Err(other) => return Err(other),
            }
        }
        Err(Error::Forbidden(domain::Message::new(Action::GrantMandate { own }.who_id())))
    }
}
