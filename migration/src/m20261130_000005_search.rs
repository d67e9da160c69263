//! What texts are found by: each text that can be found, its words, and how far the record was read for them.

use sea_orm_migration::{prelude::*, schema::*, sea_orm::DbBackend};

use crate::table::{keyed, over};

/// Creates `search_entry`, `search_word` and `search_indexed`.
#[derive(Debug, DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let entry = vec![
            big_integer("id").primary_key().take(),
            text("kind"),
            big_integer("subject"),
            big_integer_null("draft_id"),
            big_integer_null("thread_id"),
            integer_null("version"),
            integer("length"),
        ];
        manager.create_table(keyed("search_entry", entry)).await?;
        manager.create_index(over("search_entry", &["kind", "subject"])).await?;
        manager.create_index(over("search_entry", &["draft_id", "kind"])).await?;

        let word = vec![text("word"), big_integer("entry_id"), integer("times")];
        let mut words = keyed("search_word", word);
        words.primary_key(Index::create().col("word").col("entry_id"));
        if manager.get_database_backend() == DbBackend::Sqlite {
            // The rows are the index, which halves what is written.
            words.extra("WITHOUT ROWID");
        }
        manager.create_table(words).await?;
        manager.create_index(over("search_word", &["entry_id"])).await?;

        let indexed = vec![text("name").primary_key().take(), big_integer("sequence")];
        manager.create_table(keyed("search_indexed", indexed)).await
    }
}
