//! The append-only record: one row an event, chained by hashes.

use chrono::{DateTime, Utc};
use domain::record::{Credit, Kind};
use sea_orm::{QueryOrder, QuerySelect, entity::prelude::*};

use crate::error::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "event")]
pub struct Model {
    /// From 1, without a gap.
    #[sea_orm(primary_key, auto_increment = false)]
    pub sequence: i64,
    pub at: DateTime<Utc>,
    pub actor: Option<i64>,
    pub mandate: Option<i64>,
    pub kind: String,
    pub forum_id: Option<i64>,
    pub draft_id: Option<i64>,
    pub subject: String,
    /// Canonical JSON.
    pub payload: String,
    /// The hash of the event before, in hex.
    pub previous: String,
    pub hash: String,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Entity {
    /// The newest event; none in an empty record.
    pub async fn last(db: &impl ConnectionTrait) -> Result<Option<Model>> {
        Ok(Self::find().order_by_desc(Column::Sequence).one(db).await?)
    }

    /// The events of a draft, newest first, from before a sequence on; at most `limit`.
    pub async fn of_draft(
        db: &impl ConnectionTrait,
        draft: i64,
        before: Option<i64>,
        limit: u64,
    ) -> Result<Vec<Model>> {
        let mut events = Self::find().filter(Column::DraftId.eq(draft));
        if let Some(before) = before {
            events = events.filter(Column::Sequence.lt(before));
        }
        Ok(events.order_by_desc(Column::Sequence).limit(limit).all(db).await?)
    }

    /// The hashes of the whole record in order.
    pub async fn hashes(db: &impl ConnectionTrait) -> Result<Vec<String>> {
        let hashes = Self::find().select_only().column(Column::Hash).order_by_asc(Column::Sequence);
        Ok(hashes.into_tuple().all(db).await?)
    }

    /// Whose words the versions of a draft took over, in the order of the record.
    pub async fn credits(db: &impl ConnectionTrait, draft: i64) -> Result<Vec<Credit>> {
        let events = Self::find().filter(Column::DraftId.eq(draft));
        let events = events.filter(Column::Kind.eq(Kind::SuggestionApplied.key()));
        let rows = events.order_by_asc(Column::Sequence).all(db).await?;
        let events = rows.iter().map(Model::event).collect::<Result<Vec<_>>>()?;
        Ok(events.iter().filter_map(|event| Credit::of(&event.entry)).collect())
    }

    /// The events of a draft, in order.
    pub async fn about_draft(db: &impl ConnectionTrait, draft: i64) -> Result<Vec<Model>> {
        let events = Self::find().filter(Column::DraftId.eq(draft));
        Ok(events.order_by_asc(Column::Sequence).all(db).await?)
    }

    /// The whole record in order.
    pub async fn all(db: &impl ConnectionTrait) -> Result<Vec<Model>> {
        Ok(Self::find().order_by_asc(Column::Sequence).all(db).await?)
    }
}
