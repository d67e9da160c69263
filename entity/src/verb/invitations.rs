//! Asking people by mail to take part in a forum, and accepting it.

use chrono::{DateTime, Utc};
use domain::{
    Tier,
    permission::{Action, Role},
    record::{Kind, payload},
    telling::Occasion,
    typed::Name,
};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};

use super::{
    mandates::{Grant, happened},
    newcomers::themselves,
};
use crate::{
    Db, Reader, Stored, Tx, access, account,
    error::*,
    forum,
    invitation::{self, LIFETIME},
    outbox::{self, About, To, Words},
    role, stakeholder,
    verb::record::Happened,
};

/// Whom to invite, to what.
#[derive(Clone, Debug)]
pub struct Invite {
    pub email: String,
    pub name: Name,
    /// For whom they are to speak; a delegate only.
    pub stakeholder: Option<i64>,
    pub role: Role,
    pub tier: Option<Tier>,
    pub locale: String,
    /// The digest of the token in the mail, and the mail.
    pub digest: String,
    pub letter: Words,
}

impl Reader {
    /// Invites people to a forum, all of them or none. Refuses whoever may not manage it, or may not grant a mandate that is among them, and
    /// an address that is invited already.
    pub async fn invite(
        &self,
        db: &Db,
        forum: &forum::Model,
        invites: Vec<Invite>,
        now: DateTime<Utc>,
    ) -> Result<()> {
        let (tx, now) = self.managing(db, forum, now).await?;
        tx.shows_nothing();
        if invites.iter().any(|one| one.role == Role::Delegate) {
            let action = Action::GrantMandate { own: false };
            access::require_in(&*tx, Some(self), forum, action, now).await?;
        }
        let addresses: Vec<_> = invites.iter().map(|one| one.email.clone()).collect();
        if !open_to(&*tx, forum, &addresses, now).await?.is_empty() {
            return Err(Error::refused("refusal-invited"));
        }
        for one in invites {
            let row = invitation::ActiveModel {
                digest: Set(one.digest),
                forum_id: Set(forum.id),
                email: Set(one.email),
                name: Set(one.name.to_string()),
                stakeholder_id: Set(one.stakeholder),
                role: Set(Stored(one.role)),
                tier: Set(one.tier.map(Stored)),
                locale: Set(one.locale),
                invited_by: Set(self.account.id),
                invited_at: Set(now),
                sent_at: Set(now),
                sendings: Set(1),
                expires_at: Set(now + LIFETIME),
                ..Default::default()
            };
            let row = row.insert(&*tx).await?;
            send(&*tx, &row, one.letter, now).await?;
        }
        tx.commit().await
    }

    /// Sends an invitation again, with another link; the one before is worth nothing then. Refuses whoever may not manage the forum, and an
    /// invitation that was accepted or revoked.
    pub async fn invite_again(
        &self,
        db: &Db,
        forum: &forum::Model,
        id: i64,
        (digest, letter): (String, Words),
        now: DateTime<Utc>,
    ) -> Result<()> {
        let (tx, now) = self.managing(db, forum, now).await?;
        tx.shows_nothing();
        let row = invitation::Entity::of(&*tx, forum.id, id).await?;
        if row.accepted_at.is_some() || row.revoked_at.is_some() {
            return Err(Error::refused(row.refusal(now).unwrap_or("refusal-invitation-used")));
        }
        let again = invitation::ActiveModel {
            id: Set(row.id),
            digest: Set(digest),
            sent_at: Set(now),
            sendings: Set(row.sendings + 1),
            expires_at: Set(now + LIFETIME),
            ..Default::default()
        };
        let row = again.update(&*tx).await?;
        send(&*tx, &row, letter, now).await?;
        tx.commit().await
    }

    /// Revokes an invitation. Refuses whoever may not manage the forum, and one that was accepted.
    pub async fn revoke_invitation(
        &self,
        db: &Db,
        forum: &forum::Model,
        id: i64,
        now: DateTime<Utc>,
    ) -> Result<()> {
        let (tx, now) = self.managing(db, forum, now).await?;
        tx.shows_nothing();
        let row = invitation::Entity::of(&*tx, forum.id, id).await?;
        if row.accepted_at.is_some() {
            return Err(Error::refused("refusal-invitation-used"));
        }
        let revoked =
            invitation::ActiveModel { id: Set(id), revoked_at: Set(Some(now)), ..Default::default() };
        revoked.update(&*tx).await?;
        tx.commit().await
    }
}

/// Those of these addresses that have an invitation to the forum which can be accepted.
pub async fn open_to(
    db: &impl ConnectionTrait,
    forum: &forum::Model,
    addresses: &[String],
    now: DateTime<Utc>,
) -> Result<Vec<String>> {
    let open = invitation::Entity::find()
        .filter(invitation::Column::ForumId.eq(forum.id))
        .filter(invitation::Column::AcceptedAt.is_null())
        .filter(invitation::Column::RevokedAt.is_null())
        .filter(invitation::Column::ExpiresAt.gt(now))
        .all(db)
        .await?;
    Ok(open.into_iter().map(|row| row.email).filter(|email| addresses.contains(email)).collect())
}

