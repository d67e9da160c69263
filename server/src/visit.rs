//! From a request to the context of its page.

use std::any::Any;

use app::{
    context::{Context, Given, Returned},
    document,
    error::AppError,
    fields::Fields,
    form::Kept,
    href,
    leading::is_readable,
    locale::Locale,
    provider::Unlinked,
};
use axum::{
    Extension,
    extract::{Request, State as FromState},
    http::{HeaderMap, Method, Uri, header, request::Parts},
    middleware::Next,
    response::Response,
};
use chrono::{DateTime, TimeDelta, Utc};
use domain::Message;
use entity::{Reader, allowance::Today, newcomer, pace::Pace, requirement, session::Begun};
use serde::{Deserialize, Serialize};
use tower_http::csrf::ProtectionError;
use tower_sessions::{Expiry, Session};

use crate::{
    api, assets,
    been::Been,
    clock,
    cookies::Cookies,
    network::Network,
    page_cache::Audience,
    session::{self, Way},
    state::State,
};

/// The key of what was typed by someone whose session had ended. All of it is kept, as a form takes 8 MiB at most.
const KEPT_KEY: &str = "kept";
/// How many bytes a form of words has at most: a comment with the wording it proposes. What is larger, such as the text of a draft, has a room
/// of its own, so that nobody with large forms takes up the room of words.
const WORDS: usize = app::joining::LONGEST;
/// How many characters are kept at most for all who are not signed in, as anybody may send a form: of words, and of larger forms.
pub(crate) const MOST_HELD: i64 = 128 << 20;
const MOST_HELD_LARGE: i64 = 64 << 20;
/// How many KiB are kept of what one network sends in two hours, so that nobody takes up the room of all.
pub(crate) const MOST_KEPT: Pace = Pace { tries: 2 << 10, minutes: 120 };
const MOST_KEPT_LARGE: Pace = Pace { tries: 8 << 10, minutes: 120 };
/// How long what was typed is kept for who signs in.
const WAITED: TimeDelta = TimeDelta::hours(2);

#[derive(Serialize, Deserialize)]
struct KeptForm {
    page: String,
    fields: Fields,
    at: DateTime<Utc>,
}

/// Gives a request its session and its context, and keeps what is to be kept in the session: what was typed by someone who has to sign in
/// first, and who signed in.
pub async fn give_context(FromState(state): FromState<State>, request: Request, next: Next) -> Response {
    let (mut parts, body) = request.into_parts();
    if !parts.uri.path_and_query().is_none_or(|address| is_readable(address.as_str())) {
        parts.uri = Uri::from_static("/");
        return document::render_error(Context::new(given(&state, &parts)), AppError::Unreadable).await;
    }
    let cookies = cookies(&parts);
    let session = session::of(&state, &cookies);
    parts.extensions.insert(session.clone());
    match context(&state, &session, &parts).await {
        Ok(ctx) => {
            parts.extensions.insert(ctx.clone());
            let audience = audience(&ctx, &session, &parts);
            let network = parts.extensions.get::<Network>().copied().unwrap_or_default();
            let mut response = next.run(Request::from_parts(parts, body)).await;
            let kept = response.extensions_mut().remove::<Kept>();
            let typed = kept.as_ref().map(|kept| kept.fields.clone()).unwrap_or_default();
            let mut response = match kept {
                Some(kept) => keep_typed(&ctx, network, &session, kept, response).await,
                None => response,
            };
            if let Err(error) = session::keep(&state, &cookies, &session, &mut response).await {
                tracing::error!(%error, "A session could not be kept");
                response = not_saved(&ctx, typed).await;
            }
            response.extensions_mut().insert(audience);
            response.extensions_mut().insert(ctx.source());
            response
        }
        Err(error) => {
            tracing::error!(%error, "A request could not be given its context");
            let nobody = Context::new(given(&state, &parts));
            if parts.method != Method::POST {
                return document::render_error(nobody, AppError::Away).await;
            }
            let (fields, _) = Fields::read(Request::from_parts(parts, body)).await;
            not_saved(&nobody, fields).await
        }
    }
}

/// Says that nothing was saved, with the words of the form.
pub async fn not_saved(ctx: &Context, fields: Fields) -> Response {
    let returned = Returned { fields, error: None };
    document::render_error(ctx.at_page(&ctx.address(), returned), AppError::NotSaved).await
}

