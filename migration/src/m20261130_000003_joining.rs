//! People who come to take part: what they typed before anybody knew them, and how forums let them in.

use sea_orm_migration::{prelude::*, schema::*};

use crate::table::{create, over, unique};

#[derive(Debug, DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let joining = text("joining").default("\"open\"").take();
        manager.alter_table(Table::alter().table("forum").add_column(joining).to_owned()).await?;

        let newcomer = vec![
            text("digest"),
            text("email"),
            text("name"),
            big_integer_null("forum_id"),
            big_integer_null("draft_id"),
            text("page"),
            text("typed"),
            text("locale"),
            text("state"),
            big_integer_null("account_id"),
            timestamp_with_time_zone("created_at"),
            timestamp_with_time_zone("sent_at"),
            timestamp_with_time_zone("expires_at"),
        ];
        let newcomer_of = [("forum_id", "forum"), ("draft_id", "draft"), ("account_id", "account")];
        let indexes = vec![
            unique("newcomer", &["digest"]),
            over("newcomer", &["account_id"]),
            over("newcomer", &["forum_id", "state"]),
            over("newcomer", &["expires_at"]),
        ];
        create(manager, "newcomer", newcomer, &newcomer_of, indexes).await
    }
}
