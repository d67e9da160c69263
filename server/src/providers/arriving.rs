//! The way to a provider, and back with somebody.

use app::{
    context::Context,
    error::AppError,
    fields::Fields,
    form::refuse,
    href,
    joining::first_try,
    leading::{local, see_other},
    provider::Unlinked,
};
use axum::{
    Extension,
    extract::{Path, Request, State as FromState},
    http::HeaderMap,
    response::Response,
};
use chrono::{DateTime, TimeDelta, Utc};
use domain::{Message, typed::Name};
use entity::{
    Reader, account, identity, identity::Vouched, newcomer, pace::Pace, session::Begun, stakeholder, verb,
};
use tower_sessions::{Expiry, Session};

use super::{Attempt, Provider, Shown, Unproven};
use crate::{
    clock,
    network::Network,
    session::{self, Way},
    sign_in::{begin_by, not_saved},
    state::State,
};

/// How often somebody may set out for a provider, or come back from one, from one network.
const WAYS: Pace = Pace { tries: 120, minutes: 10 };
/// How long one may be at the provider.
const AWAY: TimeDelta = TimeDelta::minutes(30);
/// How many attempts of one browser are open at once.
const OPEN: usize = 5;
/// The key under which they are kept in the session.
const ATTEMPTS: &str = "attempts";

/// Leads to the provider. A link leads here and no form, as browsers let no form lead to another site under the policy of these pages.
pub async fn leave(
    FromState(state): FromState<State>,
    Extension(ctx): Extension<Context>,
    Extension(network): Extension<Network>,
    session: Session,
    Path(provider): Path<String>,
) -> Response {
    let back = ctx.query.get("back").and_then(local).unwrap_or("/").to_owned();
    let done = async {
        let provider = state.providers.of(&provider)?;
        WAYS.step(&ctx.db, network.key("with"), ctx.now).await?;
        let attempt = Attempt {
            provider: provider.key.clone(),
            state: clock::token(),
            nonce: clock::token(),
            verifier: format!("{}{}", clock::token(), clock::token()),
            back: back.clone(),
            posts: ctx.query.get("posts").is_some(),
            began: ctx.now,
        };
        let told = (redirect(&state, provider), ctx.locale.tag());
        let way = provider.address(&state.providers.outgoing, &attempt, (&told.0, told.1), ctx.now);
        let way = way.await.map_err(|why| why.told(provider))?;
        keep(&ctx, &session, attempt).await?;
        Ok::<_, AppError>(way)
    };
    match done.await {
        Ok(way) => see_other(way.as_str()),
        Err(error) => at_sign_in(ctx, &back, error).await,
    }
}

/// Where a provider leads back to.
fn redirect(state: &State, provider: &Provider) -> String {
    format!("{}{}", state.url, href::back_from(&provider.key))
}

/// Keeps an attempt beside the few before it.
async fn keep(ctx: &Context, session: &Session, attempt: Attempt) -> Result<(), AppError> {
    let changed = async {
        let mut open = open(session, ctx.now).await?;
        if open.len() >= OPEN {
            open.remove(0);
        }
        open.push(attempt);
        session.insert(ATTEMPTS, open).await
    };
    changed.await.map_err(|error| not_saved(&error))?;
    if ctx.reader.is_some() {
        session.set_expiry(Some(Expiry::OnInactivity(session::SIGNED_IN)));
    }
    Ok(())
}

async fn open(session: &Session, now: DateTime<Utc>) -> Result<Vec<Attempt>, tower_sessions::session::Error> {
    let kept: Vec<Attempt> = session.get(ATTEMPTS).await?.unwrap_or_default();
    Ok(kept.into_iter().filter(|attempt| now - attempt.began < AWAY).collect())
}

/// Takes the attempt that this way back belongs to, which is good for no second one. Refuses one that this browser did not begin.
async fn take(
    ctx: &Context,
    session: &Session,
    provider: &Provider,
    state: &str,
) -> Result<Attempt, AppError> {
    let mut open = open(session, ctx.now).await.map_err(|error| not_saved(&error))?;
    let found = open.iter().position(|one| one.provider == provider.key && one.state == state);
    let found = found.ok_or(Unproven::Stale).map_err(|why| why.told(provider))?;
    let attempt = open.remove(found);
    session.insert(ATTEMPTS, open).await.map_err(|error| not_saved(&error))?;
    // What is done with a code cannot be undone, and so it is said first that it was: whoever comes again with it finds nothing.
    if ctx.reader.is_some() {
        session.set_expiry(Some(Expiry::OnInactivity(session::SIGNED_IN)));
    }
    session.save().await.map_err(|error| not_saved(&error))?;
    Ok(attempt)
}

