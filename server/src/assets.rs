//! The style sheet and the browser half, carried inside the binary under names that hold their digest.
//!
//! `cargo xtask build` writes them with their brotli and gzip forms and a manifest from logical to hashed names.

use std::{borrow::Cow, collections::BTreeMap, sync::LazyLock};

use axum::{
    Router,
    extract::{Path, rejection::PathRejection},
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
    routing::get,
};
use rust_embed::RustEmbed;

#[derive(RustEmbed)]
#[folder = "../target/site"]
#[allow_missing = true]
struct Site;

/// The encodings kept beside each file, best first, with the ending each is stored under.
const ENCODINGS: [(&str, &str); 2] = [("br", ".br"), ("gzip", ".gz")];

static MANIFEST: LazyLock<BTreeMap<String, String>> = LazyLock::new(|| {
    let names: BTreeMap<String, String> = Site::get("manifest.json")
        .and_then(|file| serde_json::from_slice(&file.data).ok())
        .unwrap_or_default();
    names.into_iter().map(|(logical, hashed)| (logical, format!("/assets/{hashed}"))).collect()
});

/// Serves `/assets/{name}`: hashed names only, for ever cacheable; anything else is not found.
pub fn router<S: Clone + Send + Sync + 'static>() -> Router<S> {
    Router::new().route("/assets/{name}", get(asset))
}

/// Gives the address of an asset by its logical name (`comity.css`), or of nothing at all when the browser half was not built.
pub fn url(logical: &str) -> &'static str {
    MANIFEST.get(logical).map_or("/assets/not-built", String::as_str)
}

async fn asset(path: Result<Path<String>, PathRejection>, headers: HeaderMap) -> Response {
    let Ok(Path(name)) = path else { return StatusCode::NOT_FOUND.into_response() };
    let known = MANIFEST.values().any(|url| url.strip_prefix("/assets/") == Some(name.as_str()));
    let Some((encoding, bytes)) = known.then(|| best(&name, &headers)).flatten() else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let etag = format!("\"{name}{}\"", encoding.map_or(String::new(), |encoding| format!("-{encoding}")));
    let unchanged = headers
        .get(header::IF_NONE_MATCH)
        .and_then(|tags| tags.to_str().ok())
        .is_some_and(|tags| tags.split(',').any(|tag| tag.trim().trim_start_matches("W/") == etag));
    let mut response = if unchanged { StatusCode::NOT_MODIFIED.into_response() } else { body(&name, bytes) };
    let answer = response.headers_mut();
    answer.insert(header::CACHE_CONTROL, HeaderValue::from_static("public, max-age=31536000, immutable"));
    answer.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
    if let Ok(etag) = HeaderValue::from_str(&etag) {
        answer.insert(header::ETAG, etag);
    }
    if let (Some(encoding), false) = (encoding, unchanged) {
        answer.insert(header::CONTENT_ENCODING, HeaderValue::from_static(encoding));
    }
    response
}

fn body(name: &str, bytes: Cow<'static, [u8]>) -> Response {
    ([(header::CONTENT_TYPE, content_type(name))], bytes).into_response()
}

/// Gives the smallest form of a file that the browser says it reads.
fn best(name: &str, headers: &HeaderMap) -> Option<(Option<&'static str>, Cow<'static, [u8]>)> {
    for (encoding, ending) in ENCODINGS {
        if accepts(headers, encoding)
            && let Some(file) = Site::get(&format!("{name}{ending}"))
        {
            return Some((Some(encoding), file.data));
        }
    }
    Site::get(name).map(|file| (None, file.data))
}

/// Tells whether `Accept-Encoding` names the encoding and does not weigh it at nothing.
fn accepts(headers: &HeaderMap, encoding: &str) -> bool {
    let offers = headers.get_all(header::ACCEPT_ENCODING).iter().filter_map(|value| value.to_str().ok());
    offers.flat_map(|value| value.split(',')).any(|offer| {
        let mut parts = offer.split(';').map(str::trim);
        let named = parts.next().is_some_and(|name| name.eq_ignore_ascii_case(encoding));
        named && !parts.filter_map(|part| part.strip_prefix("q=")).any(|q| q.parse() == Ok(0.0_f32))
    })
}

fn content_type(name: &str) -> &'static str {
    match name.rsplit_once('.').map(|(_, ending)| ending) {
        Some("css") => "text/css; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("ico") => "image/x-icon",
        Some("txt") => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asking(value: &'static str) -> HeaderMap {
        HeaderMap::from_iter([(header::ACCEPT_ENCODING, HeaderValue::from_static(value))])
    }

    #[test]
    fn an_encoding_is_taken_only_when_offered() {
        assert!(accepts(&asking("gzip, deflate, br"), "br"));
        assert!(accepts(&asking("BR;q=0.5"), "br"));
        assert!(!accepts(&asking("gzip, br;q=0"), "br"));
        assert!(!accepts(&HeaderMap::new(), "gzip"));
    }

    #[tokio::test]
    async fn a_name_that_was_not_built_is_not_found() {
        for name in ["manifest.json", "comity.css", "../Cargo.toml"] {
            assert_eq!(
                asset(Ok(Path(name.to_owned())), HeaderMap::new()).await.status(),
                StatusCode::NOT_FOUND
            );
        }
    }

    #[tokio::test]
    async fn a_built_asset_is_kept_for_ever_and_not_sent_twice() {
        for (logical, url) in MANIFEST.iter() {
            let name = url.trim_start_matches("/assets/");
            let first = asset(Ok(Path(name.to_owned())), asking("br")).await;
            assert_eq!(first.status(), StatusCode::OK, "{logical}");
            let stored = Site::get(&format!("{name}.br")).is_some();
            assert_eq!(first.headers().contains_key(header::CONTENT_ENCODING), stored, "{logical}");
            assert_eq!(first.headers()[header::CACHE_CONTROL], "public, max-age=31536000, immutable");
            let mut again = asking("br");
            again.insert(header::IF_NONE_MATCH, first.headers()[header::ETAG].clone());
            assert_eq!(
                asset(Ok(Path(name.to_owned())), again).await.status(),
                StatusCode::NOT_MODIFIED,
                "{logical}"
            );
        }
    }
}
