//! The public face of a forum, and what its secretariat can change about it.

pub mod actions;
mod drafts;
pub mod forum_page;
pub mod forums_page;
pub mod invitations_page;
pub mod inviting;
pub mod manage_page;
pub mod newcomers;
mod newcomers_forms;
mod people;
mod referring;
mod standing_forms;

pub use forum_page::seen;
