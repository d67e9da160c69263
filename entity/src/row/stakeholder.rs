//! An organisation with a voice.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use domain::class::Class;
use sea_orm::{QueryOrder, entity::prelude::*};

use crate::{Stored, error::*, row::listed::among};

/// One organisation.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "stakeholder")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    /// Its name in addresses.
    pub slug: String,
    pub name: String,
    pub class: Stored<Class>,
    /// Its country or region.
    pub place: String,
    /// A sentence or two that say who it is.
    pub about: String,
    pub created_at: DateTime<Utc>,
}

/// Its rows refer to no table that is joined from here.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Entity {
    /// The stakeholder with this slug; refuses with not found.
    pub async fn by_slug(db: &impl ConnectionTrait, slug: &str) -> Result<Model> {
        Self::find().filter(Column::Slug.eq(slug)).one(db).await?.or_missing("stakeholder")
    }

    /// The stakeholder with this id; refuses with not found.
    pub async fn by_id(db: &impl ConnectionTrait, id: i64) -> Result<Model> {
        Self::find_by_id(id).one(db).await?.or_missing("stakeholder")
    }

    /// Every stakeholder, by name.
    pub async fn all(db: &impl ConnectionTrait) -> Result<Vec<Model>> {
        Ok(Self::find().order_by_asc(Column::Name).all(db).await?)
    }

    /// Stakeholders by id, for everything on a page at once.
    pub async fn among(
        db: &impl ConnectionTrait,
        ids: impl IntoIterator<Item = i64>,
    ) -> Result<BTreeMap<i64, Model>> {
        let ids: Vec<_> = ids.into_iter().collect();
        if ids.is_empty() {
            return Ok(BTreeMap::new());
        }
        let rows = Self::find().filter(among(db, Column::Id, ids)).all(db).await?;
        Ok(rows.into_iter().map(|row| (row.id, row)).collect())
    }
}