/// Whether an address is one that only its mail has: it says of whom it is, and what they may do.
fn is_secret(path: &str) -> bool {
    [href::mail(""), href::join_by_link(""), href::sign_in_by_link("")]
        .iter()
        .any(|link| path.starts_with(link))
}

/// For whom a page from this context is.
fn audience(ctx: &Context, session: &Session, request: &Parts) -> Audience {
    let for_nobody = request.method == Method::GET
        && !request.uri.path().starts_with(&href::kept())
        && !is_secret(request.uri.path())
        && ctx.reader.is_none()
        && ctx.session.is_none()
        && ctx.returned.is_none()
        && session.id().is_none();
    if for_nobody { Audience::Anybody } else { Audience::Someone }
}

/// Keeps what an answer says is kept. When that fails the answer is another, so that nobody leaves their words trusting in it.
async fn keep_typed(
    ctx: &Context,
    network: Network,
    session: &Session,
    kept: Kept,
    response: Response,
) -> Response {
    let room = async {
        let size = i64::try_from(kept.fields.weight() >> 10).unwrap_or(i64::MAX).saturating_add(1);
        let large = kept.fields.weight() > WORDS;
        let (pace, what, most) = match large {
            true => (MOST_KEPT_LARGE, "keep-large", MOST_HELD_LARGE),
            false => (MOST_KEPT, "keep", MOST_HELD),
        };
        pace.step_by(size, &ctx.db, network.key(what), ctx.now).await?;
        let held = entity::session::Entity::held_for_visitors(ctx.db.read(), WORDS, large).await?;
        Ok::<_, entity::Error>(held <= most)
    };
    match room.await {
        Ok(true) => {}
        Ok(_) | Err(entity::Error::TooMany(_)) => return not_kept(ctx, kept).await,
        Err(error) => {
            tracing::error!(%error, "It is not known how much is kept");
            return not_saved(ctx, kept.fields).await;
        }
    }
    let fields = kept.fields.clone();
    let kept = KeptForm { page: kept.page, fields: kept.fields, at: ctx.now };
    match session.insert(KEPT_KEY, kept).await {
        Ok(()) => response,
        Err(error) => {
            tracing::error!(%error, "What was typed could not be kept");
            not_saved(ctx, fields).await
        }
    }
}

/// Says that there was no room for what was typed, and how it is not lost.
async fn not_kept(ctx: &Context, kept: Kept) -> Response {
    let full = AppError::TooMany(Message::new("refusal-kept-full"));
    let (sign_in, status) = (href::sign_in(&kept.page), full.status());
    let returned = Returned { fields: kept.fields, error: Some(full) };
    let mut response = document::render(ctx.at_page(&sign_in, returned)).await;
    *response.status_mut() = status;
    response
}

/// The language of a request: chosen by cookie, else what the browser asks for.
pub fn locale(cookies: &Cookies, headers: &HeaderMap) -> Locale {
    let accepted = || headers.get(header::ACCEPT_LANGUAGE)?.to_str().ok().and_then(Locale::accepted);
    cookies.language.or_else(accepted).unwrap_or(Locale::En)
}

async fn context(
    state: &State,
    session: &Session,
    request: &Parts,
) -> Result<Context, Box<dyn std::error::Error + Send + Sync>> {
    let mut given = given(state, request);
    if let Some(account) = session.get::<i64>(session::ACCOUNT).await? {
        given.reader = Reader::of(&state.db, account, given.now).await?;
        given.session = session.id().as_ref().map(session::row_id);
        given.begun = Begun::read(&session.get::<Way>(session::WAY).await?.unwrap_or_default().begun);
        if let Some(reader) = &mut given.reader {
            let required = state.required.now(&state.db, given.now).await?;
            given.lacks = lacking(reader, &required, &given.begun);
            reader.only_as_begun(&required, &given.begun);
        }
        if let Some(reader) = &mut given.reader {
            reader.session.clone_from(&given.session);
        }
    }
    given.unlinked = session.get::<Unlinked>(session::UNLINKED).await?;
    given.unlinked.take_if(|unlinked| given.now - unlinked.shown >= WAITED);
    given.newcomer = session.get::<i64>(session::NEWCOMER).await?;
    if request.method == Method::GET && given.query.get("change").is_some() {
        given.returned = changed(&given).await?;
    }
    if let Some(reader) = &given.reader {
        given.today = Today::of(&state.db, reader, given.now).await?;
        given.zone.clone_from(&reader.account.zone);
        if cookies(request).language.is_none()
            && let Some(locale) = reader.account.locale.as_deref().and_then(Locale::from_tag)
        {
            given.locale = locale;
        }
        if request.method == Method::GET && given.returned.is_none() {
            given.returned = take_kept(session, &given).await?;
        }
    }
    Ok(Context::new(given))
}

