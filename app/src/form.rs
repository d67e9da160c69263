//! Forms that work without JavaScript: an ordinary post, answered with a redirect or with the same page and what was typed.

use axum::{
    Extension,
    extract::{RawPathParams, Request},
    http::StatusCode,
    response::Response,
    routing::{MethodRouter, post},
};

use crate::{
    context::{Context, Returned},
    document,
    error::AppError,
    fields::Fields,
    href::{self, Href},
    leading::{local, see_other},
    sent_twice::SentTwice,
};

/// What was typed when the session had ended, for the server to keep until the reader has signed in and is back on the page.
#[derive(Clone, Debug)]
pub struct Kept {
    /// The address of the page that the form stands on.
    pub page: String,
    pub fields: Fields,
}

/// Makes a form's handler of an action: who, what, rule, write, and where next.
///
/// When its button `preview` was pressed nothing is done, and the page comes back with what was typed, for it to show.
/// When the action refuses, the page that shows the form is rendered again with the refusal, its status and every field as it was typed.
pub fn action<Act, Acting>(act: Act) -> MethodRouter
where
    Act: Fn(Context, Fields) -> Acting + Clone + Send + Sync + 'static,
    Acting: Future<Output = Result<Href, AppError>> + Send + 'static,
{
    let sent = SentTwice::default();
    post(move |Extension(ctx): Extension<Context>, params: RawPathParams, request: Request| async move {
        let ctx = ctx.on_form(&params);
        let (fields, read) = Fields::read(request).await;
        let done = match read {
            Ok(()) if fields.get("preview").is_some() => return again(ctx, fields).await,
            Ok(()) => sent.once(&ctx, &fields, act(ctx.clone(), fields.clone())).await,
            Err(error) => Err(error),
        };
        match done {
            Ok(next) => see_other(&next),
            Err(error) => refuse(ctx, fields, error).await,
        }
    })
}

/// Shows the page a form came from once more, with what was typed.
pub async fn again(ctx: Context, fields: Fields) -> Response {
    let page = fields.get("page").and_then(local).unwrap_or("/").to_owned();
    document::render(ctx.at_page(&page, Returned { fields, error: None })).await
}

/// Answers a form that did nothing with the page it came from, the reason and all that was typed.
///
/// When that page cannot be shown either, as the database is away, the page of the error has the words.
pub async fn refuse(ctx: Context, fields: Fields, error: AppError) -> Response {
    let error = if error == AppError::Away { AppError::NotSaved } else { error };
    let status = error.status();
    let Some(page) = fields.get("page").and_then(local) else {
        let address = ctx.address();
        return document::render_error(ctx.at_page(&address, Returned { fields, error: None }), error).await;
    };
    let page = page.to_owned();
    let returned = Returned { fields: fields.clone(), error: Some(error.clone()) };
    if error == AppError::SignIn {
        let mut response = document::render(ctx.at_page(&href::sign_in(&page), returned)).await;
        *response.status_mut() = status;
        response.extensions_mut().insert(Kept { page, fields });
        return response;
    }
    let ctx = ctx.at_page(&page, returned);
    if error == AppError::NotSaved && ctx.db.is_away().await {
        return document::render_error(ctx, error).await;
    }
    let mut response = document::render(ctx.clone()).await;
    if response.status().is_server_error() {
        return document::render_error(ctx, error).await;
    }
    if response.status() == StatusCode::OK {
        *response.status_mut() = status;
    }
    response
}
