//! The record: one append-only chain of events, in it a run for each draft and forum, and the Merkle tree that a checkpoint signs.

mod canonical;
mod chain;
mod checkpoint;
mod credit;
pub mod dossier;
mod event;
mod excerpt;
mod kind;
mod merkle;
pub mod payload;
mod rebuild;
mod words;

pub use canonical::{NotCanonical, canonical};
pub use chain::{Broken, Why, verify_chain, verify_onward, verify_run};
pub use checkpoint::{BadCheckpoint, Checkpoint, Head, heads};
pub use credit::Credit;
pub use dossier::Dossier;
pub use event::{BadEvent, Entry, Event, FIRST, Links, Salt, receipt_of, run_of};
pub use excerpt::{BadExcerpt, Excerpt};
pub use kind::Kind;
pub use merkle::root;
pub use rebuild::{Finding, Rebuilding, Rebuilt, Runs, rebuild};
pub use words::{Unsealed, WITHDRAWN, Words, sealed};

#[cfg(test)]
mod tests;
