//! Where pages and forms are worked out: off the threads that answer everybody, and only so many at once.
//!
//! Reading, comparing, rendering and cleaning a long text takes a while in which its thread does nothing else. On a thread of its own it
//! holds up nobody, and the system shares the processors among all that are being worked out. One network has half of the turns at most, and
//! what nobody waits for any more is stopped, but for forms: these are done or not done, and are short.

use std::{
    collections::HashMap,
    net::IpAddr,
    num::NonZero,
    sync::{Arc, Mutex, PoisonError, Weak},
    thread::available_parallelism,
    time::Duration,
};

use axum::{
    extract::{Request, State as FromState},
    http::{Method, StatusCode},
    middleware::Next,
    response::{IntoResponse, Response},
};
use tokio::{
    runtime::Handle,
    sync::{OwnedSemaphorePermit, Semaphore, oneshot},
    task::spawn_blocking,
    time::timeout,
};

use crate::{network::Network, receive::refuse};

/// How many pages are worked out at once for each processor.
const PAGES: usize = 4;
/// How many forms are done at once: they wait for each other at the database, and share its commits.
const FORMS: usize = 192;
/// How long something waits for its turn.
const WAIT: Duration = Duration::from_secs(30);

/// The turns of pages and of forms.
#[derive(Clone, Debug)]
pub struct Turns {
    pages: Arc<Semaphore>,
    forms: Arc<Semaphore>,
    /// The turns at pages that one network has at once, of those networks that have any.
    shares: Arc<Mutex<HashMap<IpAddr, Weak<Semaphore>>>>,
    share: usize,
}

impl Default for Turns {
    fn default() -> Self {
        let processors = available_parallelism().map_or(1, NonZero::get);
        Self::of((PAGES * processors).max(8))
    }
}

impl Turns {
    /// So many turns at pages, of which one network has half.
    fn of(pages: usize) -> Self {
        Self {
            pages: Arc::new(Semaphore::new(pages)),
            forms: Arc::new(Semaphore::new(FORMS)),
            shares: Arc::default(),
            share: (pages / 2).max(1),
        }
    }

    /// A turn at a page: first one of those that its network has, then one of all. None once there are none any more.
    async fn page(
        &self,
        from: Option<IpAddr>,
    ) -> Option<(OwnedSemaphorePermit, Option<OwnedSemaphorePermit>)> {
        let own = match from {
            Some(from) => Some(self.share(from).acquire_owned().await.ok()?),
            None => None,
        };
        Some((self.pages.clone().acquire_owned().await.ok()?, own))
    }

    fn share(&self, from: IpAddr) -> Arc<Semaphore> {
        let mut shares = self.shares.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(share) = shares.get(&from).and_then(Weak::upgrade) {
            return share;
        }
        shares.retain(|_, share| share.strong_count() > 0);
        let share = Arc::new(Semaphore::new(self.share));
        shares.insert(from, Arc::downgrade(&share));
        share
    }
}

/// Answers a request on a thread of its own, when it has its turn.
pub async fn run(FromState(turns): FromState<Turns>, request: Request, next: Next) -> Response {
    let form = request.method() == Method::POST && !request.uri().path().starts_with("/do/");
    let from = request.extensions().get::<Network>().and_then(|network| network.address());
    let turn = timeout(WAIT, async {
        if form {
            return turns.forms.clone().acquire_owned().await.ok().map(|turn| (turn, None));
        }
        turns.page(from).await
    });
    let Ok(Some(turn)) = turn.await else {
        return refuse(&request.into_parts().0, StatusCode::SERVICE_UNAVAILABLE, "error-busy-why");
    };
    let runtime = Handle::current();
    // Dropped with this very answer, when whoever waits for it goes away.
    let (waiting, left) = oneshot::channel::<()>();
    let answer = spawn_blocking(move || {
        let _turn = turn;
        runtime.block_on(async {
            tokio::select! {
                answer = next.run(request) => answer,
                _ = left, if !form => StatusCode::REQUEST_TIMEOUT.into_response(),
            }
        })
    });
    let answer = answer.await;
    drop(waiting);
    answer.unwrap_or_else(|_| StatusCode::INTERNAL_SERVER_ERROR.into_response())
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};

    use axum::{Router, body::Body, middleware::from_fn_with_state, routing::get};
    use tokio::time::sleep;
    use tower::ServiceExt;

    use super::*;

    const LONG: Duration = Duration::from_secs(20);

    #[tokio::test(flavor = "multi_thread")]
    async fn what_nobody_waits_for_is_stopped_and_a_form_is_done() {
        static BEGUN: AtomicUsize = AtomicUsize::new(0);
        static DONE: AtomicUsize = AtomicUsize::new(0);
        let slow = async || {
            BEGUN.fetch_add(1, Ordering::SeqCst);
            sleep(Duration::from_millis(400)).await;
            DONE.fetch_add(1, Ordering::SeqCst);
        };
        let turns = Turns::of(2);
        let site = Router::new().route("/", get(slow).post(slow));
        let site = site.layer(from_fn_with_state(turns.clone(), run));
        for (method, done) in [(Method::GET, 0), (Method::POST, 1)] {
            let begun = BEGUN.load(Ordering::SeqCst);
            let request = Request::builder().method(method).uri("/").body(Body::empty()).unwrap();
            let asked = tokio::spawn(site.clone().oneshot(request));
            timeout(LONG, async {
                while BEGUN.load(Ordering::SeqCst) == begun {
                    sleep(Duration::from_millis(5)).await;
                }
            })
            .await
            .unwrap();
            asked.abort();
            // Whoever gets all the turns knows that nothing goes on.
            let _pages = timeout(LONG, turns.pages.acquire_many(2)).await.unwrap().unwrap();
            let _forms = timeout(LONG, turns.forms.acquire_many(FORMS as u32)).await.unwrap().unwrap();
            assert_eq!(DONE.load(Ordering::SeqCst), done);
        }
    }

    #[tokio::test]
    async fn one_network_leaves_half_of_the_turns_to_others() {
        let turns = Turns::of(4);
        let (one, other) = (Some(IpAddr::from([192, 0, 2, 1])), Some(IpAddr::from([192, 0, 2, 2])));
        let soon = Duration::from_millis(100);
        let first = turns.page(one).await;
        let held = turns.page(one).await;
        assert!(timeout(soon, turns.page(one)).await.is_err(), "a third turn of one network");
        assert!(timeout(LONG, turns.page(other)).await.unwrap().is_some());
        drop(first);
        assert!(timeout(LONG, turns.page(one)).await.unwrap().is_some());
        drop(held);
        assert!(turns.page(other).await.is_some());
        assert_eq!(turns.shares.lock().unwrap().len(), 1, "who has none is forgotten");
    }
}
