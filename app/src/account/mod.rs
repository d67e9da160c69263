//! Signing in, and what a person sets for themselves.

#[cfg(feature = "ssr")]
pub mod actions;
#[cfg(feature = "ssr")]
mod device;
#[cfg(feature = "ssr")]
pub mod link_page;
#[cfg(feature = "ssr")]
mod own_data;
#[cfg(feature = "ssr")]
pub mod settings_page;
#[cfg(feature = "ssr")]
pub mod sign_in_page;
#[cfg(feature = "ssr")]
pub mod tokens;
mod zone_island;

pub use zone_island::DeviceZone;
