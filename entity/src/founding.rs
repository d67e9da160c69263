//! Setting up: forums, stakeholders, seats, roles and mandates.

use chrono::{DateTime, Utc};
use domain::{
    ForumKind, Tier,
    class::Class,
    permission::{Action, Role},
    record::Kind,
    tally::Rule,
    typed::{Charter, Name},
    visibility::Visibility,
};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, ModelTrait, QueryFilter};

use crate::{
    Db, Reader, Stored, access, account, error::*, forum, mandate, record::Happened, role, seat, stakeholder,
};

/// What a forum begins with.
#[derive(Clone, Debug)]
pub struct Founding {
    pub slug: String,
    pub name: Name,
    pub kind: ForumKind,
    /// The forum it is a working group of.
    pub parent: Option<i64>,
    pub prefix: String,
    pub charter: Charter,
    pub zone: String,
    pub late_comments: bool,
}

/// What a stakeholder is entered with.
#[derive(Clone, Debug)]
pub struct Organisation {
    pub slug: String,
    pub name: Name,
    pub class: Class,
    pub place: String,
    pub about: String,
}

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

/// Refuses everyone but an admin of the instance, who sets up what belongs to no forum.
fn require_admin(reader: &Reader, action: Action) -> Result<()> {
    if reader.account.admin {
        return Ok(());
    }
    Err(Error::Forbidden(domain::Message::new(action.who_id())))
}

impl Reader {
    /// Founds a forum. Refuses a slug that another one has.
    pub async fn found(&self, db: &Db, founding: Founding, now: DateTime<Utc>) -> Result<forum::Model> {
        require_admin(self, Action::CreateForum)?;
        let tx = db.begin().await?;
        if forum::Entity::by_slug(&*tx, &founding.slug).await.is_ok() {
            return Err(Error::refused("refusal-slug-taken"));
        }
        let row = forum::ActiveModel {
            slug: Set(founding.slug),
            name: Set(founding.name.into()),
            kind: Set(Stored(founding.kind)),
            parent_id: Set(founding.parent),
            prefix: Set(founding.prefix),
            charter: Set(founding.charter.into()),
            zone: Set(founding.zone),
            rule: Set(Stored(Rule::default())),
            late_comments: Set(founding.late_comments),
            visibility: Set(Stored(Visibility::Public)),
            created_at: Set(now),
            ..Default::default()
        };
        let forum = row.insert(&*tx).await?;
        let event = Happened::to_forum(Kind::ForumCreated, &forum).with("name", forum.name.clone());
        event.append(&tx, Some(self), None, now).await?;
        tx.commit().await?;
        Ok(forum)
    }

