//! What waits for a person by their roles.

pub mod desk_page;
mod mine;
mod official;
mod slip;
mod waiting;

pub use slip::Slip;
pub use waiting::{DeskCount, waiting};
