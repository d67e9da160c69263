//! Signing in: by a one-time link sent by e-mail, or as one of the cast in a demo.

use app::{
    context::Context,
    error::AppError,
    fields::Fields,
    form::refuse,
    href,
    leading::{local, see_other},
    words,
};
use axum::{
    Extension, Router,
    extract::{Path, Request, State as FromState},
    http::{HeaderMap, HeaderValue, header},
    response::Response,
    routing::post,
};
use domain::Message;
use entity::{account, pace::Pace, session::Begun, sign_in_link};
use tower_sessions::{Expiry, Session};
use tracing::Instrument;

use crate::{
    clock, joining,
    mail::Letter,
    network::Network,
    providers::logout,
    session::{self, Way},
    state::State,
};

/// How often links may be asked for from one network, where many people may be behind one address.
const LINKS: Pace = Pace { tries: 60, minutes: 10 };
/// How often links may be tried.
pub(crate) const TRIES: Pace = Pace { tries: 120, minutes: 10 };
/// How often one may sign in as one of the cast of a demo.
const PLAYS: Pace = Pace { tries: 1200, minutes: 10 };

/// The forms of signing in and out.
pub fn routes(state: State) -> Router {
    Router::new()
        .route(href::post::at::sign_in(), post(ask))
        .route("/sign-in/{token}", post(redeem))
        .route(href::post::at::sign_in_as(), post(sign_in_as))
        .route(href::post::at::sign_out(), post(sign_out))
        .with_state(state)
}

/// Sends a link to the person with this address. Says the same when there is none, so that nobody learns who has an account.
async fn ask(
    FromState(state): FromState<State>,
    Extension(ctx): Extension<Context>,
    Extension(network): Extension<Network>,
    request: Request,
) -> Response {
    let (fields, read) = Fields::read(request).await;
    match send_link(&state, &ctx, network, &fields, read).await {
        Ok(next) => see_other(&next),
        Err(error) => refuse(ctx, fields, error).await,
    }
}

async fn send_link(
    state: &State,
    ctx: &Context,
    network: Network,
    fields: &Fields,
    read: Result<(), AppError>,
) -> Result<String, AppError> {
    read?;
    let email = fields.required("email")?;
    if !email.contains('@') || email.len() > 254 {
        return Err(AppError::field("email", Message::new("sign-in-no-address")));
    }
    LINKS.step(&ctx.db, network.key("link"), ctx.now).await?;
    let back = local(fields.text("back")).unwrap_or("/").to_owned();
    let next = href::with_query(href::post::sign_in(), &[("sent", "yes"), ("back", &back)]);
    let (state, ctx, email) = (state.clone(), ctx.clone(), email.to_owned());
    // Neither a link nor its turn is waited for: how long it takes would tell whether there is an account, or be as long as a mail server likes.
    let room = state.sending.clone().try_acquire_owned();
    let sending = async move {
        let waited = async { state.sending.clone().acquire_owned().await };
        let _room = match room {
            Ok(room) => Ok(room),
            Err(_) => waited.await,
        };
        if let Err(error) = send(&state, &ctx, network, &email, back).await {
            tracing::error!(%error, "A sign-in link could not be made");
        }
    };
    tokio::spawn(sending.in_current_span());
    Ok(next)
}

/// Makes a link for whoever has this address and sends it. A stranger gets one to register, where that is allowed; otherwise as much is done
/// for nobody, and nothing is sent.
async fn send(
    state: &State,
    ctx: &Context,
    network: Network,
    email: &str,
    back: String,
) -> Result<(), entity::Error> {
    let known = account::Entity::by_email(ctx.db.read(), email).await?;
    let is_unknown = known.is_none();
    let Some(account) = known.filter(|account| account.disabled_at.is_none()) else {
        return match is_unknown && joining::offer(ctx, network, email, &back).await? {
            true => Ok(()),
            false => sign_in_link::issue_to_nobody(&ctx.db, ctx.now).await,
        };
    };
    let token = clock::token();
    match sign_in_link::issue(&ctx.db, account.id, clock::digest(&token), back, ctx.now).await {
        Ok(_) => state.mail.send(letter(state, ctx, &account, &token)).await,
        Err(entity::Error::Refused(_)) => {
            tracing::warn!(account.id = account.id, "Too many sign-in links asked for")
        }
        Err(error) => return Err(error),
    }
    Ok(())
}

fn letter(state: &State, ctx: &Context, account: &account::Model, token: &str) -> Letter {
    let link = format!("{}{}", state.url, href::sign_in_by_link(token));
    Letter {
        to: account.email.clone(),
        subject: words::in_locale(ctx.locale, "sign-in-letter-subject", []),
        body: words::in_locale(
            ctx.locale,
            "sign-in-letter",
            [("name", account.name.as_str().into()), ("link", link.into())],
        ),
        ..Letter::default()
    }
}

