//! The schema that the first release began with. It is never edited: whatever changes comes as a migration after it.

use sea_orm_migration::prelude::*;

mod people;
mod record;
mod texts;
mod voices;

/// Creates every table of the first release.
#[derive(Debug, DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        people::create_tables(manager).await?;
        texts::create_tables(manager).await?;
        voices::create_tables(manager).await?;
        record::create_tables(manager).await
    }
}
