//! Taking a draft away.

pub mod export_page;
