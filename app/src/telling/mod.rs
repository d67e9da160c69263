//! What people are told by mail, and what they follow.

pub mod actions;
mod follow;
mod following;
pub mod mail_page;
pub mod posted;
mod settings;
pub mod troubles;

pub use follow::Follow;
pub use following::{Alternates, Following};
pub use settings::{Followed, Mails};
