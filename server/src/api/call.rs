//! One call: who asks for what, and the answer.

use std::collections::BTreeSet;

use app::{body::Taken, error::AppError, fields::Fields, leading::is_readable, locale::Locale};
use axum::{
    RequestExt,
    body::{Body, Bytes},
    extract::{RawPathParams, Request},
    http::{HeaderMap, HeaderValue, Method, StatusCode, header, request::Parts},
    response::{IntoResponse, Response},
};
use chrono::{DateTime, Utc};
use domain::{Message, scope::Scope, typed};
use entity::{
    Reader,
    reading::{Head, Viewer},
    session::Begun,
    token,
};
use headers::{Authorization, ETag, HeaderMapExt, IfNoneMatch, authorization::Bearer};
use serde::{Serialize, de::DeserializeOwned};

use super::{Endpoint, Verb, once, problem::Problem};
use crate::{cookies::Cookies, state::State, visit};

/// What the tokens of this site begin with, so that a search for lost secrets finds them.
pub const PREFIX: &str = "comity_";

/// A call with all that an endpoint needs to answer it.
pub struct Call {
    pub state: State,
    /// Whose token it came with.
    pub reader: Option<Reader>,
    pub scopes: BTreeSet<Scope>,
    pub locale: Locale,
    pub now: DateTime<Utc>,
    pub query: Fields,
    /// What stands for this very request: sent twice, it does one thing.
    pub once: Option<String>,
    /// The path it was asked for by, with its query.
    pub address: String,
    params: Vec<(String, String)>,
    body: Bytes,
}

/// What is answered when a call succeeds.
#[derive(Debug)]
pub struct Answer {
    status: StatusCode,
    media: &'static str,
    content: String,
    location: Option<String>,
    link: Option<String>,
}

/// Answers a request by an endpoint.
pub async fn answer(state: State, endpoint: &'static Endpoint, mut request: Request) -> Response {
    let params = request.extract_parts::<RawPathParams>().await;
    let (parts, _) = request.into_parts();
    let locale = visit::locale(&Cookies::default(), &parts.headers);
    let refuse = |error: &AppError| Problem::of(error, locale).into_response();
    let params = match params {
        Ok(params) if parts.uri.path_and_query().is_none_or(|address| is_readable(address.as_str())) => {
            params.iter().map(|(name, value)| (name.to_owned(), value.to_owned())).collect()
        }
        _ => return refuse(&AppError::Unreadable),
    };
    let mut call = match Call::of(state, &parts, params, locale).await {
        Ok(call) => call,
        Err(error) => return refuse(&error),
    };
    if parts.method == Method::POST {
        call.body = match parts.extensions.get::<Taken>().cloned() {
            Some(Taken { whole: Err(error), .. }) => return refuse(&error),
            Some(taken) => taken.bytes,
            None => Bytes::new(),
        };
    }
    if let Err(error) = call.may(endpoint) {
        return refuse(&error);
    }
    match once::answer(call, endpoint, &parts.headers).await {
        Ok(answer) => unless_known(&parts.headers, answer),
        Err(error) => refuse(&error),
    }
}

/// The answer, or that the caller has it already.
pub fn unless_known(asked: &HeaderMap, answer: Response) -> Response {
    let known = asked.typed_get::<IfNoneMatch>().zip(answer.headers().typed_get::<ETag>());
    if known.is_none_or(|(known, tag)| known.precondition_passes(&tag)) {
        return answer;
    }
    let (mut parts, _) = answer.into_parts();
    parts.status = StatusCode::NOT_MODIFIED;
    parts.headers.remove(header::CONTENT_TYPE);
    Response::from_parts(parts, Body::empty())
}

impl Call {
    async fn of(
        state: State,
        parts: &Parts,
        params: Vec<(String, String)>,
        locale: Locale,
    ) -> Result<Self, AppError> {
        let now = state.clock.now();
        let (mut reader, mut scopes) = (None, BTreeSet::new());
        if parts.headers.contains_key(header::AUTHORIZATION) {
            let (found, row) = whose(&state, &parts.headers, now).await?;
            scopes = row.scopes.0;
            reader = Some(found);
        }
        Ok(Self {
            state,
            reader,
            scopes,
            locale,
            now,
            query: Fields::parse_urlencoded(parts.uri.query().unwrap_or_default().as_bytes()),
            once: None,
            address: parts.uri.path_and_query().map_or("/", |address| address.as_str()).to_owned(),
            params,
            body: Bytes::new(),
        })
    }

