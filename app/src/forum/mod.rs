//! The public face of a forum, and what its secretariat can change about it.

pub mod actions;
mod drafts;
pub mod forum_page;
pub mod forums_page;
pub mod manage_page;
mod people;
mod standing_forms;
