//! Columns that have one of many values.
//!
//! Architecture Invariant: a query has as many variables however many rows it is about. SQLite and PostgreSQL refuse a statement with
//! more than some ten thousands of them, so a list travels as one value.

use sea_orm::{Condition, DbBackend, entity::prelude::*, sea_query::IntoColumnRef};

/// The rows in which a column has one of these numbers; the list is one variable of the statement, however long it is.
pub(crate) fn among<C: ColumnTrait>(
    db: &impl ConnectionTrait,
    column: C,
    numbers: impl IntoIterator<Item = i64>,
) -> Expr {
    let numbers: Vec<_> = numbers.into_iter().map(|number| number.to_string()).collect();
    let (sql, list) = match db.get_database_backend() {
        DbBackend::Sqlite => ("? IN (SELECT value FROM json_each(?))", format!("[{}]", numbers.join(","))),
        _ => ("$1 = ANY (string_to_array($2, ',')::bigint[])", numbers.join(",")),
    };
    Expr::cust_with_exprs(sql, [Expr::col(column.as_column_ref().into_column_ref()), Expr::val(list)])
}

/// The rows in which a column has one of these texts; the list is one variable of the statement, however long it is.
pub(crate) fn named<'t, C: ColumnTrait>(
    db: &impl ConnectionTrait,
    column: C,
    texts: impl IntoIterator<Item = &'t str>,
) -> Expr {
    let texts: Vec<_> = texts.into_iter().collect();
    let list = serde_json::Value::from(texts).to_string();
    let sql = match db.get_database_backend() {
        DbBackend::Sqlite => "? IN (SELECT value FROM json_each(?))",
        _ => "$1 IN (SELECT jsonb_array_elements_text($2::jsonb))",
    };
    Expr::cust_with_exprs(sql, [Expr::col(column.as_column_ref().into_column_ref()), Expr::val(list)])
}

/// The rows in which a column has one of these words, of which there are few and known ones.
pub(crate) fn one_of<C: ColumnTrait>(column: C, words: &[&'static str]) -> Condition {
    words.iter().fold(Condition::any(), |any, word| any.add(column.eq(*word)))
}
