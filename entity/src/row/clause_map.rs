//! What became of each clause between two versions, worked out once and kept.

use std::collections::BTreeMap;

use domain::{clause_map::ClauseMap, diff::Weight};
use sea_orm::{ActiveValue::Set, Condition, QuerySelect, entity::prelude::*};

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
    /// How many words changed.
    pub weight: Stored<Weight>,
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

/// How many words changed from one version to another, by draft, for everything on a page at once: `(draft, older, newer)`.
pub async fn weights(
    db: &impl ConnectionTrait,
    pairs: impl IntoIterator<Item = (i64, i32, i32)>,
) -> Result<BTreeMap<i64, Weight>> {
    let pair = |(draft, older, newer)| {
        Condition::all()
            .add(Column::DraftId.eq(draft))
            .add(Column::Older.eq::<i32>(older))
            .add(Column::Newer.eq::<i32>(newer))
    };
    let mut any = Condition::any();
    for one in pairs {
        any = any.add(pair(one));
    }
    if any.is_empty() {
        return Ok(BTreeMap::new());
    }
    let columns = Entity::find().select_only().column(Column::DraftId).column(Column::Weight);
    let rows: Vec<(i64, Stored<Weight>)> = columns.filter(any).into_tuple().all(db).await?;
    Ok(rows.into_iter().map(|(draft, weight)| (draft, weight.0)).collect())
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
        draft_id: Set(newer.draft_id),
        older: Set(older.number),
        newer: Set(newer.number),
        map: Set(Stored(map.clone())),
        weight: Set(Stored(weight)),
        ..Default::default()
    };
    row.insert(&**tx).await?;
    Ok(())
}
