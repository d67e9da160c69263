//! What waits for a person by their roles.

mod counted;
pub mod desk_page;
mod granted;
mod mine;
mod official;
mod slip;
mod waiting;

pub use counted::Counted;
pub use slip::Slip;
pub use waiting::{DeskCount, waiting};
