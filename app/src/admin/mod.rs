//! What an administrator of the site sets up.

pub mod actions;
pub mod admin_page;
mod founding_forms;
pub mod permissions_page;

pub use actions::slug;
pub use admin_page::require;
