//! What changed between two versions.

pub mod asked;
mod astray;
pub mod compare;
pub mod diff_page;
mod framed;
mod hunk_view;
mod section;
mod summary;
mod typography;

pub use astray::astray;
pub use hunk_view::{Lay, Pair, Sections, in_words, pieces};
pub use section::{Compared, Section};
pub use summary::summary;
pub use typography::looks;
