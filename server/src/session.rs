//! Sessions as rows, of which the cookie's value is not one.

use chrono::DateTime;
use entity::{Db, session};
use sea_orm::prelude::async_trait::async_trait;
use serde_json::Value;
use time::{Duration, OffsetDateTime};
use tower_sessions::{
    Expiry, SessionManagerLayer, SessionStore,
    cookie::SameSite,
    session::{Id, Record},
    session_store::{Error, Result},
};

use crate::{
    clock::{Clock, digest},
    cookies,
    state::State,
};

/// The key of the account that is signed in.
pub const ACCOUNT: &str = "account";
/// The key of what the browser called itself at sign-in.
pub const LABEL: &str = "label";

/// How long a signed-in session lives after it was last changed.
pub const SIGNED_IN: Duration = Duration::days(30);
/// How long what a visitor typed is kept until they sign in.
pub const VISIT: Duration = Duration::hours(2);

/// Gives each request its session; a cookie is set only once there is something to keep.
pub fn layer(state: &State) -> SessionManagerLayer<Store> {
    SessionManagerLayer::new(Store { db: state.db.clone(), clock: state.clock.clone() })
        .with_name(cookies::session_name(state.is_secure()))
        .with_http_only(true)
        .with_same_site(SameSite::Lax)
        .with_secure(state.is_secure())
        .with_expiry(Expiry::OnInactivity(VISIT))
}

/// The sessions in the database.
#[derive(Clone, Debug)]
pub struct Store {
    db: Db,
    clock: Clock,
}

/// The id a session has as a row.
pub fn row_id(id: &Id) -> String {
    digest(&id.to_string())
}

#[async_trait]
impl SessionStore for Store {
    async fn create(&self, record: &mut Record) -> Result<()> {
        // The id is 128 random bits of the library's; a second one of the same does not come about.
        self.save(record).await
    }

    async fn save(&self, record: &Record) -> Result<()> {
        let row = session::Model {
            id: row_id(&record.id),
            account_id: record.data.get(ACCOUNT).and_then(Value::as_i64),
            label: record.data.get(LABEL).and_then(Value::as_str).unwrap_or_default().to_owned(),
            content: serde_json::to_string(&record.data).map_err(|error| Error::Encode(error.to_string()))?,
            created_at: self.clock.now(),
            expires_at: DateTime::from_timestamp(record.expiry_date.unix_timestamp(), 0).unwrap_or_default(),
        };
        row.keep(self.db.owner()).await.map_err(broken)
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
