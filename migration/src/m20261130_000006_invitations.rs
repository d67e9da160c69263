//! Who is asked to take part, who asks to speak for a stakeholder, and what somebody is told who is not let in.

use sea_orm_migration::{prelude::*, schema::*};

use crate::table::{create, over, unique};

#[derive(Debug, DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        // SQLite adds one column at a time.
        for column in [text_null("declined"), text("words").default("").take()] {
            manager.alter_table(Table::alter().table("newcomer").add_column(column).to_owned()).await?;
        }

        let invitation = vec![
            text("digest"),
            big_integer("forum_id"),
            text("email"),
            text("name"),
            big_integer_null("stakeholder_id"),
            text("role"),
            text_null("tier"),
            text("locale"),
            big_integer("invited_by"),
            timestamp_with_time_zone("invited_at"),
            timestamp_with_time_zone("sent_at"),
            big_integer("sendings"),
            timestamp_with_time_zone("expires_at"),
            timestamp_with_time_zone_null("accepted_at"),
            big_integer_null("accepted_by"),
            timestamp_with_time_zone_null("revoked_at"),
        ];
        let invitation_of = [
            ("forum_id", "forum"),
            ("stakeholder_id", "stakeholder"),
            ("invited_by", "account"),
            ("accepted_by", "account"),
        ];
        let indexes = vec![
            unique("invitation", &["digest"]),
            over("invitation", &["forum_id", "email"]),
            over("invitation", &["invited_by"]),
        ];
        create(manager, "invitation", invitation, &invitation_of, indexes).await?;

        let wish = vec![
            big_integer("account_id"),
            big_integer("forum_id"),
            big_integer_null("stakeholder_id"),
            text("name"),
            text("class"),
            text("place"),
            text("title"),
            text("evidence"),
            text("state"),
            text_null("answer"),
            big_integer_null("decided_by"),
            timestamp_with_time_zone_null("decided_at"),
            timestamp_with_time_zone("created_at"),
        ];
        let wish_of = [
            ("account_id", "account"),
            ("forum_id", "forum"),
            ("stakeholder_id", "stakeholder"),
            ("decided_by", "account"),
        ];
        let indexes = vec![
            over("wish", &["account_id"]),
            over("wish", &["forum_id", "state"]),
            over("wish", &["stakeholder_id", "state"]),
        ];
        create(manager, "wish", wish, &wish_of, indexes).await
    }
}
