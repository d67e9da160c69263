//! Pages that everyone sees alike, kept as they were sent.
//!
//! A page is good for as long as nothing has been written, and for 30 seconds at most, as it says how many minutes are left. It is
//! kept compressed and with all its headers, outside of sessions and rendering, so that sending it again costs next to nothing.

use std::{
    collections::HashMap,
    sync::{
        Arc, RwLock,
        atomic::{AtomicU64, Ordering},
    },
    time::{Duration, Instant},
};

use app::locale::Locale;
use axum::{
    body::{Body, Bytes, to_bytes},
    extract::{Request, State as FromState},
    http::{HeaderMap, HeaderValue, Method, StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Response},
};
use sha2::{Digest, Sha256};

use crate::{cookies::Cookies, state::State, visit};

/// How long a page that speaks of time is true enough.
const FRESH: Duration = Duration::from_secs(30);
/// How many bytes of pages are kept.
const ROOM: usize = 24 << 20;
/// A page larger than this is not kept.
const LARGEST: usize = 4 << 20;

/// The pages kept. The least recently sent ones make room for new ones.
#[derive(Clone, Default)]
pub struct PageCache(Arc<Inner>);

#[derive(Default)]
struct Inner {
    pages: RwLock<HashMap<Key, Arc<Page>>>,
    tick: AtomicU64,
}

#[derive(Clone, PartialEq, Eq, Hash)]
struct Key {
    address: String,
    locale: Locale,
    encoding: &'static str,
}

struct Page {
    head: u64,
    made: Instant,
    headers: HeaderMap,
    body: Bytes,
    tag: HeaderValue,
    used: AtomicU64,
}

/// For whom an answer was rendered; said by the one who knows the context it was rendered from (`visit`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Audience {
    /// Nobody was signed in, nothing was kept for them, and no form came back.
    Anybody,
    Someone,
}

/// Answers from what is kept, or keeps what is answered.
pub async fn answer(
    FromState((cache, state)): FromState<(PageCache, State)>,
    mut request: Request,
    next: Next,
) -> Response {
    let Some(key) = key(&request) else { return next.run(request).await };
    let head = state.db.head();
    let known = request.headers().get(header::IF_NONE_MATCH).cloned();
    if let Some(page) = cache.get(&key, head) {
        return page.send(known.as_ref());
    }
    // Compression sees one encoding only, so that each form of a page is kept once and not once for every way of asking.
    request.headers_mut().insert(header::ACCEPT_ENCODING, HeaderValue::from_static(key.encoding));
    let response = next.run(request).await;
    if response.status() != StatusCode::OK
        || response.headers().contains_key(header::SET_COOKIE)
        || response.extensions().get() != Some(&Audience::Anybody)
    {
        return response;
    }
    let (parts, body) = response.into_parts();
    let Ok(body) = to_bytes(body, usize::MAX).await else {
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    };
    let page = Arc::new(Page::new(head, parts.headers, body));
    cache.keep(key, page.clone());
    page.send(known.as_ref())
}

/// The key of a request that everyone may get the same answer to; none for others. Whether the answer is one for everyone, it says itself.
fn key(request: &Request) -> Option<Key> {
    let headers = request.headers();
    let cookies = request.extensions().get::<Cookies>()?;
    let alike = request.method() == Method::GET && cookies.is_understood && cookies.session.is_none();
    alike.then(|| Key {
        address: request.uri().path_and_query().map_or("/", |address| address.as_str()).to_owned(),
        locale: visit::locale(cookies, headers),
        encoding: encoding(headers),
    })
}

/// The best encoding the browser reads. A weight of nothing is rare enough to be taken at its word only for `*`.
fn encoding(headers: &HeaderMap) -> &'static str {
    let offers =
        headers.get(header::ACCEPT_ENCODING).and_then(|offers| offers.to_str().ok()).unwrap_or_default();
    let reads = |name: &str| {
        offers.split(',').map(str::trim).any(|offer| {
            offer
                .strip_prefix(name)
                .is_some_and(|rest| rest.is_empty() || (rest.starts_with(';') && !rest.ends_with("=0")))
        })
    };
    ["br", "gzip"].into_iter().find(|name| reads(name)).unwrap_or("identity")
}

impl PageCache {
    fn get(&self, key: &Key, head: u64) -> Option<Arc<Page>> {
        let page = self.0.pages.read().ok()?.get(key)?.clone();
        if page.head != head || page.made.elapsed() > FRESH {
            return None;
        }
        page.used.store(self.0.tick.fetch_add(1, Ordering::Relaxed), Ordering::Relaxed);
        Some(page)
    }

    fn keep(&self, key: Key, page: Arc<Page>) {
        let Ok(mut pages) = self.0.pages.write() else { return };
        if page.body.len() > LARGEST {
            return;
        }
        page.used.store(self.0.tick.fetch_add(1, Ordering::Relaxed), Ordering::Relaxed);
        pages.insert(key, page);
        let mut weight: usize = pages.iter().map(|(key, page)| page.weight() + key.address.len()).sum();
        if weight <= ROOM {
            return;
        }
        // Half is cleared at once, so that this is done seldom.
        let mut by_use: Vec<_> =
            pages.iter().map(|(key, page)| (page.used.load(Ordering::Relaxed), key.clone())).collect();
        by_use.sort_unstable_by_key(|(used, _)| *used);
        for (_, key) in by_use {
            if weight <= ROOM / 2 {
                break;
            }
            weight -= pages.remove(&key).map_or(0, |page| page.weight() + key.address.len());
        }
    }
}

impl Page {
    fn new(head: u64, mut headers: HeaderMap, body: Bytes) -> Self {
        let digest = Sha256::digest(&body);
        let tag = digest[..8].iter().fold(String::new(), |tag, byte| format!("{tag}{byte:02x}"));
        let tag = HeaderValue::from_str(&format!("\"{tag}\"")).unwrap_or(HeaderValue::from_static("\"\""));
        headers.remove(header::TRANSFER_ENCODING);
        headers.insert(header::CONTENT_LENGTH, body.len().into());
        headers.insert(header::ETAG, tag.clone());
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-cache"));
        headers.insert(header::VARY, HeaderValue::from_static("accept-encoding, accept-language, cookie"));
        Self { head, made: Instant::now(), headers, body, tag, used: AtomicU64::default() }
    }

    fn weight(&self) -> usize {
        self.body.len() + 1024
    }

    /// The page, or word that the browser's copy is still good.
    fn send(&self, known: Option<&HeaderValue>) -> Response {
        let same = known.and_then(|tags| tags.to_str().ok()).is_some_and(|tags| {
            tags.split(',').any(|tag| tag.trim().trim_start_matches("W/").as_bytes() == self.tag.as_bytes())
        });
        let mut response = Response::new(if same { Body::empty() } else { Body::from(self.body.clone()) });
        *response.headers_mut() = self.headers.clone();
        if same {
            *response.status_mut() = StatusCode::NOT_MODIFIED;
            response.headers_mut().remove(header::CONTENT_LENGTH);
        }
        response
    }
}
