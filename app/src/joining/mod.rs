//! Coming to take part: registering from the form of a comment, and what happens to the words meanwhile.

pub mod actions;
mod arrival;
pub mod confirm_page;
pub mod declining;
pub mod invitation_page;
pub mod kept_page;
mod posting;
pub mod wish_actions;
pub mod wish_forms;
pub mod wish_page;
mod words;

pub use arrival::{LONGEST, arrival, by, counted_by, is_address, mailbox};
pub use posting::{first_try, post, typed};
pub use words::{Waiting, paragraphs, place};
