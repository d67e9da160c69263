//! What every answer of the server is made from.

use std::sync::Arc;

use entity::Db;

use crate::{clock::Clock, mail::Mail};

/// The state of the server; cloning it is cheap.
#[derive(Clone)]
pub struct State {
    pub db: Db,
    pub clock: Clock,
    pub mail: Arc<Mail>,
    /// The address people use, without a slash at its end.
    pub url: Arc<str>,
    /// Tells that one may sign in as the demo's cast.
    pub demo: bool,
}

impl State {
    /// Tells whether cookies may be kept to encrypted connections.
    pub fn is_secure(&self) -> bool {
        self.url.starts_with("https://")
    }
}
