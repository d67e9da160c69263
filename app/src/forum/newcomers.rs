//! What the secretariat does with those who wrote and wait to be let in.

use domain::{
    permission::{Action, Role},
    typed::Reason,
};
use entity::{Reader, access, forum, newcomer, outbox::Words, role};

use super::{actions::saved, forum_page};
use crate::{
    context::Context,
    error::AppError,
    fields::Fields,
    href::{self, Href},
    joining,
    locale::Locale,
    words::in_locale,
};

/// Lets somebody in who wrote, and posts what they wrote as their own. What cannot be posted any more is back with its author, who is told
/// by mail. Refuses whoever may not manage the forum, and somebody who does not wait there.
pub async fn let_in(ctx: Context, form: Fields) -> Result<Href, AppError> {
    let reader = ctx.reader()?;
    let (forum, asking) = waiting(&ctx).await?;
    let id: i64 = form.parse("newcomer")?;
    let account = asking.iter().find(|row| row.id == id).and_then(|row| row.account_id);
    let account = account.ok_or(AppError::NotFound)?;
    let held = role::Entity::of(ctx.db.read(), account).await?;
    if !held.iter().any(|held| held.forum_id == forum.id && held.role.0 == Role::Participant) {
        reader.give_role(&ctx.db, &forum, account, Role::Participant, ctx.now).await?;
    }
    let author = Reader::of(&ctx.db, account, ctx.now).await?.ok_or(AppError::NotFound)?;
    for row in asking.iter().filter(|row| row.account_id == Some(account)) {
        match joining::post(&ctx, &author, row, false).await {
            Err(error @ (AppError::NotSaved | AppError::Away)) => return Err(error),
            Err(_) => {
                let letter = letter(row, &forum, "joining-letter-let-in", None);
                reader.give_back(&ctx.db, &forum, row, letter, ctx.now).await?;
            }
            Ok(_) => {}
        }
    }
    Ok(saved(&forum))
}

/// Does not let somebody in, and tells them why by mail. Refuses as [`let_in`] does, and a reason that is none.
pub async fn decline(ctx: Context, form: Fields) -> Result<Href, AppError> {
    let reader = ctx.reader()?;
    let (forum, asking) = waiting(&ctx).await?;
    let id: i64 = form.parse("newcomer")?;
    let row = asking.iter().find(|row| row.id == id).ok_or(AppError::NotFound)?;
    let answer = Reason::parse(form.text("answer")).map_err(|bad| AppError::Refused(bad.message(), None))?;
    let letter = letter(row, &forum, "joining-letter-declined", Some(&answer));
    reader.decline(&ctx.db, &forum, id, &answer, letter, ctx.now).await?;
    Ok(saved(&forum))
}

/// Who waits, for who may say whether they are let in; refuses everyone else.
async fn waiting(ctx: &Context) -> Result<(forum::Model, Vec<newcomer::Model>), AppError> {
    let (forum, _) = forum_page::seen(ctx).await?;
    access::require_in(ctx.db.read(), ctx.reader.as_ref(), &forum, Action::ManageForum, ctx.now).await?;
    let asking = newcomer::Entity::asking(ctx.db.read(), [forum.id], ctx.now).await?;
    Ok((forum, asking))
}

/// A mail to somebody who waited, in their language.
fn letter(row: &newcomer::Model, forum: &forum::Model, id: &str, answer: Option<&Reason>) -> Words {
    let locale = Locale::from_tag(&row.locale).unwrap_or(Locale::En);
    let named = || [("forum", forum.name.as_str().into())];
    let mut paragraphs = joining::paragraphs(&in_locale(locale, id, named()));
    if let Some(answer) = answer {
        paragraphs.insert(1, format!("“{answer}”"));
    }
    Words {
        subject: in_locale(locale, &format!("{id}-subject"), named()),
        paragraphs,
        button: Some((in_locale(locale, "joining-waiting-title", []), href::kept())),
    }
}
