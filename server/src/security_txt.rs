//! `/.well-known/security.txt`: whom to tell of a weakness (RFC 9116).

use axum::{
    Router,
    extract::State as FromState,
    http::{StatusCode, header},
    response::{IntoResponse, Response},
    routing::get,
};
use chrono::{SecondsFormat, TimeDelta};

use crate::state::State;

const ADDRESS: &str = "/.well-known/security.txt";
/// How long what it says holds; RFC 9116 asks for less than a year.
const HOLDS: TimeDelta = TimeDelta::days(180);

/// The route of `/.well-known/security.txt`.
pub fn routes(state: State) -> Router {
    Router::new().route(ADDRESS, get(answer)).with_state(state)
}

/// The contact of the configuration; not found where there is none.
async fn answer(FromState(state): FromState<State>) -> Response {
    let Some(contact) = &state.security_contact else {
        return (StatusCode::NOT_FOUND, "Whoever runs this site has named no address for this.\n")
            .into_response();
    };
    let expires = (state.clock.now() + HOLDS).to_rfc3339_opts(SecondsFormat::Secs, true);
    let url = &state.url;
    let text = format!(
        "Contact: {contact}\nExpires: {expires}\nPreferred-Languages: en, ar\nCanonical: {url}{ADDRESS}\n"
    );
    ([(header::CONTENT_TYPE, "text/plain; charset=utf-8")], text).into_response()
}
