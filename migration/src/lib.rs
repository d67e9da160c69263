//! The schema of Comity, as migrations that run alike on SQLite and PostgreSQL.

pub use sea_orm_migration::MigratorTrait;
use sea_orm_migration::{
    prelude::*,
    sea_orm::{
        ConnectionTrait, DatabaseConnection, DatabaseTransaction, DbBackend, SqliteTransactionMode,
        TransactionOptions, TransactionTrait,
    },
};

mod m20261130_000001_initial;
mod m20261130_000002_telling;
mod m20261130_000003_joining;
mod m20261130_000004_tokens;
mod m20261130_000005_search;
mod m20261130_000006_invitations;
mod m20261130_000008_identities;
mod m20261130_000009_referral;
mod m20261130_000013_peers;
mod m20261130_000015_changes;
mod start_over;
mod table;

pub use start_over::{TABLES, start_over};

/// Applies every migration in order; a database with migrations unknown here is refused, as it comes from a newer version.
#[derive(Debug)]
pub struct Migrator;

#[async_trait::async_trait]
impl MigratorTrait for Migrator {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        vec![
            Box::new(m20261130_000001_initial::Migration),
            Box::new(m20261130_000002_telling::Migration),
            Box::new(m20261130_000003_joining::Migration),
            Box::new(m20261130_000004_tokens::Migration),
            Box::new(m20261130_000005_search::Migration),
            Box::new(m20261130_000006_invitations::Migration),
            Box::new(m20261130_000008_identities::Migration),
            Box::new(m20261130_000009_referral::Migration),
            Box::new(m20261130_000013_peers::Migration),
            Box::new(m20261130_000015_changes::Migration),
        ]
    }
}

/// What whoever changes the schema of a PostgreSQL database holds: any number, as long as it is always the same.
const LOCK: i64 = 0x636f_6d69_7479;

/// Brings the schema up to this program, or leaves it as it was: all of it is one transaction, so that one that was killed in the middle
/// has changed nothing. Waits for whoever else is doing the same.
pub async fn bring_up(db: &DatabaseConnection) -> Result<(), DbErr> {
    let turn = turn(db).await?;
    Migrator::up(&turn, None).await?;
    turn.commit().await
}

/// Begins a transaction in which nobody else changes the schema.
pub async fn turn(db: &DatabaseConnection) -> Result<DatabaseTransaction, DbErr> {
    match db.get_database_backend() {
        DbBackend::Sqlite => {
            let sqlite_transaction_mode = Some(SqliteTransactionMode::Immediate);
            db.begin_with_options(TransactionOptions { sqlite_transaction_mode, ..Default::default() }).await
        }
        _ => {
            let turn = db.begin().await?;
            turn.execute_unprepared(&format!("SELECT pg_advisory_xact_lock({LOCK})")).await?;
            Ok(turn)
        }
    }
}
