//! Somebody new: what they typed is kept, a mail with a link is sent, and the button behind the link registers them and posts it.

use std::time::Duration;

use app::{
    context::Context,
    draft::actions::open_thread,
    error::AppError,
    fields::Fields,
    form::{again, refuse},
    href,
    joining::{self, arrival, by, counted_by, first_try, mailbox},
    leading::{local, see_other},
    words,
};
use axum::{
    Extension, Router,
    extract::{Path, Request},
    http::HeaderMap,
    response::Response,
    routing::post,
};
use domain::{Message, WaitsFor, permission::Action, typed::Name};
use entity::{
    Reader, access, account, draft,
    newcomer::{self, Arrival, Kept},
    outbox::Words,
    pace::Pace,
    verb,
};
use tokio::time::sleep;
use tower_sessions::Session;

use crate::{
    clock,
    network::Network,
    session,
    sign_in::{TRIES, begin, not_saved},
    state::State,
    visit::{MOST_HELD, MOST_KEPT},
};

/// How often somebody new may send words from one network, behind which many people may be.
const ARRIVALS: Pace = Pace { tries: 60, minutes: 10 };
/// How many mails one mailbox gets because somebody wrote with its address: by one network, and by all together. One too many is refused, and
/// said so to whoever writes, so that nobody waits for a mail that does not come; from one network nobody uses up what others have.
const MAILS: Pace = Pace { tries: 3, minutes: 60 };
const ALL_MAILS: Pace = Pace { tries: 6, minutes: 60 };

/// The forms by which somebody new comes in.
pub fn routes(state: State) -> Router {
    Router::new()
        .route(href::post::at::join(), post(join))
        .route(href::post::at::join_again(), post(join_again))
        .route("/join/{token}", post(confirm))
        .with_state(state)
}

/// Keeps what somebody new wrote, and sends the mail. The answer is the same whoever has the address.
async fn join(
    Extension(ctx): Extension<Context>,
    Extension(network): Extension<Network>,
    session: Session,
    request: Request,
) -> Response {
    let (fields, read) = Fields::read(request).await;
    if read.is_ok() && fields.get("preview").is_some() {
        return again(ctx, fields).await;
    }
    // Whoever has an account signs in first, and finds what they typed in the form afterwards.
    if read.is_ok() && fields.get("sign-in").is_some() {
        return refuse(ctx, fields.without(&["sign-in"]), AppError::SignIn).await;
    }
    match keep(&ctx, network, &session, &fields, read).await {
        Ok(next) => see_other(&next),
        Err(error) => refuse(ctx, fields, error).await,
    }
}

async fn keep(
    ctx: &Context,
    network: Network,
    session: &Session,
    fields: &Fields,
    read: Result<(), AppError>,
) -> Result<href::Href, AppError> {
    read?;
    if may_post(ctx, fields).await? {
        return open_thread(ctx.clone(), fields.clone().without(&["as"])).await;
    }
    let arrival = arrival(ctx, fields).await?;
    ARRIVALS.step(&ctx.db, network.key("arrive"), ctx.now).await?;
    make_room(ctx, network, arrival.typed.len()).await?;
    let token = clock::token();
    let provider = by(ctx, fields);
    let letter = match (arrival.account, provider) {
        (Some(_), _) | (_, Some(_)) => None,
        (None, None) => {
            count_mail(ctx, network, &arrival.email).await?;
            letter(ctx, &arrival, &token).await?
        }
    };
    let (known, digest) = (arrival.account, clock::digest(&token));
    let row = match newcomer::keep(&ctx.db, arrival, digest, letter, ctx.now).await? {
        Kept::New(row) => row,
        Kept::Before(row) if row.state.0 == WaitsFor::Mail => row,
        Kept::Before(row) => return Ok(what_became(&row)),
    };
    if known.is_none() {
        session.insert(session::NEWCOMER, row.id).await.map_err(|error| not_saved(&error))?;
        if let Some(provider) = provider {
            return Ok(href::leaving_to(&provider.key));
        }
    }
    Ok(href::kept())
}

/// Where it is said what became of words that were sent before: at the place where they stand, if they were posted.
fn what_became(row: &newcomer::Model) -> href::Href {
    match row.state.0 {
        WaitsFor::Nobody if row.page != "/" => row.page.clone(),
        _ => href::with_query(href::kept(), &[("before", "yes")]),
    }
}

