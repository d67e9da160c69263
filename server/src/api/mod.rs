//! `/api/v1`: what pages show and forms do, for programs.
//!
//! Architecture Invariant: an endpoint is a line of a table (`endpoint::Endpoint`) over a reading or a verb, and works out nothing itself. The
//! routes, the description at `/api/openapi.json`, the page that explains it and the tests are all made from that table.
//!
//! Who asks is said by a token alone. Cookies are not read here, so that no page of another site can act by them.

mod answers;
mod call;
mod drafts;
mod endpoint;
mod forums;
mod list;
mod once;
mod openapi;
mod own;
mod problem;
mod rate;
mod record;
mod referrals;
mod said;
mod signing;
mod talk;
mod texts;
mod threads;

use std::sync::Arc;

use axum::{
    Router,
    extract::{Request, State as FromState},
    http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, header},
    middleware::{Next, from_fn, from_fn_with_state},
    response::{IntoResponse, Response},
    routing::{MethodFilter, MethodRouter, get, on},
};
use tower_http::{catch_panic::CatchPanicLayer, compression::CompressionLayer};

use crate::{
    off::{self, Turns},
    receive::{self, Received},
    state::State,
};

pub use call::PREFIX;
pub use endpoint::{Endpoint, Gives, Verb};
pub use openapi::{document, shared};

/// Where the description of the API is.
pub const DESCRIPTION: &str = "/api/openapi.json";
/// What every address of the API begins with.
pub const ROOT: &str = "/api/v1";

/// Every endpoint there is.
pub fn endpoints() -> impl Iterator<Item = &'static Endpoint> {
    let all = [
        forums::ENDPOINTS,
        drafts::ENDPOINTS,
        texts::ENDPOINTS,
        threads::ENDPOINTS,
        talk::ENDPOINTS,
        signing::ENDPOINTS,
        record::ENDPOINTS,
        referrals::ENDPOINTS,
        own::ENDPOINTS,
    ];
    all.into_iter().flatten()
}

/// The API as one service.
pub fn router(state: &State, received: Received, turns: Turns, a_minute: u32) -> Router {
    let mut paths: Vec<(String, MethodRouter<()>)> = Vec::new();
    for endpoint in endpoints() {
        let path = format!("{ROOT}{}", endpoint.route());
        let state = state.clone();
        let answer = on(endpoint.verb.filter(), move |request| call::answer(state, endpoint, request));
        match paths.iter_mut().find(|(known, _)| *known == path) {
            Some((_, methods)) => *methods = std::mem::take(methods).merge(answer),
            None => paths.push((path, answer)),
        }
    }
    let mut router = Router::new();
    for (path, methods) in paths {
        router = router.route(&path, methods);
    }
    router
        .route(DESCRIPTION, get(describe))
        .route("/api/v1/{*rest}", get(nothing).on(MethodFilter::POST, nothing))
        .method_not_allowed_fallback(wrong_method)
        .layer(CatchPanicLayer::custom(problem::caught))
        .layer(from_fn_with_state(turns, off::run))
        .layer(from_fn_with_state(state.clone(), away))
        .layer(from_fn_with_state(received, receive::whole))
        .layer(from_fn_with_state((Arc::new(rate::Paces::new(a_minute)), state.clone()), rate::count))
        .layer(from_fn(problem::explain))
        .layer(CompressionLayer::new())
        .layer(from_fn(open_to_pages))
}

async fn describe(headers: HeaderMap) -> Response {
    let mut answer = call::Answer::json(StatusCode::OK, shared()).into_response();
    answer.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("public, max-age=300"));
    call::unless_known(&headers, answer)
}

async fn nothing() -> Response {
    StatusCode::NOT_FOUND.into_response()
}

async fn wrong_method() -> Response {
    StatusCode::METHOD_NOT_ALLOWED.into_response()
}

/// Says that the database is away rather than wait for it.
async fn away(FromState(state): FromState<State>, request: Request, next: Next) -> Response {
    if state.db.is_away().await {
        return StatusCode::SERVICE_UNAVAILABLE.into_response();
    }
    next.run(request).await
}

/// Lets the scripts of any page read what is public. They send no token, and no cookie counts here, so that they act for nobody.
async fn open_to_pages(request: Request, next: Next) -> Response {
    let preflight = request.method() == Method::OPTIONS;
    let mut answer = if preflight { StatusCode::NO_CONTENT.into_response() } else { next.run(request).await };
    let said = [
        (header::ACCESS_CONTROL_ALLOW_ORIGIN, "*"),
        (
            header::ACCESS_CONTROL_EXPOSE_HEADERS,
            "ETag, Link, Location, RateLimit, RateLimit-Policy, Retry-After",
        ),
        (header::ACCESS_CONTROL_ALLOW_METHODS, "GET, HEAD"),
        (header::ACCESS_CONTROL_ALLOW_HEADERS, "Accept-Language, If-None-Match"),
        (header::ACCESS_CONTROL_MAX_AGE, "86400"),
        (HeaderName::from_static("cross-origin-resource-policy"), "cross-origin"),
    ];
    let said = said.into_iter().take(if preflight { 6 } else { 2 });
    for (name, value) in said {
        answer.headers_mut().insert(name, HeaderValue::from_static(value));
    }
    answer
}
