//! Readings as plain values, for answers to machines. Where the JSON export of a draft says the same, the fields are named as there
//! (`server/src/export/schema.json`), so that a program reads both alike.

mod draft;
mod forum;
mod record;
mod referral;
mod seat;
mod stakeholder;
mod version;

pub use draft::{PlainDraft, PlainHead, PlainStep};
pub use forum::PlainForum;
pub use record::PlainEvent;
pub use referral::{PlainAdoption, PlainReferral};
pub use seat::{PlainPositions, PlainSeat};
pub use stakeholder::{PlainSaid, PlainStakeholder};
pub use version::{PlainClause, PlainComparison, PlainVersion, WholeVersion};
