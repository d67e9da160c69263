//! Requests that may come twice: one with an `Idempotency-Key` does one thing, and hears the same each time.
//!
//! What was refused is not kept, as nothing was done: the same request may be sent again once what was missing is there.

use app::error::AppError;
use axum::{
    http::{HeaderMap, HeaderName, HeaderValue},
    response::Response,
};
use domain::Message;
use entity::{
    Error, access, draft,
    kept_answer::{Begun, Entity},
};

use super::{Endpoint, Verb, call::Answer, call::Call};
use crate::clock::digest;

const KEY: HeaderName = HeaderName::from_static("idempotency-key");
const AGAIN: HeaderName = HeaderName::from_static("idempotency-replayed");
/// How long a key may be.
const LONGEST: usize = 255;

/// Answers a call by its endpoint, or as it was answered before. Refuses a key that is empty or too long, one that was used for another
/// request, and one whose request is still under way.
pub async fn answer(mut call: Call, endpoint: &Endpoint, headers: &HeaderMap) -> Result<Response, AppError> {
    let is_public = call.reader.is_none();
    let Some(key) = headers.get(KEY).filter(|_| endpoint.verb == Verb::Post) else {
        return Ok((endpoint.run)(call).await?.to(is_public));
    };
    let key = key.to_str().ok().filter(|key| !key.is_empty() && key.len() <= LONGEST);
    let key = key.ok_or_else(|| AppError::refused("api-bad-key"))?.to_owned();
    let (db, account, now) = (call.state.db.clone(), call.reader()?.account.id, call.now);
    // What a token may is its own, so that what one did another does not hear.
    let token = call.reader()?.token.unwrap_or_default();
    let asked = digest(&format!("{token}\n{}\n{}", call.address, String::from_utf8_lossy(call.body())));
    match Entity::begin(db.owner(), account, (&key, &asked), now).await? {
        Begun::New => {}
        Begun::Answered(row) => {
            still_may(&call, endpoint).await?;
            let status = u16::try_from(row.status).unwrap_or(200);
            let mut again = Answer::again(status, row.content, row.location).to(false);
            again.headers_mut().insert(AGAIN, HeaderValue::from_static("true"));
            return Ok(again);
        }
        Begun::UnderWay => return Err(AppError::Conflict(Message::new("api-under-way"))),
        Begun::Other => return Err(AppError::refused("api-key-of-another")),
    }
    call.once = Some(digest(&format!("{account} {key}")));
    match (endpoint.run)(call).await {
        Ok(answer) => {
            Entity::answer(db.owner(), account, &key, answer.parts()).await?;
            Ok(answer.to(false))
        }
        Err(error) => {
            Entity::forget(db.owner(), account, &key).await?;
            Err(error)
        }
    }
}

/// Refuses who may not see any more what the endpoint is about, or has no right to it any more. That its time is over is no reason: it was done
/// in time.
async fn still_may(call: &Call, endpoint: &Endpoint) -> Result<(), AppError> {
    if !endpoint.parameters().contains(&"reference") {
        return Ok(());
    }
    let (db, reader) = (call.state.db.read(), call.reader.as_ref());
    let reference: String = call.param("reference")?;
    let (draft, forum) = draft::Entity::cited(db, reader, &reference, call.now).await?;
    let mut refused = None;
    for action in endpoint.asks {
        match access::require(db, reader, &forum, &draft, *action, call.now).await {
            Ok(()) | Err(Error::Conflict(_)) => return Ok(()),
            Err(error @ Error::Database(_)) => return Err(error.into()),
            Err(error) => refused = Some(error),
        }
    }
    refused.map_or(Ok(()), |error| Err(error.into()))
}
