//! What was decided on changes of a text with which a draft has its origin in common, and what became of adoptions.

use sea_orm_migration::{prelude::*, schema::*};

use crate::table::{create, over};

/// Creates `decision` and `adoption_change`.
#[derive(Debug, DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let decision = vec![
            big_integer("draft_id"),
            big_integer("other_id"),
            big_integer("version_id"),
            text("change"),
            text("before"),
            text("after"),
            boolean("taken"),
            text_null("words"),
            text_null("reason"),
            integer("next"),
            big_integer("account_id"),
            timestamp_with_time_zone("decided_at"),
        ];
        let decision_of = [
            ("draft_id", "draft"),
            ("other_id", "draft"),
            ("version_id", "version"),
            ("account_id", "account"),
        ];
        let indexes = vec![over("decision", &["draft_id", "other_id"])];
        create(manager, "decision", decision, &decision_of, indexes).await?;

        let change = vec![
            big_integer("adoption_id"),
            text("status"),
            date("dated"),
            text_null("evidence"),
            big_integer("account_id"),
            timestamp_with_time_zone("changed_at"),
        ];
        let change_of = [("adoption_id", "adoption"), ("account_id", "account")];
        let indexes = vec![over("adoption_change", &["adoption_id"])];
        create(manager, "adoption_change", change, &change_of, indexes).await
    }
}
