//! The append-only record, its signed checkpoints, and the keys that sign them.

use sea_orm_migration::{prelude::*, schema::*};

use crate::table::{keyed, some_of, unique};

/// Creates these tables.
pub async fn create_tables(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let event = keyed(
        "event",
        vec![
            big_integer("sequence").primary_key().take(),
            timestamp_with_time_zone("at"),
            big_integer_null("actor"),
            text_null("name"),
            big_integer_null("mandate"),
            text("kind"),
            text("subject"),
            text("payload"),
            text("previous"),
            text("run"),
            big_integer("run_number"),
            text("run_previous"),
            text("salt"),
            text("hash"),
        ],
    );
    manager.create_table(event).await?;
    manager.create_index(unique("event", &["run", "run_number"])).await?;
    some_of(manager, "credit", "event (run, sequence) WHERE kind = 'suggestion-applied'").await?;

    let checkpoint = keyed(
        "checkpoint",
        vec![
            big_integer("size").primary_key().take(),
            text("note"),
            boolean("used"),
            timestamp_with_time_zone("signed_at"),
        ],
    );
    manager.create_table(checkpoint).await?;

    let signing_key = keyed(
        "signing_key",
        vec![
            big_integer("number").primary_key().take(),
            text("public"),
            text_null("sealed"),
            text_null("handover"),
            timestamp_with_time_zone("made_at"),
        ],
    );
    manager.create_table(signing_key).await?;

    // Written to find out whether anything can be.
    let pulse = keyed("pulse", vec![big_integer("id").primary_key().take(), big_integer("beats")]);
    manager.create_table(pulse).await
}
