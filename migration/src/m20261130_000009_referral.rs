//! Where texts go: referrals with their steps, pairings of clauses that a person corrected, adoptions elsewhere and who disputes them.

use sea_orm_migration::{prelude::*, schema::*};

use crate::table::{create, over, unique};

/// Creates `referral`, `referral_step`, `pairing`, `adoption` and `dispute`, and says of each forum what it refers.
#[derive(Debug, DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let refers = text("refers").default("adopted").take();
        manager.alter_table(Table::alter().table("forum").add_column(refers).to_owned()).await?;
        let days = integer("answer_days").default(0).take();
        manager.alter_table(Table::alter().table("forum").add_column(days).to_owned()).await?;
        referrals(manager).await?;
        uses(manager).await
    }
}

async fn referrals(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let referral = vec![
        big_integer("draft_id"),
        big_integer("version_id"),
        integer("number"),
        big_integer("root_id"),
        big_integer("forum_id"),
        big_integer_null("to_forum_id"),
        text("to_name"),
        text("state"),
        text("state_name"),
        timestamp_with_time_zone_null("due"),
        text("ask"),
        text("terms"),
        text_null("statement"),
        big_integer_null("derived_id"),
        text_null("answer"),
        big_integer("prepared_by"),
        timestamp_with_time_zone("prepared_at"),
        timestamp_with_time_zone_null("sent_at"),
        text_null("once"),
    ];
    let referral_of = [
        ("draft_id", "draft"),
        ("version_id", "version"),
        ("root_id", "draft"),
        ("forum_id", "forum"),
        ("to_forum_id", "forum"),
        ("derived_id", "draft"),
        ("prepared_by", "account"),
    ];
    let indexes = vec![
        unique("referral", &["draft_id", "number"]),
        unique("referral", &["derived_id"]),
        over("referral", &["root_id"]),
        over("referral", &["to_forum_id", "state_name"]),
        over("referral", &["forum_id", "state_name"]),
    ];
    create(manager, "referral", referral, &referral_of, indexes).await?;

    let step = vec![
        big_integer("referral_id"),
        text("kind"),
        text("state"),
        text_null("said"),
        text_null("answer"),
        big_integer("account_id"),
        timestamp_with_time_zone("taken_at"),
    ];
    let step_of = [("referral_id", "referral"), ("account_id", "account")];
    create(manager, "referral_step", step, &step_of, vec![over("referral_step", &["referral_id"])]).await?;

    let pairing = vec![
        big_integer("draft_id"),
        big_integer("other_id"),
        text("clause"),
        text("became"),
        text_null("reason"),
        big_integer("account_id"),
        timestamp_with_time_zone("corrected_at"),
    ];
    let pairing_of = [("draft_id", "draft"), ("other_id", "draft"), ("account_id", "account")];
    create(manager, "pairing", pairing, &pairing_of, vec![over("pairing", &["draft_id", "other_id"])]).await
}

async fn uses(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let adoption = vec![
        big_integer("draft_id"),
        big_integer("version_id"),
        integer("number"),
        big_integer_null("stakeholder_id"),
        text("adoption"),
        text("country"),
        text("status"),
        text_null("evidence"),
        text_null("source"),
        text_null("language"),
        big_integer("account_id"),
        big_integer_null("mandate_id"),
        timestamp_with_time_zone("recorded_at"),
        text_null("once"),
    ];
    let adoption_of = [
        ("draft_id", "draft"),
        ("version_id", "version"),
        ("stakeholder_id", "stakeholder"),
        ("account_id", "account"),
        ("mandate_id", "mandate"),
    ];
    let indexes = vec![unique("adoption", &["draft_id", "number"]), over("adoption", &["country", "status"])];
    create(manager, "adoption", adoption, &adoption_of, indexes).await?;

    let dispute = vec![
        big_integer("adoption_id"),
        big_integer_null("stakeholder_id"),
        text("evidence"),
        text_null("salt"),
        big_integer("account_id"),
        timestamp_with_time_zone("disputed_at"),
    ];
    let dispute_of =
        [("adoption_id", "adoption"), ("stakeholder_id", "stakeholder"), ("account_id", "account")];
    create(manager, "dispute", dispute, &dispute_of, vec![over("dispute", &["adoption_id"])]).await
}
