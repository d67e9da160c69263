//! How people sign in: whom a provider knows them as, how a session was begun, and which roles ask for which provider.

use sea_orm_migration::{prelude::*, schema::*};

use crate::table::{create, keyed, over, refers, unique};

/// Creates `identity` and `requirement`, and says of each session how it was begun.
#[derive(Debug, DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let identity = vec![
            big_integer("account_id"),
            text("provider"),
            text("issuer"),
            text("subject"),
            text("called"),
            big_integer_null("stakeholder_id"),
            timestamp_with_time_zone("connected_at"),
            timestamp_with_time_zone("used_at"),
        ];
        let identity_of = [("account_id", "account"), ("stakeholder_id", "stakeholder")];
        let indexes = vec![
            unique("identity", &["issuer", "subject"]),
            over("identity", &["account_id"]),
            over("identity", &["stakeholder_id"]),
        ];
        create(manager, "identity", identity, &identity_of, indexes).await?;

        // SQLite adds one column at a time.
        let begun = text("begun").default("link").take();
        for column in [begun, big_integer_null("identity_id"), text_null("provider_session")] {
            manager.alter_table(Table::alter().table("session").add_column(column).to_owned()).await?;
        }
        manager.create_index(over("session", &["identity_id"])).await?;

        let mut requirement = keyed(
            "requirement",
            vec![
                text("role").primary_key().take(),
                text("provider"),
                big_integer("set_by"),
                timestamp_with_time_zone("set_at"),
            ],
        );
        refers(&mut requirement, "requirement", "set_by", "account");
        manager.create_table(requirement).await
    }
}
