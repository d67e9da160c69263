//! The rows of Comity, what someone may see of them, and what someone may do.
//!
//! Architecture Invariant: one verb is one transaction and one event. Nothing here knows of pages or requests.

pub mod access;
mod db;
mod error;
pub mod indexing;
pub mod link;
mod reader;
pub mod reading;
pub mod row;
pub mod telling;
pub mod verb;

pub use db::{Db, Freshness, Source, Trouble, Tx};
pub use error::{Error, Field, OrMissing, Result};
pub use reader::{Reader, Voice};
pub use row::{
    account, adoption, adoption_change, allowance, bundle, checkpoint, clause_map, comment, decision,
    dispatch, dispute, draft, event, focal_point, follow, forum, identity, invitation, kept_answer, mandate,
    mark, newcomer, outbox, pace, pairing, peer, placement, preference, referral, referral_step, requirement,
    role, search_entry, search_indexed, search_word, seat, session, sign_in_link, sign_off, signing_key,
    stakeholder, stored::Stored, thread, token, told, version, wish, working_text,
};
