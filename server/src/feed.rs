//! Feeds of what happened (Atom, RFC 4287), and of deadlines (iCalendar, RFC 5545): for everybody alike, so that they have nothing in them
//! that the public may not see.

mod atom;
mod calendar;

use app::{context::Context, document, error::AppError};
use axum::{
    Extension, Router,
    extract::Path,
    http::{HeaderValue, header},
    response::{IntoResponse, Response},
    routing::get,
};
use domain::text::ClauseId;
use entity::reading::{Viewer, bulletin::Scope};

/// The addresses of feeds; `href::feed` and `href::calendar` make them.
pub fn routes() -> Router {
    Router::new()
        .route("/feed.atom", get(site_news))
        .route("/calendar.ics", get(site_deadlines))
        .route("/forums/{slug}/feed.atom", get(forum_news))
        .route("/forums/{slug}/calendar.ics", get(forum_deadlines))
        .route("/drafts/{reference}/feed.atom", get(draft_news))
        .route("/drafts/{reference}/calendar.ics", get(draft_deadlines))
        .route("/drafts/{reference}/clauses/{clause}/feed.atom", get(clause_news))
        .route("/stakeholders/{slug}/feed.atom", get(stakeholder_news))
}

async fn site_news(Extension(ctx): Extension<Context>) -> Response {
    news(ctx, Scope::Site).await
}

async fn forum_news(Extension(ctx): Extension<Context>, Path(slug): Path<String>) -> Response {
    news(ctx, Scope::Forum(slug)).await
}

async fn draft_news(Extension(ctx): Extension<Context>, Path(reference): Path<String>) -> Response {
    news(ctx, Scope::Draft(reference)).await
}

async fn clause_news(
    Extension(ctx): Extension<Context>,
    Path((reference, clause)): Path<(String, String)>,
) -> Response {
    match clause.parse() {
        Ok(clause) => news(ctx, Scope::Clause(reference, ClauseId(clause))).await,
        Err(_) => document::render_error(ctx, AppError::NotFound).await,
    }
}

async fn stakeholder_news(Extension(ctx): Extension<Context>, Path(slug): Path<String>) -> Response {
    news(ctx, Scope::Stakeholder(slug)).await
}

async fn site_deadlines(Extension(ctx): Extension<Context>) -> Response {
    deadlines(ctx, Scope::Site).await
}

async fn forum_deadlines(Extension(ctx): Extension<Context>, Path(slug): Path<String>) -> Response {
    deadlines(ctx, Scope::Forum(slug)).await
}

async fn draft_deadlines(Extension(ctx): Extension<Context>, Path(reference): Path<String>) -> Response {
    deadlines(ctx, Scope::Draft(reference)).await
}

/// The public alone: a feed reader has no session, and what it keeps may be read by others.
fn public(ctx: &Context) -> Viewer<'_> {
    Viewer { reader: None, ..ctx.viewer() }
}

async fn news(ctx: Context, scope: Scope) -> Response {
    match atom::feed(&ctx, public(&ctx), &scope).await {
        Ok(feed) => file(feed, "application/atom+xml; charset=utf-8"),
        Err(error) => document::render_error(ctx, missing(error.into())).await,
    }
}

async fn deadlines(ctx: Context, scope: Scope) -> Response {
    match calendar::calendar(&ctx, public(&ctx), &scope).await {
        Ok(calendar) => file(calendar, "text/calendar; charset=utf-8"),
        Err(error) => document::render_error(ctx, missing(error.into())).await,
    }
}

/// Nothing here asks anybody to sign in: what the public may not see is not there.
fn missing(error: AppError) -> AppError {
    if error == AppError::SignIn { AppError::NotFound } else { error }
}

fn file(words: String, kind: &'static str) -> Response {
    let kind = HeaderValue::from_static(kind);
    ([(header::CONTENT_TYPE, kind)], words).into_response()
}