/// The provider that a role of the reader asks for, when the session was begun otherwise.
fn lacking(reader: &Reader, required: &[requirement::Model], begun: &Begun) -> Option<String> {
    let lacking = |one: &&requirement::Model| {
        let mut without = reader.clone();
        without.only_as_begun(std::slice::from_ref(*one), begun);
        without != *reader
    };
    required.iter().find(lacking).map(|one| one.provider.clone())
}

fn cookies(request: &Parts) -> Cookies {
    request.extensions.get::<Cookies>().cloned().unwrap_or_default()
}

/// What is known of a request before anybody has looked who sends it.
pub fn given(state: &State, request: &Parts) -> Given {
    Given {
        db: state.db.clone(),
        now: state.clock.now(),
        reader: None,
        today: None,
        session: None,
        newcomer: None,
        locale: locale(&cookies(request), &request.headers),
        zone: None,
        been: cookies(request).been.map(|been| Been::again(Some(been), state.clock.now()).since),
        once: clock::token(),
        fingerprint: state.signer.fingerprint(),
        cast: state.cast.clone(),
        providers: state.providers.shown.clone(),
        begun: Begun::default(),
        lacks: None,
        unlinked: None,
        counted: state.counted.clone(),
        token: None,
        api: api::shared,
        asset: assets::url,
        url: state.url.clone(),
        path: request.uri.path().to_owned(),
        query: Fields::parse_urlencoded(request.uri.query().unwrap_or_default().as_bytes()),
        returned: None,
    }
}

/// Left in the answer of a page that panicked.
#[derive(Clone)]
struct Panicked;

/// Turns a panic into an answer; `explain` makes the page of it.
pub fn caught(panic: Box<dyn Any + Send>) -> Response {
    let why = panic.downcast_ref::<String>().cloned();
    let why = why.or_else(|| panic.downcast_ref::<&str>().map(|why| (*why).to_owned())).unwrap_or_default();
    tracing::error!(panic = why, "A page panicked");
    let mut response = Response::default();
    response.extensions_mut().insert(Panicked);
    response
}

/// Makes pages of what the layers below answer without one: a form that another site sent, and a panic.
pub async fn explain(Extension(ctx): Extension<Context>, request: Request, next: Next) -> Response {
    let response = next.run(request).await;
    let left = response.extensions();
    if left.get::<ProtectionError>().is_some() {
        document::render_error(ctx, AppError::Forbidden(Message::new("error-cross-site"))).await
    } else if left.get::<Panicked>().is_some() {
        document::render_error(ctx, AppError::Internal).await
    } else {
        response
    }
}

/// What somebody wrote before they were known, to be changed: of this visitor, or of whoever is signed in.
async fn changed(given: &Given) -> Result<Option<Returned>, Box<dyn std::error::Error + Send + Sync>> {
    let db = given.db.read();
    let row = match (&given.reader, given.newcomer) {
        (Some(reader), _) => {
            let own = newcomer::Entity::of(db, reader.account.id, given.now).await?;
            own.into_iter().find(|row| row.id.to_string() == given.query.text("change"))
        }
        (None, Some(id)) => newcomer::Entity::unanswered(db, id, given.now).await?,
        (None, None) => None,
    };
    let typed = row.filter(|row| !row.typed.is_empty()).map(|row| serde_json::from_str(&row.typed));
    Ok(typed.transpose()?.map(|fields| Returned { fields, error: None }))
}

/// Gives back what was typed on this page before its reader had to sign in; what nobody came back for is let go.
async fn take_kept(
    session: &Session,
    given: &Given,
) -> Result<Option<Returned>, tower_sessions::session::Error> {
    let kept = session.get::<KeptForm>(KEPT_KEY).await?;
    let Some(kept) = kept else { return Ok(None) };
    let here = kept.page.split('?').next() == Some(given.path.as_str());
    if here || given.now - kept.at >= WAITED {
        // A session that changes is written with the end of a visit, unless it is said that somebody is signed in.
        session.set_expiry(Some(Expiry::OnInactivity(session::SIGNED_IN)));
        session.remove_value(KEPT_KEY).await?;
    }
    Ok(here.then_some(Returned { fields: kept.fields, error: None }))
}
