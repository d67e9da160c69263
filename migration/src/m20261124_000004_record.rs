//! The append-only record and its signed checkpoints.

use sea_orm_migration::{prelude::*, schema::*};

use crate::table::{keyed, over};

#[derive(Debug, DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let event = keyed(
            "event",
            vec![
                big_integer("sequence").primary_key().take(),
                timestamp_with_time_zone("at"),
                big_integer_null("actor"),
                big_integer_null("mandate"),
                text("kind"),
                big_integer_null("forum_id"),
                big_integer_null("draft_id"),
                text("subject"),
                text("payload"),
                text("previous"),
                text("hash"),
            ],
        );
        manager.create_table(event).await?;
        manager.create_index(over("event", &["draft_id", "sequence"])).await?;
        manager.create_index(over("event", &["forum_id", "sequence"])).await?;

        let checkpoint = keyed(
            "checkpoint",
            vec![
                big_integer("size").primary_key().take(),
                text("note"),
                timestamp_with_time_zone("signed_at"),
            ],
        );
        manager.create_table(checkpoint).await
    }
}
