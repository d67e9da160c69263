//! The record of a draft, line by line.

pub mod history_page;
mod sentence;
