//! Who is reading or acting: an account with what it may do at this instant.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};
use domain::Message;
use sea_orm::{ConnectionTrait, EntityTrait};

use crate::{
    Db, account, error::*, focal_point, forum, mandate, requirement, role, session, stakeholder, token,
};

/// A signed-in account with its live mandates and its roles. Verbs begin with it: `reader.open_thread(…)`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reader {
    pub account: account::Model,
    pub voices: Vec<Voice>,
    pub roles: Vec<role::Model>,
    /// The stakeholders it is the focal point of: it says who speaks for them.
    pub looks_after: BTreeSet<i64>,
    /// The session they are signed in by; none for the command line.
    pub session: Option<String>,
    /// The token a program acts for them by; none for people themselves.
    pub token: Option<i64>,
}

/// One stakeholder the account may speak for, by a live mandate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Voice {
    pub mandate: mandate::Model,
    pub stakeholder: stakeholder::Model,
    /// The forum whose secretariat granted it, for this forum only; none when the stakeholder did itself.
    pub forum: Option<forum::Model>,
}

impl Voice {
    /// The slug of the forum whose secretariat granted the mandate, as the record says it; none when the stakeholder did itself.
    pub(crate) fn mandate_of(&self) -> Option<String> {
        self.forum.as_ref().map(|forum| forum.slug.clone())
    }
}

impl Reader {
    /// The account as it stands now; none when it does not exist or was disabled. Every request of someone signed in asks for
    /// it, so that it is one query: a row for each pair of a role and a mandate, of which there are few.
    pub async fn of(db: &Db, account: i64, now: DateTime<Utc>) -> Result<Option<Self>> {
        Self::standing(db.read(), account, now).await
    }

    pub(crate) async fn standing(
        db: &impl ConnectionTrait,
        account: i64,
        now: DateTime<Utc>,
    ) -> Result<Option<Self>> {
        let rows = account::Entity::find_by_id(account)
            .find_also_related(role::Entity)
            .find_also_related(focal_point::Entity)
            .find_also(account::Entity, mandate::Entity)
            .find_also(mandate::Entity, stakeholder::Entity)
            .find_also(mandate::Entity, forum::Entity)
            .all(db)
            .await?;
        let found = rows.first().map(|(account, ..)| account.clone());
        let Some(account) = found.filter(|account| account.disabled_at.is_none()) else { return Ok(None) };
        let (mut voices, mut roles, mut looks_after) = (BTreeMap::new(), BTreeMap::new(), BTreeSet::new());
        for (_, role, focal_point, mandate, stakeholder, forum) in rows {
            roles.extend(role.map(|role| (role.id, role)));
            looks_after.extend(focal_point.map(|named| named.stakeholder_id));
            let live = mandate.filter(|mandate| mandate.is_live(now)).zip(stakeholder);
            voices.extend(live.map(|(mandate, stakeholder)| {
                ((mandate.forum_id.is_some(), mandate.id), Voice { mandate, stakeholder, forum })
            }));
        }
        Ok(Some(Self {
            account,
            voices: voices.into_values().collect(),
            roles: roles.into_values().collect(),
            looks_after,
            session: None,
            token: None,
        }))
    }

    /// Refuses when, in this transaction, something is gone that the reader had when the request began: the account, the session, a
    /// role, or a mandate that would still hold at this instant.
    pub(crate) async fn still_stands(&self, tx: &impl ConnectionTrait, now: DateTime<Utc>) -> Result<()> {
        let mut fresh = Self::standing(tx, self.account.id, now).await?.ok_or(Error::SignedOut)?;
        let begun = session::Begun::of(tx, self.session.as_deref(), now).await?;
        if let Some(token) = self.token
            && !token::Entity::holds(tx, token, now).await?
        {
            return Err(Error::SignedOut);
        }
        // The command line and the demo act without either.
        if self.session.is_some() || self.token.is_some() {
            fresh.only_as_begun(&requirement::Entity::all(tx).await?, &begun);
        }
        let mut held = self.voices.iter().filter(|voice| voice.mandate.is_live(now));
        let stands = (fresh.account.admin || !self.account.admin)
            && self.looks_after.is_subset(&fresh.looks_after)
            && self.roles.iter().all(|role| fresh.roles.contains(role))
            && held.all(|voice| fresh.voices.iter().any(|other| other.mandate.id == voice.mandate.id));
        if stands { Ok(()) } else { Err(Error::Conflict(Message::new("refusal-rights-changed"))) }
    }

    /// For whom it may speak in this forum: by the mandate of a stakeholder, which comes first, or by one of this forum. Those who run the
    /// forum speak in it by the mandates of stakeholders only, so that no secretariat answers itself.
    pub fn voices_in(&self, forum: &forum::Model, now: DateTime<Utc>) -> impl Iterator<Item = &Voice> {
        let runs = role::runs(&self.account, &self.roles, forum);
        self.voices.iter().filter(move |voice| {
            let mandate = &voice.mandate;
            mandate.is_live(now) && mandate.counts_in(forum) && !(runs && mandate.forum_id.is_some())
        })
    }

    /// The mandate to speak for this stakeholder in this forum, or none to speak in a personal capacity; refuses a stakeholder there is no
    /// live mandate for, and one that another forum granted.
    pub fn voice_in(
        &self,
        forum: &forum::Model,
        stakeholder: Option<i64>,
        now: DateTime<Utc>,
    ) -> Result<Option<&Voice>> {
        let Some(id) = stakeholder else { return Ok(None) };
        let voice = self.voices_in(forum, now).find(|voice| voice.stakeholder.id == id);
        voice.map(Some).ok_or_else(|| {
            let elsewhere = self.voices.iter().any(|voice| voice.stakeholder.id == id);
            let id = if elsewhere { "refusal-mandate-elsewhere" } else { "refusal-no-mandate" };
            Error::RefusedPart(Field::Speaker, Message::new(id))
        })
    }

    /// Whom it speaks for unless it says otherwise.
    pub fn first_voice(&self) -> Option<&Voice> {
        self.voices.first()
    }
}
