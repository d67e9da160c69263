//! Signing in: by a one-time link sent by e-mail, or as one of the cast in a demo.

use std::{
    collections::VecDeque,
    sync::{Arc, Mutex},
};

use app::{
    context::Context,
    error::AppError,
    fields::Fields,
    form::{local, refuse, see_other},
    href, words,
};
use axum::{
    Extension, Router,
    extract::{Path, Request, State as FromState},
    http::{HeaderMap, HeaderValue, header},
    response::Response,
    routing::post,
};
use chrono::{DateTime, TimeDelta, Utc};
use domain::Message;
use entity::{account, sign_in_link};
use tower_sessions::{Expiry, Session};

use crate::{clock, mail::Letter, session, state::State};

/// How many links the whole site sends in a minute.
const PER_MINUTE: usize = 60;

/// The forms of signing in and out.
pub fn routes(state: State) -> Router {
    let pace = Pace::default();
    Router::new()
        .route(&href::post::sign_in(), post(ask))
        .route("/sign-in/{token}", post(redeem))
        .route(&href::post::sign_in_as(), post(sign_in_as))
        .route(&href::post::sign_out(), post(sign_out))
        .layer(Extension(pace))
        .with_state(state)
}

/// Sends a link to the person with this address. Says the same when there is none, so that nobody learns who has an account.
async fn ask(
    FromState(state): FromState<State>,
    Extension(pace): Extension<Pace>,
    Extension(at): Extension<Context>,
    request: Request,
) -> Response {
    let (fields, read) = Fields::read(request).await;
    match send_link(&state, &pace, &at, &fields, read).await {
        Ok(next) => see_other(&next),
        Err(error) => refuse(at, fields, error).await,
    }
}

async fn send_link(
    state: &State,
    pace: &Pace,
    at: &Context,
    fields: &Fields,
    read: Result<(), AppError>,
) -> Result<String, AppError> {
    read?;
    let email = fields.required("email")?;
    if !email.contains('@') || email.len() > 254 {
        return Err(AppError::field("email", Message::new("sign-in-no-address")));
    }
    pace.allow(at.now)?;
    let back = local(fields.text("back")).unwrap_or("/").to_owned();
    let known =
        account::Entity::by_email(at.db.read(), email).await?.filter(|account| account.disabled_at.is_none());
    if let Some(account) = known {
        let token = clock::token();
        match sign_in_link::issue(&at.db, account.id, clock::digest(&token), back.clone(), at.now).await {
            Ok(_) => {
                let letter = letter(state, at, &account, &token);
                let mail = state.mail.clone();
                // Not waited for: how long it takes would tell whether there is an account.
                tokio::spawn(async move { mail.send(letter).await });
            }
            Err(entity::Error::Refused(_)) => {
                tracing::warn!(account.id = account.id, "Too many sign-in links asked for")
            }
            Err(error) => return Err(error.into()),
        }
    }
    Ok(href::with_query(href::post::sign_in(), &[("sent", "yes"), ("back", &back)]))
}

fn letter(state: &State, at: &Context, account: &account::Model, token: &str) -> Letter {
    let link = format!("{}{}", state.url, href::sign_in_by_link(token));
    Letter {
        to: account.email.clone(),
        subject: words::in_locale(at.locale, "sign-in-letter-subject", []),
        body: words::in_locale(
            at.locale,
            "sign-in-letter",
            [("name", account.name.as_str().into()), ("link", link.into())],
        ),
    }
}

/// Signs in whoever followed a link and pressed its button; following alone does not, as mail scanners do that too.
async fn redeem(
    Extension(at): Extension<Context>,
    session: Session,
    Path(token): Path<String>,
    headers: HeaderMap,
    request: Request,
) -> Response {
    let (fields, _) = Fields::read(request).await;
    let done = async {
        let (account, back) = sign_in_link::redeem(&at.db, &clock::digest(&token), at.now).await?;
        begin(&session, account.id, &headers).await?;
        Ok::<_, AppError>(local(&back).unwrap_or("/").to_owned())
    };
    match done.await {
        Ok(next) => see_other(&next),
        Err(error) => refuse(at, fields, error).await,
    }
}

/// Signs in as one of the cast; outside a demo there is no such address.
async fn sign_in_as(
    Extension(at): Extension<Context>,
    session: Session,
    headers: HeaderMap,
    request: Request,
) -> Response {
    let (fields, read) = Fields::read(request).await;
    let done = async {
        read?;
        if at.cast.is_none() {
            return Err(AppError::NotFound);
        }
        let account = account::Entity::by_email(at.db.read(), fields.required("email")?).await?;
        let account = account.filter(|account| account.disabled_at.is_none()).ok_or(AppError::NotFound)?;
        begin(&session, account.id, &headers).await?;
        Ok(local(fields.text("back")).unwrap_or("/").to_owned())
    };
    match done.await {
        Ok(next) => see_other(&next),
        Err(error) => refuse(at, fields, error).await,
    }
}

async fn sign_out(Extension(at): Extension<Context>, session: Session, request: Request) -> Response {
    let (fields, _) = Fields::read(request).await;
    match session.flush().await {
        Ok(()) => forgotten(see_other("/")),
        Err(error) => refuse(at, fields, internal(&error)).await,
    }
}

/// Asks the browser to let go of the pages it kept, and of the comments it kept while they were written: the next person at this device must not find them.
fn forgotten(mut answer: Response) -> Response {
    answer.headers_mut().insert("clear-site-data", HeaderValue::from_static("\"cache\", \"storage\""));
    answer
}

/// Begins a signed-in session under a new id, so that an id from before is worth nothing.
async fn begin(session: &Session, account: i64, headers: &HeaderMap) -> Result<(), AppError> {
    let browser = headers.get(header::USER_AGENT).and_then(|name| name.to_str().ok()).unwrap_or_default();
    let label: String = browser.chars().take(200).collect();
    let kept = async {
        session.cycle_id().await?;
        session.insert(session::ACCOUNT, account).await?;
        session.insert(session::LABEL, label).await
    };
    kept.await.map_err(|error| internal(&error))?;
    session.set_expiry(Some(Expiry::OnInactivity(session::SIGNED_IN)));
    Ok(())
}

fn internal(error: &tower_sessions::session::Error) -> AppError {
    tracing::error!(%error, "A session could not be changed");
    AppError::Internal
}

/// When the links of the last minute were asked for.
#[derive(Clone, Default)]
struct Pace(Arc<Mutex<VecDeque<DateTime<Utc>>>>);

impl Pace {
    /// Refuses more links in a minute than a mail server would bear.
    fn allow(&self, now: DateTime<Utc>) -> Result<(), AppError> {
        let Ok(mut asked) = self.0.lock() else { return Ok(()) };
        while asked.front().is_some_and(|first| *first <= now - TimeDelta::minutes(1)) {
            asked.pop_front();
        }
        if asked.len() >= PER_MINUTE {
            return Err(AppError::TooMany(Message::new("sign-in-too-many")));
        }
        asked.push_back(now);
        Ok(())
    }
}
