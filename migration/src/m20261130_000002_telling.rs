//! What people are told: the outbox, how often they want to hear, what they follow, and how far the record was told of.

use sea_orm_migration::{prelude::*, schema::*};

use crate::table::{create, keyed, over, unique};

/// Creates `outbox`, `preference`, `follow` and `told`.
#[derive(Debug, DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let outbox = vec![
            big_integer_null("account_id"),
            text_null("address"),
            text_null("locale"),
            text("occasion"),
            text("often"),
            text("about"),
            text("once"),
            text("state"),
            timestamp_with_time_zone("due_at"),
            text_null("owner"),
            timestamp_with_time_zone_null("leased_until"),
            big_integer("tries"),
            text_null("trouble"),
            timestamp_with_time_zone("made_at"),
            timestamp_with_time_zone_null("ended_at"),
        ];
        let indexes = vec![
            unique("outbox", &["once"]),
            over("outbox", &["state", "due_at", "id"]),
            over("outbox", &["account_id"]),
        ];
        create(manager, "outbox", outbox, &[("account_id", "account")], indexes).await?;

        let preference = vec![big_integer("account_id"), text("occasion"), text("often")];
        let of_account = [("account_id", "account")];
        let indexes = vec![unique("preference", &["account_id", "occasion"])];
        create(manager, "preference", preference, &of_account, indexes).await?;

        let follow = vec![
            big_integer("account_id"),
            text("subject"),
            boolean("wanted"),
            timestamp_with_time_zone("made_at"),
        ];
        let indexes = vec![unique("follow", &["account_id", "subject"]), over("follow", &["subject"])];
        create(manager, "follow", follow, &of_account, indexes).await?;

        let told = keyed(
            "told",
            vec![
                text("name").primary_key().take(),
                big_integer("sequence"),
                timestamp_with_time_zone("made_at"),
            ],
        );
        manager.create_table(told).await
    }
}