async fn send(
    db: &impl ConnectionTrait,
    row: &invitation::Model,
    letter: Words,
    now: DateTime<Utc>,
) -> Result<()> {
    let to = To::Address { address: row.email.clone(), locale: row.locale.clone() };
    let once = format!("invitation/{}/{}", row.id, row.sendings);
    outbox::put(db, to, Occasion::Invitation, About::Words(letter), once, now).await
}

/// Accepts an invitation, by the rights that whoever sent it has now: registers its address, unless it has an account, and gives what it
/// was invited to. `reader` is who is signed in. Refuses one that is unknown, was used, is too old or was revoked, somebody signed in with
/// another address, and one whose sender may not give it any more.
pub async fn accept_invitation(
    db: &Db,
    digest: &str,
    name: &Name,
    reader: Option<&Reader>,
    now: DateTime<Utc>,
) -> Result<account::Model> {
    let tx = db.begin().await?;
    let now = match reader {
        Some(reader) => tx.confirm(reader, now).await?,
        None => tx.instant(now).await?,
    };
    let row = invitation::Entity::by_digest(&*tx, digest).await?;
    let row = row.ok_or_else(|| Error::refused("refusal-invitation-unknown"))?;
    if let Some(id) = row.refusal(now) {
        return Err(Error::refused(id));
    }
    if reader.is_some_and(|reader| reader.account.email != row.email) {
        return Err(Error::refused("refusal-invitation-address"));
    }
    let forum = forum::Entity::by_id(&*tx, row.forum_id).await?;
    let host = Reader::standing(&*tx, row.invited_by, now).await?;
    let host = host.ok_or_else(|| Error::refused("refusal-invitation-revoked"))?;
    access::require_in(&*tx, Some(&host), &forum, Action::ManageForum, now)
        .await
        .map_err(|_| Error::refused("refusal-invitation-revoked"))?;
    let account = match account::Entity::by_email(&*tx, &row.email).await? {
        Some(account) if account.disabled_at.is_some() => {
            return Err(Error::refused("refusal-invitation-revoked"));
        }
        Some(account) => account,
        None => register(&tx, &row, name, now).await?,
    };
    let accepted = invitation::ActiveModel {
        id: Set(row.id),
        accepted_at: Set(Some(now)),
        accepted_by: Set(Some(account.id)),
        ..Default::default()
    };
    accepted.update(&*tx).await?;
    match give(&tx, &host, &forum, &row, &account, now).await? {
        Some(event) => event.conclude(tx, Some(&host), None, now).await?,
        None => tx.commit().await?,
    }
    Ok(account)
}

async fn register(
    tx: &Tx,
    row: &invitation::Model,
    name: &Name,
    now: DateTime<Utc>,
) -> Result<account::Model> {
    let account = account::ActiveModel {
        name: Set(name.to_string()),
        email: Set(row.email.clone()),
        admin: Set(false),
        locale: Set(Some(row.locale.clone())),
        created_at: Set(now),
        salt: Set(Some(Stored(tx.salt()))),
        ..Default::default()
    };
    let account = account.insert(&**tx).await?;
    Happened::to(Kind::AccountCreated, format!("account/{}", account.id))
        .with("admin", false)
        .with("invited", true)
        .append(tx, Some(&themselves(account.clone())), None, now)
        .await?;
    Ok(account)
}

/// Gives what was promised, as whoever promised it; none where they have it already.
async fn give(
    tx: &Tx,
    host: &Reader,
    forum: &forum::Model,
    row: &invitation::Model,
    account: &account::Model,
    now: DateTime<Utc>,
) -> Result<Option<Happened>> {
    if let (Role::Delegate, Some(id)) = (row.role.0, row.stakeholder_id) {
        let stakeholder = stakeholder::Entity::by_id(&**tx, id).await?;
        let grant = Grant {
            account: account.id,
            stakeholder: id,
            forum: Some(forum.id),
            tier: row.tier.as_ref().map_or(Tier::Practitioner, |tier| tier.0),
            title: stakeholder.name.clone(),
            starts: now,
            ends: None,
        };
        host.scope(&**tx, &grant, now).await?;
        let mandate = host.granting(&**tx, grant, now).await?;
        let payload = payload::MandateGranted {
            stakeholder: (&stakeholder).into(),
            account: account.id,
            tier: mandate.tier.0,
            starts: mandate.starts_at,
            ends: mandate.ends_at,
        };
        let event = happened(Kind::MandateGranted, &mandate, &stakeholder, Some(forum));
        return Ok(Some(event.saying(&payload)?));
    }
    let held = role::Entity::of(&**tx, account.id).await?;
    if held.iter().any(|held| held.forum_id == forum.id && held.role.0 == row.role.0) {
        return Ok(None);
    }
    let given = role::ActiveModel {
        forum_id: Set(forum.id),
        account_id: Set(account.id),
        role: Set(row.role.clone()),
        granted_at: Set(now),
        ..Default::default()
    };
    given.insert(&**tx).await?;
    let event = Happened::to(Kind::RoleGiven, format!("account/{}", account.id));
    Ok(Some(event.part("forum", &forum.slug).with("role", row.role.0.key())))
}
