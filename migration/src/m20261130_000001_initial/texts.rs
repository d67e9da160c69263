//! Drafts, their published versions, and the text of the next one.

use sea_orm_migration::{prelude::*, schema::*};

use crate::table::{create, over, unique};

/// Creates these tables.
pub async fn create_tables(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let draft = vec![
        big_integer("forum_id"),
        text("reference"),
        text("title"),
        text("language"),
        text("stage"),
        text("stage_name"),
        timestamp_with_time_zone_null("stage_ends"),
        text("visibility"),
        timestamp_with_time_zone_null("embargo_ends"),
        integer("latest"),
        big_integer("next_clause"),
        big_integer("next_thread"),
        big_integer("created_by"),
        timestamp_with_time_zone("created_at"),
        text_null("once"),
    ];
    let draft_of = [("forum_id", "forum"), ("created_by", "account")];
    let indexes = vec![
        unique("draft", &["reference"]),
        unique("draft", &["created_by", "once"]),
        over("draft", &["forum_id"]),
        over("draft", &["stage_name", "stage_ends"]),
    ];
    create(manager, "draft", draft, &draft_of, indexes).await?;

    let version = vec![
        big_integer("draft_id"),
        integer("number"),
        text("source"),
        text("digest"),
        text("manner"),
        text("clauses"),
        text("editorial"),
        text("note"),
        big_integer("published_by"),
        timestamp_with_time_zone("published_at"),
        text_null("salt"),
    ];
    let version_of = [("draft_id", "draft"), ("published_by", "account")];
    create(manager, "version", version, &version_of, vec![unique("version", &["draft_id", "number"])])
        .await?;

    let working = vec![
        big_integer("draft_id"),
        text("source"),
        text("cuts"),
        integer("base"),
        integer("edition"),
        text("applied"),
        big_integer("updated_by"),
        timestamp_with_time_zone("updated_at"),
    ];
    let working_of = [("draft_id", "draft"), ("updated_by", "account")];
    create(manager, "working_text", working, &working_of, vec![unique("working_text", &["draft_id"])])
        .await?;

    let map = vec![big_integer("older_id"), big_integer("newer_id"), text("map"), text("weight")];
    let map_of = [("older_id", "version"), ("newer_id", "version")];
    create(manager, "clause_map", map, &map_of, vec![unique("clause_map", &["older_id", "newer_id"])]).await
}
