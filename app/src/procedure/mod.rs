//! The steps of a draft through its life, for the secretariat.

pub mod actions;
mod forms;
pub mod steps_page;
pub mod visibility;
