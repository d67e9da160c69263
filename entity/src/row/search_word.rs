//! A word of a text that can be found.

use domain::search::Asked;
use sea_orm::{QuerySelect, QueryTrait, entity::prelude::*, sea_query::SelectStatement};

/// One word of one text.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "search_word")]
pub struct Model {
    /// As `domain::search` keeps it.
    #[sea_orm(primary_key, auto_increment = false)]
    pub word: String,
    #[sea_orm(primary_key, auto_increment = false)]
    pub entry_id: i64,
    /// How often it stands there.
    pub times: i32,
}

/// Its rows refer to no table that is joined from here.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Entity {
    /// The entries in which a word stands, in one of its few forms.
    pub(crate) fn with(asked: &Asked) -> SelectStatement {
        let there = Self::find().select_only().column(Column::EntryId);
        there.filter(Column::Word.is_in(asked.forms.iter().map(String::as_str))).into_query()
    }
}
