//! Other installations: which are known, and what goes to them and comes from them.

pub mod actions;
pub mod crossing;
pub mod peers_page;
