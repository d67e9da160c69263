//! What became of each clause between two versions, worked out once and kept.

use std::collections::BTreeMap;

use domain::{clause_map::ClauseMap, diff::Weight};
use sea_orm::{ActiveValue::Set, Condition, QuerySelect, entity::prelude::*};

use crate::{
    Stored, Tx,
    error::*,
    version::{self, VersionId},
};

/// The map between two versions, which may be of different drafts.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "clause_map")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    #[sea_orm(column_name = "older_id")]
    pub older: VersionId,
    #[sea_orm(column_name = "newer_id")]
    pub newer: VersionId,
    pub map: Stored<ClauseMap>,
    /// How many words changed.
    pub weight: Stored<Weight>,
}

/// Its rows refer to no table that is joined from here.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

/// The map from an older version to a newer one: the one that was kept, or else worked out now, which takes a while.
pub async fn between(
    db: &impl ConnectionTrait,
    older: &version::Model,
    newer: &version::Model,
) -> Result<ClauseMap> {
    let kept = Entity::find()
        .filter(Column::Older.eq(older.key()))
        .filter(Column::Newer.eq(newer.key()))
        .one(db)
        .await?;
    match kept {
        Some(kept) => Ok(kept.map.0),
        None => Ok(ClauseMap::between(&older.text(), &newer.text())),
    }
}

/// How many words changed from one version to another, by the newer one, for everything on a page at once.
pub async fn weights(
    db: &impl ConnectionTrait,
    pairs: impl IntoIterator<Item = (VersionId, VersionId)>,
) -> Result<BTreeMap<VersionId, Weight>> {
    let pair = |(older, newer): (VersionId, VersionId)| {
        Condition::all().add(Column::Older.eq(older)).add(Column::Newer.eq(newer))
    };
    let any = pairs.into_iter().fold(Condition::any(), |any, one| any.add(pair(one)));
    if any.is_empty() {
        return Ok(BTreeMap::new());
    }
    let columns = Entity::find().select_only().column(Column::Newer).column(Column::Weight);
    let rows: Vec<(VersionId, Stored<Weight>)> = columns.filter(any).into_tuple().all(db).await?;
    Ok(rows.into_iter().map(|(newer, weight)| (newer, weight.0)).collect())
}

/// Keeps the map of a pair of versions, with the words that changed.
pub(crate) async fn keep(
    tx: &Tx,
    older: &version::Model,
    newer: &version::Model,
    map: &ClauseMap,
    weight: Weight,
) -> Result<()> {
    let row = ActiveModel {
        older: Set(older.key()),
        newer: Set(newer.key()),
        map: Set(Stored(map.clone())),
        weight: Set(Stored(weight)),
        ..Default::default()
    };
    row.insert(&**tx).await?;
    Ok(())
}
