//! Who is reading or acting: an account with what it may do at this instant.

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
    /// The account as it stands now; none when it does not exist or was disabled.
    pub async fn of(db: &Db, account: i64, now: DateTime<Utc>) -> Result<Option<Self>> {
        let db = db.read();
        let found = account::Entity::find_by_id(account).one(db).await?;
        let Some(account) = found.filter(|account| account.disabled_at.is_none()) else { return Ok(None) };
        let mandates = mandate::Entity::live_of(db, account.id, now).await?;
        let voices = mandates
            .into_iter()
            .filter_map(|(mandate, stakeholder)| Some(Voice { mandate, stakeholder: stakeholder? }))
            .collect();
        let roles = role::Entity::of(db, account.id).await?;
        Ok(Some(Self { account, voices, roles }))
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
