//! How far the record was read for what can be found.

use sea_orm::entity::prelude::*;

/// How far the record was read for one manner of keeping words.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "search_indexed")]
pub struct Model {
    /// The manner in which words are kept: one that is changed begins anew.
    #[sea_orm(primary_key, auto_increment = false)]
    pub name: String,
    /// The last event that was read.
    pub sequence: i64,
}

/// Its rows refer to no table that is joined from here.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
