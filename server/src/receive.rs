//! Takes the whole of a request off the line before anything is decided by it: who sends it, and when, is asked after that.

use std::{
    collections::HashMap,
    net::IpAddr,
    sync::{Arc, Mutex, PoisonError},
    time::{Duration, Instant},
};

use app::{
    body::{READ, Room, Taken},
    error::AppError,
    words,
};
use axum::{
    body::Body,
    extract::{Request, State as FromState},
    http::{Method, StatusCode, header, request::Parts},
    middleware::Next,
    response::{IntoResponse, Response},
};
use domain::Message;

use crate::{
    TYPED, bundle,
    cookies::Cookies,
    network::Network,
    traffic::{Here, Traffic},
    visit,
};

/// How often the islands of one network may ask at once, and how many more times a second.
const AT_ONCE: f64 = 40.0;
const A_SECOND: f64 = 4.0;
/// How many networks are remembered.
const REMEMBERED: usize = 10_000;

/// What is being received, and from whom.
#[derive(Clone, Debug)]
pub struct Received {
    room: Room,
    here: Here<IpAddr>,
    asked: Arc<Mutex<HashMap<IpAddr, (f64, Instant)>>>,
}

impl Received {
    /// Nobody is sending anything yet; the limits are those of the configuration.
    pub fn new(traffic: Traffic) -> Self {
        Self { room: traffic.room(), here: Here::at_most(traffic.per_network), asked: Arc::default() }
    }

    /// Whether the islands of a network may ask once more.
    fn may_ask(&self, network: IpAddr) -> bool {
        let mut asked = self.asked.lock().unwrap_or_else(PoisonError::into_inner);
        let now = Instant::now();
        if asked.len() >= REMEMBERED {
            asked.retain(|_, (_, last)| now - *last < Duration::from_secs(60));
        }
        let (left, last) = asked.entry(network).or_insert((AT_ONCE, now));
        *left = ((now - *last).as_secs_f64().mul_add(A_SECOND, *left)).min(AT_ONCE);
        *last = now;
        let may = *left >= 1.0;
        *left -= if may { 1.0 } else { 0.0 };
        may
    }
}

/// Gives a request on with all of its body. Refuses what one network asks too often or too much at once, and a request of an island that
/// is too large or came too slowly; what is wrong with a form, its page says.
pub async fn whole(FromState(received): FromState<Received>, request: Request, next: Next) -> Response {
    let (mut parts, body) = request.into_parts();
    let from = parts.extensions.get::<Network>().and_then(|network| network.address());
    let place = from.map(|from| received.here.enter(from));
    if matches!(place, Some(None)) {
        return refuse(&parts, StatusCode::TOO_MANY_REQUESTS, "error-too-many-at-once");
    }
    if parts.method != Method::POST {
        return next.run(Request::from_parts(parts, Body::empty())).await;
    }
    let island = parts.uri.path().starts_with("/do/");
    if island && from.is_some_and(|from| !received.may_ask(from)) {
        return refuse(&parts, StatusCode::TOO_MANY_REQUESTS, "error-too-many-at-once");
    }
    let taken = received.room.take(body, most(parts.uri.path())).await;
    if let (true, Err(error)) = (island, &taken.whole) {
        let why = match error {
            AppError::TooLarge => "error-too-large-why",
            AppError::TooSlow => "error-too-slow-why",
            AppError::Busy => "error-busy-why",
            _ => "form-broken",
        };
        return refuse(&parts, error.status(), why);
    }
    let (bytes, _room) = (taken.bytes.clone(), taken.room.clone());
    parts.extensions.insert::<Taken>(taken);
    next.run(Request::from_parts(parts, Body::from(bytes))).await
}

/// How much is read of what is sent to an address.
fn most(path: &str) -> usize {
    match path {
        _ if path.starts_with("/do/") => TYPED,
        _ if path.ends_with("/bundles") => bundle::LARGEST + (1 << 20),
        _ => READ,
    }
}

/// Says in a sentence what is too much.
pub fn refuse(parts: &Parts, status: StatusCode, why: &'static str) -> Response {
    let cookies = parts.extensions.get::<Cookies>().cloned().unwrap_or_default();
    let locale = visit::locale(&cookies, &parts.headers);
    let said = words::say_in(locale, &Message::new(why));
    (status, [(header::CACHE_CONTROL, "no-store"), (header::RETRY_AFTER, "5")], said).into_response()
}
