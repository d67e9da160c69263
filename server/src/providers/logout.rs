//! Signing out at a provider too, and being signed out by one (OpenID Connect Back-Channel Logout 1.0).

use app::{context::Context, fields::Fields, href, leading::see_other};
use axum::{
    Extension, Json,
    extract::{Path, Request, State as FromState},
    http::StatusCode,
    response::{IntoResponse, Response},
};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use chrono::{DateTime, Utc};
use entity::{Db, identity, pace::Pace, session as sessions, session::Begun};
use openidconnect::{
    JsonWebKey,
    core::{CoreJsonWebKeyUse, CoreJwsSigningAlgorithm},
};
use serde::Deserialize;
use serde_json::{Map, Value, json};
use tower_sessions::Session;

use super::{
    Kind, Provider, Unproven,
    openid::{Known, SIGNATURES, SKEW},
};
use crate::{clock, network::Network, session, sign_in::not_saved, state::State};

/// How often a network may say that somebody is signed out.
const SAID: Pace = Pace { tries: 600, minutes: 10 };
/// A token that says so is good once.
const ONCE: Pace = Pace { tries: 1, minutes: 60 };
/// What a token that signs out says it is.
const EVENT: &str = "http://schemas.openid.net/event/backchannel-logout";

/// By which provider a session was begun, and where one is signed out there too; none when the provider has no such place.
pub async fn offer(
    state: &State,
    way: Option<&session::Way>,
    now: DateTime<Utc>,
) -> Option<(String, String)> {
    let Begun::Provider(key) = Begun::read(&way?.begun) else { return None };
    let provider = state.providers.of(&key).ok()?;
    let back = format!("{}{}", state.url, href::signed_out());
    let told = (way?.id_token.as_deref(), back.as_str());
    let leaving = provider.leaving(&state.providers.outgoing, told, now).await?;
    Some((key, leaving.to_string()))
}

/// Leads to the provider, to be signed out there as well.
pub async fn leave(Extension(ctx): Extension<Context>, session: Session, Path(_): Path<String>) -> Response {
    let left = session.remove::<String>(session::LEAVING).await;
    match left {
        Ok(Some(url)) => see_other(&url),
        Ok(None) => see_other(&href::signed_out()),
        Err(error) => app::document::render_error(ctx, not_saved(&error)).await,
    }
}

/// Ends the sessions that a provider says are over. Answers as its specification has it.
pub async fn logged_out(
    FromState(state): FromState<State>,
    Extension(ctx): Extension<Context>,
    Extension(network): Extension<Network>,
    Path(provider): Path<String>,
    request: Request,
) -> Response {
    let (fields, read) = Fields::read(request).await;
    let done = async {
        read.map_err(|error| Unproven::Refused(error.to_string()))?;
        let provider = state.providers.of(&provider).map_err(|error| Unproven::refused(&error))?;
        let paced = SAID.step(&ctx.db, network.key("logout"), ctx.now).await;
        paced.map_err(|error| Unproven::refused(&error))?;
        let said = provider.logout_said(&state, fields.text("logout_token"), ctx.now).await?;
        end(&ctx.db, provider, &said, ctx.now).await.map_err(|error| match error {
            entity::Error::TooMany(_) => Unproven::Refused("it came before".to_owned()),
            other => Unproven::away(&other),
        })
    };
    match done.await {
        Ok(ended) => {
            tracing::info!(provider, sessions = ended, "A provider signed somebody out");
            StatusCode::OK.into_response()
        }
        Err(Unproven::Away(why)) => {
            tracing::error!(provider, why, "Somebody could not be signed out");
            StatusCode::SERVICE_UNAVAILABLE.into_response()
        }
        Err(why) => {
            tracing::warn!(provider, ?why, "What signs somebody out cannot be believed");
            (StatusCode::BAD_REQUEST, Json(json!({ "error": "invalid_request" }))).into_response()
        }
    }
}

