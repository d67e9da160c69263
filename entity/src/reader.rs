//! Who is reading or acting: an account with what it may do at this instant.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use sea_orm::EntityTrait;

use crate::{Db, account, error::*, mandate, role, stakeholder};

/// A signed-in account with its live mandates and its roles. Verbs begin with it: `reader.open_thread(…)`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reader {
    pub account: account::Model,
    pub voices: Vec<Voice>,
    pub roles: Vec<role::Model>,
}

/// One stakeholder the account may speak for, by a live mandate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Voice {
    pub mandate: mandate::Model,
    pub stakeholder: stakeholder::Model,
}

impl Reader {
    /// The account as it stands now; none when it does not exist or was disabled. Every request of someone signed in asks for
    /// it, so that it is one query: a row for each pair of a role and a mandate, of which there are few.
    pub async fn of(db: &Db, account: i64, now: DateTime<Utc>) -> Result<Option<Self>> {
        let rows = account::Entity::find_by_id(account)
            .find_also_related(role::Entity)
            .find_also_related(mandate::Entity)
            .find_also(mandate::Entity, stakeholder::Entity)
            .all(db.read())
            .await?;
        let found = rows.first().map(|(account, ..)| account.clone());
        let Some(account) = found.filter(|account| account.disabled_at.is_none()) else { return Ok(None) };
        let (mut voices, mut roles) = (BTreeMap::new(), BTreeMap::new());
        for (_, role, mandate, stakeholder) in rows {
            roles.extend(role.map(|role| (role.id, role)));
            let live = mandate.filter(|mandate| mandate.is_live(now)).zip(stakeholder);
            voices.extend(live.map(|(mandate, stakeholder)| (mandate.id, Voice { mandate, stakeholder })));
        }
        Ok(Some(Self {
            account,
            voices: voices.into_values().collect(),
            roles: roles.into_values().collect(),
        }))
    }

    /// The mandate to speak for this stakeholder, or none to speak in a personal capacity; refuses a stakeholder there is no live mandate for.
    pub fn voice(&self, stakeholder: Option<i64>, now: DateTime<Utc>) -> Result<Option<&Voice>> {
        let Some(id) = stakeholder else { return Ok(None) };
        let voice = self.voices.iter().find(|voice| voice.stakeholder.id == id && voice.mandate.is_live(now));
        voice.map(Some).ok_or_else(|| Error::refused("refusal-no-mandate"))
    }

    /// Whom it speaks for unless it says otherwise.
    pub fn first_voice(&self) -> Option<&Voice> {
        self.voices.first()
    }
}
