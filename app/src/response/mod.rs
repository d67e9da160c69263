//! The response matrix: every comment with its answer, and answering several at once.

pub mod actions;
mod quoted;
pub mod responses_page;
mod row;
mod several;