/// Signs in whoever followed a link and pressed its button; following alone does not, as mail scanners do that too.
async fn redeem(
    Extension(ctx): Extension<Context>,
    Extension(network): Extension<Network>,
    session: Session,
    Path(token): Path<String>,
    headers: HeaderMap,
    request: Request,
) -> Response {
    let (fields, _) = Fields::read(request).await;
    let done = async {
        TRIES.step(&ctx.db, network.key("try"), ctx.now).await?;
        let (account, back) = sign_in_link::redeem(&ctx.db, &clock::digest(&token), ctx.now).await?;
        begin(&session, account.id, &headers).await?;
        Ok::<_, AppError>(local(&back).unwrap_or("/").to_owned())
    };
    match done.await {
        Ok(next) => see_other(&next),
        Err(error) => refuse(ctx, fields, error).await,
    }
}

/// Signs in as one of the cast, and as nobody else; outside a demo there is no such address.
async fn sign_in_as(
    Extension(ctx): Extension<Context>,
    Extension(network): Extension<Network>,
    session: Session,
    headers: HeaderMap,
    request: Request,
) -> Response {
    let (fields, read) = Fields::read(request).await;
    let done = async {
        read?;
        let email = fields.required("email")?;
        let cast = ctx.cast.as_deref().unwrap_or_default();
        let persona = cast.iter().find(|persona| persona.email == email).ok_or(AppError::NotFound)?;
        PLAYS.step(&ctx.db, network.key("play"), ctx.now).await?;
        let account = account::Entity::by_email(ctx.db.read(), &persona.email).await?;
        let account = account.filter(|account| account.disabled_at.is_none()).ok_or(AppError::NotFound)?;
        begin_by(&session, account.id, &headers, Way { begun: Begun::Cast.key(), ..Way::default() }).await?;
        Ok(local(fields.text("back")).unwrap_or("/").to_owned())
    };
    match done.await {
        Ok(next) => see_other(&next),
        Err(error) => refuse(ctx, fields, error).await,
    }
}

/// Ends the session. Who came by a provider that has a session of its own is told so, and led there if they like.
async fn sign_out(
    FromState(state): FromState<State>,
    Extension(ctx): Extension<Context>,
    session: Session,
    request: Request,
) -> Response {
    let (fields, _) = Fields::read(request).await;
    let done = async {
        let way = session.get::<Way>(session::WAY).await.map_err(|error| not_saved(&error))?;
        let leaving = logout::offer(&state, way.as_ref(), ctx.now).await;
        session.flush().await.map_err(|error| not_saved(&error))?;
        let Some((provider, leaving)) = leaving else { return Ok("/".to_owned()) };
        session.insert(session::LEAVING, leaving).await.map_err(|error| not_saved(&error))?;
        session.set_expiry(Some(Expiry::OnInactivity(session::VISIT)));
        Ok::<_, AppError>(href::with_query(href::signed_out(), &[("of", &provider)]))
    };
    match done.await {
        Ok(next) => forgotten(see_other(&next)),
        Err(error) => refuse(ctx, fields, error).await,
    }
}

/// Asks the browser to let go of the pages it kept, and of the comments it kept while they were written: the next person at this device must not find them.
pub(crate) fn forgotten(mut answer: Response) -> Response {
    answer.headers_mut().insert("clear-site-data", HeaderValue::from_static("\"cache\", \"storage\""));
    answer
}

/// Begins a session that was signed in to by a link.
pub(crate) async fn begin(session: &Session, account: i64, headers: &HeaderMap) -> Result<(), AppError> {
    begin_by(session, account, headers, Way { begun: Begun::Link.key(), ..Way::default() }).await
}

/// Begins a signed-in session under a new id, so that an id from before is worth nothing.
pub(crate) async fn begin_by(
    session: &Session,
    account: i64,
    headers: &HeaderMap,
    way: Way,
) -> Result<(), AppError> {
    let browser = headers.get(header::USER_AGENT).and_then(|name| name.to_str().ok()).unwrap_or_default();
    let label: String = browser.chars().take(200).collect();
    let kept = async {
        session.cycle_id().await?;
        session.insert(session::ACCOUNT, account).await?;
        session.insert(session::WAY, way).await?;
        session.insert(session::LABEL, label).await
    };
    kept.await.map_err(|error| not_saved(&error))?;
    session.set_expiry(Some(Expiry::OnInactivity(session::SIGNED_IN)));
    Ok(())
}

pub(crate) fn not_saved(error: &tower_sessions::session::Error) -> AppError {
    tracing::error!(%error, "A session could not be changed");
    AppError::NotSaved
}
