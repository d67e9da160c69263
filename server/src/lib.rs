//! Comity as a server: configuration, sessions, sign-in, answers over HTTP and the command line.
//!
//! Architecture Invariant: the only place with a clock, with randomness and with the network. It knows every crate; none knows it.

pub mod api;
pub mod assets;
mod been;
pub mod bundle;
pub mod checkpoint;
pub mod clock;
pub mod command;
pub mod config;
pub mod cookies;
pub mod database;
pub mod demo;
pub mod export;
mod feed;
mod headers;
mod health;
mod inviting;
mod joining;
pub mod key;
mod language;
pub mod mail;
mod mail_link;
mod network;
mod off;
mod outage;
mod outgoing;
mod own_data;
pub mod page_cache;
mod private;
pub mod providers;
mod receipt;
mod receive;
mod security_txt;
pub mod serving;
pub mod session;
mod sign_in;
mod stall;
pub mod state;
pub mod telemetry;
pub mod telling;
mod tokens;
pub mod traffic;
mod visit;
mod went;

use app::{context::Context, document, error::AppError, fields::Fields, href, routes};
use axum::{
    Extension, Router,
    body::{Body, to_bytes},
    extract::Request,
    http::StatusCode,
    middleware::{from_fn, from_fn_with_state},
    response::{IntoResponse, Response},
    routing::{get, post},
};
use leptos::prelude::provide_context;
use tower_http::{
    catch_panic::CatchPanicLayer, compression::CompressionLayer, csrf::CsrfLayer,
    limit::RequestBodyLimitLayer,
};

use crate::{off::Turns, page_cache::PageCache, receive::Received, state::State, traffic::Traffic};

/// How much an island may send: four times the longest comment, as its letters may be escaped.
const TYPED: usize = 64 << 10;

/// How many links are made and sent at once.
pub const SENDING: usize = 64;

/// The whole site as one service.
pub fn router(state: State) -> Router {
    limited(state, Traffic::default())
}

/// The whole site as one service, which takes on so much at once.
pub fn limited(state: State, traffic: Traffic) -> Router {
    let (received, turns) = (Received::new(traffic), Turns::default());
    Router::new()
        .merge(health::routes(state.clone()))
        .route(&href::key(), get(receipt::key).with_state(state.clone()))
        .merge(security_txt::routes(state.clone()))
        .merge(assets::router())
        .merge(bundle::routes(&state, received.clone(), turns.clone()))
        .merge(api::router(&state, received.clone(), turns.clone(), traffic.calls))
        .fallback_service(site(state.clone(), received, turns))
        .layer(from_fn_with_state(state.clone(), network::find))
        .layer(from_fn_with_state(state, headers::secure))
}

/// The pages and forms: each request gets its context, and pages that everyone sees alike are kept.
fn site(state: State, received: Received, turns: Turns) -> Router {
    let mut site = Router::new();
    for page in leptos_axum::generate_route_list(routes::Routes) {
        site = site.route(page.path(), get(show));
    }
    site.merge(routes::actions())
        .merge(sign_in::routes(state.clone()))
        .merge(providers::routes(state.clone()))
        .merge(own_data::routes())
        .merge(tokens::routes(state.clone()))
        .merge(mail_link::routes())
        .merge(feed::routes())
        .merge(went::routes())
        .merge(bundle::forms(&state))
        .merge(joining::routes(state.clone()))
        .merge(inviting::routes(state.clone()))
        .merge(export::routes(&state))
        .merge(receipt::routes(&state))
        .route(&href::post::language(), post(language::choose).with_state(state.clone()))
        .route("/do/{function}", post(run).layer(RequestBodyLimitLayer::new(TYPED)))
        .method_not_allowed_fallback(wrong_method)
        .fallback(show)
        .layer(CsrfLayer::new())
        .layer(CatchPanicLayer::custom(visit::caught))
        .layer(from_fn(visit::explain))
        .layer(from_fn_with_state(state.clone(), visit::give_context))
        .layer(from_fn_with_state(turns, off::run))
        .layer(from_fn_with_state(state.clone(), outage::answer))
        .layer(from_fn_with_state(received, receive::whole))
        .layer(CompressionLayer::new())
        .layer(from_fn_with_state((PageCache::default(), state.clone()), page_cache::answer))
        .layer(from_fn_with_state(state.clone(), been::remember))
        .layer(from_fn_with_state(state, cookies::settle))
}

async fn show(Extension(ctx): Extension<Context>, _: Request) -> Response {
    document::render(ctx).await
}

/// Runs what an island asks the server for.
async fn run(Extension(ctx): Extension<Context>, request: Request) -> Response {
    let (parts, body) = request.into_parts();
    let Ok(sent) = to_bytes(body, TYPED).await else {
        return document::render_error(ctx, AppError::TooLarge).await;
    };
    if Fields::parse_urlencoded(&sent).has_nul() {
        return document::render_error(ctx, AppError::Unreadable).await;
    }
    let request = Request::from_parts(parts, Body::from(sent));
    let given = ctx.clone();
    let answer =
        leptos_axum::handle_server_fns_with_context(move || provide_context(given.clone()), request).await;
    let answer = answer.into_response();
    match answer.status() {
        StatusCode::BAD_REQUEST => document::render_error(ctx, AppError::NotFound).await,
        // Ours do not fail by themselves: what they were given was not what they take.
        StatusCode::INTERNAL_SERVER_ERROR => document::render_error(ctx, AppError::Unreadable).await,
        _ => answer,
    }
}

async fn wrong_method(Extension(ctx): Extension<Context>) -> Response {
    document::render_error(ctx, AppError::MethodNotAllowed).await
}
