//! A person who can sign in.

use chrono::{DateTime, Utc};
use domain::{
    record::{Salt, Unsealed, sealed},
    text::Digest,
};
use sea_orm::{ActiveValue::Set, QueryOrder, QuerySelect, entity::prelude::*};

use crate::{Db, Stored, error::*, focal_point, forum, mandate, role, row::listed::among};

/// The name of whoever has erased their own. Pages say it in the language of their reader.
pub use domain::record::WITHDRAWN;

/// One account. No two have the same e-mail address.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "account")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    pub name: String,
    /// Where sign-in links are sent; in small letters.
    pub email: String,
    /// Whether the person administers the site.
    pub admin: bool,
    /// Their time zone, by its IANA name; none when they have not chosen.
    pub zone: Option<String>,
    /// The tag of the language they read in; none when they have not chosen.
    pub locale: Option<String>,
    pub created_at: DateTime<Utc>,
    /// When it was closed; none for one that can be used.
    pub disabled_at: Option<DateTime<Utc>>,
    /// What the name is sealed with in the record; erased with it.
    pub salt: Option<Stored<Salt>>,
}

/// Its rows refer to no table that is joined from here.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl Related<role::Entity> for Entity {
    fn to() -> RelationDef {
        role::Relation::Account.def().rev()
    }
}

impl Related<mandate::Entity> for Entity {
    fn to() -> RelationDef {
        mandate::Relation::Account.def().rev()
    }
}

impl Related<focal_point::Entity> for Entity {
    fn to() -> RelationDef {
        focal_point::Relation::Account.def().rev()
    }
}

impl ActiveModelBehavior for ActiveModel {}

impl Entity {
    /// The account with this e-mail address, compared without case.
    pub async fn by_email(db: &impl ConnectionTrait, email: &str) -> Result<Option<Model>> {
        Ok(Self::find().filter(Column::Email.eq(email.trim().to_lowercase())).one(db).await?)
    }

    /// The newest accounts: from `skip` on, at most `limit`.
    pub async fn newest(db: &impl ConnectionTrait, skip: u64, limit: u64) -> Result<Vec<Model>> {
        Ok(Self::find().order_by_desc(Column::Id).offset(skip).limit(limit).all(db).await?)
    }

    /// How many accounts there are.
    pub async fn total(db: &impl ConnectionTrait) -> Result<u64> {
        Ok(Self::find().count(db).await?)
    }

    /// Accounts by id, for everything in an archive at once.
    pub async fn among(db: &impl ConnectionTrait, ids: impl IntoIterator<Item = i64>) -> Result<Vec<Model>> {
        Ok(Self::find().filter(among(db, Column::Id, ids)).all(db).await?)
    }

    /// Names by account id, for everything on a page at once.
    pub async fn names(
        db: &impl ConnectionTrait,
        ids: impl IntoIterator<Item = i64>,
    ) -> Result<std::collections::BTreeMap<i64, String>> {
        let rows = Self::find().filter(among(db, Column::Id, ids)).all(db).await?;
        Ok(rows.into_iter().map(|row| (row.id, row.name)).collect())
    }
}

/// Whether an account is of the secretariat of this forum, or of the one that this is a working group of, or administers the site. Refuses
/// an account that is not there.
pub(crate) async fn runs(db: &impl ConnectionTrait, account: i64, forum: &forum::Model) -> Result<bool> {
    let roles = role::Entity::of(db, account).await?;
    let account = Entity::find_by_id(account).one(db).await?.or_missing("account")?;
    Ok(role::runs(&account, &roles, forum))
}

impl Model {
    /// What stands for its name in the record.
    pub(crate) fn sealed_name(&self) -> Option<Digest> {
        Some(sealed(self.salt.as_ref()?.0, "name", &self.name))
    }

    /// Its name, with what opens the seal of it.
    pub fn opening(&self) -> Option<Unsealed> {
        let salt = self.salt.as_ref()?.0;
        Some(Unsealed { field: "name".to_owned(), salt, words: self.name.clone() })
    }

    /// Keeps the zone and the language this person reads in.
    pub async fn prefer(&self, db: &Db, zone: Option<String>, locale: Option<String>) -> Result<()> {
        let tx = db.begin().await?;
        tx.shows_nothing();
        let row =
            ActiveModel { id: Set(self.id), zone: Set(zone), locale: Set(locale), ..Default::default() };
        row.update(&*tx).await?;
        tx.commit().await
    }
}
