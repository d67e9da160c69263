//! What came from another installation about a referral, byte for byte: the evidence for what is shown of it.

use chrono::{DateTime, Utc};
use sea_orm::{ActiveValue::Set, FromQueryResult, QuerySelect, entity::prelude::*, sea_query::OnConflict};

use crate::{error::*, row::listed::among};

/// The last bundle about one referral; each has all that was in those before it.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "bundle")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    pub referral_id: i64,
    pub peer_id: i64,
    /// SHA-256 of the bytes.
    pub digest: String,
    /// When the other installation made it.
    pub made_at: DateTime<Utc>,
    pub taken_at: DateTime<Utc>,
    /// In bytes.
    pub size: i64,
    pub content: Vec<u8>,
}

/// A bundle without its bytes.
#[derive(Clone, Debug, PartialEq, Eq, FromQueryResult)]
pub struct Kept {
    pub referral_id: i64,
    pub digest: String,
    pub made_at: DateTime<Utc>,
    pub taken_at: DateTime<Utc>,
    pub size: i64,
}

/// Its rows refer to no table that is joined from here.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Entity {
    /// Which bundles are kept about some referrals.
    pub async fn kept(
        db: &impl ConnectionTrait,
        referrals: impl IntoIterator<Item = i64>,
    ) -> Result<Vec<Kept>> {
        let columns = [Column::ReferralId, Column::Digest, Column::MadeAt, Column::TakenAt, Column::Size];
        let kept = Self::find().select_only().columns(columns);
        Ok(kept.filter(among(db, Column::ReferralId, referrals)).into_model().all(db).await?)
    }

    /// The bytes of the bundle about a referral; refuses with not found.
    pub async fn of(db: &impl ConnectionTrait, referral: i64) -> Result<Model> {
        Self::find().filter(Column::ReferralId.eq(referral)).one(db).await?.or_missing("bundle")
    }

    /// Keeps a bundle in place of the one before.
    pub(crate) async fn keep(db: &impl ConnectionTrait, row: ActiveModel) -> Result<()> {
        let fresh =
            [Column::PeerId, Column::Digest, Column::MadeAt, Column::TakenAt, Column::Size, Column::Content];
        let again = OnConflict::column(Column::ReferralId).update_columns(fresh).to_owned();
        Self::insert(row).on_conflict(again).exec_without_returning(db).await?;
        Ok(())
    }
}

impl ActiveModel {
    /// The row of a bundle.
    pub(crate) fn of(
        (referral, peer): (i64, i64),
        content: Vec<u8>,
        made: DateTime<Utc>,
        now: DateTime<Utc>,
    ) -> Self {
        Self {
            referral_id: Set(referral),
            peer_id: Set(peer),
            digest: Set(domain::text::Digest::of(&content).to_string()),
            made_at: Set(made),
            taken_at: Set(now),
            size: Set(i64::try_from(content.len()).unwrap_or(i64::MAX)),
            content: Set(content),
            ..Default::default()
        }
    }
}
