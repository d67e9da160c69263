//! What changed between two versions.

mod astray;
pub mod between_page;
pub mod compare;
pub mod diff_page;
mod framed;
mod hunk_rows;
mod hunk_view;
mod summary;
mod typography;
mod views;

pub use astray::astray;
pub use entity::reading::{Compared, compared::Section};
pub use hunk_rows::pieces;
pub use hunk_view::{Lay, Pair, Sections, in_words};
pub use summary::summary;
pub use typography::looks;
