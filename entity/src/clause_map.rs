//! What became of each clause between two versions, worked out once and kept.

use domain::clause_map::ClauseMap;
use sea_orm::{ActiveValue::Set, entity::prelude::*};

use crate::{Stored, Tx, error::*, version};

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "clause_map")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    pub draft_id: i64,
    pub older: i32,
    pub newer: i32,
    pub map: Stored<ClauseMap>,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

/// The map from an older version of a draft to a newer one.
pub async fn between(
    db: &impl ConnectionTrait,
    older: &version::Model,
    newer: &version::Model,
) -> Result<ClauseMap> {
    let kept = Entity::find()
        .filter(Column::DraftId.eq(newer.draft_id))
        .filter(Column::Older.eq(older.number))
        .filter(Column::Newer.eq(newer.number))
        .one(db)
        .await?;
    match kept {
        Some(kept) => Ok(kept.map.0),
        None => Ok(ClauseMap::between(&older.text(), &newer.text())),
    }
}

/// Keeps the map of a pair of versions.
pub(crate) async fn keep(
    tx: &Tx,
    older: &version::Model,
    newer: &version::Model,
    map: &ClauseMap,
) -> Result<()> {
    let row = ActiveModel {
        draft_id: Set(newer.draft_id),
        older: Set(older.number),
        newer: Set(newer.number),
        map: Set(Stored(map.clone())),
        ..Default::default()
    };
    row.insert(&**tx).await?;
    Ok(())
}
