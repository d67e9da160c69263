//! `/health`, for whoever keeps the server running.

use std::{
    sync::Arc,
    time::{Duration, Instant},
};

use axum::{Extension, Json, Router, extract::State as FromState, http::StatusCode, routing::get};
use entity::{Error, Trouble, checkpoint, event};
use serde_json::{Value, json};
use tokio::{sync::Mutex, time::timeout};

use crate::state::State;

/// How long the database has to answer, and to write.
const PATIENCE: Duration = Duration::from_millis(800);
/// How long an answer holds, so that asking often does not wear out the disk.
const HOLDS: Duration = Duration::from_secs(1);

type Answer = (StatusCode, Value);
/// The last answer, and when it was found. Those who ask meanwhile wait for it.
#[derive(Clone, Default)]
struct Last(Arc<Mutex<Option<(Instant, Answer)>>>);

/// The route of `/health`, with the answer it remembers.
pub fn routes(state: State) -> Router {
    Router::new().route("/health", get(health)).layer(Extension(Last::default())).with_state(state)
}

/// Tells whether the database can be read and written, and how far the record goes; 503 with what is wrong when it cannot.
async fn health(
    FromState(state): FromState<State>,
    Extension(last): Extension<Last>,
) -> (StatusCode, Json<Value>) {
    let mut last = last.0.lock().await;
    let (status, answer) = match &*last {
        Some((found, answer)) if found.elapsed() < HOLDS => answer.clone(),
        _ => last.insert((Instant::now(), look(&state).await)).1.clone(),
    };
    (status, Json(answer))
}

async fn look(state: &State) -> Answer {
    let (read, written) =
        tokio::join!(timeout(PATIENCE, record(state)), timeout(PATIENCE, state.db.try_to_write()));
    let read = read.unwrap_or(Err(Error::NotSaved(Some(Trouble::Away))));
    let written = written.unwrap_or(Err(Error::NotSaved(Some(Trouble::Away))));
    let rewritten = state.db.is_rewritten();
    let failing = read.is_err() || written.is_err() || rewritten;
    let status = if failing { StatusCode::SERVICE_UNAVAILABLE } else { StatusCode::OK };
    let mut answer = json!({
        "status": if failing { "failing" } else { "ok" },
        "version": env!("CARGO_PKG_VERSION"),
        "database": read.as_ref().err().map_or_else(|| "ok".to_owned(), said),
        "writing": written.as_ref().err().map_or_else(|| "ok".to_owned(), said),
        "record": read.ok(),
    });
    if rewritten {
        answer["why"] = json!("the record is not the one that was signed; nothing is written any more");
    }
    (status, answer)
}

async fn record(state: &State) -> Result<Value, Error> {
    let db = state.db.read();
    let last = event::Entity::last(db).await?;
    let checkpoint = checkpoint::Entity::last(db).await?;
    Ok(json!({
        "events": last.as_ref().map_or(0, |event| event.sequence),
        "head": last.map(|event| event.hash),
        "checkpoint": checkpoint.map(|checkpoint| checkpoint.size),
    }))
}

/// What is wrong, in words that give nothing of the inside away; the log has the rest.
fn said(error: &Error) -> String {
    tracing::error!(%error, "The database does not do as it is told");
    error.trouble().map_or_else(|| "failing".to_owned(), |trouble| trouble.to_string())
}
