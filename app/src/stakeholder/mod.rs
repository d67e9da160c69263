//! Organisations with a voice: who speaks for them, and what they said.

pub mod actions;
mod focal_points;
mod grant;
mod mandates;
mod said;
pub mod stakeholder_page;
pub mod stakeholders_page;

pub use mandates::only_in;
