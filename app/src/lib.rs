//! The pages, forms and islands of Comity.
//!
//! Architecture Invariant: pages and actions exist on the server only. The browser build holds the islands and what they need of
//! `domain`; it has neither a page nor a database in it.

#![recursion_limit = "256"]

#[cfg(feature = "ssr")]
pub mod about;
pub mod account;
#[cfg(feature = "ssr")]
pub mod admin;
#[cfg(feature = "ssr")]
pub mod body;
mod browser;
#[cfg(feature = "ssr")]
pub mod context;
#[cfg(feature = "ssr")]
pub mod desk;
#[cfg(feature = "ssr")]
pub mod diff;
#[cfg(feature = "ssr")]
pub mod document;
pub mod draft;
#[cfg(feature = "ssr")]
pub mod error;
#[cfg(feature = "ssr")]
mod error_page;
#[cfg(feature = "ssr")]
pub mod export;
#[cfg(feature = "ssr")]
pub mod fields;
#[cfg(feature = "ssr")]
pub mod form;
#[cfg(feature = "ssr")]
pub mod forum;
#[cfg(feature = "ssr")]
mod frame;
#[cfg(feature = "ssr")]
pub mod home;
#[cfg(feature = "ssr")]
pub mod href;
#[cfg(feature = "hydrate")]
mod hydrate;
#[cfg(feature = "ssr")]
pub mod joining;
#[cfg(feature = "ssr")]
pub mod leading;
#[cfg(feature = "ssr")]
pub mod locale;
#[cfg(feature = "ssr")]
pub mod page;
#[cfg(feature = "ssr")]
pub mod peer;
pub mod preview;
#[cfg(feature = "ssr")]
pub mod procedure;
#[cfg(feature = "ssr")]
pub mod provider;
#[cfg(feature = "ssr")]
pub mod record;
#[cfg(feature = "ssr")]
pub mod referral;
#[cfg(feature = "ssr")]
pub mod response;
#[cfg(feature = "ssr")]
pub mod routes;
#[cfg(feature = "ssr")]
pub mod search;
#[cfg(feature = "ssr")]
mod sent_twice;
#[cfg(feature = "ssr")]
pub mod sign_off;
#[cfg(feature = "ssr")]
pub mod stakeholder;
#[cfg(feature = "ssr")]
pub mod telling;
#[cfg(feature = "ssr")]
pub mod thread;
#[cfg(feature = "ssr")]
pub mod ui;
#[cfg(feature = "ssr")]
pub mod word;
#[cfg(feature = "ssr")]
pub mod words;
#[cfg(feature = "ssr")]
pub mod working_text;
