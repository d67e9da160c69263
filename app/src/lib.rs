//! The pages, forms and islands of Comity.
//!
//! Architecture Invariant: pages and actions exist on the server only. The browser build holds the islands and what they need of
//! `domain`; it has neither a page nor a database in it.

#[cfg(feature = "ssr")]
pub mod context;
#[cfg(feature = "ssr")]
pub mod document;
#[cfg(feature = "ssr")]
pub mod error;
#[cfg(feature = "ssr")]
pub mod home;
#[cfg(feature = "ssr")]
pub mod href;
#[cfg(feature = "ssr")]
pub mod page;
#[cfg(feature = "ssr")]
pub mod routes;
pub mod settings;
#[cfg(feature = "ssr")]
pub mod ui;

#[cfg(feature = "hydrate")]
mod hydrate;
