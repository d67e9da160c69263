//! Giving and ending the right to speak for a stakeholder.

use chrono::{DateTime, Utc};
use domain::{Message, Tier, typed::Name};
use entity::{account, founding::Grant, mandate, stakeholder};

use crate::{
    context::Context,
    error::AppError,
    fields::Fields,
    href::{self, Href},
    ui::time,
};

/// Gives a person, found by e-mail address, the right to speak.
pub async fn grant(at: Context, form: Fields) -> Result<Href, AppError> {
    let reader = at.reader()?;
    let stakeholder = named(&at).await?;
    reader.may_grant(at.db.read(), &stakeholder, at.now).await?;
    let person = account::Entity::by_email(at.db.read(), form.required("email")?).await?;
    let person = person.ok_or_else(|| AppError::field("email", Message::new("refusal-no-account")))?;
    let title =
        Name::parse(form.required("title")?).map_err(|bad| AppError::field("title", bad.message()))?;
    let grant = Grant {
        account: person.id,
        stakeholder: stakeholder.id,
        tier: Tier::from_key(form.text("tier")).ok_or_else(|| unreadable("tier"))?,
        title: title.to_string(),
        starts: instant(&form, "starts")?.unwrap_or(at.now),
        ends: instant(&form, "ends")?,
    };
    let granted = reader.grant_mandate(&at.db, grant, at.now).await;
    granted.map_err(|error| AppError::from(error).about("ends"))?;
    Ok(href::stakeholder(&stakeholder.slug))
}

/// Ends a mandate of the stakeholder now.
pub async fn end(at: Context, form: Fields) -> Result<Href, AppError> {
    let reader = at.reader()?;
    let stakeholder = named(&at).await?;
    let id: i64 = form.parse("mandate")?;
    let mandate = mandate::Entity::among(at.db.read(), [id]).await?.remove(&id);
    let mandate = mandate.filter(|one| one.stakeholder_id == stakeholder.id).ok_or(AppError::NotFound)?;
    reader.end_mandate(&at.db, &mandate, at.now).await?;
    Ok(href::stakeholder(&stakeholder.slug))
}

async fn named(at: &Context) -> Result<stakeholder::Model, AppError> {
    Ok(stakeholder::Entity::by_slug(at.db.read(), &at.param::<String>("slug")?).await?)
}

/// The instant typed in a field, in the zone the form was shown in; none when it was left empty.
fn instant(form: &Fields, name: &'static str) -> Result<Option<DateTime<Utc>>, AppError> {
    let Some(typed) = form.optional(name) else { return Ok(None) };
    time::from_field(typed, form.text("zone")).map(Some).ok_or_else(|| unreadable(name))
}

fn unreadable(name: &'static str) -> AppError {
    AppError::field(name, Message::new("form-unreadable"))
}
