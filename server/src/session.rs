//! Sessions as rows, of which the cookie's value is not one.

use std::sync::Arc;

use axum::{
    http::{HeaderValue, header},
    response::Response,
};
use chrono::DateTime;
use entity::{Db, session};
use sea_orm::prelude::async_trait::async_trait;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use time::{Duration, OffsetDateTime};
use tower_sessions::{
    Expiry, Session, SessionStore,
    session::{Id, Record},
    session_store::{Error, Result},
};

use crate::{
    clock::{Clock, digest},
    cookies::{self, Cookies},
    state::State,
};

/// The key of the account that is signed in.
pub const ACCOUNT: &str = "account";
/// The key of whose words are kept until a mail is answered.
pub const NEWCOMER: &str = "newcomer";
/// The key of what the browser called itself at sign-in.
pub const LABEL: &str = "label";

/// The key of how it was begun.
pub const WAY: &str = "way";
/// The key of somebody at a provider who is connected with no account.
pub const UNLINKED: &str = "unlinked";
/// The key of where somebody goes to be signed out at a provider too.
pub const LEAVING: &str = "leaving";

/// How a session was begun, and what of the provider is needed to end it.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Way {
    /// As [`session::Begun::key`] writes it.
    pub begun: String,
    pub identity: Option<i64>,
    /// What the provider calls its own session.
    pub provider_session: Option<String>,
    /// What the provider asks back for, to end its own.
    pub id_token: Option<String>,
}

/// How long a signed-in session lives after it was last changed.
pub const SIGNED_IN: Duration = Duration::days(30);
/// How long what a visitor typed is kept until they sign in.
pub const VISIT: Duration = Duration::hours(2);

/// The session of whoever sent these cookies; a new one, of which nothing is kept yet, when they have none.
pub fn of(state: &State, cookies: &Cookies) -> Session {
    let id = cookies.session.as_deref().and_then(|id| id.parse().ok());
    let store = Store { db: state.db.clone(), clock: state.clock.clone() };
    Session::new(id, Arc::new(store), Some(Expiry::OnInactivity(VISIT)))
}

/// Keeps what was changed in a session, and tells the browser its id once there is something to keep. Nothing is kept of an answer that says
/// that something failed. Refuses what could not be kept.
pub async fn keep(
    state: &State,
    cookies: &Cookies,
    session: &Session,
    answer: &mut Response,
) -> std::result::Result<(), tower_sessions::session::Error> {
    let cookie = if session.is_empty().await {
        cookies.session.as_ref().map(|_| (String::new(), Duration::ZERO))
    } else if session.is_modified() && !answer.status().is_server_error() {
        session.save().await?;
        session.id().map(|id| (id.to_string(), session.expiry_age()))
    } else {
        None
    };
    if let Some((id, age)) = cookie {
        let (name, secure) = (cookies::session_name(state.is_secure()), state.is_secure());
        let secure = if secure { "; Secure" } else { "" };
        let age = age.whole_seconds();
        let cookie = format!("{name}={id}; Path=/; Max-Age={age}; HttpOnly; SameSite=Lax{secure}");
        if let Ok(cookie) = HeaderValue::from_str(&cookie) {
            answer.headers_mut().append(header::SET_COOKIE, cookie);
        }
    }
    Ok(())
}

/// The sessions in the database.
#[derive(Clone, Debug)]
pub struct Store {
    db: Db,
    clock: Clock,
}

impl Store {
    fn row(&self, record: &Record) -> Result<session::Model> {
        let way = record.data.get(WAY).cloned().map(serde_json::from_value::<Way>).transpose();
        let way = way.map_err(|error| Error::Encode(error.to_string()))?.unwrap_or_default();
        Ok(session::Model {
            id: row_id(&record.id),
            account_id: record.data.get(ACCOUNT).and_then(Value::as_i64),
            label: record.data.get(LABEL).and_then(Value::as_str).unwrap_or_default().to_owned(),
            content: serde_json::to_string(&record.data).map_err(|error| Error::Encode(error.to_string()))?,
            created_at: self.clock.now(),
            expires_at: DateTime::from_timestamp(record.expiry_date.unix_timestamp(), 0).unwrap_or_default(),
            begun: way.begun,
            identity_id: way.identity,
            provider_session: way.provider_session,
        })
    }
}

/// The id a session has as a row.
pub fn row_id(id: &Id) -> String {
    digest(&id.to_string())
}

#[async_trait]
impl SessionStore for Store {
    async fn create(&self, record: &mut Record) -> Result<()> {
        // The id is 128 random bits of the library's; a second one of the same does not come about.
        self.row(record)?.keep(self.db.owner()).await.map_err(broken)
    }

    async fn save(&self, record: &Record) -> Result<()> {
        if !self.row(record)?.change(self.db.owner()).await.map_err(broken)? {
            tracing::info!("A session was ended while a request of it was answered");
        }
        Ok(())
    }

    async fn load(&self, id: &Id) -> Result<Option<Record>> {
        let row =
            session::Entity::live(self.db.read(), &row_id(id), self.clock.now()).await.map_err(broken)?;
        let Some(row) = row else { return Ok(None) };
        let decode = |error: &dyn std::fmt::Display| Error::Decode(error.to_string());
        Ok(Some(Record {
            id: *id,
            data: serde_json::from_str(&row.content).map_err(|error| decode(&error))?,
            expiry_date: OffsetDateTime::from_unix_timestamp(row.expires_at.timestamp())
                .map_err(|error| decode(&error))?,
        }))
    }

    async fn delete(&self, id: &Id) -> Result<()> {
        session::Entity::end(self.db.owner(), &row_id(id)).await.map_err(broken)
    }
}

fn broken(error: entity::Error) -> Error {
    Error::Backend(error.to_string())
}
