//! Where texts go: referrals, crosswalks, and the use of texts elsewhere.

pub mod actions;
mod answer_form;
pub mod changes_page;
pub mod crosswalk_page;
mod crosswalk_rows;
mod drawing;
mod needs;
pub mod observatory_page;
pub mod prepare_page;
mod receive_form;
pub mod referral_page;
mod strip;
mod table;
pub mod uptake_page;
mod use_forms;
mod words;

pub use words::state;
