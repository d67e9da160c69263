//! One page as it was sent.

use std::{
    sync::atomic::{AtomicU32, AtomicU64, Ordering},
    time::{Duration, Instant},
};

use axum::{
    body::{Body, Bytes, to_bytes},
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use entity::{Db, Freshness, Source};
use sha2::{Digest, Sha256};

/// How old a page may be.
pub mod age {
    use std::time::Duration;

    /// One that nothing has changed: it still speaks of time.
    pub const FRESH: Duration = Duration::from_secs(30);
    /// One that more was said since. What is sent now arrives a little later, so that this is a little less than a second.
    pub const OLDEST: Duration = Duration::from_millis(900);
    /// One that is not even being made anew.
    pub const REST: Duration = Duration::from_millis(500);
}

/// A page that was sent more often than this counts as one that many people read.
const MANY: u32 = 32;
/// A page that many people read, while others write, is made anew when it is this many times as old as making it took: making takes a fifth
/// of the time at most.
const SHARE: u32 = 5;

/// A page, compressed and with its headers.
#[derive(Debug)]
pub struct Page {
    /// What it was made from, and of which changes.
    source: Source,
    head: u64,
    began: Instant,
    /// How long making it took.
    took: Duration,
    headers: HeaderMap,
    body: Bytes,
    tag: HeaderValue,
    /// When it was sent last, by the count of the shelf, and how often.
    pub used: AtomicU64,
    sent: AtomicU32,
}

/// A page that is being made: what was known when that began.
pub struct Making {
    head: u64,
    began: Instant,
}

impl Making {
    /// Notes how far the record goes and when the making begins; to be called before anything is read.
    pub fn now(db: &Db) -> Self {
        Self { head: db.head(), began: Instant::now() }
    }

    /// The answer as a page that can be kept and sent again. Gives back an answer of status 500 when the body cannot be read.
    pub async fn done(self, response: Response) -> Result<Page, Response> {
        let source = response.extensions().get::<Source>().cloned().unwrap_or_default();
        let (parts, body) = response.into_parts();
        let Ok(body) = to_bytes(body, usize::MAX).await else {
            return Err(StatusCode::INTERNAL_SERVER_ERROR.into_response());
        };
        let digest = Sha256::digest(&body);
        let tag = digest[..8].iter().fold(String::new(), |tag, byte| format!("{tag}{byte:02x}"));
        let tag = HeaderValue::from_str(&format!("\"{tag}\"")).unwrap_or(HeaderValue::from_static("\"\""));
        let mut headers = parts.headers;
        headers.remove(header::TRANSFER_ENCODING);
        headers.insert(header::CONTENT_LENGTH, body.len().into());
        headers.insert(header::ETAG, tag.clone());
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-cache"));
        headers.insert(header::VARY, HeaderValue::from_static("accept-encoding, accept-language, cookie"));
        let (used, sent) = (AtomicU64::default(), AtomicU32::default());
        let (head, began, took) = (self.head, self.began, self.began.elapsed());
        Ok(Page { source, head, began, took, headers, body, tag, used, sent })
    }
}

impl Page {
    /// Whether the page still says what the database has.
    pub fn standing(&self, db: &Db) -> Freshness {
        db.standing(&self.source, self.head)
    }

    /// How long ago it began to be made: all that was written before is in it.
    pub fn age(&self) -> Duration {
        self.began.elapsed()
    }

    /// How old it gets before it is made anew, when many people read it while others write.
    pub fn rest(&self) -> Duration {
        (self.took * SHARE).min(age::REST)
    }

    /// Whether many people read it.
    pub fn is_asked_for(&self) -> bool {
        self.sent.load(Ordering::Relaxed) > MANY
    }

    /// How many bytes it takes on the shelf, roughly.
    pub fn weight(&self) -> usize {
        self.body.len() + 1024
    }

    /// The page, or an answer of status 304 when `known`, the entity tags of the request, has its tag.
    pub fn send(&self, known: Option<&HeaderValue>) -> Response {
        self.sent.fetch_add(1, Ordering::Relaxed);
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