/// Whether whoever is signed in may comment there by now, so that nothing has to wait.
async fn may_post(ctx: &Context, fields: &Fields) -> Result<bool, AppError> {
    let Some(reader) = &ctx.reader else { return Ok(false) };
    let db = ctx.db.read();
    let (draft, forum) = draft::Entity::cited(db, Some(reader), fields.text("draft"), ctx.now).await?;
    let roles = access::roles(db, Some(reader), &forum, ctx.now).await?;
    Ok(access::may(&roles, &forum, &draft, Action::Comment, ctx.now).is_ok())
}

/// Counts a mail to a mailbox; refuses one too many.
async fn count_mail(ctx: &Context, network: Network, email: &str) -> Result<(), entity::Error> {
    let mailbox = clock::digest(&counted_by(email));
    MAILS.step(&ctx.db, format!("{}/{mailbox}", network.key("mail")), ctx.now).await?;
    ALL_MAILS.step(&ctx.db, format!("mail/{mailbox}"), ctx.now).await
}

/// Refuses more than is kept of one network, and of all.
async fn make_room(ctx: &Context, network: Network, bytes: usize) -> Result<(), AppError> {
    let size = i64::try_from(bytes >> 10).unwrap_or(i64::MAX).saturating_add(1);
    let full = || AppError::TooMany(Message::new("refusal-kept-full"));
    match MOST_KEPT.step_by(size, &ctx.db, network.key("keep"), ctx.now).await {
        Err(entity::Error::TooMany(_)) => return Err(full()),
        done => done?,
    }
    let held = newcomer::Entity::held(ctx.db.read()).await?;
    if held > MOST_HELD { Err(full()) } else { Ok(()) }
}

/// The mail to an address: to a stranger, to somebody who has an account, and none to one whose account was closed.
/// None has a word that the sender of the form chose.
async fn letter(ctx: &Context, arrival: &Arrival, token: &str) -> Result<Option<Words>, entity::Error> {
    let known = account::Entity::by_email(ctx.db.read(), &arrival.email).await?;
    if known.as_ref().is_some_and(|account| account.disabled_at.is_some()) {
        tracing::warn!("No mail is sent to an address whose account is closed");
        return Ok(None);
    }
    let locale = ctx.locale;
    let said = |id: &str| words::in_locale(locale, id, []);
    let (subject, body, button) = match arrival.draft {
        None => {
            ("joining-letter-register-subject", said("joining-letter-register"), "joining-confirm-register")
        }
        Some(_) => {
            let typed: Fields = serde_json::from_str(&arrival.typed).unwrap_or_default();
            let id = if known.is_some() { "joining-letter-known" } else { "joining-letter" };
            let place = joining::place(&arrival.typed, locale);
            let args = [("draft", typed.text("draft").into()), ("place", place.into())];
            ("joining-letter-subject", words::in_locale(locale, id, args), "joining-confirm-post")
        }
    };
    Ok(Some(Words {
        subject: said(subject),
        paragraphs: joining::paragraphs(&body),
        button: Some((said(button), href::join_by_link(token))),
    }))
}

/// Sends a stranger who asked for a link to sign in one to register. Tells whether that is allowed anywhere.
pub async fn offer(ctx: &Context, network: Network, email: &str, back: &str) -> Result<bool, entity::Error> {
    match access::require_somewhere(ctx.db.read(), Action::Join, ctx.now).await {
        Err(error @ entity::Error::Database(_)) => return Err(error),
        Err(_) => return Ok(false),
        Ok(()) => {}
    }
    let Some(email) = mailbox(email) else { return Ok(false) };
    count_mail(ctx, network, &email).await?;
    let arrival = Arrival {
        email,
        name: String::new(),
        forum: None,
        draft: None,
        page: local(back).unwrap_or("/").to_owned(),
        typed: String::new(),
        locale: ctx.locale.tag().to_owned(),
        account: None,
    };
    let token = clock::token();
    let letter = letter(ctx, &arrival, &token).await?;
    newcomer::keep(&ctx.db, arrival, clock::digest(&token), letter, ctx.now).await?;
    Ok(true)
}

