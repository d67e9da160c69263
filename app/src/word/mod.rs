//! A Word file comes back: its comments and changes are looked at, set right, and posted together.

pub mod actions;
mod entry;
mod item;
mod row;
pub mod word_page;
