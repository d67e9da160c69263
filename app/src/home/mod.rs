//! The first page.

mod docket_view;
pub mod home_page;
mod welcome;
