//! How connections are made, and when one is not used again.

use std::time::Duration;

use sea_orm::{ConnectOptions, Database, DatabaseConnection, DbBackend, DbErr, sqlx::Connection};
use tokio::time::timeout;

/// How long somebody waits for a connection before hearing that there is none.
const PATIENCE: Duration = Duration::from_millis(1500);
/// How long one waits for a connection who looks whether the database is there.
const GLANCE: Duration = Duration::from_millis(600);

/// Opens so many connections to the database.
///
/// Architecture Invariant: a connection whose commit or rollback did not succeed is closed. The driver counts transactions; what it
/// believes to be open after the transaction was let go of is one that failed to end, and everything written on that connection from then on
/// would be written into a transaction that nobody commits.
pub(super) async fn connect(url: &str, connections: u32) -> Result<DatabaseConnection, DbErr> {
    let mut options = ConnectOptions::new(url);
    options.max_connections(connections).sqlx_logging(false);
    // A ping is a turn at the database like a query. A connection that was in use a moment ago is there.
    options.test_before_acquire_if_idle_for(Duration::from_secs(10));
    options.map_sqlx_sqlite_opts(|sqlite| {
        sqlite
            .create_if_missing(true)
            .foreign_keys(true)
            .busy_timeout(Duration::from_secs(10))
            .pragma("journal_mode", "WAL")
            .pragma("synchronous", "FULL")
            // What is erased is overwritten, and not only forgotten.
            .pragma("secure_delete", "ON")
    });
    options.map_sqlx_sqlite_pool_opts(|pool| {
        pool.after_release(|connection, _| Box::pin(async move { Ok(!connection.is_in_transaction()) }))
    });
    options.map_sqlx_postgres_pool_opts(|pool| {
        pool.acquire_timeout(PATIENCE)
            .after_release(|connection, _| Box::pin(async move { Ok(!connection.is_in_transaction()) }))
    });
    Database::connect(options).await
}

/// The connection by which one looks whether the database is there, so that nobody who reads for long stands in the way. A file is there as
/// long as its disk is, and is looked at by the connections that read. One that has fallen silent is let go of soon.
pub(super) async fn lookout(url: &str, read: &DatabaseConnection) -> Result<DatabaseConnection, DbErr> {
    if read.get_database_backend() == DbBackend::Sqlite {
        return Ok(read.clone());
    }
    let mut options = ConnectOptions::new(url);
    options.max_connections(1).sqlx_logging(false).connect_lazy(true);
    options.map_sqlx_postgres_pool_opts(|pool| {
        pool.acquire_timeout(GLANCE).after_release(|connection, _| {
            Box::pin(
                async move { Ok(timeout(GLANCE, connection.ping()).await.is_ok_and(|pong| pong.is_ok())) },
            )
        })
    });
    Database::connect(options).await
}
