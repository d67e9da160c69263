//! What every answer says to the browser about safety.

use axum::{
    extract::{Request, State as FromState},
    http::{HeaderName, HeaderValue, header},
    middleware::Next,
    response::Response,
};

use crate::{page_cache::Audience, state::State};

/// Only our own files run and load, and WebAssembly may be compiled. There is no inline script or style, so there is no nonce either:
/// a page can be kept and sent again as it is.
const POLICY: &str = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; object-src 'none'; base-uri 'none'; \
                      form-action 'self'; frame-ancestors 'none'";

/// Half a year, in which a browser comes by encrypted connections alone.
const ENCRYPTED: HeaderValue = HeaderValue::from_static("max-age=15768000");

/// Adds the headers to an answer that does not have its own. What was made for one reader, or does not say for whom, is kept by nobody, so that
/// it is gone when they sign out; nor is what says that something is broken.
pub async fn secure(FromState(state): FromState<State>, request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    let keeping = match response.extensions().get() {
        Some(Audience::Anybody) if !response.status().is_server_error() => "no-cache",
        _ => "no-store",
    };
    response.headers_mut().entry(header::CACHE_CONTROL).or_insert(HeaderValue::from_static(keeping));
    if state.is_secure() {
        response.headers_mut().entry(header::STRICT_TRANSPORT_SECURITY).or_insert(ENCRYPTED);
    }
    let headers = [
        (header::CONTENT_SECURITY_POLICY, POLICY),
        (header::REFERRER_POLICY, "same-origin"),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (
            HeaderName::from_static("permissions-policy"),
            "camera=(), geolocation=(), microphone=(), payment=()",
        ),
        (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
    ];
    for (name, value) in headers {
        response.headers_mut().entry(name).or_insert(HeaderValue::from_static(value));
    }
    response
}
