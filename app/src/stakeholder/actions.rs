//! Giving and ending the right to speak for a stakeholder, and to say who does.

use chrono::{DateTime, Utc};
use domain::{Message, Tier, typed::Name};
use entity::{Reader, account, forum, mandate, stakeholder, verb::Grant};

use super::grant::EVERYWHERE;
use crate::{
    context::Context,
    error::AppError,
    fields::Fields,
    href::{self, Href},
    ui::time,
};

/// Gives a person, found by e-mail address, the right to speak. Refuses whoever may grant none, an address without an account, a field that
/// does not read, and what `Reader::grant_mandate` refuses.
pub async fn grant(ctx: Context, form: Fields) -> Result<Href, AppError> {
    let reader = ctx.reader()?;
    let stakeholder = named(&ctx).await?;
    let forum = scope(&ctx, &form, reader, &stakeholder).await?;
    let person = account::Entity::by_email(ctx.db.read(), form.required("email")?).await?;
    let person = person.ok_or_else(|| AppError::field("email", Message::new("refusal-no-account")))?;
    let title =
        Name::parse(form.required("title")?).map_err(|bad| AppError::field("title", bad.message()))?;
    let grant = Grant {
        account: person.id,
        stakeholder: stakeholder.id,
        forum,
        tier: Tier::from_key(form.text("tier")).ok_or_else(|| unreadable("tier"))?,
        title: title.to_string(),
        starts: instant(&form, "starts")?.unwrap_or(ctx.now),
        ends: instant(&form, "ends")?,
    };
    let granted = reader.grant_mandate(&ctx.db, grant, ctx.now).await;
    granted.map_err(|error| AppError::from(error).about("ends"))?;
    Ok(href::stakeholder(&stakeholder.slug))
}

/// Ends a mandate of the stakeholder now. Refuses with not found one of another, and what `Reader::end_mandate` refuses.
pub async fn end(ctx: Context, form: Fields) -> Result<Href, AppError> {
    let reader = ctx.reader()?;
    let stakeholder = named(&ctx).await?;
    let id: i64 = form.parse("mandate")?;
    let mandate = mandate::Entity::among(ctx.db.read(), [id]).await?.remove(&id);
    let mandate = mandate.filter(|one| one.stakeholder_id == stakeholder.id).ok_or(AppError::NotFound)?;
    reader.end_mandate(&ctx.db, mandate.id, ctx.now).await?;
    Ok(href::stakeholder(&stakeholder.slug))
}

/// Names a person, found by e-mail address, as the focal point. Refuses an address without an account, and what `Reader::name_focal_point`
/// refuses.
pub async fn name(ctx: Context, form: Fields) -> Result<Href, AppError> {
    let reader = ctx.reader()?;
    let stakeholder = named(&ctx).await?;
    let person = account::Entity::by_email(ctx.db.read(), form.required("focal")?).await?;
    let person = person.ok_or_else(|| AppError::field("focal", Message::new("refusal-no-account")))?;
    let done = reader.name_focal_point(&ctx.db, &stakeholder, person.id, ctx.now).await;
    done.map_err(|error| AppError::from(error).about("focal"))?;
    Ok(href::stakeholder(&stakeholder.slug))
}

/// Ends that a person is the focal point. Refuses whoever may not, and a person who is none.
pub async fn dismiss(ctx: Context, form: Fields) -> Result<Href, AppError> {
    let reader = ctx.reader()?;
    let stakeholder = named(&ctx).await?;
    reader.dismiss_focal_point(&ctx.db, &stakeholder, form.parse("account")?, ctx.now).await?;
    Ok(href::stakeholder(&stakeholder.slug))
}

/// Where the mandate is to count, as it was chosen; else the widest the reader may grant it for. None is everywhere. Refuses those who may
/// grant none before it tells who has an account.
async fn scope(
    ctx: &Context,
    form: &Fields,
    reader: &Reader,
    stakeholder: &stakeholder::Model,
) -> Result<Option<i64>, AppError> {
    let scopes = reader.may_grant(ctx.db.read(), stakeholder, ctx.now).await?;
    if scopes.is_empty() {
        return Err(AppError::Forbidden(Message::new("refusal-may-grant-mandate")));
    }
    match form.optional("scope") {
        Some(EVERYWHERE) => Ok(None),
        Some(slug) => Ok(Some(forum::Entity::by_slug(ctx.db.read(), slug).await?.id)),
        None if scopes.everywhere => Ok(None),
        None => Ok(scopes.forums.first().map(|forum| forum.id)),
    }
}

async fn named(ctx: &Context) -> Result<stakeholder::Model, AppError> {
    Ok(stakeholder::Entity::by_slug(ctx.db.read(), &ctx.param::<String>("slug")?).await?)
}

/// The instant typed in a field, in the zone the form was shown in; none when it was left empty.
fn instant(form: &Fields, name: &'static str) -> Result<Option<DateTime<Utc>>, AppError> {
    form.optional(name).map(|_| time::typed(form, name, form.text("zone"))).transpose()
}

fn unreadable(name: &'static str) -> AppError {
    AppError::field(name, Message::new("form-unreadable"))
}
