//! The rules of Comity: text, clauses, differences, anchors, stages, sign-off and permission.
//!
//! Architecture Invariant: pure. No IO, no clock, no randomness; it also compiles to WebAssembly.

pub mod kind;
pub mod message;

pub use kind::{ForumKind, ThreadKind, Tier};
pub use message::{Arg, Message};
