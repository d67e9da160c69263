//! Signing in by the providers that whoever runs the server has named: OpenID Connect, and OAuth 2 where there is nothing better.
//!
//! A provider says who somebody is. With which account that person is connected is kept here, and only who has signed in to both connects
//! them: an e-mail address is never a reason to.

mod arriving;
mod config;
mod connecting;
pub(crate) mod logout;
mod oauth;
mod openid;
mod requiring;

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Display,
    sync::{Arc, atomic::AtomicI64},
};

use app::{error::AppError, href};
use axum::{Router, routing::get, routing::post};
use chrono::{DateTime, Utc};
use domain::Message;
use oauth2::url::Url;
use openidconnect::IssuerUrl;
use secrecy::SecretString;
use serde::{Deserialize, Serialize};

pub use requiring::Required;

use self::openid::Known;
use crate::{
    outgoing::{Named, Outgoing},
    state::State,
};

/// Every provider, in the order of their names in the configuration.
#[derive(Default)]
pub struct Providers {
    all: Vec<Arc<Provider>>,
    outgoing: Outgoing,
    /// What pages say of them.
    pub shown: Arc<[app::provider::Provider]>,
}

/// One provider.
pub struct Provider {
    /// What the configuration calls it: part of its addresses.
    pub key: String,
    /// What people know it by.
    pub name: String,
    client: String,
    secret: Option<SecretString>,
    scopes: Vec<String>,
    belongs: Option<Belongs>,
    kind: Kind,
    /// The hosts it was configured with, which may be inside.
    named: Named,
    known: tokio::sync::Mutex<Option<Known>>,
    /// When it did not answer last, in seconds since 1970.
    failed: AtomicI64,
}

/// By which claim a provider says of which stakeholder somebody is.
struct Belongs {
    claim: String,
    /// The slug that a value stands for; a value that is not here stands for nothing.
    stands_for: BTreeMap<String, String>,
}

enum Kind {
    OpenId(IssuerUrl),
    OAuth(Box<OAuth>),
}

/// The addresses of a provider of OAuth 2.
struct OAuth {
    authorize: String,
    token: String,
    person: String,
    emails: Option<String>,
}

/// An attempt to sign in, kept in the session until its browser is back from the provider.
#[derive(Clone, Debug, Serialize, Deserialize)]
struct Attempt {
    provider: String,
    state: String,
    nonce: String,
    verifier: String,
    /// The page of this site to go to afterwards.
    back: String,
    /// Whether the words that are kept of a stranger are to be posted then.
    posts: bool,
    began: DateTime<Utc>,
}

/// What a provider says of somebody.
#[derive(Clone, Debug)]
struct Shown {
    issuer: String,
    subject: String,
    email: Option<String>,
    /// Whether the provider has made sure that the address is theirs.
    is_verified: bool,
    name: Option<String>,
    /// Whom they belong to, by the values of the claim that says so.
    belongs_to: BTreeSet<String>,
    /// What the provider calls its own session.
    session: Option<String>,
    id_token: Option<String>,
}

/// Why it is not known who somebody is.
#[derive(Debug)]
enum Unproven {
    /// The provider does not answer.
    Away(String),
    /// The way back was used, or is too old.
    Stale,
    /// The person said no at the provider.
    Cancelled,
    /// What the provider says cannot be believed.
    Refused(String),
}

impl Unproven {
    fn away(error: &dyn Display) -> Self {
        Self::Away(error.to_string())
    }

    fn refused(error: &dyn Display) -> Self {
        Self::Refused(error.to_string())
    }

    /// What to tell whoever wanted to sign in. What it was is logged, as only who runs the server can do something about it.
    fn told(self, provider: &Provider) -> AppError {
        let message = |id| Message::new(id).with("provider", provider.name.clone());
        match self {
            Self::Away(why) => {
                tracing::error!(provider = provider.key, why, "A provider does not answer");
                AppError::Elsewhere(message("sign-in-with-away"))
            }
            Self::Refused(why) => {
                tracing::warn!(provider = provider.key, why, "What a provider says cannot be believed");
                AppError::Refused(message("sign-in-with-unproven"), None)
            }
            Self::Stale => AppError::Refused(message("sign-in-with-stale"), None),
            Self::Cancelled => AppError::Refused(message("sign-in-with-cancelled"), None),
        }
    }
}

impl Providers {
    fn of(&self, key: &str) -> Result<&Arc<Provider>, AppError> {
        self.all.iter().find(|provider| provider.key == key).ok_or(AppError::NotFound)
    }
}

impl Provider {
    /// The address at the provider where somebody says who they are.
    async fn address(
        &self,
        outgoing: &Outgoing,
        attempt: &Attempt,
        (redirect, locale): (&str, &str),
        now: DateTime<Utc>,
    ) -> Result<Url, Unproven> {
        match &self.kind {
            Kind::OpenId(issuer) => {
                self.openid_address(outgoing, issuer, attempt, (redirect, locale), now).await
            }
            Kind::OAuth(at) => self.oauth_address(at, attempt, redirect),
        }
    }

    /// What the provider says of whom this code stands for, verified.
    async fn shown(
        &self,
        outgoing: &Outgoing,
        told: (&Attempt, &str),
        redirect: &str,
        now: DateTime<Utc>,
    ) -> Result<Shown, Unproven> {
        match &self.kind {
            Kind::OpenId(issuer) => self.openid_shown(outgoing, issuer, told, redirect, now).await,
            Kind::OAuth(at) => self.oauth_shown(outgoing, at, told, redirect).await,
        }
    }

    /// The address at the provider that ends its own session, when it has one.
    async fn leaving(
        &self,
        outgoing: &Outgoing,
        told: (Option<&str>, &str),
        now: DateTime<Utc>,
    ) -> Option<Url> {
        match &self.kind {
            Kind::OpenId(issuer) => self.openid_leaving(outgoing, issuer, told, now).await,
            Kind::OAuth(_) => None,
        }
    }
}

/// The ways to a provider and back, and the forms about them.
pub fn routes(state: State) -> Router {
    Router::new()
        .route("/sign-in/with/{provider}", get(arriving::leave))
        .route("/sign-in/with/{provider}/back", get(arriving::arrive))
        .route("/sign-in/with/{provider}/out", get(logout::leave))
        .route(href::post::at::logged_out(), post(logout::logged_out))
        .route(href::post::at::connect(), post(connecting::connect))
        .route(href::post::at::disconnect(), post(connecting::disconnect))
        .route(href::post::at::requirements(), post(requiring::require))
        .with_state(state)
}
