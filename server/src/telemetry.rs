//! Logs: readable lines for people, JSON for machines.

use std::io::{IsTerminal, stderr};

use tracing_subscriber::{EnvFilter, fmt};

/// Writes logs to stderr; `COMITY_LOG` filters them (`info`, `server=debug`), `COMITY_LOG_FORMAT=json` makes them JSON.
pub fn start() {
    let filter = EnvFilter::try_from_env("COMITY_LOG")
        .unwrap_or_else(|_| EnvFilter::new("info,sqlx=warn,sea_orm_migration=warn"));
    let logs = fmt().with_env_filter(filter).with_writer(stderr).with_ansi(stderr().is_terminal());
    // A second start in one process, as in tests, leaves the first in place.
    if std::env::var("COMITY_LOG_FORMAT").is_ok_and(|format| format == "json") {
        logs.json().try_init().ok();
    } else {
        logs.try_init().ok();
    }
}