    /// Refuses a token that is not for this, and one's own things without a token.
    fn may(&self, endpoint: &Endpoint) -> Result<(), AppError> {
        let own = endpoint.verb == Verb::Post || endpoint.asks.is_empty();
        if self.reader.is_none() {
            return if own { Err(AppError::SignIn) } else { Ok(()) };
        }
        let scopes = if endpoint.asks.len() > 1 {
            endpoint.asks.iter().filter_map(|action| Scope::of(*action)).collect()
        } else {
            vec![endpoint.scope()]
        };
        if scopes.iter().any(|scope| self.scopes.contains(scope)) {
            return Ok(());
        }
        Err(self.lacks(scopes.first().copied().unwrap_or(Scope::Read)))
    }

    /// Refuses what the token is not for.
    pub fn require(&self, scope: Option<Scope>) -> Result<(), AppError> {
        match scope {
            Some(scope) if !self.scopes.contains(&scope) => Err(self.lacks(scope)),
            _ => Ok(()),
        }
    }

    fn lacks(&self, scope: Scope) -> AppError {
        AppError::Forbidden(Message::new("api-no-scope").with("scope", scope.key()))
    }

    /// Who looks, and when.
    pub fn viewer(&self) -> Viewer<'_> {
        Viewer { db: &self.state.db, reader: self.reader.as_ref(), now: self.now }
    }

    /// Whose token it came with. Refuses a call without one.
    pub fn reader(&self) -> Result<&Reader, AppError> {
        self.reader.as_ref().ok_or(AppError::SignIn)
    }

    /// A parameter of the path; refuses with not found one that does not read as such.
    pub fn param<T: std::str::FromStr>(&self, name: &str) -> Result<T, AppError> {
        let found = self.params.iter().find(|(known, _)| known == name);
        found.and_then(|(_, value)| typed::read(value).ok()).ok_or(AppError::NotFound)
    }

    /// A parameter of the query; none when it was not sent. Refuses what does not read as such.
    pub fn query<T: std::str::FromStr>(&self, name: &'static str) -> Result<Option<T>, AppError> {
        let Some(written) = self.query.get(name) else { return Ok(None) };
        typed::read(written).map(Some).map_err(|_| AppError::field(name, Message::new("api-unreadable")))
    }

    /// A word of the query, of those that `known` knows. Refuses another.
    pub fn word<T>(
        &self,
        name: &'static str,
        known: impl Fn(&str) -> Option<T>,
    ) -> Result<Option<T>, AppError> {
        let Some(written) = self.query.get(name) else { return Ok(None) };
        known(written).map(Some).ok_or_else(|| AppError::field(name, Message::new("api-unreadable")))
    }

    /// What was sent. Refuses what is not JSON or not of this shape, saying what is wrong with it.
    pub fn sent<T: DeserializeOwned>(&self) -> Result<T, AppError> {
        let value: serde_json::Value =
            serde_json::from_slice(&self.body).map_err(|_| AppError::Unreadable)?;
        if has_nul(&value) {
            return Err(AppError::Unreadable);
        }
        serde_json::from_value(value).map_err(|error| {
            AppError::Refused(Message::new("api-shape").with("what", error.to_string()), None)
        })
    }

    /// What was sent, as it came.
    pub fn body(&self) -> &[u8] {
        &self.body
    }

    /// The head of the draft in the path. Not found for one that the caller may not see.
    pub async fn head(&self) -> Result<Head, AppError> {
        Ok(Head::of(self.viewer(), &self.param::<String>("reference")?).await?)
    }
}

/// Whether a text in it has the character that no text has.
fn has_nul(value: &serde_json::Value) -> bool {
    match value {
        serde_json::Value::String(text) => text.contains('\0'),
        serde_json::Value::Array(items) => items.iter().any(has_nul),
        serde_json::Value::Object(fields) => {
            fields.iter().any(|(name, value)| name.contains('\0') || has_nul(value))
        }
        _ => false,
    }
}

