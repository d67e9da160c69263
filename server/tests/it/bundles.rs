//! A text that crosses from one installation to another, and what comes back: two servers with different keys, one on SQLite and one on
//! PostgreSQL where there is one.

mod bad;
mod crossing;
mod far;
mod large;
mod two;
