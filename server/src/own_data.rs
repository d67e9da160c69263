//! What is kept of somebody, for themselves: all of it as a file, and the way out.

use app::{
    context::Context, document, error::AppError, fields::Fields, form::refuse, href, leading::see_other,
};
use axum::{
    Extension, Router,
    extract::Request,
    http::header,
    response::{IntoResponse, Response},
    routing::{get, post},
};
use tower_sessions::Session;

use crate::sign_in::{forgotten, not_saved};

/// The file, and the form that erases.
pub fn routes() -> Router {
    Router::new().route(&href::own_data(), get(file)).route(href::post::at::erasure(), post(erase))
}

/// Everything about whoever is signed in, as JSON.
async fn file(Extension(ctx): Extension<Context>, _: Request) -> Response {
    if ctx.reader.is_none() {
        return see_other(&href::sign_in(&href::settings()));
    }
    match ctx.viewer().everything_about_me().await {
        Ok(all) => {
            let headers = [
                (header::CONTENT_TYPE, "application/json"),
                (header::CONTENT_DISPOSITION, "attachment; filename=\"about-me.json\""),
            ];
            (headers, format!("{all:#}\n")).into_response()
        }
        Err(error) => document::render_error(ctx, error.into()).await,
    }
}

/// Erases who the reader is, and ends the session.
async fn erase(Extension(ctx): Extension<Context>, session: Session, request: Request) -> Response {
    let (fields, read) = Fields::read(request).await;
    let done = async {
        read?;
        ctx.reader()?.withdraw_from_the_site(&ctx.db, ctx.now).await?;
        session.flush().await.map_err(|error| not_saved(&error))
    };
    match done.await {
        Ok::<(), AppError>(()) => {
            forgotten(see_other(&href::with_query(href::signed_out(), &[("erased", "yes")])))
        }
        Err(error) => refuse(ctx, fields, error).await,
    }
}
