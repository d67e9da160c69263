//! Other installations, what is on its way to them, and what came from them.

use sea_orm_migration::{prelude::*, schema::*};

use crate::table::{create, over, unique};

/// Creates `peer`, `dispatch` and `bundle`, and says of each step of a referral from where it was heard.
#[derive(Debug, DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let heard = text_null("heard_from").take();
        manager.alter_table(Table::alter().table("referral_step").add_column(heard).to_owned()).await?;
        let peer = vec![
            text("host"),
            text("address"),
            text("name"),
            text("fingerprint"),
            boolean("by_hand"),
            text("state"),
            big_integer("added_by"),
            timestamp_with_time_zone("added_at"),
            big_integer_null("decided_by"),
            timestamp_with_time_zone_null("decided_at"),
            timestamp_with_time_zone_null("last_contact"),
            text_null("trouble"),
        ];
        let peer_of = [("added_by", "account"), ("decided_by", "account")];
        let indexes = vec![unique("peer", &["host"]), unique("peer", &["fingerprint"])];
        create(manager, "peer", peer, &peer_of, indexes).await?;

        let dispatch = vec![
            big_integer("peer_id"),
            big_integer("referral_id"),
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
        let dispatch_of = [("peer_id", "peer"), ("referral_id", "referral")];
        let indexes = vec![
            unique("dispatch", &["once"]),
            over("dispatch", &["state", "due_at"]),
            over("dispatch", &["referral_id"]),
        ];
        create(manager, "dispatch", dispatch, &dispatch_of, indexes).await?;

        let bundle = vec![
            big_integer("referral_id"),
            big_integer("peer_id"),
            text("digest"),
            timestamp_with_time_zone("made_at"),
            timestamp_with_time_zone("taken_at"),
            big_integer("size"),
            blob("content"),
        ];
        let bundle_of = [("referral_id", "referral"), ("peer_id", "peer")];
        create(manager, "bundle", bundle, &bundle_of, vec![unique("bundle", &["referral_id"])]).await
    }
}
