//! `/health`, for whoever keeps the server running.

use axum::{Json, extract::State as FromState, http::StatusCode};
use serde_json::{Value, json};

use crate::state::State;

/// Tells whether the database answers, and how far the record goes; 503 when it does not.
pub async fn health(FromState(state): FromState<State>) -> (StatusCode, Json<Value>) {
    let db = state.db.read();
    let record = async {
        let last = entity::event::Entity::last(db).await?;
        let checkpoint = entity::checkpoint::Entity::last(db).await?;
        Ok::<_, entity::Error>(json!({
            "events": last.as_ref().map_or(0, |event| event.sequence),
            "head": last.map(|event| event.hash),
            "checkpoint": checkpoint.map(|checkpoint| checkpoint.size),
        }))
    };
    match record.await {
        Ok(record) if state.db.is_rewritten() => {
            let answer = json!({ "status": "failing", "database": "ok", "record": record, "why": "the record is not the one that was signed; nothing is written any more" });
            (StatusCode::SERVICE_UNAVAILABLE, Json(answer))
        }
        Ok(record) => {
            let version = env!("CARGO_PKG_VERSION");
            (
                StatusCode::OK,
                Json(json!({ "status": "ok", "version": version, "database": "ok", "record": record })),
            )
        }
        Err(error) => {
            tracing::error!(%error, "The database does not answer");
            let answer = json!({ "status": "failing", "database": "unreachable" });
            (StatusCode::SERVICE_UNAVAILABLE, Json(answer))
        }
    }
}
