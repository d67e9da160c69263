//! What a page or a form is given: who reads, when, in which language, and where.

mod counted;
mod persona;

use std::{
    ops::Deref,
    sync::{Arc, OnceLock},
};

use axum::extract::RawPathParams;
use chrono::{DateTime, Utc};
use domain::typed;
use entity::{
    Reader, Source,
    allowance::Today,
    checkpoint,
    reading::{Viewer, desk::Slip},
    session::Begun,
};
use leptos::prelude::*;
use leptos_router::{hooks::use_params_map, params::ParamsMap};

use crate::{
    error::AppError,
    fields::Fields,
    locale::Locale,
    provider::{Provider, Unlinked},
};

pub use counted::Counted;
pub use persona::Persona;

/// One request as pages and forms see it; the server makes it, and cloning it is cheap.
#[derive(Clone)]
pub struct Context {
    given: Arc<Given>,
    params: Arc<ParamsMap>,
    /// What waits for the reader, once it was looked up.
    waiting: Arc<OnceLock<Arc<[Slip]>>>,
    /// What the page is made from, once it has said so.
    source: Arc<OnceLock<Source>>,
    /// The zone of the forum that the page is about, once it has said so.
    forum_zone: Arc<OnceLock<String>>,
}

/// What the server gives for one request.
#[derive(Clone)]
pub struct Given {
    pub db: entity::Db,
    pub now: DateTime<Utc>,
    /// Who is signed in.
    pub reader: Option<Reader>,
    /// Whose words are kept until a mail is answered, of whoever is not signed in: the id of the row.
    pub newcomer: Option<i64>,
    /// How much of what they may write in a day is written; none where nothing is counted.
    pub today: Option<Today>,
    /// The id of the session they are signed in by.
    pub session: Option<String>,
    pub locale: Locale,
    /// The IANA name of the reader's time zone, when they have said.
    pub zone: Option<String>,
    /// When the reader was on this draft before, in an earlier visit where there was one; none who has never been.
    pub been: Option<DateTime<Utc>>,
    /// A token no other page has had; a form sends it back, so that posting it twice does one thing.
    pub once: String,
    /// The fingerprint of the key that signs the record.
    pub fingerprint: Arc<str>,
    /// In a demo, as whom anyone may sign in.
    pub cast: Option<Arc<[Persona]>>,
    /// By whom one may sign in beside mail.
    pub providers: Arc<[Provider]>,
    /// How the session was begun.
    pub begun: Begun,
    /// The provider that a role of the reader asks for, when they came otherwise.
    pub lacks: Option<String>,
    /// Somebody whom a provider has shown in this session, and who is connected with no account.
    pub unlinked: Option<Unlinked>,
    /// How many things were found to wait for whom.
    pub counted: Arc<Counted>,
    /// A token that was just made, which is shown this once.
    pub token: Option<String>,
    /// What the API is, as OpenAPI says it.
    pub api: fn() -> &'static serde_json::Value,
    /// Finds the address of an asset by its logical name.
    pub asset: fn(&str) -> &'static str,
    /// Where this site is, such as `https://comity.example`, without a slash at the end.
    pub url: Arc<str>,
    /// The path that was asked for, without the query.
    pub path: String,
    pub query: Fields,
    /// What came back from a form on this page.
    pub returned: Option<Returned>,
}

/// How far the record is signed, and when that was. How far it goes by now is not said: that would tell of every event as it happens, also
/// where its reader may not look.
#[derive(Clone, Copy, Debug)]
pub struct Record {
    /// How many events the last checkpoint is over.
    pub events: i64,
    pub signed: DateTime<Utc>,
}

impl Record {
    /// The last checkpoint; none before the first.
    pub async fn now(db: &entity::Db) -> Result<Option<Self>, entity::Error> {
        let last = checkpoint::Entity::last(db.read()).await?;
        Ok(last.map(|last| Self { events: last.size, signed: last.signed_at }))
    }
}

/// A form that is shown again: what was typed, and why, unless it was only kept for the reader while they signed in.
#[derive(Clone, Debug, Default)]
pub struct Returned {
    pub fields: Fields,
    /// Why it did not do what it was sent for; none where the words were only kept.
    pub error: Option<AppError>,
}

impl Context {
    /// The context of one request; its parameters are those of the route that was found, and none before.
    pub fn new(given: Given) -> Self {
        Self {
            given: Arc::new(given),
            params: Arc::default(),
            waiting: Arc::default(),
            source: Arc::default(),
            forum_zone: Arc::default(),
        }
    }

    /// Says that the page is about a forum in this zone: its days are those of the forum's clocks.
    pub fn is_about_forum_in(&self, zone: &str) {
        self.forum_zone.get_or_init(|| zone.to_owned());
    }

