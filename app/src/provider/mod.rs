//! Signing in by a provider: its buttons, what it asks, and what an administrator asks of it.

mod buttons;
pub mod connect_page;
pub mod leaving_page;
mod proposed;
mod requirements;
pub mod signed_out_page;
mod ways;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

pub use buttons::{Lacking, buttons, posting};
pub use proposed::proposed;
pub use requirements::{Requirements, requirements};
pub use ways::{begun, ways};

use crate::{context::Context, t};

/// One by whom somebody may sign in.
#[derive(Clone, Debug)]
pub struct Provider {
    /// What the configuration calls it.
    pub key: String,
    /// What people know it by.
    pub name: String,
    /// What its button says, where that is not the usual.
    pub button: Option<String>,
}

impl Provider {
    /// What its button says.
    pub fn words(&self) -> String {
        self.button.clone().unwrap_or_else(|| t!("sign-in-with", provider = self.name.as_str()))
    }
}

/// Somebody whom a provider has shown, and who is connected with no account; kept in the session until it is known with which.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Unlinked {
    pub provider: String,
    pub issuer: String,
    pub subject: String,
    /// How they are called at the provider.
    pub called: String,
    /// The stakeholder that the provider says they belong to.
    pub stakeholder: Option<i64>,
    /// Their address there, whether the provider has made sure of it or not.
    pub email: Option<String>,
    /// Whether the provider has made sure of the address, and an account here has it.
    pub has_account: bool,
    /// Whether words wait to be posted.
    pub waits: bool,
    pub shown: DateTime<Utc>,
}

/// The name of a provider; what the configuration called it, when it is there no longer.
pub fn name(ctx: &Context, key: &str) -> String {
    let known = ctx.providers.iter().find(|provider| provider.key == key);
    known.map_or_else(|| key.to_owned(), |provider| provider.name.clone())
}
