//! Whom a provider knows an account as. The record speaks of accounts, not of how they sign in, so that this appends no event.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use sea_orm::{ActiveValue::Set, QueryOrder, QuerySelect, entity::prelude::*};

use crate::{Db, Reader, account, error::*, mandate, session};

/// Somebody at a provider, who is an account here. A provider's issuer and subject name one person for ever.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "identity")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    pub account_id: i64,
    /// What the configuration calls the provider.
    pub provider: String,
    /// Who vouches: the issuer of OpenID Connect, or the address that says who somebody is.
    pub issuer: String,
    /// What the issuer knows them by.
    pub subject: String,
    /// How they are called there, for themselves to know it again.
    pub called: String,
    /// The stakeholder that the provider says they belong to. It grants nothing: who may, sees it proposed.
    pub stakeholder_id: Option<i64>,
    pub connected_at: DateTime<Utc>,
    pub used_at: DateTime<Utc>,
}

/// Its rows refer to no table that is joined from here.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

/// What a provider says of somebody, as it is kept.
#[derive(Clone, Debug)]
pub struct Vouched {
    pub provider: String,
    pub issuer: String,
    pub subject: String,
    pub called: String,
    pub stakeholder: Option<i64>,
}

impl Entity {
    /// The person that an issuer knows by this subject; none when they are connected with no account.
    pub async fn known(db: &impl ConnectionTrait, issuer: &str, subject: &str) -> Result<Option<Model>> {
        let of = Self::find().filter(Column::Issuer.eq(issuer)).filter(Column::Subject.eq(subject));
        Ok(of.one(db).await?)
    }

    /// By which providers an account may sign in, the first connected first.
    pub async fn of(db: &impl ConnectionTrait, account: i64) -> Result<Vec<Model>> {
        Ok(Self::find().filter(Column::AccountId.eq(account)).order_by_asc(Column::Id).all(db).await?)
    }

    /// Those whom a provider says to belong to a stakeholder and who do not speak for it now, with their accounts; at most fifty.
    pub async fn proposed_for(
        db: &impl ConnectionTrait,
        stakeholder: i64,
        now: DateTime<Utc>,
    ) -> Result<Vec<(Model, account::Model)>> {
        let found = Self::find().filter(Column::StakeholderId.eq(stakeholder)).order_by_desc(Column::Id);
        let found = found.limit(50).all(db).await?;
        let held = mandate::Entity::for_stakeholder(db, stakeholder).await?;
        let accounts = account::Entity::among(db, found.iter().map(|one| one.account_id)).await?;
        let mut accounts: BTreeMap<_, _> = accounts.into_iter().map(|one| (one.id, one)).collect();
        let proposed = found.into_iter().filter_map(|one| {
            let speaks = held.iter().any(|held| held.account_id == one.account_id && !held.is_over(now));
            let account = accounts.remove(&one.account_id)?;
            (!speaks && account.disabled_at.is_none()).then_some((one, account))
        });
        Ok(proposed.collect())
    }
}

/// Connects somebody at a provider with the account of a reader, who has signed in to both. Refuses one that another account is connected
/// with.
pub async fn connect(db: &Db, reader: &Reader, vouched: Vouched, now: DateTime<Utc>) -> Result<Model> {
    let tx = db.begin().await?;
    let now = tx.confirm(reader, now).await?;
    tx.shows_nothing();
    let row = insert(&*tx, reader.account.id, vouched, now).await?;
    tx.commit().await?;
    Ok(row)
}

/// Keeps whom an account is at a provider. Connecting the same again changes nothing but what is proposed.
pub(crate) async fn insert(
    tx: &impl ConnectionTrait,
    account: i64,
    vouched: Vouched,
    now: DateTime<Utc>,
) -> Result<Model> {
    match Entity::known(tx, &vouched.issuer, &vouched.subject).await? {
        Some(known) if known.account_id != account => Err(Error::refused("refusal-identity-taken")),
        Some(known) => known.refresh(tx, vouched, now).await,
        None => {
            let row = ActiveModel {
                account_id: Set(account),
                provider: Set(vouched.provider),
                issuer: Set(vouched.issuer),
                subject: Set(vouched.subject),
                called: Set(vouched.called),
                stakeholder_id: Set(vouched.stakeholder),
                connected_at: Set(now),
                used_at: Set(now),
                ..Default::default()
            };
            Ok(row.insert(tx).await?)
        }
    }
}

/// Takes a provider away from a reader, with the sessions that were begun by it, but the one that asks. Does nothing to those of others.
pub async fn disconnect(db: &Db, reader: &Reader, id: i64, now: DateTime<Utc>) -> Result<()> {
    let tx = db.begin().await?;
    tx.shows_nothing();
    tx.confirm(reader, now).await?;
    let own = Entity::find_by_id(id).filter(Column::AccountId.eq(reader.account.id)).one(&*tx).await?;
    let own = own.or_missing("identity")?;
    session::Entity::end_of_identity(&*tx, own.id, None, reader.session.as_deref()).await?;
    own.delete(&*tx).await?;
    tx.commit().await
}

impl Model {
    /// Writes down that it was used, and what the provider says now.
    pub async fn refresh(
        self,
        db: &impl ConnectionTrait,
        vouched: Vouched,
        now: DateTime<Utc>,
    ) -> Result<Self> {
        let row = ActiveModel {
            id: Set(self.id),
            provider: Set(vouched.provider),
            called: Set(vouched.called),
            stakeholder_id: Set(vouched.stakeholder),
            used_at: Set(now),
            ..Default::default()
        };
        Ok(row.update(db).await?)
    }
}
