//! The verbs on a real database: a SQLite file, and PostgreSQL where `COMITY_TEST_POSTGRES` names a server.

mod commits;
mod story;
mod world;
