//! The rules of Comity: text, clauses, differences, anchors, stages, sign-off and permission.
//!
//! Architecture Invariant: pure. No IO, no clock, no randomness; it also compiles to WebAssembly.

pub mod adoption;
pub mod anchor;
pub mod bundle;
pub mod carry;
pub mod class;
pub mod clause_map;
pub mod crosswalk;
pub mod diff;
pub mod disposition;
mod follow;
mod gist;
pub mod kind;
pub mod message;
pub mod offer;
mod pair;
pub mod permission;
pub mod port;
pub mod position;
mod prose;
pub mod record;
pub mod referral;
pub mod roster;
pub mod scope;
#[cfg(feature = "search")]
pub mod search;
mod segment;
pub mod stage;
pub mod suggestion;
pub mod tally;
pub mod telling;
pub mod text;
pub mod typed;
pub mod unseen;
pub mod visibility;
mod words;

pub use gist::gist;
pub use kind::{ForumKind, Joining, ThreadKind, Tier, WaitsFor, WishState};
pub use message::{Arg, Message};
