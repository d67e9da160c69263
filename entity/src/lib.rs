//! The rows of Comity with their scopes and verbs.
//!
//! Architecture Invariant: one verb is one transaction and one event. Nothing here knows of pages or requests.

pub mod account;
mod db;
mod error;
pub mod session;
pub mod sign_in_link;
mod stored;

pub use db::{Db, Tx};
pub use error::{Error, OrMissing, Result};
pub use stored::Stored;
