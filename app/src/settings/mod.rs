//! What a reader sets for themselves.

#[cfg(feature = "ssr")]
pub mod settings_page;
mod zone_island;

pub use zone_island::DeviceZone;
