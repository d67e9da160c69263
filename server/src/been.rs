//! When a browser was on a draft before: whoever comes back sees the text at once, and what is new.
//!
//! The cookie holds two instants and goes to the pages of the one draft alone; nothing of it is kept here.

use std::str::FromStr;

use axum::{
    extract::{Request, State as FromState},
    http::{HeaderValue, Method, StatusCode, header},
    middleware::Next,
    response::Response,
};
use chrono::{DateTime, TimeDelta, Utc};

use crate::{cookies::Cookies, state::State};

/// The cookie it is kept in.
pub const NAME: &str = "been";
/// Pages opened within so long of each other are one visit.
const VISIT: TimeDelta = TimeDelta::hours(1);
/// It is not written anew for every page.
const PAUSE: TimeDelta = TimeDelta::minutes(1);
/// How long it is kept, in seconds: 400 days, the most that browsers allow.
const KEPT: u32 = 400 * 24 * 60 * 60;

/// When a browser was on a draft.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Been {
    /// When the visit before this one ended; this visit's beginning while it is the first.
    pub since: DateTime<Utc>,
    /// When a page of the draft was opened last.
    pub last: DateTime<Utc>,
}

impl Been {
    /// What is kept once a page is opened now.
    pub fn again(before: Option<Self>, now: DateTime<Utc>) -> Self {
        match before {
            Some(before) if now - before.last < VISIT => Self { since: before.since, last: now },
            Some(before) => Self { since: before.last, last: now },
            None => Self { since: now, last: now },
        }
    }
}

impl FromStr for Been {
    type Err = ();

    /// Reads two counts of seconds since 1970 with a stop between them.
    fn from_str(value: &str) -> Result<Self, ()> {
        let instant = |part: &str| DateTime::from_timestamp(i64::from(part.parse::<u32>().ok()?), 0);
        let (since, last) = value.split_once('.').ok_or(())?;
        let (since, last) = instant(since).zip(instant(last)).ok_or(())?;
        (since <= last).then_some(Self { since, last }).ok_or(())
    }
}

/// The path of the draft whose text this page shows, when it shows one.
fn draft(path: &str) -> Option<&str> {
    let reference = path.strip_prefix("/drafts/")?.split('/').next()?;
    let draft = path.get(.."/drafts/".len() + reference.len())?;
    let plain = !reference.is_empty() && reference.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
    let rest = &path[draft.len()..];
    let version = rest.strip_prefix("/versions/").is_some_and(|n| n.bytes().all(|b| b.is_ascii_digit()));
    (plain && (rest.is_empty() || version)).then_some(draft)
}

/// Has a browser that read a draft keep when that was.
pub async fn remember(FromState(state): FromState<State>, request: Request, next: Next) -> Response {
    let path = draft(request.uri().path()).filter(|_| request.method() == Method::GET).map(str::to_owned);
    let Some(path) = path else { return next.run(request).await };
    let before = request.extensions().get::<Cookies>().and_then(|cookies| cookies.been);
    let mut response = next.run(request).await;
    let now = state.clock.now();
    let is_read = matches!(response.status(), StatusCode::OK | StatusCode::NOT_MODIFIED);
    if is_read && before.is_none_or(|before| now - before.last >= PAUSE) {
        let Been { since, last } = Been::again(before, now);
        let secure = if state.is_secure() { "; Secure" } else { "" };
        let cookie = format!(
            "{NAME}={}.{}; Path={path}; Max-Age={KEPT}; HttpOnly; SameSite=Lax{secure}",
            since.timestamp(),
            last.timestamp(),
        );
        if let Ok(cookie) = HeaderValue::from_str(&cookie) {
            response.headers_mut().append(header::SET_COOKIE, cookie);
        }
    }
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    fn been(since: i64, last: i64) -> Been {
        let instant = |seconds| DateTime::from_timestamp(seconds, 0).unwrap();
        Been { since: instant(since), last: instant(last) }
    }

    #[test]
    fn a_visit_goes_on_for_an_hour_and_the_next_asks_what_came_since() {
        let now = |seconds| DateTime::from_timestamp(seconds, 0).unwrap();
        let first = Been::again(None, now(1_000));
        assert_eq!(first, been(1_000, 1_000));
        let reloaded = Been::again(Some(first), now(2_000));
        assert_eq!(reloaded, been(1_000, 2_000));
        assert_eq!(Been::again(Some(reloaded), now(90_000)), been(2_000, 90_000));
    }

    #[test]
    fn what_is_no_two_instants_in_order_is_a_first_visit() {
        assert_eq!("12.34".parse(), Ok(been(12, 34)));
        for value in ["", "12", "34.12", "-1.2", "a.b", "1.99999999999", "1.2.3"] {
            assert!(value.parse::<Been>().is_err(), "{value}");
        }
    }

    #[test]
    fn only_a_page_with_the_text_counts() {
        assert_eq!(draft("/drafts/DN-2026-001"), Some("/drafts/DN-2026-001"));
        assert_eq!(draft("/drafts/DN-2026-001/versions/2"), Some("/drafts/DN-2026-001"));
        for path in [
            "/drafts",
            "/drafts/",
            "/drafts/DN-2026-001/threads",
            "/drafts/a;b",
            "/drafts/DN-2026-001/versions/1...2",
        ] {
            assert_eq!(draft(path), None, "{path}");
        }
    }
}
