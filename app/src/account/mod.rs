//! Signing in, and what a person sets for themselves.

#[cfg(feature = "ssr")]
pub mod actions;
#[cfg(feature = "ssr")]
mod device;
#[cfg(feature = "ssr")]
pub mod link_page;
#[cfg(feature = "ssr")]
mod persona;
#[cfg(feature = "ssr")]
pub mod settings_page;
#[cfg(feature = "ssr")]
pub mod sign_in_page;
mod zone_island;

#[cfg(feature = "ssr")]
pub use persona::Persona;
pub use zone_island::DeviceZone;
