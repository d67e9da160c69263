//! The tokens by which programs act for a person, and what was answered to requests that may come twice.

use sea_orm_migration::{prelude::*, schema::*};

use crate::table::{create, keyed, over, refers, unique};

/// Creates `token` and `kept_answer`.
#[derive(Debug, DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let columns = vec![
            big_integer("account_id"),
            text("name"),
            text("digest"),
            text("scopes"),
            timestamp_with_time_zone("created_at"),
            timestamp_with_time_zone("expires_at"),
            timestamp_with_time_zone_null("last_used_at"),
        ];
        let indexes = vec![unique("token", &["digest"]), over("token", &["account_id"])];
        create(manager, "token", columns, &[("account_id", "account")], indexes).await?;

        let mut kept = keyed(
            "kept_answer",
            vec![
                big_integer("account_id"),
                text("key"),
                text("asked"),
                integer("status"),
                text("content"),
                text_null("location"),
                timestamp_with_time_zone("kept_at"),
            ],
        );
        kept.primary_key(Index::create().col("account_id").col("key"));
        refers(&mut kept, "kept_answer", "account_id", "account");
        manager.create_table(kept).await?;
        manager.create_index(over("kept_answer", &["kept_at"])).await
    }
}
