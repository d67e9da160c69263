//! Coming to take part: registering from the form of a comment, and what happens to the words meanwhile.

pub mod actions;
mod arrival;
pub mod confirm_page;
pub mod kept_page;
mod posting;
mod words;

pub use arrival::{arrival, is_address};
pub use posting::{first_try, post};
pub use words::Waiting;
