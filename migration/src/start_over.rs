//! Emptying a database.

use sea_orm_migration::{
    prelude::*,
    sea_orm::{ConnectionTrait, DatabaseTransaction, DbBackend},
};

/// Every table of the schema; none before one that refers to it.
pub const TABLES: &[&str] = &[
    "search_indexed",
    "search_word",
    "search_entry",
    "told",
    "follow",
    "preference",
    "outbox",
    "pulse",
    "signing_key",
    "checkpoint",
    "event",
    "newcomer",
    "invitation",
    "wish",
    "dispute",
    "adoption_change",
    "adoption",
    "decision",
    "pairing",
    "bundle",
    "dispatch",
    "peer",
    "referral_step",
    "referral",
    "sign_off",
    "placement",
    "comment",
    "thread",
    "clause_map",
    "working_text",
    "version",
    "draft",
    "requirement",
    "identity",
    "mark",
    "focal_point",
    "mandate",
    "role",
    "seat",
    "stakeholder",
    "forum",
    "sign_in_link",
    "session",
    "pace",
    "usage",
    "kept_answer",
    "token",
    "account",
];

/// Takes everything out of the tables, as if they had just been made. Tables that are not of this schema stay as they are.
pub async fn start_over(turn: &DatabaseTransaction) -> Result<(), DbErr> {
    if turn.get_database_backend() != DbBackend::Sqlite {
        let tables = TABLES.join(", ");
        turn.execute_unprepared(&format!("TRUNCATE {tables} RESTART IDENTITY")).await?;
        return Ok(());
    }
    // A row that another refers to is never deleted, not even with that other.
    turn.execute_unprepared("UPDATE forum SET parent_id = NULL").await?;
    for table in TABLES {
        turn.execute_unprepared(&format!("DELETE FROM {table}")).await?;
    }
    turn.execute_unprepared("DELETE FROM sqlite_sequence").await?;
    Ok(())
}
