//! What the author of kept words does with them.

use domain::WaitsFor;
use entity::newcomer;

use super::posting;
use crate::{
    context::Context,
    error::AppError,
    fields::Fields,
    href::{self, Href},
};

/// Posts kept words now, also where a newer version is out; they follow their lines.
pub async fn post(ctx: Context, form: Fields) -> Result<Href, AppError> {
    let reader = ctx.reader()?;
    let kept = own(&ctx, &form).await?;
    posting::post(&ctx, reader, &kept, true).await
}

/// Deletes kept words of the reader's. Refuses what is not theirs, or is gone, as not found.
pub async fn drop_kept(ctx: Context, form: Fields) -> Result<Href, AppError> {
    let kept = own(&ctx, &form).await?;
    kept.waits_for(&ctx.db, WaitsFor::Nobody, None).await?;
    Ok(href::kept())
}

/// The words that are named, if they are the reader's and still wait.
async fn own(ctx: &Context, form: &Fields) -> Result<newcomer::Model, AppError> {
    let (reader, id) = (ctx.reader()?, form.parse::<i64>("kept")?);
    let own = newcomer::Entity::of(ctx.db.read(), reader.account.id, ctx.now).await?;
    own.into_iter().find(|row| row.id == id).ok_or(AppError::NotFound)
}
