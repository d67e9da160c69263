//! People, what they speak for, and the forums they meet in.

use sea_orm_migration::{prelude::*, schema::*};

use crate::table::{create, keyed, over, unique};

/// Creates these tables.
pub async fn create_tables(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let account = vec![
        text("name"),
        text("email"),
        boolean("admin"),
        text_null("zone"),
        text_null("locale"),
        timestamp_with_time_zone("created_at"),
        timestamp_with_time_zone_null("disabled_at"),
        text_null("salt"),
    ];
    create(manager, "account", account, &[], vec![unique("account", &["email"])]).await?;

    let session = keyed(
        "session",
        vec![
            text("id").primary_key().take(),
            big_integer_null("account_id"),
            text("content"),
            text("label"),
            timestamp_with_time_zone("created_at"),
            timestamp_with_time_zone("expires_at"),
        ],
    );
    manager.create_table(session).await?;
    manager.create_index(over("session", &["account_id"])).await?;
    manager.create_index(over("session", &["expires_at"])).await?;

    let link = vec![
        big_integer("account_id"),
        text("digest"),
        text("back"),
        timestamp_with_time_zone("created_at"),
        timestamp_with_time_zone("expires_at"),
        timestamp_with_time_zone_null("used_at"),
    ];
    let account_of = [("account_id", "account")];
    create(manager, "sign_in_link", link, &account_of, vec![unique("sign_in_link", &["digest"])]).await?;

    let usage = keyed(
        "usage",
        vec![
            big_integer("account_id"),
            date("day"),
            big_integer("posts"),
            big_integer("bytes"),
            big_integer("most_posts"),
            big_integer("most_bytes"),
        ],
    )
    .primary_key(Index::create().col("account_id").col("day"))
    .check(Expr::col("posts").lte(Expr::col("most_posts")))
    .check(Expr::col("bytes").lte(Expr::col("most_bytes")))
    .take();
    manager.create_table(usage).await?;

    let tried =
        vec![text("key"), timestamp_with_time_zone("since"), big_integer("tries"), big_integer("most")];
    let pace = keyed("pace", tried)
        .primary_key(Index::create().col("key").col("since"))
        .check(Expr::col("tries").lte(Expr::col("most")))
        .take();
    manager.create_table(pace).await?;
    manager.create_index(over("pace", &["since"])).await?;

    let forum = vec![
        text("slug"),
        text("name"),
        text("kind"),
        big_integer_null("parent_id"),
        text("prefix"),
        text("charter"),
        text("zone"),
        text("rule"),
        boolean("late_comments"),
        text("visibility"),
        timestamp_with_time_zone("created_at"),
    ];
    create(manager, "forum", forum, &[("parent_id", "forum")], vec![unique("forum", &["slug"])]).await?;

    let stakeholder = vec![
        text("slug"),
        text("name"),
        text("class"),
        text("place"),
        text("about"),
        timestamp_with_time_zone("created_at"),
    ];
    create(manager, "stakeholder", stakeholder, &[], vec![unique("stakeholder", &["slug"])]).await?;

    let seat = vec![big_integer("forum_id"), big_integer("stakeholder_id")];
    let seat_of = [("forum_id", "forum"), ("stakeholder_id", "stakeholder")];
    create(
        manager,
        "seat",
        seat,
        &seat_of,
        vec![unique("seat", &["forum_id", "stakeholder_id"]), over("seat", &["stakeholder_id"])],
    )
    .await?;

    let role = vec![
        big_integer("forum_id"),
        big_integer("account_id"),
        text("role"),
        timestamp_with_time_zone("granted_at"),
    ];
    let role_of = [("forum_id", "forum"), ("account_id", "account")];
    create(manager, "role", role, &role_of, vec![unique("role", &["forum_id", "account_id", "role"])])
        .await?;

    let mandate = vec![
        big_integer("account_id"),
        big_integer("stakeholder_id"),
        big_integer_null("forum_id"),
        text("tier"),
        text("title"),
        timestamp_with_time_zone("starts_at"),
        timestamp_with_time_zone_null("ends_at"),
        big_integer("granted_by"),
        timestamp_with_time_zone("granted_at"),
    ];
    let mandate_of = [
        ("account_id", "account"),
        ("stakeholder_id", "stakeholder"),
        ("forum_id", "forum"),
        ("granted_by", "account"),
    ];
    let indexes = vec![over("mandate", &["account_id"]), over("mandate", &["stakeholder_id"])];
    create(manager, "mandate", mandate, &mandate_of, indexes).await?;

    let focal_point = vec![
        big_integer("account_id"),
        big_integer("stakeholder_id"),
        big_integer("named_by"),
        timestamp_with_time_zone("named_at"),
    ];
    let focal_point_of =
        [("account_id", "account"), ("stakeholder_id", "stakeholder"), ("named_by", "account")];
    let indexes =
        vec![unique("focal_point", &["stakeholder_id", "account_id"]), over("focal_point", &["account_id"])];
    create(manager, "focal_point", focal_point, &focal_point_of, indexes).await?;

    let mark = keyed(
        "mark",
        vec![text("name").primary_key().take(), text("value"), timestamp_with_time_zone("made_at")],
    );
    manager.create_table(mark).await
}
