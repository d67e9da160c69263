//! A draft: its head, its tabs and its text.

pub mod head;
mod head_view;
mod stage_words;

pub use head::Head;
pub use head_view::{DraftHead, DraftTabs, Tab};
