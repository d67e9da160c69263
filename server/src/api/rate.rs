//! How often one network may call, and how much of that is left. Each server counts for itself, as reading a count from the database would cost
//! more than what it holds off. What is written is counted in the database, by account (`entity::allowance`).

use std::{
    collections::HashMap,
    net::IpAddr,
    sync::{Arc, Mutex, PoisonError},
    time::{Duration, Instant},
};

use app::error::AppError;
use axum::{
    extract::{Request, State as FromState},
    http::{HeaderName, HeaderValue, header},
    middleware::Next,
    response::{IntoResponse, Response},
};
use domain::Message;

use super::problem::Problem;
use crate::{cookies::Cookies, network::Network, state::State, visit};

/// The span in which calls are counted.
const SPAN: Duration = Duration::from_secs(60);
/// How many networks are remembered.
const REMEMBERED: usize = 10_000;
const POLICY: HeaderName = HeaderName::from_static("ratelimit-policy");
const LEFT: HeaderName = HeaderName::from_static("ratelimit");

/// What was called, by network.
#[derive(Debug)]
pub struct Paces {
    a_minute: u32,
    calls: Mutex<HashMap<Option<IpAddr>, (u32, Instant)>>,
}

impl Paces {
    /// Lets each network call so often a minute.
    pub fn new(a_minute: u32) -> Self {
        Self { a_minute, calls: Mutex::default() }
    }

    /// Counts a call: how many are left, none when it is one too many, and in how many seconds there are more.
    fn step(&self, network: Option<IpAddr>) -> (Option<u32>, u64) {
        let mut calls = self.calls.lock().unwrap_or_else(PoisonError::into_inner);
        let now = Instant::now();
        if calls.len() >= REMEMBERED {
            calls.retain(|_, (_, begun)| now - *begun < SPAN);
        }
        let (made, begun) = calls.entry(network).or_insert((0, now));
        if now - *begun >= SPAN {
            (*made, *begun) = (0, now);
        }
        *made = made.saturating_add(1);
        (self.a_minute.checked_sub(*made), (SPAN - (now - *begun)).as_secs().max(1))
    }
}

/// Lets a call through, and says how many more there may be.
pub async fn count(
    FromState((paces, _)): FromState<(Arc<Paces>, State)>,
    request: Request,
    next: Next,
) -> Response {
    let network = request.extensions().get::<Network>().and_then(|network| network.address());
    let (left, seconds) = paces.step(network);
    let mut answer = match left {
        Some(_) => next.run(request).await,
        None => {
            let locale = visit::locale(&Cookies::default(), request.headers());
            let often = AppError::TooMany(Message::new("api-too-often").with("seconds", seconds as i64));
            let mut answer = Problem::of(&often, locale).into_response();
            answer.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds));
            answer
        }
    };
    let told = [
        (POLICY, format!("\"minute\";q={};w={}", paces.a_minute, SPAN.as_secs())),
        (LEFT, format!("\"minute\";r={};t={seconds}", left.unwrap_or(0))),
    ];
    for (name, value) in told {
        if let Ok(value) = HeaderValue::from_str(&value) {
            answer.headers_mut().insert(name, value);
        }
    }
    answer
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_network_that_calls_too_often_holds_up_no_other() {
        let paces = Paces::new(2);
        let (one, other) = (Some(IpAddr::from([192, 0, 2, 1])), Some(IpAddr::from([192, 0, 2, 2])));
        assert_eq!([paces.step(one).0, paces.step(one).0, paces.step(one).0], [Some(1), Some(0), None]);
        assert_eq!(paces.step(other).0, Some(1));
    }
}
