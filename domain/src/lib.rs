//! The rules of Comity: text, clauses, differences, anchors, stages, sign-off and permission.
//!
//! Architecture Invariant: pure. No IO, no clock, no randomness; it also compiles to WebAssembly.

pub mod anchor;
pub mod clause_map;
pub mod diff;
pub mod kind;
pub mod message;
pub mod port;
pub mod suggestion;
pub mod text;
mod words;

pub use kind::{ForumKind, ThreadKind, Tier};
pub use message::{Arg, Message};