/// Whose token a request came with. Refuses one that is none, has expired or was taken back, and one of an account that is gone.
async fn whose(
    state: &State,
    headers: &HeaderMap,
    now: DateTime<Utc>,
) -> Result<(Reader, token::Model), AppError> {
    let bearer = headers.typed_get::<Authorization<Bearer>>().ok_or(AppError::SignIn)?;
    let digest = crate::clock::digest(bearer.token());
    let row = token::Entity::live(state.db.read(), &digest, now).await?.ok_or(AppError::SignIn)?;
    let mut reader = Reader::of(&state.db, row.account_id, now).await?.ok_or(AppError::SignIn)?;
    // A role that asks for a provider is not lent to a program.
    reader.only_as_begun(&state.required.now(&state.db, now).await?, &Begun::Token);
    row.used(state.db.owner(), now).await?;
    Ok((Reader { token: Some(row.id), ..reader }, row))
}

impl Answer {
    /// A value as JSON, with this status; status 500 for a value that has no JSON.
    pub fn json(status: StatusCode, value: &impl Serialize) -> Self {
        match serde_json::to_string(value) {
            Ok(content) => Self::content(status, "application/json", content),
            Err(error) => {
                tracing::error!(%error, "An answer could not be written");
                Self::content(StatusCode::INTERNAL_SERVER_ERROR, "application/json", "{}".to_owned())
            }
        }
    }

    /// What was asked for, as JSON with status 200.
    pub fn of(value: &impl Serialize) -> Self {
        Self::json(StatusCode::OK, value)
    }

    /// What was made, below `/api/v1`.
    pub fn made(path: &str, value: &impl Serialize) -> Self {
        let location = Some(format!("{}{path}", super::ROOT));
        Self { location, ..Self::json(StatusCode::CREATED, value) }
    }

    /// Text of this media type, with status 200.
    pub fn text(media: &'static str, content: String) -> Self {
        Self::content(StatusCode::OK, media, content)
    }

    /// What was answered before to a request with the same key.
    pub fn again(status: u16, content: String, location: Option<String>) -> Self {
        let status = StatusCode::from_u16(status).unwrap_or(StatusCode::OK);
        Self { location, ..Self::content(status, "application/json", content) }
    }

    fn content(status: StatusCode, media: &'static str, content: String) -> Self {
        Self { status, media, content, location: None, link: None }
    }

    /// This answer with a link to what comes next.
    #[must_use]
    pub fn with_next(self, address: &str) -> Self {
        Self { link: Some(format!("<{address}>; rel=\"next\"")), ..self }
    }

    /// Its status, what it says, and where what it made is.
    pub fn parts(&self) -> (u16, String, Option<String>) {
        (self.status.as_u16(), self.content.clone(), self.location.clone())
    }

    /// The answer to this caller: what is for everybody may be kept, and is asked after each time, as a draft can be closed; what is for one
    /// is kept by nobody.
    pub fn to(self, is_public: bool) -> Response {
        let keeping = if is_public { "public, no-cache" } else { "no-store" };
        let mut response = self.into_response();
        response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static(keeping));
        let varies = HeaderValue::from_static("authorization, accept-language");
        response.headers_mut().append(header::VARY, varies);
        response
    }
}

impl IntoResponse for Answer {
    fn into_response(self) -> Response {
        let tag = format!("W/\"{}\"", &crate::clock::digest(&self.content)[..32]);
        let mut response = (self.status, [(header::CONTENT_TYPE, self.media)], self.content).into_response();
        let headers = response.headers_mut();
        if self.status == StatusCode::OK
            && let Ok(tag) = HeaderValue::from_str(&tag)
        {
            headers.insert(header::ETAG, tag);
        }
        for (name, value) in [(header::LOCATION, self.location), (header::LINK, self.link)] {
            if let Some(Ok(value)) = value.map(|value| HeaderValue::from_str(&value)) {
                headers.insert(name, value);
            }
        }
        response
    }
}
