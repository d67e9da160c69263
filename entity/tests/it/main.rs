//! The verbs on a real database: a SQLite file, and PostgreSQL where `COMITY_TEST_POSTGRES` names a server.

#![expect(clippy::unwrap_used, reason = "a story that cannot go on should stop where it is")]

mod commits;
mod lists;
mod people;
mod referral;
mod search;
mod story;
mod telling;
mod trust;
mod verbs;
mod world;