/// Sends another link: to whoever wrote in this browser, at the address they give now, or to the address of a link that is too old.
async fn join_again(
    Extension(ctx): Extension<Context>,
    Extension(network): Extension<Network>,
    request: Request,
) -> Response {
    let (fields, read) = Fields::read(request).await;
    let done = async {
        read?;
        ARRIVALS.step(&ctx.db, network.key("arrive"), ctx.now).await?;
        let db = ctx.db.read();
        let (row, email) = match fields.optional("token") {
            Some(token) => {
                let row = newcomer::Entity::by_digest(db, &clock::digest(token), ctx.now).await?;
                let row = row.ok_or_else(|| AppError::refused("refusal-link-used"))?;
                let email = row.email.clone();
                (row, email)
            }
            None => {
                let email = fields.required("email")?.to_owned();
                let id = ctx.newcomer.ok_or_else(|| AppError::refused("refusal-link-used"))?;
                let row = newcomer::Entity::unanswered(db, id, ctx.now).await?;
                (row.ok_or_else(|| AppError::refused("refusal-link-used"))?, email)
            }
        };
        let email = mailbox(&email).ok_or_else(|| AppError::field("email", Message::new("refusal-email")))?;
        count_mail(&ctx, network, &email).await?;
        let token = clock::token();
        let id = row.id;
        let arrival = Arrival { email: email.clone(), ..row.into() };
        let letter = letter(&ctx, &arrival, &token).await?;
        newcomer::send_again(&ctx.db, id, email, clock::digest(&token), letter, ctx.now).await?;
        Ok::<_, AppError>(href::with_query(href::kept(), &[("again", "yes")]))
    };
    match done.await {
        Ok(next) => see_other(&next),
        Err(error) => refuse(ctx, fields, error).await,
    }
}

/// Registers whoever pressed the button behind a link, signs them in, and posts what they wrote, by the rights and the stage of now.
async fn confirm(
    Extension(ctx): Extension<Context>,
    Extension(network): Extension<Network>,
    session: Session,
    Path(token): Path<String>,
    headers: HeaderMap,
    request: Request,
) -> Response {
    let (fields, read) = Fields::read(request).await;
    let done = async {
        read?;
        TRIES.step(&ctx.db, network.key("try"), ctx.now).await?;
        let digest = clock::digest(&token);
        let found = newcomer::Entity::by_digest(ctx.db.read(), &digest, ctx.now).await?;
        if let Some(next) = led(&ctx, &digest, found.as_ref()).await? {
            return Ok(next);
        }
        let asks = found.as_ref().is_some_and(|row| row.name.is_empty());
        let unknown = match &found {
            Some(row) if asks => account::Entity::by_email(ctx.db.read(), &row.email).await?.is_none(),
            _ => false,
        };
        let name = unknown.then(|| Name::parse(fields.text("name"))).transpose();
        let name = name.map_err(|bad| AppError::field("name", bad.message()))?;
        let (account, row) = match verb::confirm(&ctx.db, &digest, name.as_ref(), ctx.now).await {
            Ok(confirmed) => confirmed,
            Err(error) => {
                // Another press of the same button may have been first, and not be seen yet by who reads.
                for _ in 0..10 {
                    let found = newcomer::Entity::by_digest(ctx.db.read(), &digest, ctx.now).await?;
                    if let Some(next) = led(&ctx, &digest, found.as_ref()).await? {
                        return Ok(next);
                    }
                    sleep(Duration::from_millis(50)).await;
                }
                return Err(error.into());
            }
        };
        session.remove_value(session::NEWCOMER).await.map_err(|error| not_saved(&error))?;
        begin(&session, account.id, &headers).await?;
        let author = Reader::of(&ctx.db, account.id, ctx.now).await?.ok_or(AppError::SignIn)?;
        first_try(&ctx, &author, &row).await
    };
    match done.await {
        Ok(next) => see_other(&next),
        Err(error) => refuse(ctx, fields, error).await,
    }
}

/// Where a link led that was used: to what it posted, which is waited for a moment while another press of the button posts it. None for one
/// that was not used.
async fn led(
    ctx: &Context,
    digest: &str,
    found: Option<&newcomer::Model>,
) -> Result<Option<href::Href>, AppError> {
    let Some(mut row) = found.filter(|row| row.state.0 != WaitsFor::Mail).cloned() else { return Ok(None) };
    for _ in 0..20 {
        if row.state.0 != WaitsFor::Author || row.typed.is_empty() {
            break;
        }
        sleep(Duration::from_millis(100)).await;
        match newcomer::Entity::by_digest(ctx.db.read(), digest, ctx.now).await? {
            Some(fresh) => row = fresh,
            None => break,
        }
    }
    Ok(Some(if row.state.0 == WaitsFor::Nobody { row.page } else { href::kept() }))
}
