//! What waits for a person by their roles.

pub mod desk_page;
mod slip;
mod waiting;

pub use slip::{body, label};
pub use waiting::{DeskCount, waiting};
