//! What is said of a text: threads and their comments, where they stand in each version, and sign-offs.

use sea_orm_migration::{prelude::*, schema::*};

use crate::table::{create, over, some_of, unique};

/// Creates these tables.
pub async fn create_tables(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let thread = vec![
        big_integer("draft_id"),
        integer("number"),
        text("kind"),
        big_integer("version_id"),
        text_null("anchor"),
        big_integer("raised_by"),
        big_integer_null("stakeholder_id"),
        text("life"),
        text("state"),
        text_null("disposition"),
        boolean("late"),
        timestamp_with_time_zone("created_at"),
        timestamp_with_time_zone_null("answered_at"),
        integer("comments"),
        text_null("salt"),
    ];
    let thread_of = [
        ("draft_id", "draft"),
        ("version_id", "version"),
        ("raised_by", "account"),
        ("stakeholder_id", "stakeholder"),
    ];
    let indexes = vec![
        unique("thread", &["draft_id", "number"]),
        over("thread", &["draft_id", "state", "number"]),
        over("thread", &["raised_by"]),
    ];
    create(manager, "thread", thread, &thread_of, indexes).await?;
    some_of(manager, "whole", "thread (draft_id, number) WHERE anchor IS NULL").await?;

    let comment = vec![
        big_integer("thread_id"),
        integer("number"),
        big_integer("author_id"),
        big_integer_null("stakeholder_id"),
        big_integer_null("mandate_id"),
        text("body"),
        text_null("suggestion"),
        text_null("once"),
        text("receipt"),
        timestamp_with_time_zone("created_at"),
        timestamp_with_time_zone_null("edited_at"),
        timestamp_with_time_zone_null("withdrawn_at"),
        text_null("hidden"),
        text_null("erased"),
        text_null("salt"),
        text_null("suggestion_salt"),
    ];
    let comment_of = [
        ("thread_id", "thread"),
        ("author_id", "account"),
        ("stakeholder_id", "stakeholder"),
        ("mandate_id", "mandate"),
    ];
    let indexes = vec![
        unique("comment", &["thread_id", "number"]),
        unique("comment", &["author_id", "once"]),
        over("comment", &["stakeholder_id"]),
    ];
    create(manager, "comment", comment, &comment_of, indexes).await?;
    some_of(manager, "proposed", "comment (thread_id) WHERE suggestion IS NOT NULL").await?;

    let placement = vec![
        big_integer("thread_id"),
        big_integer("draft_id"),
        big_integer("version_id"),
        integer("line"),
        text("placement"),
        text("standing"),
        big_integer_null("repaired_by"),
        timestamp_with_time_zone_null("repaired_at"),
        text("state"),
        integer("comments"),
    ];
    let placement_of = [
        ("thread_id", "thread"),
        ("draft_id", "draft"),
        ("version_id", "version"),
        ("repaired_by", "account"),
    ];
    // How many threads stand beside each line is counted in the index alone.
    let indexes = vec![
        unique("placement", &["thread_id", "version_id"]),
        over("placement", &["version_id", "line", "thread_id", "state"]),
    ];
    create(manager, "placement", placement, &placement_of, indexes).await?;
    let talked = "placement (version_id, line, comments, thread_id) WHERE comments > 1";
    some_of(manager, "talked", talked).await?;
    let doubtful = "placement (version_id, standing) WHERE standing <> 'placed'";
    some_of(manager, "doubtful", doubtful).await?;
    some_of(manager, "repaired", "placement (draft_id) WHERE repaired_by IS NOT NULL").await?;

    let sign_off = vec![
        big_integer("draft_id"),
        big_integer("version_id"),
        big_integer("stakeholder_id"),
        big_integer("account_id"),
        big_integer_null("mandate_id"),
        text("position"),
        text("kind"),
        text("digest"),
        text("clauses"),
        text_null("evidence"),
        text_null("once"),
        timestamp_with_time_zone("signed_at"),
        text_null("salt"),
    ];
    let sign_off_of = [
        ("draft_id", "draft"),
        ("version_id", "version"),
        ("stakeholder_id", "stakeholder"),
        ("account_id", "account"),
        ("mandate_id", "mandate"),
    ];
    let indexes = vec![
        unique("sign_off", &["account_id", "once"]),
        over("sign_off", &["draft_id", "stakeholder_id"]),
        over("sign_off", &["stakeholder_id"]),
    ];
    create(manager, "sign_off", sign_off, &sign_off_of, indexes).await
}
