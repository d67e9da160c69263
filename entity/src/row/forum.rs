//! A body that hosts drafts: a minilateral, a multilateral body, or a working group of either.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use domain::{
    ForumKind, Joining, class::StakeholderId, referral::Refers, tally::Rule, visibility::Visibility,
};
use sea_orm::{QueryOrder, entity::prelude::*};

use crate::{Stored, error::*, row::listed::among, seat, stakeholder};

/// One forum.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "forum")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    /// Its name in addresses.
    pub slug: String,
    pub name: String,
    pub kind: Stored<ForumKind>,
    /// The forum it is a working group of.
    pub parent_id: Option<i64>,
    /// What the references of its drafts begin with: `DN` in `DN-2026-001`.
    pub prefix: String,
    /// Markdown.
    pub charter: String,
    /// IANA time zone in which its deadlines are set.
    pub zone: String,
    pub rule: Stored<Rule>,
    /// Whether comments are taken after a round has closed.
    pub late_comments: bool,
    pub visibility: Stored<Visibility>,
    pub created_at: DateTime<Utc>,
    /// How people come to speak in it.
    pub joining: Stored<Joining>,
    /// Which of its texts it refers to others.
    pub refers: Stored<Refers>,
    /// How many days it needs at least to answer a referral.
    pub answer_days: i32,
}

/// Its rows refer to no table that is joined from here.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Entity {
    /// The forum with this slug; refuses with not found.
    pub async fn by_slug(db: &impl ConnectionTrait, slug: &str) -> Result<Model> {
        Self::find().filter(Column::Slug.eq(slug)).one(db).await?.or_missing("forum")
    }

    /// The forum with this id; refuses with not found.
    pub async fn by_id(db: &impl ConnectionTrait, id: i64) -> Result<Model> {
        Self::find_by_id(id).one(db).await?.or_missing("forum")
    }

    /// Every forum, by name.
    pub async fn all(db: &impl ConnectionTrait) -> Result<Vec<Model>> {
        Ok(Self::find().order_by_asc(Column::Name).all(db).await?)
    }

    /// Forums by id, for everything on a page at once.
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

impl Model {
    /// Its run of the record.
    pub fn run(&self) -> String {
        format!("forum/{}", self.slug)
    }

    /// Whether it is a forum of another installation, of which only the name and copies of its texts are here.
    pub fn is_elsewhere(&self) -> bool {
        domain::bundle::split(&self.slug).is_some()
    }

    /// The forum it is a working group of.
    pub async fn parent(&self, db: &impl ConnectionTrait) -> Result<Option<Model>> {
        match self.parent_id {
            Some(id) => Ok(Entity::find_by_id(id).one(db).await?),
            None => Ok(None),
        }
    }

    /// The working groups of this forum, by name.
    pub async fn working_groups(&self, db: &impl ConnectionTrait) -> Result<Vec<Model>> {
        let groups = Entity::find().filter(Column::ParentId.eq(self.id));
        Ok(groups.order_by_asc(Column::Name).all(db).await?)
    }

    /// The forums whose roles count here: itself and the one it is a working group of.
    pub fn lineage(&self) -> Vec<i64> {
        std::iter::once(self.id).chain(self.parent_id).collect()
    }

    /// The stakeholders with a seat, by name; a working group without seats of its own has those of its parent.
    pub async fn seats(&self, db: &impl ConnectionTrait) -> Result<Vec<stakeholder::Model>> {
        let own = seat::of(db, self.id).await?;
        match self.parent_id {
            Some(parent) if own.is_empty() => seat::of(db, parent).await,
            _ => Ok(own),
        }
    }

    /// The ids of the seats, for the tally.
    pub async fn seat_ids(&self, db: &impl ConnectionTrait) -> Result<Vec<StakeholderId>> {
        Ok(self.seats(db).await?.iter().map(|seat| StakeholderId(seat.id)).collect())
    }
}
