//! Asking to speak for a stakeholder, and what those say who decide it.

use domain::{
    Message, Tier,
    class::Class,
    typed::{Evidence, Name, Reason},
};
use entity::{
    account, forum,
    outbox::Words,
    stakeholder,
    verb::{Granting, Whom, Wish},
    wish,
};

use super::{paragraphs, wish_page::NEW};
use crate::{
    admin::slug,
    context::Context,
    error::AppError,
    fields::Fields,
    forum::seen,
    href::{self, Href},
    locale::Locale,
    words::in_locale,
};

/// Asks to speak for an organisation in a forum. Refuses a field that does not read, and what `Reader::wish` refuses.
pub async fn ask(ctx: Context, form: Fields) -> Result<Href, AppError> {
    let reader = ctx.reader()?;
    let (forum, _) = seen(&ctx).await?;
    let whom = match form.required("whom")? {
        NEW => Whom::New {
            name: name(&form, "organisation")?,
            class: Class::from_key(form.text("class")).ok_or_else(|| unreadable("class"))?,
            place: match form.optional("place") {
                Some(_) => name(&form, "place")?.to_string(),
                None => String::new(),
            },
        },
        slug => Whom::Known(stakeholder::Entity::by_slug(ctx.db.read(), slug).await?.id),
    };
    let wish = Wish { whom, title: name(&form, "title")?, evidence: evidence(&form, "evidence")? };
    let asked = reader.wish(&ctx.db, &forum, wish, ctx.now).await;
    asked.map_err(|error| AppError::from(error).about("whom"))?;
    Ok(href::with_query(href::speak(&forum.slug), &[("sent", "yes")]))
}

/// Grants a wish. Refuses whoever may not decide it as not found, and what `Reader::grant_wish` refuses.
pub async fn grant(ctx: Context, form: Fields) -> Result<Href, AppError> {
    let reader = ctx.reader()?;
    let (wish, forum) = decided(&ctx, &form).await?;
    let granting = Granting {
        slug: match wish.stakeholder_id {
            Some(_) => String::new(),
            None => slug(&form, "slug")?,
        },
        tier: Tier::from_key(form.text("tier")).ok_or_else(|| unreadable("tier"))?,
        ends: None,
        evidence: evidence(&form, "checked")?,
    };
    let letter = letter(&ctx, &wish, &forum, "joining-letter-granted", None).await?;
    reader.grant_wish(&ctx.db, wish.id, granting, letter, ctx.now).await?;
    back(&ctx, &forum, &wish).await
}

/// Declines a wish, and tells why by mail. Refuses whoever may not decide it as not found, and a reason that is none.
pub async fn decline(ctx: Context, form: Fields) -> Result<Href, AppError> {
    let reader = ctx.reader()?;
    let (wish, forum) = decided(&ctx, &form).await?;
    let answer = Reason::parse(form.text("answer")).map_err(|bad| AppError::Refused(bad.message(), None))?;
    let letter = letter(&ctx, &wish, &forum, "joining-letter-not-granted", Some(&answer)).await?;
    reader.decline_wish(&ctx.db, wish.id, &answer, letter, ctx.now).await?;
    back(&ctx, &forum, &wish).await
}

/// The wish that is decided and its forum, for who may decide it. To everyone else there is none.
async fn decided(ctx: &Context, form: &Fields) -> Result<(wish::Model, forum::Model), AppError> {
    let (reader, db) = (ctx.reader()?, ctx.db.read());
    let wish = wish::Entity::open(db, form.parse("wish")?).await?;
    match reader.decides(db, &wish, ctx.now).await {
        Ok(_) => {}
        Err(entity::Error::Forbidden(_) | entity::Error::NotFound(_)) => return Err(AppError::NotFound),
        Err(error) => return Err(error.into()),
    }
    let forum = forum::Entity::by_id(db, wish.forum_id).await?;
    Ok((wish, forum))
}

/// Where the reader came from: the management of the forum, or the stakeholder they look after.
async fn back(ctx: &Context, forum: &forum::Model, wish: &wish::Model) -> Result<Href, AppError> {
    let own =
        wish.stakeholder_id.filter(|id| ctx.reader.as_ref().is_some_and(|one| one.looks_after.contains(id)));
    Ok(match own {
        Some(id) => href::stakeholder(&stakeholder::Entity::by_id(ctx.db.read(), id).await?.slug),
        None => href::with_query(href::manage_forum(&forum.slug), &[("saved", "yes")]),
    })
}

/// The mail to whoever asked, in their language.
async fn letter(
    ctx: &Context,
    wish: &wish::Model,
    forum: &forum::Model,
    id: &str,
    answer: Option<&Reason>,
) -> Result<Words, AppError> {
    let person = account::Entity::among(ctx.db.read(), [wish.account_id]).await?.into_iter().next();
    let locale = person.and_then(|person| person.locale).and_then(|tag| Locale::from_tag(&tag));
    let locale = locale.unwrap_or(Locale::En);
    let named = || [("seat", wish.name.as_str().into()), ("forum", forum.name.as_str().into())];
    let mut told = paragraphs(&in_locale(locale, id, named()));
    if let Some(answer) = answer {
        told.insert(1, format!("“{answer}”"));
    }
    Ok(Words {
        subject: in_locale(locale, &format!("{id}-subject"), named()),
        paragraphs: told,
        button: Some((forum.name.clone(), href::forum(&forum.slug))),
    })
}

fn name(form: &Fields, field: &'static str) -> Result<Name, AppError> {
    Name::parse(form.text(field)).map_err(|bad| AppError::field(field, bad.message()))
}

fn evidence(form: &Fields, field: &'static str) -> Result<Evidence, AppError> {
    Evidence::parse(form.text(field)).map_err(|bad| AppError::field(field, bad.message()))
}

fn unreadable(field: &'static str) -> AppError {
    AppError::field(field, Message::new("form-unreadable"))
}
