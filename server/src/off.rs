//! Where pages and forms are worked out: off the threads that answer everybody, and only so many at once.
//!
//! Reading, comparing, rendering and cleaning a long text takes a while in which its thread does nothing else. On a thread of its own it
//! holds up nobody, and the system shares the processors among all that are being worked out.

use std::{num::NonZero, sync::Arc, thread::available_parallelism, time::Duration};

use axum::{
    extract::{Request, State as FromState},
    http::{Method, StatusCode},
    middleware::Next,
    response::{IntoResponse, Response},
};
use tokio::{runtime::Handle, sync::Semaphore, task::spawn_blocking, time::timeout};

use crate::receive::refuse;

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
}

impl Default for Turns {
    fn default() -> Self {
        let processors = available_parallelism().map_or(1, NonZero::get);
        Self {
            pages: Arc::new(Semaphore::new((PAGES * processors).max(8))),
            forms: Arc::new(Semaphore::new(FORMS)),
        }
    }
}

/// Answers a request on a thread of its own, when it has its turn.
pub async fn run(FromState(turns): FromState<Turns>, request: Request, next: Next) -> Response {
    let form = request.method() == Method::POST && !request.uri().path().starts_with("/do/");
    let turns = if form { turns.forms } else { turns.pages };
    let Ok(Ok(turn)) = timeout(WAIT, turns.acquire_owned()).await else {
        return refuse(&request.into_parts().0, StatusCode::SERVICE_UNAVAILABLE, "error-busy-why");
    };
    let runtime = Handle::current();
    let answer = spawn_blocking(move || {
        let _turn = turn;
        runtime.block_on(next.run(request))
    });
    answer.await.unwrap_or_else(|_| StatusCode::INTERNAL_SERVER_ERROR.into_response())
}
