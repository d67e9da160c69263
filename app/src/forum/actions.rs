//! What the secretariat changes about a forum.

use domain::{
    Message,
    permission::Action,
    tally::{Rule, Share},
    typed::Charter,
};
use entity::{access, account, forum, stakeholder};

use super::{forum_page, manage_page::GIVEN};
use crate::{
    context::Context,
    error::AppError,
    fields::Fields,
    href::{self, Href},
};

/// Changes the charter, and whether late comments are taken.
pub async fn change(at: Context, form: Fields) -> Result<Href, AppError> {
    let reader = at.reader()?;
    let (forum, _) = forum_page::seen(&at).await?;
    let charter =
        Charter::parse(form.text("charter")).map_err(|bad| AppError::field("charter", bad.message()))?;
    reader.change_forum(&at.db, &forum, charter, form.text("late") == "yes", at.now).await?;
    Ok(saved(&forum))
}

/// Changes the rule by which the forum agrees.
pub async fn change_rule(at: Context, form: Fields) -> Result<Href, AppError> {
    let reader = at.reader()?;
    let (forum, _) = forum_page::seen(&at).await?;
    let rule = Rule {
        share: Share { parts: form.parse("parts")?, of: form.parse("of")? },
        least_endorsements: form.parse("least")?,
        most_objections: form.parse("most")?,
    };
    let changed = reader.change_rule(&at.db, &forum, rule, at.now).await;
    changed.map_err(|error| AppError::from(error).about("parts"))?;
    Ok(saved(&forum))
}

/// Gives a stakeholder a seat.
pub async fn give_seat(at: Context, form: Fields) -> Result<Href, AppError> {
    let reader = at.reader()?;
    let (forum, _) = forum_page::seen(&at).await?;
    let stakeholder = stakeholder::Entity::by_slug(at.db.read(), form.required("seat")?).await?;
    let given = reader.seat(&at.db, &forum, &stakeholder, at.now).await;
    given.map_err(|error| AppError::from(error).about("seat"))?;
    Ok(saved(&forum))
}

/// Takes a seat away.
pub async fn take_seat(at: Context, form: Fields) -> Result<Href, AppError> {
    let reader = at.reader()?;
    let (forum, _) = forum_page::seen(&at).await?;
    let stakeholder = stakeholder::Entity::by_id(at.db.read(), form.parse("stakeholder")?).await?;
    reader.unseat(&at.db, &forum, &stakeholder, at.now).await?;
    Ok(saved(&forum))
}

/// Gives a person a role, by their e-mail address.
pub async fn give_role(at: Context, form: Fields) -> Result<Href, AppError> {
    let reader = at.reader()?;
    let (forum, _) = forum_page::seen(&at).await?;
    let role = GIVEN.into_iter().find(|role| role.key() == form.text("giving"));
    let role = role.ok_or_else(|| AppError::field("giving", Message::new("form-unreadable")))?;
    // Before anybody is looked up: who has an account is not for everyone to ask.
    access::require_in(at.db.read(), Some(reader), &forum, Action::ManageForum, at.now).await?;
    let person = account::Entity::by_email(at.db.read(), form.required("email")?).await?;
    let person = person.ok_or_else(|| AppError::field("email", Message::new("refusal-no-account")))?;
    let given = reader.give_role(&at.db, &forum, person.id, role, at.now).await;
    given.map_err(|error| AppError::from(error).about("email"))?;
    Ok(saved(&forum))
}

/// Takes a role away.
pub async fn take_role(at: Context, form: Fields) -> Result<Href, AppError> {
    let reader = at.reader()?;
    let (forum, _) = forum_page::seen(&at).await?;
    let role = GIVEN.into_iter().find(|role| role.key() == form.text("role")).ok_or(AppError::NotFound)?;
    reader.take_role(&at.db, &forum, form.parse("account")?, role, at.now).await?;
    Ok(saved(&forum))
}

fn saved(forum: &forum::Model) -> Href {
    href::with_query(href::manage_forum(&forum.slug), &[("saved", "yes")])
}
