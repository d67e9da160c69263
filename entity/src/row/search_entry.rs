//! A text that can be found by its words.

use sea_orm::{Condition, QuerySelect, QueryTrait, entity::prelude::*};
use serde::{Deserialize, Serialize};

use crate::{Stored, Tx, error::*, search_word};

/// One text that can be found.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "search_entry")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: i64,
    pub kind: Stored<Kind>,
    /// The id of the draft, comment, stakeholder or thread; of a clause the first of its lines.
    pub subject: i64,
    /// None for what belongs to no draft.
    pub draft_id: Option<i64>,
    /// Of a comment or thread, the thread.
    pub thread_id: Option<i64>,
    /// Of a clause, the number of its version.
    pub version: Option<i32>,
    /// How many words it has.
    pub length: i32,
}

/// What can be found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    Draft,
    /// Of the newest version.
    Clause,
    Comment,
    /// The words it is about, and the reasons of what was answered; for the lists of threads.
    Thread,
    Stakeholder,
}

/// Its rows refer to no table that is joined from here.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Entity {
    /// Takes away what a text is found by, in the transaction that takes its words away.
    pub(crate) async fn forget(tx: &Tx, kind: Kind, subject: i64) -> Result<()> {
        let of_it = || Condition::all().add(Column::Kind.eq(Stored(kind))).add(Column::Subject.eq(subject));
        let entries = Self::find().select_only().column(Column::Id).filter(of_it()).into_query();
        let words = search_word::Entity::delete_many();
        words.filter(search_word::Column::EntryId.in_subquery(entries)).exec(&**tx).await?;
        Self::delete_many().filter(of_it()).exec(&**tx).await?;
        Ok(())
    }
}
