//! Receipts: the event of a comment, and the proof that it is in the signed record. And the key by which they are checked.

use app::{context::Context, error::AppError};
use axum::{
    Extension, Router,
    extract::{Path, State as FromState},
    http::{StatusCode, header},
    response::{IntoResponse, Response},
    routing::get,
};
use domain::text::Digest;
use entity::{comment, draft, event, reading::Viewer, thread};

use crate::{export::Receipt, state::State};

/// The key of this installation, in its C2SP form, and the hand-overs that led to it.
pub async fn key(FromState(state): FromState<State>) -> Response {
    match state.signer.keys(&state.db, state.clock.now()).await {
        Ok(keys) => text(keys.to_string()),
        Err(error) => {
            tracing::error!(%error, "The key is not to be had");
            StatusCode::SERVICE_UNAVAILABLE.into_response()
        }
    }
}

/// The addresses of the receipts: `/drafts/DN-2026-001/receipts/12.1`.
pub fn routes(state: &State) -> Router {
    let path = "/drafts/{reference}/receipts/{comment}";
    Router::new().route(path, get(answer).with_state(state.clone()))
}

async fn answer(
    Extension(ctx): Extension<Context>,
    FromState(state): FromState<State>,
    Path((reference, numbers)): Path<(String, String)>,
) -> Response {
    match receipt(ctx.viewer(), &state, &reference, &numbers).await {
        Ok(receipt) => text(receipt),
        Err(error) => app::document::render_error(ctx, AppError::from(error)).await,
    }
}

/// A receipt as a file. Refuses a comment that this reader may not see.
pub async fn receipt(
    viewer: Viewer<'_>,
    state: &State,
    reference: &str,
    numbers: &str,
) -> entity::Result<String> {
    let missing = || entity::Error::NotFound("receipt");
    let (number, own) = numbers.split_once('.').ok_or_else(missing)?;
    let (number, own) = (number.parse().map_err(|_| missing())?, own.parse().map_err(|_| missing())?);
    let Viewer { db, reader, now } = viewer;
    let (draft, _) = draft::Entity::cited(db.read(), reader, reference, now).await?;
    let thread = thread::Entity::numbered(db.read(), draft.id, number).await?;
    let comment = comment::Entity::numbered(db.read(), thread.id, own).await?;
    let subject = format!("draft/{reference}/thread/{number}");
    let subject = if own == 1 { subject } else { format!("{subject}/comment/{own}") };
    let row = event::Entity::first_about(db.read(), &subject).await?.ok_or_else(missing)?;
    let signed = state.signer.catch_up(db, now).await?.ok_or_else(missing)?;
    let marks = event::Entity::marks(db.read(), signed.checkpoint.size).await?;
    let leaves: Vec<Digest> = marks.iter().map(|(_, head)| head.hash).collect();
    let receipt = Receipt::of(row.event()?, comment.openings(), &signed, &leaves);
    Ok(receipt.ok_or_else(missing)?.to_string())
}

fn text(content: String) -> Response {
    ([(header::CONTENT_TYPE, "text/plain; charset=utf-8")], content).into_response()
}
