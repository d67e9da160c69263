//! What a person sets for themselves.

use domain::Message;
use entity::{session, token};

use crate::{
    context::Context,
    error::AppError,
    fields::Fields,
    href::{self, Href},
    ui::time,
};

/// Keeps the time zone a person reads in; refuses one that does not exist.
pub async fn prefer(ctx: Context, form: Fields) -> Result<Href, AppError> {
    let reader = ctx.reader()?;
    let zone = form.optional("zone").map(str::to_owned);
    if zone.as_deref().is_some_and(|zone| !time::is_zone(zone)) {
        return Err(AppError::field("zone", Message::new("settings-no-zone")));
    }
    reader.account.prefer(&ctx.db, zone, reader.account.locale.clone()).await?;
    Ok(href::with_query(href::settings(), &[("saved", "yes")]))
}

/// Ends one of a person's own sessions; does nothing to those of others.
pub async fn revoke(ctx: Context, form: Fields) -> Result<Href, AppError> {
    let reader = ctx.reader()?;
    session::Entity::revoke(ctx.db.owner(), reader.account.id, form.required("session")?).await?;
    Ok(href::settings())
}

/// Takes one of a person's own tokens back; does nothing to those of others.
pub async fn revoke_token(ctx: Context, form: Fields) -> Result<Href, AppError> {
    let reader = ctx.reader()?;
    token::Entity::revoke(ctx.db.owner(), reader.account.id, form.parse("token")?).await?;
    Ok(href::settings())
}
