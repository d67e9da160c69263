//! Another installation whose key is known here.

use chrono::{DateTime, Utc};
use sea_orm::{ActiveValue::Set, QueryOrder, entity::prelude::*};
use serde::{Deserialize, Serialize};

use crate::{Stored, error::*};

/// One installation.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "peer")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    /// The host of its address, by which its forums and drafts are named here: `dovetail@comity.example`.
    pub host: String,
    /// The address people use there, without a slash at its end.
    pub address: String,
    pub name: String,
    /// Of the key that signs there.
    pub fingerprint: String,
    /// Whether bundles are carried to it by people, and not by this program.
    pub by_hand: bool,
    pub state: Stored<Known>,
    pub added_by: i64,
    pub added_at: DateTime<Utc>,
    /// Who confirmed or blocked it; what comes from it is taken in under the rights of this account.
    pub decided_by: Option<i64>,
    pub decided_at: Option<DateTime<Utc>>,
    /// When a bundle last went there or came from there.
    pub last_contact: Option<DateTime<Utc>>,
    /// Why the last bundle did not arrive; none when it did.
    pub trouble: Option<String>,
}

/// How an installation is known here.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Known {
    /// Somebody entered it, and nobody has compared its key yet.
    Waiting,
    /// A person compared its key.
    Confirmed,
    /// Nothing goes to it or comes from it.
    Blocked,
}

impl Known {
    /// The stable name, in message ids.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Confirmed => "confirmed",
            Self::Blocked => "blocked",
        }
    }
}

/// Its rows refer to no table that is joined from here.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Entity {
    /// Every one, by name.
    pub async fn all(db: &impl ConnectionTrait) -> Result<Vec<Model>> {
        Ok(Self::find().order_by_asc(Column::Name).order_by_asc(Column::Id).all(db).await?)
    }

    /// The one with this id; refuses with not found.
    pub async fn by_id(db: &impl ConnectionTrait, id: i64) -> Result<Model> {
        Self::find_by_id(id).one(db).await?.or_missing("peer")
    }

    /// The one at this host; none where it is not known.
    pub async fn at_host(db: &impl ConnectionTrait, host: &str) -> Result<Option<Model>> {
        Ok(Self::find().filter(Column::Host.eq(host)).one(db).await?)
    }

    /// Says how the last attempt to reach it went.
    pub async fn heard(
        db: &impl ConnectionTrait,
        id: i64,
        contact: Option<DateTime<Utc>>,
        trouble: Option<String>,
    ) -> Result<()> {
        let mut row = ActiveModel { trouble: Set(trouble), ..Default::default() };
        if contact.is_some() {
            row.last_contact = Set(contact);
        }
        Self::update_many().set(row).filter(Column::Id.eq(id)).exec(db).await?;
        Ok(())
    }
}

impl Model {
    /// Whether bundles go to it and come from it.
    pub fn is_confirmed(&self) -> bool {
        self.state.0 == Known::Confirmed
    }
}
