//! The schema of Comity, as migrations that run alike on SQLite and PostgreSQL.

pub use sea_orm_migration::MigratorTrait;
use sea_orm_migration::prelude::*;

mod m20261124_000001_people;
mod m20261124_000002_texts;
mod m20261124_000003_voices;
mod m20261124_000004_record;
mod table;

/// Applies every migration in order; a database with migrations unknown here is refused, as it comes from a newer version.
#[derive(Debug)]
pub struct Migrator;

#[async_trait::async_trait]
impl MigratorTrait for Migrator {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        vec![
            Box::new(m20261124_000001_people::Migration),
            Box::new(m20261124_000002_texts::Migration),
            Box::new(m20261124_000003_voices::Migration),
            Box::new(m20261124_000004_record::Migration),
        ]
    }
}
