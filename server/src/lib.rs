//! Comity as a server: configuration, sessions, sign-in, answers over HTTP and the command line.
//!
//! Architecture Invariant: the only place with a clock, with randomness and with the network. It knows every crate; none knows it.

pub mod assets;
pub mod command;
pub mod demo;

use app::{
    context::{Context, Given},
    document, routes,
};
use axum::{Router, extract::Request, response::Response, routing::get};

/// The whole site as one service.
pub fn router() -> Router {
    let pages = leptos_axum::generate_route_list(routes::Routes);
    let mut router = Router::new().merge(assets::router());
    for page in pages {
        router = router.route(page.path(), get(show));
    }
    router.fallback(show)
}

async fn show(request: Request) -> Response {
    document::render(Context::new(Given { asset: assets::url, demo: false }), request).await
}
