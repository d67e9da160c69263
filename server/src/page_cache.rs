//! Pages that everyone sees alike, kept as they were sent.
//!
//! A page is good for as long as nothing it was made from has changed, and for 30 seconds at most, as it says how many minutes are
//! left. It is kept compressed and with all its headers, outside of sessions and rendering, so that sending it again costs next to nothing.
//! While many people read a page on which others write, it is made anew by one of them for all, a few times a second, and the page of the
//! moment before is served meanwhile, never older than a second.

mod flight;
mod page;
mod shelf;

use std::sync::Arc;

use app::locale::Locale;
use axum::{
    extract::{Request, State as FromState},
    http::{HeaderMap, Method, StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Response},
};
use entity::Freshness;
use tokio::sync::oneshot;

use self::{
    flight::{Flights, Outcome, Seat},
    page::{Page, age},
    shelf::Shelf,
};
use crate::{cookies::Cookies, state::State, visit};

/// The pages kept, and those that are being made.
#[derive(Clone, Default)]
pub struct PageCache(Arc<Inner>);

#[derive(Default)]
struct Inner {
    shelf: Shelf,
    flights: Flights,
}

/// What one page is kept by.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct Key {
    address: String,
    locale: Locale,
    /// For those who have been on the draft before, whom it shows the text at once.
    again: bool,
    encoding: &'static str,
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
    // Compression sees one encoding only, so that each form of a page is kept once and not once for every way of asking.
    let encoding = header::HeaderValue::from_static(key.encoding);
    request.headers_mut().insert(header::ACCEPT_ENCODING, encoding);
    let known = request.headers().get(header::IF_NONE_MATCH).cloned();
    if !state.db.look().await {
        return next.run(request).await;
    }
    // A page that was voided while one waited for it is asked for again; whoever is that unlucky twice makes their own.
    for _ in 0..2 {
        if let Some(page) = cache.served(&state, &key) {
            return page.send(known.as_ref());
        }
        match cache.0.flights.board(&key) {
            Seat::Pilot(flight) => {
                let (cache, state, key) = (cache.clone(), state.clone(), key.clone());
                // A task of its own: those who wait for the page get it also when whoever asked first goes away.
                let (waiting, left) = oneshot::channel::<()>();
                let making = tokio::spawn(async move {
                    let made = tokio::select! {
                        made = cache.make(&state, &key, request, next) => made,
                        () = flight.deserted(left) => return Err(Box::default()),
                    };
                    flight.land(made.as_ref().ok().cloned());
                    made
                });
                let made = making.await;
                drop(waiting);
                return match made {
                    Ok(Ok(page)) => page.send(known.as_ref()),
                    Ok(Err(response)) => *response,
                    Err(_) => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
                };
            }
            Seat::Passenger(flight) => {
                // The page of the moment before, for as long as it is no older than a moment.
                if let Some(page) = cache.before(&state, &key) {
                    return page.send(known.as_ref());
                }
                match flight.landed().await {
                    Outcome::Page(page)
                        if page.standing(&state.db) < Freshness::Void && page.age() < age::OLDEST =>
                    {
                        return page.send(known.as_ref());
                    }
                    Outcome::Page(_) => {}
                    Outcome::Apart => break,
                }
            }
        }
    }
    next.run(request).await
}

/// The key of a request that everyone may get the same answer to; none for others. Whether the answer is one for everyone, it says itself.
fn key(request: &Request) -> Option<Key> {
    let headers = request.headers();
    let cookies = request.extensions().get::<Cookies>()?;
    let alike = request.method() == Method::GET && cookies.is_understood && cookies.session.is_none();
    alike.then(|| Key {
        address: request.uri().path_and_query().map_or("/", |address| address.as_str()).to_owned(),
        locale: visit::locale(cookies, headers),
        again: cookies.been.is_some(),
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
    /// A page that is right; or that was a moment ago, and is asked for so often that making it anew each time would be all there is done.
    fn served(&self, state: &State, key: &Key) -> Option<Arc<Page>> {
        let page = self.0.shelf.find(key)?;
        let serves = match page.standing(&state.db) {
            Freshness::Current => page.age() < age::FRESH,
            Freshness::Overtaken => page.is_asked_for() && page.age() < page.rest(),
            Freshness::Void => false,
        };
        serves.then(|| self.0.shelf.take(page))
    }

    /// The page of the moment before.
    fn before(&self, state: &State, key: &Key) -> Option<Arc<Page>> {
        let page = self.0.shelf.find(key)?;
        let serves = page.standing(&state.db) < Freshness::Void && page.age() < age::OLDEST;
        serves.then(|| self.0.shelf.take(page))
    }

    /// Has a page made, and keeps it when it is for everybody; gives the answer itself when it is not.
    async fn make(
        &self,
        state: &State,
        key: &Key,
        request: Request,
        next: Next,
    ) -> Result<Arc<Page>, Box<Response>> {
        let making = page::Making::now(&state.db);
        let response = next.run(request).await;
        let is_for_all = response.status() == StatusCode::OK
            && !response.headers().contains_key(header::SET_COOKIE)
            && response.extensions().get() == Some(&Audience::Anybody);
        if !is_for_all {
            return Err(Box::new(response));
        }
        let page = Arc::new(making.done(response).await.map_err(Box::new)?);
        self.0.shelf.keep(key.clone(), page.clone());
        Ok(page)
    }
}
