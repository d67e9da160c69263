//! Setting up: who there is, and which forums; within them, who takes part and who speaks for whom.

use chrono::{DateTime, Utc};
use domain::{class::Class, permission::Action, record::Kind, typed::Name};
use sea_orm::{ActiveModelTrait, ActiveValue::Set};

use crate::{Db, Reader, Stored, Tx, access, account, error::*, stakeholder, verb::record::Happened};

/// What a stakeholder is entered with.
#[derive(Clone, Debug)]
pub struct Organisation {
    pub slug: String,
    pub name: Name,
    pub class: Class,
    /// Its country or region; may be empty.
    pub place: String,
    /// A sentence or two that say who it is; may be empty.
    pub about: String,
}

impl Reader {
    /// Enters an organisation with a voice. Refuses a slug that another one has, and a name that reads like another's.
    pub async fn enter(
        &self,
        db: &Db,
        organisation: Organisation,
        now: DateTime<Utc>,
    ) -> Result<stakeholder::Model> {
        access::require_everywhere(self, Action::EnterStakeholder)?;
        let tx = db.begin().await?;
        let now = tx.confirm(self, now).await?;
        let (stakeholder, event) = self.entering(&tx, organisation, now).await?;
        event.conclude(tx, Some(self), None, now).await?;
        Ok(stakeholder)
    }

    /// The row of a stakeholder that is entered, and the event that says so. Refuses as [`Self::enter`] does.
    pub(super) async fn entering(
        &self,
        tx: &Tx,
        organisation: Organisation,
        now: DateTime<Utc>,
    ) -> Result<(stakeholder::Model, Happened)> {
        if stakeholder::Entity::by_slug(&**tx, &organisation.slug).await.is_ok() {
            return Err(Error::refused("refusal-slug-taken"));
        }
        let alike = stakeholder::Entity::all(&**tx).await?;
        if alike.iter().any(|one| is_alike(&one.name, organisation.name.as_str())) {
            return Err(Error::refused("refusal-name-taken"));
        }
        let row = stakeholder::ActiveModel {
            slug: Set(organisation.slug),
            name: Set(organisation.name.into()),
            class: Set(Stored(organisation.class)),
            place: Set(organisation.place),
            about: Set(organisation.about),
            created_at: Set(now),
            ..Default::default()
        };
        let stakeholder = row.insert(&**tx).await?;
        let event = Happened::to(Kind::StakeholderAdded, format!("stakeholder/{}", stakeholder.slug))
            .keeping(&stakeholder.about)
            .with("name", stakeholder.name.clone())
            .with("class", stakeholder.class.key());
        Ok((stakeholder, event))
    }
}

/// Whether two names read alike: the same letters and digits, whatever their case and what stands between them.
fn is_alike(one: &str, other: &str) -> bool {
    let letters = |name: &str| -> String {
        name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
    };
    letters(one) == letters(other)
}

/// Registers a person; refuses an address that is not one, or that an account already has. The actor is none for the command line.
pub async fn register(
    db: &Db,
    actor: Option<&Reader>,
    name: &Name,
    email: &str,
    admin: bool,
    now: DateTime<Utc>,
) -> Result<account::Model> {
    if let Some(actor) = actor {
        access::require_everywhere(actor, Action::RegisterAccount)?;
    }
    let email = email.trim().to_lowercase();
    let parts = email.split_once('@');
    if !parts.is_some_and(|(user, host)| !user.is_empty() && !host.is_empty()) || email.len() > 254 {
        return Err(Error::refused("refusal-email"));
    }
    let tx = db.begin().await?;
    let now = match actor {
        Some(actor) => tx.confirm(actor, now).await?,
        None => tx.instant(now).await?,
    };
    if account::Entity::by_email(&*tx, &email).await?.is_some() {
        return Err(Error::refused("refusal-email-taken"));
    }
    let row = account::ActiveModel {
        name: Set(name.to_string()),
        email: Set(email),
        admin: Set(admin),
        created_at: Set(now),
        salt: Set(Some(Stored(tx.salt()))),
        ..Default::default()
    };
    let account = row.insert(&*tx).await?;
    Happened::to(Kind::AccountCreated, format!("account/{}", account.id))
        .with("admin", admin)
        .conclude(tx, actor, None, now)
        .await?;
    Ok(account)
}
