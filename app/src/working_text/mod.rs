//! The text of the next version: begun with a draft, edited by officials, published once.

pub mod actions;
mod ahead_view;
mod carried;
pub mod new_draft_page;
pub mod next_page;
mod offer;
mod proof;
mod recut;
mod source;
mod take_over;