    /// The zone whose days the page tells: that of its forum, else the reader's, else UTC.
    pub fn zone_of_days(&self) -> &str {
        self.forum_zone.get().or(self.zone.as_ref()).map_or("UTC", String::as_str)
    }

    /// The context of this reader at another page of the site, with a form that came back.
    pub fn at_page(&self, page: &str, returned: Returned) -> Self {
        let (path, query) = page.split_once('?').unwrap_or((page, ""));
        Self::new(Given {
            path: path.to_owned(),
            query: Fields::parse_urlencoded(query.as_bytes()),
            returned: Some(returned),
            ..(*self.given).clone()
        })
    }

    /// The context of this reader at another page of the site, which shows a token this once.
    pub fn with_token(&self, page: &str, token: String) -> Self {
        let shown = self.at_page(page, Returned::default());
        Self::new(Given { token: Some(token), returned: None, ..(*shown.given).clone() })
    }

    /// Says that the page is made from these runs of the record alone, beside the people of the site and its own foot. A page that does
    /// not say so is made from everything.
    pub fn made_from(&self, runs: impl IntoIterator<Item = String>) {
        self.source.get_or_init(|| Source::Of(runs.into_iter().collect()));
    }

    /// Says, before anything else of it does, that the page is made from everything.
    pub fn made_from_everything(&self) {
        self.source.get_or_init(Source::default);
    }

    /// What the page is made from.
    pub fn source(&self) -> Source {
        self.source.get().cloned().unwrap_or_default()
    }

    pub(crate) fn waiting(&self) -> &OnceLock<Arc<[Slip]>> {
        &self.waiting
    }

    /// This context with the parameters of the matched route.
    pub(crate) fn on_route(self) -> Self {
        Self { params: Arc::new(use_params_map().get_untracked()), ..self }
    }

    /// This context with the parameters of a form's address.
    pub(crate) fn on_form(self, params: &RawPathParams) -> Self {
        let mut map = ParamsMap::new();
        for (name, value) in params {
            map.insert(name.to_owned(), value.to_owned());
        }
        Self { params: Arc::new(map), ..self }
    }

    /// Reads a parameter of the path; one that does not read as such names nothing, so it is not found.
    pub fn param<T: std::str::FromStr>(&self, name: &str) -> Result<T, AppError> {
        // An address that was copied from a right-to-left text may bring the marks around it along.
        let bare =
            |value: &str| value.trim_matches(|letter| ('\u{2066}'..='\u{2069}').contains(&letter)).to_owned();
        self.params.get_str(name).and_then(|value| typed::read(&bare(value)).ok()).ok_or(AppError::NotFound)
    }

    /// Reads a parameter of the query, such as a filter; nothing when it is absent or does not read as such.
    pub fn query<T: std::str::FromStr>(&self, name: &str) -> Option<T> {
        self.query.optional(name).and_then(|value| typed::read(value).ok())
    }

    /// Who looks, and when: what every reading begins with.
    pub fn viewer(&self) -> Viewer<'_> {
        Viewer { db: &self.db, reader: self.reader.as_ref(), now: self.now }
    }

    /// Who is signed in; asks to sign in otherwise.
    pub fn reader(&self) -> Result<&Reader, AppError> {
        self.reader.as_ref().ok_or(AppError::SignIn)
    }

    /// What was typed in a field before the form came back; empty on a fresh page.
    pub fn typed(&self, name: &str) -> String {
        self.typed_or(name, "")
    }

    /// What was typed in a field before the form came back, or what the field starts with.
    pub fn typed_or(&self, name: &str, start: &str) -> String {
        let typed = self.returned.as_ref().and_then(|returned| returned.fields.get(name));
        typed.unwrap_or(start).to_owned()
    }

    /// Tells whether a radio button or checkbox was chosen before the form came back; `start` on a fresh page.
    pub fn chosen(&self, name: &str, value: &str, start: bool) -> bool {
        match &self.returned {
            Some(returned) => returned.fields.all(name).any(|chosen| chosen == value),
            None => start,
        }
    }

    /// What the address says that the last form did; nothing where a form came back since, which says what became of it itself.
    pub fn done(&self, name: &str) -> Option<&str> {
        self.query.get(name).filter(|_| self.returned.is_none())
    }

    /// The refusal that is about this field.
    pub fn refusal(&self, name: &str) -> Option<&AppError> {
        let error = self.returned.as_ref()?.error.as_ref()?;
        error.parts().iter().find(|part| part.on_field() == Some(name))
    }

    /// The address of this page: its path, and its query when there is one.
    pub fn address(&self) -> String {
        match self.query.to_query() {
            query if query.is_empty() => self.path.clone(),
            query => format!("{}?{query}", self.path),
        }
    }
}

impl Deref for Context {
    type Target = Given;

    fn deref(&self) -> &Given {
        &self.given
    }
}

/// The context of the page being rendered.
pub fn context() -> Context {
    expect_context()
}