/// Comes back from the provider: signs in whom it knows, registers a stranger where that is allowed, and asks the others.
pub async fn arrive(
    FromState(state): FromState<State>,
    Extension(ctx): Extension<Context>,
    Extension(network): Extension<Network>,
    session: Session,
    Path(provider): Path<String>,
    headers: HeaderMap,
    _: Request,
) -> Response {
    let mut back = "/".to_owned();
    let done = async {
        let provider = state.providers.of(&provider)?;
        WAYS.step(&ctx.db, network.key("back"), ctx.now).await?;
        let attempt = take(&ctx, &session, provider, ctx.query.text("state")).await?;
        back.clone_from(&attempt.back);
        let code = code(&ctx, provider).map_err(|why| why.told(provider))?;
        let redirect = redirect(&state, provider);
        let shown = provider.shown(&state.providers.outgoing, (&attempt, &code), &redirect, ctx.now);
        let shown = shown.await.map_err(|why| why.told(provider))?;
        let arrival = Arrival { ctx: &ctx, session: &session, headers: &headers, provider, attempt };
        arrival.settle(shown).await
    };
    match done.await {
        Ok(next) => see_other(&next),
        Err(error) => at_sign_in(ctx, &back, error).await,
    }
}

/// The code that a provider sent back; why there is none, otherwise.
fn code(ctx: &Context, provider: &Provider) -> Result<String, Unproven> {
    // Where the provider says who it is, it must be who was asked (RFC 9207).
    if let (Some(issuer), super::Kind::OpenId(own)) = (ctx.query.get("iss"), &provider.kind)
        && issuer != own.as_str()
    {
        return Err(Unproven::Refused("another provider answers".to_owned()));
    }
    match (ctx.query.get("error"), ctx.query.get("code")) {
        (None, Some(code)) if !code.is_empty() => Ok(code.to_owned()),
        (Some("access_denied" | "interaction_required" | "login_required" | "consent_required"), _) => {
            Err(Unproven::Cancelled)
        }
        (Some(away @ ("temporarily_unavailable" | "server_error")), _) => {
            Err(Unproven::Away(away.to_owned()))
        }
        (Some(error), _) => Err(Unproven::Refused(error.chars().take(80).collect())),
        (None, _) => Err(Unproven::Refused("no code".to_owned())),
    }
}

/// The page to sign in on, with what went wrong; a link by mail is always another way.
async fn at_sign_in(ctx: Context, back: &str, error: AppError) -> Response {
    refuse(ctx, Fields::default().with("page", href::sign_in(back)), error).await
}

/// Somebody back from a provider.
struct Arrival<'a> {
    ctx: &'a Context,
    session: &'a Session,
    headers: &'a HeaderMap,
    provider: &'a Provider,
    attempt: Attempt,
}

