//! Threads in which a word was said.

use domain::search::Asked;
use sea_orm::{
    Condition, QuerySelect, QueryTrait, Select,
    entity::prelude::*,
    sea_query::{ExprTrait, Func, SelectStatement},
};

use crate::{
    Stored, account, comment, draft,
    reading::search::is_not_hidden,
    search_entry::{self, Kind},
    search_word, stakeholder,
    thread::Column,
};

/// The threads of a draft in which a word was said, quoted, proposed or answered, or in which somebody speaks whose name, or whose
/// stakeholder's, has it.
pub(super) fn of(draft: &draft::Model, asked: &Asked) -> Condition {
    let said = search_entry::Entity::find()
        .select_only()
        .column(search_entry::Column::ThreadId)
        .filter(search_entry::Column::DraftId.eq(draft.id))
        .filter(search_entry::Column::ThreadId.is_not_null())
        .filter(search_entry::Column::Id.in_subquery(search_word::Entity::with(asked)))
        .filter(
            Condition::any().add(search_entry::Column::Kind.ne(Stored(Kind::Comment))).add(is_not_hidden()),
        );
    let by = comment::Entity::find()
        .select_only()
        .column(comment::Column::ThreadId)
        .filter(comment::Column::Hidden.is_null())
        .filter(
            Condition::any()
                .add(comment::Column::AuthorId.in_subquery(named(
                    account::Entity::find().select_only().column(account::Column::Id),
                    account::Column::Name,
                    asked,
                )))
                .add(comment::Column::StakeholderId.in_subquery(named(
                    stakeholder::Entity::find().select_only().column(stakeholder::Column::Id),
                    stakeholder::Column::Name,
                    asked,
                ))),
        );
    Condition::any()
        .add(Column::Id.in_subquery(said.into_query()))
        .add(Column::Id.in_subquery(by.into_query()))
}

/// Those whose name has a word in it.
fn named<E: EntityTrait>(all: Select<E>, name: impl ColumnTrait, asked: &Asked) -> SelectStatement {
    let name = Expr::expr(Func::lower(Expr::col(name.as_column_ref())));
    all.filter(name.like(format!("%{}%", asked.said))).into_query()
}
