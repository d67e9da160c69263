//! Somebody new shows that an address is theirs, and is registered.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use domain::{
    WaitsFor,
    permission::Action,
    record::Kind,
    typed::{Name, Reason},
};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};

use crate::{
    Db, Reader, Stored, Tx, access, account, error::*, forum, newcomer, newcomer::ANSWERED, outbox::Words,
    sign_in_link, verb::record::Happened,
};

/// Uses a link up, and gives whose it is: an account that has this address already, or one that is registered with this. Refuses a link that
/// is unknown, used or too old; one to an account lives as long as a link that signs in.
pub async fn confirm(
    db: &Db,
    digest: &str,
    name: Option<&Name>,
    now: DateTime<Utc>,
) -> Result<(account::Model, newcomer::Model)> {
    let tx = db.begin().await?;
    let now = tx.instant(now).await?;
    let row = newcomer::Entity::find()
        .filter(newcomer::Column::Digest.eq(digest))
        .filter(newcomer::Column::State.eq(Stored(WaitsFor::Mail)))
        .filter(newcomer::Column::ExpiresAt.gt(now))
        .one(&*tx)
        .await?
        .ok_or_else(|| Error::refused("refusal-link-used"))?;
    let known = account::Entity::by_email(&*tx, &row.email).await?;
    let (account, is_new) = match known {
        Some(account) if account.disabled_at.is_some() => return Err(Error::refused("refusal-link-used")),
        Some(_) if now >= row.sent_at + sign_in_link::LIFETIME => {
            return Err(Error::refused("refusal-link-old"));
        }
        Some(account) => (account, false),
        None => (newly(&tx, &row, name, now).await?, true),
    };
    let answered = newcomer::ActiveModel {
        id: Set(row.id),
        state: Set(Stored(WaitsFor::Author)),
        account_id: Set(Some(account.id)),
        expires_at: Set(now + ANSWERED),
        ..Default::default()
    };
    let row = answered.update(&*tx).await?;
    if is_new {
        let themselves = themselves(account.clone());
        Happened::to(Kind::AccountCreated, format!("account/{}", account.id))
            .with("admin", false)
            .with("joined", true)
            .conclude(tx, Some(&themselves), None, now)
            .await?;
    } else {
        tx.shows_nothing();
        tx.commit().await?;
    }
    Ok((account, row))
}

impl Reader {
    /// Does not let somebody in who wrote in a forum, and says why: their words go back to them with a mail. Refuses whoever may not manage
    /// the forum, and somebody who does not wait there.
    pub async fn decline(
        &self,
        db: &Db,
        forum: &forum::Model,
        newcomer: i64,
        answer: &Reason,
        letter: Words,
        now: DateTime<Utc>,
    ) -> Result<()> {
        let (tx, now) = self.managing(db, forum, now).await?;
        tx.shows_nothing();
        let asking = newcomer::Entity::asking(&*tx, [forum.id], now).await?;
        let row = asking.into_iter().find(|row| row.id == newcomer).or_missing("newcomer")?;
        row.give_back(&tx, Some(answer.to_string()), letter, now).await?;
        tx.commit().await
    }

    /// Gives words back to their author that could not be posted when they were let in. Refuses as [`Self::decline`] does.
    pub async fn give_back(
        &self,
        db: &Db,
        forum: &forum::Model,
        row: &newcomer::Model,
        letter: Words,
        now: DateTime<Utc>,
    ) -> Result<()> {
        let (tx, now) = self.managing(db, forum, now).await?;
        tx.shows_nothing();
        row.give_back(&tx, None, letter, now).await?;
        tx.commit().await
    }
}

/// The row of a new account; refuses where strangers may not join.
async fn newly(
    tx: &Tx,
    row: &newcomer::Model,
    name: Option<&Name>,
    now: DateTime<Utc>,
) -> Result<account::Model> {
    match row.forum_id {
        Some(forum) => {
            let forum = forum::Entity::by_id(&**tx, forum).await?;
            access::require_in(&**tx, None, &forum, Action::Join, now).await?;
        }
        None => access::require_somewhere(&**tx, Action::Join, now).await?,
    }
    let name = name.map_or_else(|| row.name.clone(), ToString::to_string);
    let account = account::ActiveModel {
        name: Set(name),
        email: Set(row.email.clone()),
        admin: Set(false),
        locale: Set(Some(row.locale.clone())),
        created_at: Set(now),
        salt: Set(Some(Stored(tx.salt()))),
        ..Default::default()
    };
    Ok(account.insert(&**tx).await?)
}

pub(super) fn themselves(account: account::Model) -> Reader {
    Reader {
        account,
        voices: Vec::new(),
        roles: Vec::new(),
        looks_after: BTreeSet::new(),
        session: None,
        token: None,
    }
}
