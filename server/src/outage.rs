//! What is answered while the database is away.
//!
//! A query to a database that has gone silent waits for long. So before anything else it is looked whether the database is there, and
//! whoever has waited for a page for a second looks again.

use app::{context::Context, document, error::AppError, fields::Fields};
use axum::{
    extract::{Request, State as FromState},
    http::Method,
    middleware::Next,
    response::Response,
};

use crate::{state::State, visit};

/// Answers for a database that does not: with a page that says so, and to a form that nothing was saved, with its words. A form that was
/// begun is done to its end, as what it does may have been saved.
pub async fn answer(FromState(state): FromState<State>, request: Request, next: Next) -> Response {
    let (parts, body) = request.into_parts();
    let is_form = parts.method == Method::POST;
    let nobody = Context::new(visit::given(&state, &parts));
    if state.db.is_away().await {
        if !is_form {
            return document::render_error(nobody, AppError::Away).await;
        }
        let (fields, _) = Fields::read(Request::from_parts(parts, body)).await;
        return visit::not_saved(&nobody, fields).await;
    }
    let answer = next.run(Request::from_parts(parts, body));
    if is_form {
        return answer.await;
    }
    tokio::select! {
        answer = answer => answer,
        () = state.db.goes_away() => document::render_error(nobody, AppError::Away).await,
    }
}
