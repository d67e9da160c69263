//! One published, immutable, numbered text of a draft.

use std::sync::Arc;

use chrono::{DateTime, Utc};
use domain::{
    record::{Salt, Unsealed, payload::VersionPublished, sealed},
    text::{ClauseId, Digest, Manner, Text},
};
use sea_orm::{QueryOrder, entity::prelude::*};

use crate::db::recent::Weigh;
use crate::{Db, Stored, error::*, row::parsed};

pub use domain::record::payload::Covered;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "version")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    pub draft_id: i64,
    pub number: i32,
    pub source: String,
    pub digest: Stored<Digest>,
    /// The language it was read in, and the lines that an official joined or split.
    pub manner: Stored<Manner>,
    pub clauses: Stored<Vec<Covered>>,
    /// The clauses whose change the secretariat declared editorial.
    pub editorial: Stored<Vec<ClauseId>>,
    pub note: String,
    pub published_by: i64,
    pub published_at: DateTime<Utc>,
    /// What the note is sealed with in the record; erased with it.
    pub salt: Option<Stored<Salt>>,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Entity {
    /// This version of a draft.
    pub async fn numbered(db: &impl ConnectionTrait, draft: i64, number: i32) -> Result<Model> {
        let found = Self::find().filter(Column::DraftId.eq(draft)).filter(Column::Number.eq(number));
        found.one(db).await?.or_missing("version")
    }

    /// The same, kept since it was last asked for: a version that was published never changes.
    pub async fn kept(db: &Db, draft: i64, number: i32) -> Result<Arc<Model>> {
        let at_hand = db.versions().find(|version| version.draft_id == draft && version.number == number);
        match at_hand {
            Some(version) => Ok(version),
            None => Ok(db.versions().keep(Self::numbered(db.read(), draft, number).await?)),
        }
    }

    /// The versions of a draft that came after one, in order.
    pub async fn after(db: &impl ConnectionTrait, draft: i64, number: i32) -> Result<Vec<Model>> {
        let later = Self::find().filter(Column::DraftId.eq(draft)).filter(Column::Number.gt(number));
        Ok(later.order_by_asc(Column::Number).all(db).await?)
    }

    /// Every version of a draft, from the first on.
    pub async fn of(db: &impl ConnectionTrait, draft: i64) -> Result<Vec<Model>> {
        let all = Self::find().filter(Column::DraftId.eq(draft));
        Ok(all.order_by_asc(Column::Number).all(db).await?)
    }
}

impl Weigh for Model {
    fn weight(&self) -> usize {
        self.source.len() + size_of::<Covered>() * self.clauses.len()
    }
}

impl Model {
    /// Its text, parsed.
    pub fn text(&self) -> Arc<Text> {
        parsed::text(self.digest.0, &self.source, &self.manner.0)
    }

    /// The ids of its clauses, in their order.
    pub fn clause_ids(&self) -> Vec<ClauseId> {
        self.clauses.iter().map(|clause| clause.id).collect()
    }

    /// What the record says of it.
    pub(crate) fn published(&self) -> Result<VersionPublished> {
        let note = self.opening().ok_or_else(|| Error::Broken("a note without a salt".to_owned()))?;
        Ok(VersionPublished {
            digest: self.digest.0,
            manner: self.manner.0.clone(),
            clauses: self.clauses.0.clone(),
            editorial: self.editorial.0.clone(),
            note: sealed(note.salt, &note.field, &note.words),
        })
    }

    /// Its note, with what opens the seal of it.
    pub fn opening(&self) -> Option<Unsealed> {
        let salt = self.salt.as_ref()?.0;
        Some(Unsealed { field: "note".to_owned(), salt, words: self.note.clone() })
    }

    /// Where a clause stands in it.
    pub fn position_of(&self, clause: ClauseId) -> Option<usize> {
        self.clauses.iter().position(|covered| covered.id == clause)
    }
}
