//! The rows of Comity with their scopes and verbs.
//!
//! Architecture Invariant: one verb is one transaction and one event. Nothing here knows of pages or requests.

pub mod access;
pub mod account;
pub mod allowance;
pub mod changes;
pub mod checkpoint;
pub mod clause_map;
pub mod comment;
mod db;
pub mod docket;
pub mod draft;
mod erasure;
mod error;
pub mod event;
pub mod focal_point;
pub mod forum;
pub mod founding;
mod listed;
pub mod mandate;
pub mod margin;
pub mod mark;
pub mod pace;
mod parsed;
pub mod placement;
pub mod procedure;
pub mod promise;
mod reader;
mod recent;
pub mod record;
pub mod role;
pub mod seat;
pub mod session;
pub mod sign_in_link;
pub mod sign_off;
pub mod signing_key;
pub mod stakeholder;
mod stored;
pub mod thread;
pub mod thread_count;
pub mod thread_list;
pub mod version;
pub mod working_text;

pub use db::{Db, Trouble, Tx};
pub use error::{Error, OrMissing, Result};
pub use reader::{Reader, Voice};
pub use stored::Stored;
