//! Making a token. It is random and shown once, so that this is no action of `app`, which has neither chance nor a page of its own for it.

use std::collections::BTreeSet;

use app::{
    account::tokens::DAYS, context::Context, document, error::AppError, fields::Fields, form::refuse, href,
};
use axum::{
    Extension, Router,
    extract::{Request, State as FromState},
    response::Response,
    routing::post,
};
use chrono::TimeDelta;
use domain::{Message, scope::Scope, typed::Name};
use entity::token::{Entity, Making};

use crate::{api::PREFIX, clock, state::State};

/// The form that makes one.
pub fn routes(state: State) -> Router {
    Router::new().route(href::post::at::tokens(), post(make)).with_state(state)
}

/// Makes a token and shows it this once, on the page of the settings.
async fn make(
    FromState(state): FromState<State>,
    Extension(ctx): Extension<Context>,
    request: Request,
) -> Response {
    let (fields, read) = Fields::read(request).await;
    match made(&state, &ctx, &fields, read).await {
        Ok(token) => document::render(ctx.with_token(&href::settings(), token)).await,
        Err(error) => refuse(ctx, fields, error).await,
    }
}

async fn made(
    state: &State,
    ctx: &Context,
    fields: &Fields,
    read: Result<(), AppError>,
) -> Result<String, AppError> {
    read?;
    let reader = ctx.reader()?;
    let name = Name::parse(fields.text("token_name"));
    let name = name.map_err(|bad| AppError::field("token_name", bad.message()))?;
    let scopes: BTreeSet<Scope> = fields.all("scopes").filter_map(Scope::from_key).collect();
    if scopes.is_empty() {
        return Err(AppError::field("scopes", Message::new("token-no-scope")));
    }
    let days = fields.text("days").parse().ok().filter(|days| DAYS.contains(days));
    let days = days.ok_or_else(|| AppError::field("days", Message::new("token-no-days")))?;
    let token = format!("{PREFIX}{}{}", clock::token(), clock::token());
    let making = Making {
        name: name.into(),
        digest: clock::digest(&token),
        scopes,
        expires_at: ctx.now + TimeDelta::days(days),
    };
    Entity::keep(&state.db, reader.account.id, making, ctx.now).await?;
    Ok(token)
}
