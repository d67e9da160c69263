//! What waits for a person by their roles.

mod counted;
pub mod desk_page;
mod slip;
mod waiting;

pub use counted::Counted;
pub use slip::{body, label};
pub use waiting::{DeskCount, waiting};