    /// Enters an organisation with a voice. Refuses a slug that another one has.
    pub async fn enter(
        &self,
        db: &Db,
        organisation: Organisation,
        now: DateTime<Utc>,
    ) -> Result<stakeholder::Model> {
        require_admin(self, Action::ManageForum)?;
        let tx = db.begin().await?;
        if stakeholder::Entity::by_slug(&*tx, &organisation.slug).await.is_ok() {
            return Err(Error::refused("refusal-slug-taken"));
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
        let stakeholder = row.insert(&*tx).await?;
        Happened::to(Kind::StakeholderAdded, format!("stakeholder/{}", stakeholder.slug))
            .with("name", stakeholder.name.clone())
            .with("class", stakeholder.class.key())
            .append(&tx, Some(self), None, now)
            .await?;
        tx.commit().await?;
        Ok(stakeholder)
    }

    /// Gives a stakeholder a seat in a forum.
    pub async fn seat(
        &self,
        db: &Db,
        forum: &forum::Model,
        stakeholder: &stakeholder::Model,
        now: DateTime<Utc>,
    ) -> Result<()> {
        let tx = db.begin().await?;
        access::require_in(&*tx, Some(self), forum, Action::ManageForum, now).await?;
        if seat::forums_of(&*tx, stakeholder.id).await?.contains(&forum.id) {
            return Err(Error::refused("refusal-seat-given"));
        }
        let row = seat::ActiveModel {
            forum_id: Set(forum.id),
            stakeholder_id: Set(stakeholder.id),
            ..Default::default()
        };
        row.insert(&*tx).await?;
        Happened::to_forum(Kind::SeatGiven, forum)
            .part("seat", &stakeholder.slug)
            .append(&tx, Some(self), None, now)
            .await?;
        tx.commit().await
    }

    /// Gives an account a role in a forum.
    pub async fn give_role(
        &self,
        db: &Db,
        forum: &forum::Model,
        account: i64,
        role: Role,
        now: DateTime<Utc>,
    ) -> Result<()> {
        let tx = db.begin().await?;
        access::require_in(&*tx, Some(self), forum, Action::ManageForum, now).await?;
        let given = role::Entity::of(&*tx, account).await?;
        if given.iter().any(|given| given.forum_id == forum.id && given.role.0 == role) {
            return Err(Error::refused("refusal-role-given"));
        }
        let row = role::ActiveModel {
            forum_id: Set(forum.id),
            account_id: Set(account),
            role: Set(Stored(role)),
            granted_at: Set(now),
            ..Default::default()
        };
        row.insert(&*tx).await?;
        Happened::to_forum(Kind::RoleGiven, forum)
            .part("account", account)
            .with("role", role.key())
            .append(&tx, Some(self), None, now)
            .await?;
        tx.commit().await
    }

    /// Takes a role in a forum away from an account. Refuses a role that it does not have.
    pub async fn take_role(
        &self,
        db: &Db,
        forum: &forum::Model,
        account: i64,
        role: Role,
        now: DateTime<Utc>,
    ) -> Result<()> {
        let tx = db.begin().await?;
        access::require_in(&*tx, Some(self), forum, Action::ManageForum, now).await?;
        let given = role::Entity::of(&*tx, account).await?;
        let given = given.into_iter().find(|given| given.forum_id == forum.id && given.role.0 == role);
        given.or_missing("role")?.delete(&*tx).await?;
        Happened::to_forum(Kind::RoleTaken, forum)
            .part("account", account)
            .with("role", role.key())
            .append(&tx, Some(self), None, now)
            .await?;
        tx.commit().await
    }

    /// Takes the seat of a stakeholder in a forum away. Refuses one that has none.
    pub async fn unseat(
        &self,
        db: &Db,
        forum: &forum::Model,
        stakeholder: &stakeholder::Model,
        now: DateTime<Utc>,
    ) -> Result<()> {
        let tx = db.begin().await?;
        access::require_in(&*tx, Some(self), forum, Action::ManageForum, now).await?;
        let seat = seat::Entity::find()
            .filter(seat::Column::ForumId.eq(forum.id))
            .filter(seat::Column::StakeholderId.eq(stakeholder.id))
            .one(&*tx)
            .await?;
        seat.or_missing("seat")?.delete(&*tx).await?;
        Happened::to_forum(Kind::SeatTaken, forum)
            .part("seat", &stakeholder.slug)
            .append(&tx, Some(self), None, now)
            .await?;
        tx.commit().await
    }

    /// Changes what a forum says of itself, and whether it takes late comments.
    pub async fn change_forum(
        &self,
        db: &Db,
        forum: &forum::Model,
        charter: Charter,
        late_comments: bool,
        now: DateTime<Utc>,
    ) -> Result<()> {
        let tx = db.begin().await?;
        access::require_in(&*tx, Some(self), forum, Action::ManageForum, now).await?;
        let event = Happened::to_forum(Kind::ForumChanged, forum)
            .with("charter", domain::text::Digest::of(charter.as_str().as_bytes()).to_string())
            .with("late_comments", late_comments);
        let row = forum::ActiveModel {
            id: Set(forum.id),
            charter: Set(charter.into()),
            late_comments: Set(late_comments),
            ..Default::default()
        };
        row.update(&*tx).await?;
        event.append(&tx, Some(self), None, now).await?;
        tx.commit().await
    }

    /// Changes the rule of a forum. Refuses one that nothing could meet, and one that everything would.
    pub async fn change_rule(
        &self,
        db: &Db,
        forum: &forum::Model,
        rule: Rule,
        now: DateTime<Utc>,
    ) -> Result<()> {
        if rule.share.parts == 0 || rule.share.parts > rule.share.of {
            return Err(Error::refused("refusal-share"));
        }
        let tx = db.begin().await?;
        access::require_in(&*tx, Some(self), forum, Action::ManageForum, now).await?;
        let row = forum::ActiveModel { id: Set(forum.id), rule: Set(Stored(rule)), ..Default::default() };
        row.update(&*tx).await?;
        Happened::to_forum(Kind::RuleChanged, forum)
            .with("parts", rule.share.parts)
            .with("of", rule.share.of)
            .with("endorsements", rule.least_endorsements)
            .with("objections", rule.most_objections)
            .append(&tx, Some(self), None, now)
            .await?;
        tx.commit().await
    }

    /// Grants an account the right to speak for a stakeholder. Only an admin may, and the secretariat of a forum in which it has a seat.
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
            .append(&tx, Some(self), None, now)
            .await?;
        tx.commit().await?;
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
            .append(&tx, Some(self), None, now)
            .await?;
        tx.commit().await
    }

    /// Refuses those who may not say who speaks for a stakeholder.
    pub async fn may_grant(
        &self,
        db: &impl sea_orm::ConnectionTrait,
        stakeholder: &stakeholder::Model,
        now: DateTime<Utc>,
    ) -> Result<()> {
        if self.account.admin {
            return Ok(());
        }
        let own = self.voices.iter().any(|voice| voice.stakeholder.id == stakeholder.id);
        let forums = forum::Entity::among(db, seat::forums_of(db, stakeholder.id).await?).await?;
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
        require_admin(actor, Action::ManageForum)?;
    }
    let email = email.trim().to_lowercase();
    let parts = email.split_once('@');
    if !parts.is_some_and(|(user, host)| !user.is_empty() && !host.is_empty()) || email.len() > 254 {
        return Err(Error::refused("refusal-email"));
    }
    let tx = db.begin().await?;
    if account::Entity::by_email(&*tx, &email).await?.is_some() {
        return Err(Error::refused("refusal-email-taken"));
    }
    let row = account::ActiveModel {
        name: Set(name.to_string()),
        email: Set(email),
        admin: Set(admin),
        created_at: Set(now),
        ..Default::default()
    };
    let account = row.insert(&*tx).await?;
    Happened::to(Kind::AccountCreated, format!("account/{}", account.id))
        .with("admin", admin)
        .append(&tx, actor, None, now)
        .await?;
    tx.commit().await?;
    Ok(account)
}
