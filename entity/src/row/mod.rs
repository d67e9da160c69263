//! The tables, one file each: a row, and the scopes by which rows are found.

pub mod account;
pub mod allowance;
pub mod checkpoint;
pub mod clause_map;
pub mod comment;
pub mod draft;
pub mod event;
pub mod focal_point;
pub mod forum;
pub(crate) mod listed;
pub mod mandate;
pub mod mark;
pub mod pace;
pub(crate) mod parsed;
pub mod placement;
pub mod role;
pub mod seat;
pub mod session;
pub mod sign_in_link;
pub mod sign_off;
pub mod signing_key;
pub mod stakeholder;
pub(crate) mod stored;
pub mod thread;
pub mod version;
pub mod working_text;
