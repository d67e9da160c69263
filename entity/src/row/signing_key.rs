//! The keys that sign the record, one after the other.

use chrono::{DateTime, Utc};
use sea_orm::{QueryOrder, entity::prelude::*};

use crate::error::*;

/// One key.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "signing_key")]
pub struct Model {
    /// Counted from 1; the last signs.
    #[sea_orm(primary_key, auto_increment = false)]
    pub number: i64,
    /// As a C2SP verifier key.
    pub public: String,
    /// The private key, encrypted; none when it is kept in a file.
    pub sealed: Option<String>,
    /// The note by which the key before handed over to this one; none for the first, and for one that took its place without it.
    pub handover: Option<String>,
    pub made_at: DateTime<Utc>,
}

/// Its rows refer to no table that is joined from here.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Entity {
    /// All keys, the first first.
    pub async fn all(db: &impl ConnectionTrait) -> Result<Vec<Model>> {
        Ok(Self::find().order_by_asc(Column::Number).all(db).await?)
    }

    /// The key that signs now; none before there is any.
    pub async fn last(db: &impl ConnectionTrait) -> Result<Option<Model>> {
        Ok(Self::find().order_by_desc(Column::Number).one(db).await?)
    }
}
