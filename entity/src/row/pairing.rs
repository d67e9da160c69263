//! What became of a clause in another draft, as a person said.

use chrono::{DateTime, Utc};
use domain::text::ClauseId;
use sea_orm::{Condition, QueryOrder, entity::prelude::*};

use crate::{Stored, error::*};

/// One correction. A later row about the same clause and the same draft takes its place.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "pairing")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    pub draft_id: i64,
    pub other_id: i64,
    /// A clause of the draft.
    pub clause: Stored<ClauseId>,
    /// The clauses of the other it became; none for one that was dropped.
    pub became: Stored<Vec<ClauseId>>,
    pub reason: Option<String>,
    pub account_id: i64,
    pub corrected_at: DateTime<Utc>,
}

/// Its rows refer to no table that is joined from here.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Entity {
    /// What was said of two drafts, whichever came first, in order.
    pub async fn between(db: &impl ConnectionTrait, one: i64, other: i64) -> Result<Vec<Model>> {
        let pair = |draft: i64, other: i64| {
            Condition::all().add(Column::DraftId.eq(draft)).add(Column::OtherId.eq(other))
        };
        let both = Condition::any().add(pair(one, other)).add(pair(other, one));
        Ok(Self::find().filter(both).order_by_asc(Column::Id).all(db).await?)
    }
}
