//! What the secretariat changes about a forum.

use domain::{
    Joining, Message,
    permission::Action,
    referral::Refers,
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

/// Changes the charter, and whether late comments are taken. Refuses a charter that is empty, too long or misleading, and whoever may not
/// manage the forum.
pub async fn change(ctx: Context, form: Fields) -> Result<Href, AppError> {
    let reader = ctx.reader()?;
    let (forum, _) = forum_page::seen(&ctx).await?;
    let charter =
        Charter::parse(form.text("charter")).map_err(|bad| AppError::field("charter", bad.message()))?;
    reader.change_forum(&ctx.db, &forum, charter, form.text("late") == "yes", ctx.now).await?;
    Ok(saved(&forum))
}

/// Changes the rule by which the forum agrees. Refuses what is no number, whoever may not manage the forum, and what `Reader::change_rule`
/// refuses.
pub async fn change_rule(ctx: Context, form: Fields) -> Result<Href, AppError> {
    let reader = ctx.reader()?;
    let (forum, _) = forum_page::seen(&ctx).await?;
    let rule = Rule {
        share: Share { parts: form.parse("parts")?, of: form.parse("of")? },
        least_endorsements: form.parse("least")?,
        most_objections: form.parse("most")?,
    };
    let changed = reader.change_rule(&ctx.db, &forum, rule, ctx.now).await;
    changed.map_err(|error| AppError::from(error).about("parts"))?;
    Ok(saved(&forum))
}

/// Changes how people come to speak in the forum.
pub async fn change_joining(ctx: Context, form: Fields) -> Result<Href, AppError> {
    let reader = ctx.reader()?;
    let (forum, _) = forum_page::seen(&ctx).await?;
    let joining = Joining::from_key(form.text("joining"));
    let joining = joining.ok_or_else(|| AppError::field("joining", Message::new("form-unreadable")))?;
    reader.change_joining(&ctx.db, &forum, joining, ctx.now).await?;
    Ok(saved(&forum))
}

/// Changes which texts the forum refers, and how many days it needs to answer. Refuses what is no number, and what
/// `Reader::change_referring` refuses.
pub async fn change_referring(ctx: Context, form: Fields) -> Result<Href, AppError> {
    let reader = ctx.reader()?;
    let (forum, _) = forum_page::seen(&ctx).await?;
    let refers = Refers::from_key(form.text("refers"));
    let refers = refers.ok_or_else(|| AppError::field("refers", Message::new("form-unreadable")))?;
    let changed = reader.change_referring(&ctx.db, &forum, refers, form.parse("answer-days")?, ctx.now).await;
    changed.map_err(|error| AppError::from(error).about("answer-days"))?;
    Ok(saved(&forum))
}

/// Gives a stakeholder a seat. Refuses whoever may not manage the forum, and a stakeholder that has one.
pub async fn give_seat(ctx: Context, form: Fields) -> Result<Href, AppError> {
    let reader = ctx.reader()?;
    let (forum, _) = forum_page::seen(&ctx).await?;
    let stakeholder = stakeholder::Entity::by_slug(ctx.db.read(), form.required("seat")?).await?;
    let given = reader.seat(&ctx.db, &forum, &stakeholder, ctx.now).await;
    given.map_err(|error| AppError::from(error).about("seat"))?;
    Ok(saved(&forum))
}

/// Takes a seat away. Refuses whoever may not manage the forum, and a stakeholder without one.
pub async fn take_seat(ctx: Context, form: Fields) -> Result<Href, AppError> {
    let reader = ctx.reader()?;
    let (forum, _) = forum_page::seen(&ctx).await?;
    let stakeholder = stakeholder::Entity::by_id(ctx.db.read(), form.parse("stakeholder")?).await?;
    reader.unseat(&ctx.db, &forum, &stakeholder, ctx.now).await?;
    Ok(saved(&forum))
}

/// Gives a person a role, by their e-mail address. Refuses whoever may not manage the forum, an address without an account, and a role that
/// the person has.
pub async fn give_role(ctx: Context, form: Fields) -> Result<Href, AppError> {
    let reader = ctx.reader()?;
    let (forum, _) = forum_page::seen(&ctx).await?;
    let role = GIVEN.into_iter().find(|role| role.key() == form.text("giving"));
    let role = role.ok_or_else(|| AppError::field("giving", Message::new("form-unreadable")))?;
    // Before anybody is looked up: who has an account is not for everyone to ask.
    access::require_in(ctx.db.read(), Some(reader), &forum, Action::ManageForum, ctx.now).await?;
    let person = account::Entity::by_email(ctx.db.read(), form.required("email")?).await?;
    let person = person.ok_or_else(|| AppError::field("email", Message::new("refusal-no-account")))?;
    let given = reader.give_role(&ctx.db, &forum, person.id, role, ctx.now).await;
    given.map_err(|error| AppError::from(error).about("email"))?;
    Ok(saved(&forum))
}

/// Takes a role away. Refuses whoever may not manage the forum, and a role that the person does not have.
pub async fn take_role(ctx: Context, form: Fields) -> Result<Href, AppError> {
    let reader = ctx.reader()?;
    let (forum, _) = forum_page::seen(&ctx).await?;
    let role = GIVEN.into_iter().find(|role| role.key() == form.text("role")).ok_or(AppError::NotFound)?;
    reader.take_role(&ctx.db, &forum, form.parse("account")?, role, ctx.now).await?;
    Ok(saved(&forum))
}

pub(super) fn saved(forum: &forum::Model) -> Href {
    href::with_query(href::manage_forum(&forum.slug), &[("saved", "yes")])
}
