//! Founding a forum, entering an organisation, registering a person.

use domain::{
    ForumKind, Message,
    class::Class,
    typed::{Charter, Name},
    unseen,
};
use entity::{
    forum,
    verb::{self, Founding, Organisation},
};

use super::admin_page::require;
use crate::{
    context::Context,
    error::AppError,
    fields::Fields,
    href::{self, Href},
    ui::time,
};

/// How long what a stakeholder says of itself may be, in characters.
const ABOUT: usize = 2_000;

/// Founds a forum and leads to its management. Refuses everyone but an administrator, a field that does not read, a working group without a
/// forum, and a slug that is taken.
pub async fn found(ctx: Context, form: Fields) -> Result<Href, AppError> {
    let reader = require(&ctx)?;
    let parent = match form.optional("parent") {
        Some(slug) => Some(forum::Entity::by_slug(ctx.db.read(), slug).await?.id),
        None => None,
    };
    let kind = ForumKind::from_key(form.text("kind")).ok_or_else(|| unreadable("kind"))?;
    if (kind == ForumKind::WorkingGroup) != parent.is_some() {
        return Err(AppError::field("parent", Message::new("admin-group-needs-parent")));
    }
    let founding = Founding {
        slug: slug(&form, "forum_slug")?,
        name: name(&form, "forum_name")?,
        kind,
        parent,
        prefix: prefix(&form)?,
        charter: Charter::parse(form.text("charter"))
            .map_err(|bad| AppError::field("charter", bad.message()))?,
        zone: Some(form.required("zone")?)
            .filter(|zone| time::is_zone(zone))
            .ok_or_else(|| unreadable("zone"))?
            .to_owned(),
        late_comments: false,
    };
    let founded = reader.found(&ctx.db, founding, ctx.now).await;
    let forum = founded.map_err(|error| AppError::from(error).about("forum_slug"))?;
    Ok(href::with_query(href::manage_forum(&forum.slug), &[("saved", "founded")]))
}

/// Enters an organisation with a voice and leads to its page. Refuses everyone but an administrator, a field that does not read, and a slug
/// that is taken.
pub async fn enter(ctx: Context, form: Fields) -> Result<Href, AppError> {
    let reader = require(&ctx)?;
    let about = form.text("about").trim();
    if about.chars().count() > ABOUT {
        return Err(AppError::field("about", Message::new("admin-about-too-long")));
    }
    unseen::check(about).map_err(|bad| AppError::field("about", bad.message()))?;
    let organisation = Organisation {
        slug: slug(&form, "stakeholder_slug")?,
        name: name(&form, "stakeholder_name")?,
        class: Class::from_key(form.text("class")).ok_or_else(|| unreadable("class"))?,
        place: match form.optional("place") {
            Some(_) => name(&form, "place")?.to_string(),
            None => String::new(),
        },
        about: about.to_owned(),
    };
    let entered = reader.enter(&ctx.db, organisation, ctx.now).await;
    let stakeholder = entered.map_err(|error| AppError::from(error).about("stakeholder_slug"))?;
    Ok(href::stakeholder(&stakeholder.slug))
}

/// Registers a person, who then signs in by e-mail. Refuses everyone but an administrator, a field that does not read, and an address that
/// has an account.
pub async fn register(ctx: Context, form: Fields) -> Result<Href, AppError> {
    let reader = require(&ctx)?;
    let (name, email) = (name(&form, "account_name")?, form.required("email")?);
    let admin = form.text("admin") == "yes";
    let registered = verb::register(&ctx.db, Some(reader), &name, email, admin, ctx.now).await;
    registered.map_err(|error| AppError::from(error).about("email"))?;
    Ok(href::with_query(href::admin(), &[("done", "yes")]))
}

fn name(form: &Fields, field: &'static str) -> Result<Name, AppError> {
    Name::parse(form.required(field)?).map_err(|bad| AppError::field(field, bad.message()))
}

/// A short name for addresses: letters, digits and dashes.
pub fn slug(form: &Fields, field: &'static str) -> Result<String, AppError> {
    let typed = form.required(field)?;
    let fits = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    let fine =
        typed.len() <= 60 && typed.chars().all(fits) && !typed.starts_with('-') && !typed.ends_with('-');
    if fine { Ok(typed.to_owned()) } else { Err(AppError::field(field, Message::new("admin-bad-slug"))) }
}

/// What references begin with: two to six capital letters.
fn prefix(form: &Fields) -> Result<String, AppError> {
    let typed = form.required("prefix")?;
    let fine = (2..=6).contains(&typed.len()) && typed.chars().all(|c| c.is_ascii_uppercase());
    if fine { Ok(typed.to_owned()) } else { Err(AppError::field("prefix", Message::new("admin-bad-prefix"))) }
}

fn unreadable(field: &'static str) -> AppError {
    AppError::field(field, Message::new("form-unreadable"))
}