impl Arrival<'_> {
    async fn settle(self, shown: Shown) -> Result<href::Href, AppError> {
        let db = self.ctx.db.read();
        let vouched = self.vouched(&shown).await?;
        if let Some(known) = identity::Entity::known(db, &shown.issuer, &shown.subject).await? {
            let known = known.refresh(self.ctx.db.owner(), vouched, self.ctx.now).await?;
            return self.sign_in(known, &shown).await;
        }
        let email =
            shown.email.clone().filter(|_| shown.is_verified).map(|email| email.trim().to_lowercase());
        let has_account = match &email {
            Some(email) => account::Entity::by_email(db, email).await?.is_some(),
            None => false,
        };
        match email.filter(|email| app::joining::is_address(email)) {
            Some(email) if self.ctx.reader.is_none() && !has_account => {
                self.join(vouched, email, &shown).await
            }
            _ => self.ask(vouched, &shown, has_account).await,
        }
    }

    /// What is kept of what the provider says. A stakeholder that its claim does not name here is none.
    async fn vouched(&self, shown: &Shown) -> Result<Vouched, AppError> {
        let stands_for = self.provider.belongs.as_ref().map(|belongs| &belongs.stands_for);
        let slug = stands_for.and_then(|map| shown.belongs_to.iter().find_map(|value| map.get(value)));
        let stakeholder = match slug {
            Some(slug) => match stakeholder::Entity::by_slug(self.ctx.db.read(), slug).await {
                Ok(stakeholder) => Some(stakeholder.id),
                Err(entity::Error::NotFound(_)) => {
                    tracing::warn!(provider = self.provider.key, slug, "A claim stands for no stakeholder");
                    None
                }
                Err(error) => return Err(error.into()),
            },
            None => None,
        };
        let called =
            shown.email.clone().or_else(|| shown.name.clone()).unwrap_or_else(|| shown.subject.clone());
        Ok(Vouched {
            provider: self.provider.key.clone(),
            issuer: shown.issuer.clone(),
            subject: shown.subject.clone(),
            called: called.chars().take(200).collect(),
            stakeholder,
        })
    }

    /// Begins a session as the account that is connected, and leads to where its owner was.
    async fn sign_in(&self, known: identity::Model, shown: &Shown) -> Result<href::Href, AppError> {
        let author = Reader::of(&self.ctx.db, known.account_id, self.ctx.now).await?;
        let closed = || Message::new("sign-in-with-closed").with("provider", self.provider.name.clone());
        let author = author.ok_or_else(|| AppError::Refused(closed(), None))?;
        let waiting = self.waiting().await?;
        let way = Way {
            begun: Begun::Provider(self.provider.key.clone()).key(),
            identity: Some(known.id),
            provider_session: shown.session.clone(),
            id_token: shown.id_token.clone(),
        };
        begin_by(self.session, author.account.id, self.headers, way).await?;
        self.session.remove_value(session::UNLINKED).await.map_err(|error| not_saved(&error))?;
        match waiting {
            Some(row) => {
                let row =
                    newcomer::answered_by(&self.ctx.db, row.id, author.account.id, self.ctx.now).await?;
                self.session.remove_value(session::NEWCOMER).await.map_err(|error| not_saved(&error))?;
                first_try(self.ctx, &author, &row).await
            }
            None => Ok(self.attempt.back.clone()),
        }
    }

    /// The words that a stranger wanted to post this way.
    async fn waiting(&self) -> Result<Option<newcomer::Model>, AppError> {
        match (self.attempt.posts, self.ctx.newcomer) {
            (true, Some(id)) => Ok(newcomer::Entity::unanswered(self.ctx.db.read(), id, self.ctx.now).await?),
            _ => Ok(None),
        }
    }

    /// Registers a stranger, whose address the provider vouches for.
    async fn join(&self, vouched: Vouched, email: String, shown: &Shown) -> Result<href::Href, AppError> {
        let of_address = email.split('@').next().unwrap_or_default();
        let name = shown.name.as_deref().and_then(|name| Name::parse(name).ok());
        let name = name.map_or_else(|| Name::parse(of_address), Ok);
        let joining = verb::Joining {
            name: name.map_err(|bad| AppError::Refused(bad.message(), None))?,
            email,
            locale: self.ctx.locale.tag().to_owned(),
            forum: self.waiting().await?.and_then(|row| row.forum_id),
        };
        let known = verb::join_by(&self.ctx.db, joining, vouched, self.ctx.now).await?;
        self.sign_in(known, shown).await
    }

    /// Leads to the page that asks: to connect with the account that is signed in, or to sign in by mail first.
    async fn ask(&self, vouched: Vouched, shown: &Shown, has_account: bool) -> Result<href::Href, AppError> {
        let waiting = self.waiting().await?;
        let unlinked = Unlinked {
            provider: vouched.provider,
            issuer: vouched.issuer,
            subject: vouched.subject,
            called: vouched.called,
            stakeholder: vouched.stakeholder,
            email: shown.email.clone(),
            has_account,
            waits: waiting.is_some(),
            shown: self.ctx.now,
        };
        self.session.insert(session::UNLINKED, unlinked).await.map_err(|error| not_saved(&error))?;
        if self.ctx.reader.is_some() {
            self.session.set_expiry(Some(Expiry::OnInactivity(session::SIGNED_IN)));
        }
        Ok(href::connect())
    }
}
