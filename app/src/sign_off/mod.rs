//! Positions of the seats on a draft: who signed which words, what is missing, and the form to sign.

pub mod actions;
mod carried;
mod figure;
mod missing;
mod path;
mod position_form;
mod rule;
mod seats;
pub mod sign_offs_page;
mod since;

pub use entity::reading::seats::{Seat, SeatStanding};
pub use rule::rule_in_words;
pub use seats::sign;
