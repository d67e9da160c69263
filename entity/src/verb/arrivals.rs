//! Somebody new comes by a provider that vouches for them, and is registered.

use chrono::{DateTime, Utc};
use domain::{permission::Action, record::Kind, typed::Name};
use sea_orm::{ActiveModelTrait, ActiveValue::Set};

use super::newcomers::themselves;
use crate::{
    Db, Stored, access, account, error::*, forum, identity, identity::Vouched, verb::record::Happened,
};

/// Who is registered.
#[derive(Clone, Debug)]
pub struct Joining {
    pub name: Name,
    /// The address that the provider has made sure of.
    pub email: String,
    pub locale: String,
    /// Where they want to speak; none for whoever only registers.
    pub forum: Option<i64>,
}

/// Registers somebody whom a provider vouches for, and connects them. Refuses where strangers may not join, and an address that an account
/// has: that it is the same person, only that account can say.
pub async fn join_by(
    db: &Db,
    joining: Joining,
    vouched: Vouched,
    now: DateTime<Utc>,
) -> Result<identity::Model> {
    let tx = db.begin().await?;
    let now = tx.instant(now).await?;
    match joining.forum {
        Some(forum) => {
            let forum = forum::Entity::by_id(&*tx, forum).await?;
            access::require_in(&*tx, None, &forum, Action::Join, now).await?;
        }
        None => access::require_somewhere(&*tx, Action::Join, now).await?,
    }
    if account::Entity::by_email(&*tx, &joining.email).await?.is_some() {
        return Err(Error::refused("refusal-email-taken"));
    }
    let account = account::ActiveModel {
        name: Set(joining.name.to_string()),
        email: Set(joining.email),
        admin: Set(false),
        locale: Set(Some(joining.locale)),
        created_at: Set(now),
        salt: Set(Some(Stored(tx.salt()))),
        ..Default::default()
    };
    let account = account.insert(&*tx).await?;
    let connected = identity::insert(&*tx, account.id, vouched, now).await?;
    let themselves = themselves(account.clone());
    Happened::to(Kind::AccountCreated, format!("account/{}", account.id))
        .with("admin", false)
        .with("joined", true)
        .conclude(tx, Some(&themselves), None, now)
        .await?;
    Ok(connected)
}
