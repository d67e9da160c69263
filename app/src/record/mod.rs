//! The record, of a draft line by line and of the whole site.

pub mod history_page;
pub mod record_page;
mod sentence;
