//! One published, immutable, numbered text of a draft.

use std::{collections::BTreeMap, sync::Arc};

use chrono::{DateTime, Utc};
use domain::{
    record::{Salt, Unsealed, payload::VersionPublished, sealed},
    text::{ClauseId, Digest, Manner, Text},
};
use sea_orm::{QueryOrder, entity::prelude::*};
use serde::Serialize;

use crate::{
    Db, Stored,
    db::recent::Weigh,
    error::*,
    row::{listed::among, parsed},
};

pub use domain::record::payload::Covered;

/// Which version of which draft: the draft in the upper half and the number in the lower, so that nobody has to ask the database for either.
/// Of one draft a later version has a greater id.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, DeriveValueType)]
pub struct VersionId(pub i64);

impl VersionId {
    /// The version with this number, counted from 1.
    pub fn new(draft: i64, number: i32) -> Self {
        Self((draft << 32) | i64::from(number))
    }

    /// What people cite it by, counted within its draft.
    pub fn number(self) -> i32 {
        (self.0 & i64::from(u32::MAX)) as i32
    }

    /// The id of its draft.
    pub fn draft(self) -> i64 {
        self.0 >> 32
    }
}

impl std::fmt::Display for VersionId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(f)
    }
}

/// One version.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "version")]
pub struct Model {
    /// As [`VersionId`] has it.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: i64,
    pub draft_id: i64,
    /// Counted from 1 within the draft.
    pub number: i32,
    /// Markdown, exactly as it was published.
    pub source: String,
    /// SHA-256 of the source.
    pub digest: Stored<Digest>,
    /// The language it was read in, and the lines that an official joined or split.
    pub manner: Stored<Manner>,
    /// Each clause with its id and digest, in the order of the text.
    pub clauses: Stored<Vec<Covered>>,
    /// The clauses whose change the secretariat declared editorial.
    pub editorial: Stored<Vec<ClauseId>>,
    /// What was said when it was published; may be empty.
    pub note: String,
    pub published_by: i64,
    pub published_at: DateTime<Utc>,
    /// What the note is sealed with in the record; erased with it.
    pub salt: Option<Stored<Salt>>,
}

/// Its rows refer to no table that is joined from here.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Entity {
    /// The version with this id; refuses with not found.
    pub async fn by_key(db: &impl ConnectionTrait, key: VersionId) -> Result<Model> {
        Self::find_by_id(key.0).one(db).await?.or_missing("version")
    }

    /// The version of a draft with this number; refuses with not found.
    pub async fn numbered(db: &impl ConnectionTrait, draft: i64, number: i32) -> Result<Model> {
        Self::by_key(db, VersionId::new(draft, number)).await
    }

    /// The version of a draft with this number, kept since it was last asked for: a version that was published never changes. Refuses with
    /// not found.
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

    /// Versions by their ids, for everything on a page at once.
    pub async fn among(
        db: &impl ConnectionTrait,
        ids: impl IntoIterator<Item = VersionId>,
    ) -> Result<BTreeMap<VersionId, Model>> {
        let ids: Vec<_> = ids.into_iter().map(|id| id.0).collect();
        if ids.is_empty() {
            return Ok(BTreeMap::new());
        }
        let rows = Self::find().filter(among(db, Column::Id, ids)).all(db).await?;
        Ok(rows.into_iter().map(|row| (row.key(), row)).collect())
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
    /// The id by which other rows refer to it.
    pub fn key(&self) -> VersionId {
        VersionId(self.id)
    }

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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_id_of_a_version_tells_its_draft_and_its_number() {
        let id = VersionId::new(7, 12);
        assert_eq!((id.draft(), id.number()), (7, 12));
        assert!(VersionId::new(7, 11) < id && id < VersionId::new(8, 1));
    }
}
