//! Choosing a language.

use app::{
    context::Context,
    error::AppError,
    fields::Fields,
    form::refuse,
    leading::{local, see_other},
    locale::Locale,
};
use axum::{
    Extension,
    extract::{Request, State as FromState},
    http::{HeaderValue, header},
    response::Response,
};

use crate::{cookies::LANGUAGE, state::State};

/// Keeps the language in a cookie, and with the account of whoever is signed in, and comes back to the page.
pub async fn choose(
    FromState(state): FromState<State>,
    Extension(ctx): Extension<Context>,
    request: Request,
) -> Response {
    let (fields, _) = Fields::read(request).await;
    let Some(locale) = Locale::from_tag(fields.text("lang")) else {
        return refuse(ctx, fields, AppError::NotFound).await;
    };
    if let Some(reader) = &ctx.reader
        && let Err(error) =
            reader.account.prefer(&ctx.db, reader.account.zone.clone(), Some(locale.tag().to_owned())).await
    {
        return refuse(ctx, fields, error.into()).await;
    }
    let mut response = see_other(local(fields.text("page")).unwrap_or("/"));
    let secure = if state.is_secure() { "; Secure" } else { "" };
    let cookie =
        format!("{LANGUAGE}={}; Path=/; Max-Age=31536000; HttpOnly; SameSite=Lax{secure}", locale.tag());
    if let Ok(cookie) = HeaderValue::from_str(&cookie) {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
    response
}
