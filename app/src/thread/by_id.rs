//! `/threads/{id}`: the short address of a thread, which leads to its page.

use axum::{
    Extension,
    extract::RawPathParams,
    response::Response,
    routing::{MethodRouter, get},
};
use entity::{reading::docket, thread};

use crate::{
    context::Context,
    document,
    error::AppError,
    href::{self, Href},
    leading::see_other,
};

/// Leads from the id of a thread to its page; not found where the reader may not see its draft.
pub fn lead_on() -> MethodRouter {
    get(async |Extension(ctx): Extension<Context>, params: RawPathParams| -> Response {
        let ctx = ctx.on_form(&params);
        match page_of(&ctx).await {
            Ok(page) => see_other(&page),
            Err(error) => document::render_error(ctx, error).await,
        }
    })
}

async fn page_of(ctx: &Context) -> Result<Href, AppError> {
    let thread = thread::Entity::by_id(ctx.db.read(), ctx.param("id")?).await?;
    let drafts = docket::among(ctx.db.read(), ctx.reader.as_ref(), vec![thread.draft_id], ctx.now).await?;
    let (draft, _) = drafts.get(&thread.draft_id).ok_or(AppError::NotFound)?;
    Ok(href::thread(&draft.reference, thread.number.unsigned_abs()))
}
