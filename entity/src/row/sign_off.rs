//! A stakeholder's position on one exact version, by a mandated delegate.

use chrono::{DateTime, Utc};
use domain::{
    position::{Position, PositionKind},
    record::{Salt, Unsealed, canonical},
    text::Digest,
};
use sea_orm::{QueryOrder, entity::prelude::*};

use crate::{
    Stored,
    error::*,
    row::version::{Covered, VersionId},
};

/// One position on one version. A later row of the stakeholder replaces an earlier one.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "sign_off")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    pub draft_id: i64,
    #[sea_orm(column_name = "version_id")]
    pub version: VersionId,
    pub stakeholder_id: i64,
    /// The account that signed or recorded it.
    pub account_id: i64,
    /// The mandate under which it signed; none where the secretariat recorded it.
    pub mandate_id: Option<i64>,
    pub position: Stored<Position>,
    /// Which position it is, for lists.
    pub kind: Stored<PositionKind>,
    /// SHA-256 of the source that was signed.
    pub digest: Stored<Digest>,
    /// The clauses of the version as they were signed.
    pub clauses: Stored<Vec<Covered>>,
    /// The proof on which the secretariat recorded it on behalf of the stakeholder; none when a delegate signed.
    pub evidence: Option<String>,
    /// The token of the form it came by, so that the form sent twice signs once.
    pub once: Option<String>,
    pub signed_at: DateTime<Utc>,
    /// What its words are sealed with in the record; erased with them.
    pub salt: Option<Stored<Salt>>,
}

/// Its rows refer to no table that is joined from here.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Entity {
    /// Every sign-off on a draft in order; the last of a stakeholder is the one that stands.
    pub async fn of(db: &impl ConnectionTrait, draft: i64) -> Result<Vec<Model>> {
        let all = Self::find().filter(Column::DraftId.eq(draft));
        Ok(all.order_by_asc(Column::Id).all(db).await?)
    }
}

/// A position as it is sealed.
pub(crate) fn written(position: &Position) -> Result<String> {
    let broken = |error: String| Error::Broken(error);
    let value = serde_json::to_value(position).map_err(|error| broken(error.to_string()))?;
    canonical(&value).map_err(|error| broken(error.to_string()))
}

impl Model {
    /// Its words, with what opens their seals.
    pub fn openings(&self) -> Result<Vec<Unsealed>> {
        let Some(Stored(salt)) = self.salt else { return Ok(Vec::new()) };
        let position = written(&self.position)?;
        let position = Unsealed { field: "position".to_owned(), salt, words: position };
        let evidence = self.evidence.iter().cloned();
        let evidence = evidence.map(|words| Unsealed { field: "evidence".to_owned(), salt, words });
        Ok(std::iter::once(position).chain(evidence).collect())
    }
}
