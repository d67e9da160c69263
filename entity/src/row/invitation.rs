//! Somebody is asked by mail to take part in a forum.

use chrono::{DateTime, TimeDelta, Utc};
use domain::{Tier, permission::Role};
use sea_orm::{QueryOrder, QuerySelect, entity::prelude::*};

use crate::{Stored, error::*};

/// How long an invitation can be accepted after it was sent.
pub const LIFETIME: TimeDelta = TimeDelta::days(30);

/// One invitation to one address.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "invitation")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    /// The digest of the token in the last mail; the token itself is not kept.
    pub digest: String,
    pub forum_id: i64,
    pub email: String,
    pub name: String,
    /// For whom they will speak; none for a role only.
    pub stakeholder_id: Option<i64>,
    /// What they will be in the forum: a delegate speaks for the stakeholder.
    pub role: Stored<Role>,
    pub tier: Option<Stored<Tier>>,
    /// The language the mail is written in.
    pub locale: String,
    pub invited_by: i64,
    pub invited_at: DateTime<Utc>,
    pub sent_at: DateTime<Utc>,
    /// How often a mail was sent.
    pub sendings: i64,
    pub expires_at: DateTime<Utc>,
    pub accepted_at: Option<DateTime<Utc>>,
    pub accepted_by: Option<i64>,
    pub revoked_at: Option<DateTime<Utc>>,
}

/// Its rows refer to no table that is joined from here.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

/// How an invitation stands. Whether its mail was opened is nobody's business.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    Sent,
    Accepted,
    Expired,
    Revoked,
}

impl Standing {
    /// The stable name, in message ids.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Sent => "sent",
            Self::Accepted => "accepted",
            Self::Expired => "expired",
            Self::Revoked => "revoked",
        }
    }

    /// Whether it can be accepted.
    pub const fn is_open(self) -> bool {
        matches!(self, Self::Sent)
    }
}

impl Model {
    /// How it stands at this instant.
    pub fn standing(&self, now: DateTime<Utc>) -> Standing {
        match (self.revoked_at, self.accepted_at) {
            (Some(_), _) => Standing::Revoked,
            (None, Some(_)) => Standing::Accepted,
            (None, None) if self.expires_at <= now => Standing::Expired,
            (None, None) => Standing::Sent,
        }
    }

    /// Why it cannot be accepted: it was, it is too old, or it was revoked. Nothing for one that can.
    pub fn refusal(&self, now: DateTime<Utc>) -> Option<&'static str> {
        match self.standing(now) {
            Standing::Sent => None,
            Standing::Accepted => Some("refusal-invitation-used"),
            Standing::Expired => Some("refusal-invitation-old"),
            Standing::Revoked => Some("refusal-invitation-revoked"),
        }
    }
}

impl Entity {
    /// The invitation that a link leads to, however it stands.
    pub async fn by_digest(db: &impl ConnectionTrait, digest: &str) -> Result<Option<Model>> {
        Ok(Self::find().filter(Column::Digest.eq(digest)).one(db).await?)
    }

    /// The invitations to a forum, the latest first; so many at most.
    pub async fn of_forum(db: &impl ConnectionTrait, forum: i64, limit: u64) -> Result<Vec<Model>> {
        let all = Self::find().filter(Column::ForumId.eq(forum));
        Ok(all.order_by_desc(Column::Id).limit(limit).all(db).await?)
    }

    /// The invitation with this id to a forum; refuses with not found.
    pub async fn of(db: &impl ConnectionTrait, forum: i64, id: i64) -> Result<Model> {
        Self::find_by_id(id).filter(Column::ForumId.eq(forum)).one(db).await?.or_missing("invitation")
    }
}
