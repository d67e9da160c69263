//! The few column shapes the schema uses, so that each table reads as a list of names.

use sea_orm_migration::{prelude::*, schema};

/// A 64-bit key that the database counts up.
pub fn id() -> ColumnDef {
    schema::big_pk_auto("id")
}

/// A table with these columns after `id`, a key that the database counts up.
pub fn table(name: &'static str, columns: Vec<ColumnDef>) -> TableCreateStatement {
    keyed(name, std::iter::once(id()).chain(columns).collect())
}

/// A table with these columns and no others; one of them, or several together, must be its key.
pub fn keyed(name: &'static str, columns: Vec<ColumnDef>) -> TableCreateStatement {
    let mut table = Table::create().table(name).to_owned();
    for mut column in columns {
        table.col(&mut column);
    }
    table
}

/// A reference from `table.column` to the key of `to`; rows that are referred to cannot be deleted.
pub fn refers(table: &mut TableCreateStatement, from: &'static str, column: &'static str, to: &'static str) {
    let name = format!("fk_{from}_{column}");
    table.foreign_key(
        ForeignKey::create().name(name).from(from, column).to(to, "id").on_delete(ForeignKeyAction::Restrict),
    );
}

/// A unique index over these columns of a table.
pub fn unique(table: &'static str, columns: &[&'static str]) -> IndexCreateStatement {
    let mut index = over(table, columns);
    index.unique();
    index
}

/// An index over these columns of a table.
pub fn over(table: &'static str, columns: &[&'static str]) -> IndexCreateStatement {
    let mut index = Index::create().name(format!("ix_{table}_{}", columns.join("_"))).table(table).to_owned();
    for column in columns {
        index.col(*column);
    }
    index
}

/// An index over some rows of a table, by a name of its own: `thread (draft_id, number) WHERE anchor IS NULL`. Both databases use it for
/// queries that say the same condition, and rows that do not meet it cost nothing.
pub async fn some_of(manager: &SchemaManager<'_>, name: &str, rows: &str) -> Result<(), DbErr> {
    let create = format!("CREATE INDEX ix_some_{name} ON {rows}");
    manager.get_connection().execute_unprepared(&create).await.map(drop)
}

/// Creates a table with its references, then its indexes.
pub async fn create(
    manager: &SchemaManager<'_>,
    name: &'static str,
    columns: Vec<ColumnDef>,
    references: &[(&'static str, &'static str)],
    indexes: Vec<IndexCreateStatement>,
) -> Result<(), DbErr> {
    let mut statement = table(name, columns);
    for (column, to) in references {
        refers(&mut statement, name, column, to);
    }
    manager.create_table(statement).await?;
    for index in indexes {
        manager.create_index(index).await?;
    }
    Ok(())
}