/// Ends the sessions of a person, or of one session, at the provider.
async fn end(db: &Db, provider: &Provider, said: &Said, now: DateTime<Utc>) -> Result<u64, entity::Error> {
    ONCE.step(db, format!("logout/{}", clock::digest(&format!("{} {}", said.iss, said.jti))), now).await?;
    let owner = db.owner();
    match (&said.sub, &said.sid) {
        (Some(subject), session) => match identity::Entity::known(db.read(), &said.iss, subject).await? {
            Some(known) => sessions::Entity::end_of_identity(owner, known.id, session.as_deref(), None).await,
            None => Ok(0),
        },
        (None, Some(session)) => {
            let begun = Begun::Provider(provider.key.clone());
            sessions::Entity::end_at_provider(owner, &begun, session).await
        }
        (None, None) => Ok(0),
    }
}

/// What a token says that signs out.
#[derive(Deserialize)]
struct Said {
    iss: String,
    aud: Value,
    iat: i64,
    exp: Option<i64>,
    jti: String,
    sub: Option<String>,
    sid: Option<String>,
    events: Map<String, Value>,
    nonce: Option<Value>,
}

#[derive(Deserialize)]
struct Head {
    alg: CoreJwsSigningAlgorithm,
    kid: Option<String>,
    typ: Option<String>,
}

impl Provider {
    /// Verifies a token that signs out, by section 2.6 of the specification.
    async fn logout_said(&self, state: &State, token: &str, now: DateTime<Utc>) -> Result<Said, Unproven> {
        let Kind::OpenId(issuer) = &self.kind else {
            return Err(Unproven::Refused("no provider of OpenID Connect".to_owned()));
        };
        let outgoing = &state.providers.outgoing;
        let mut known = self.discovered(outgoing, issuer, now).await?;
        let said = match read(token, &known) {
            Err(Unproven::Stale) if self.read_keys(outgoing, &mut known, now).await? => read(token, &known),
            other => other,
        };
        let said = said.map_err(|why| match why {
            Unproven::Stale => Unproven::Refused("its signature fits no key".to_owned()),
            other => other,
        })?;
        let is_for_us = match &said.aud {
            Value::Array(several) => several.iter().any(|one| *one == self.client.as_str()),
            one => *one == self.client.as_str(),
        };
        let now = now.timestamp();
        let is_of_now = (said.iat - now).abs() <= SKEW.num_seconds()
            && said.exp.is_none_or(|ends| ends > now - SKEW.num_seconds());
        let holds = said.iss == issuer.as_str()
            && is_for_us
            && is_of_now
            && said.events.get(EVENT).is_some_and(Value::is_object)
            && said.nonce.is_none()
            && (said.sub.is_some() || said.sid.is_some());
        if holds { Ok(said) } else { Err(Unproven::Refused("a token for something else".to_owned())) }
    }
}

/// Reads a token whose signature fits; says that it is stale when it fits no key that is known.
fn read(token: &str, known: &Known) -> Result<Said, Unproven> {
    let unreadable = || Unproven::Refused("no token".to_owned());
    let mut parts = token.split('.');
    let (Some(head), Some(claims), Some(signature), None) =
        (parts.next(), parts.next(), parts.next(), parts.next())
    else {
        return Err(unreadable());
    };
    let bytes = |part: &str| URL_SAFE_NO_PAD.decode(part).map_err(|_| unreadable());
    let header: Head = serde_json::from_slice(&bytes(head)?).map_err(|_| unreadable())?;
    let kinds = ["logout+jwt", "application/logout+jwt", "jwt"];
    let is_kind = header.typ.is_none_or(|kind| kinds.contains(&kind.to_ascii_lowercase().as_str()));
    if !is_kind || !SIGNATURES.contains(&header.alg) {
        return Err(unreadable());
    }
    let (signed, signature) = (format!("{head}.{claims}"), bytes(signature)?);
    let fits = known.metadata.jwks().keys().iter().any(|key| {
        let is_named = header.kid.is_none() || key.key_id().map(|id| id.as_str()) == header.kid.as_deref();
        let signs = key.key_use().is_none_or(|usage| *usage == CoreJsonWebKeyUse::Signature);
        is_named && signs && key.verify_signature(&header.alg, signed.as_bytes(), &signature).is_ok()
    });
    if !fits {
        return Err(Unproven::Stale);
    }
    serde_json::from_slice(&bytes(claims)?).map_err(|_| unreadable())
}
