//! What is posted to a link from a mail, by who need not be signed in: the link is the right to it.

use app::{context::Context, error::AppError, fields::Fields, form::refuse, href, leading::see_other};
use axum::{
    Extension, Router,
    extract::{Path, Request},
    http::StatusCode,
    response::{IntoResponse, Response},
    routing::post,
};
use domain::telling::{Occasion, Often};
use entity::{
    Reader,
    link::{Key, Link},
    preference, thread,
};

/// The route that forms and mail programs post to.
pub fn routes() -> Router {
    Router::new().route(href::post::at::mail(), post(answer))
}

/// Does what the link is for. A mail program that stops a list for its user (RFC 8058) is answered at once, without being led on.
async fn answer(Extension(ctx): Extension<Context>, Path(link): Path<String>, request: Request) -> Response {
    let (fields, read) = Fields::read(request).await;
    let by_program = fields.get("List-Unsubscribe") == Some("One-Click");
    let done = match read {
        Ok(()) => act(&ctx, &link, &fields, by_program).await,
        Err(error) => Err(error),
    };
    match done {
        Ok(_) if by_program => StatusCode::OK.into_response(),
        Ok(next) => see_other(&next),
        Err(error) if by_program => error.status().into_response(),
        Err(error) => refuse(ctx, fields, error).await,
    }
}

async fn act(ctx: &Context, written: &str, fields: &Fields, by_program: bool) -> Result<String, AppError> {
    let key = Key::of(&ctx.db, ctx.now).await?;
    let link = Link::read(written, &key).ok_or(AppError::NotFound)?;
    let reader = Reader::of(&ctx.db, link.account(), ctx.now).await?.ok_or(AppError::NotFound)?;
    let page = href::mail(written);
    match link {
        Link::Stop { account, occasion } => {
            let rest = fields.text("stop") == "rest" && !by_program;
            let stopped = Occasion::ALL.iter().copied().filter(|one| match rest {
                true => !one.choices().is_empty() && *one != Occasion::Answer,
                false => *one == occasion,
            });
            for one in stopped {
                preference::Entity::keep(ctx.db.owner(), account, one, Often::Never).await?;
            }
            Ok(href::with_query(page, &[("done", if rest { "rest" } else { "this" })]))
        }
        Link::Judge { thread, answered, .. } => {
            let satisfied = match fields.text("satisfied") {
                "yes" => true,
                "no" => false,
                _ => return Err(AppError::Unreadable),
            };
            let thread = thread::Entity::by_id(ctx.db.read(), thread).await?;
            reader.acknowledge_given(&ctx.db, &thread, Some(answered), satisfied, ctx.now).await?;
            Ok(page)
        }
    }
}
