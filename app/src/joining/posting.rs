//! Posting the words of somebody new, as their author, by the same verb as everybody's.

use domain::{
    Joining, Message, WaitsFor,
    permission::{Action, Denied},
};
use entity::{Reader, access, draft, newcomer, version};

use crate::{
    context::Context,
    draft::actions::opening,
    error::AppError,
    fields::Fields,
    href::{self, Href},
};

/// Posts what somebody wrote before they were known, and leads to it; where that is not possible, to their words and what can be done with
/// them. Nothing of them is lost.
pub async fn first_try(ctx: &Context, author: &Reader, kept: &newcomer::Model) -> Result<Href, AppError> {
    if kept.typed.is_empty() {
        kept.waits_for(&ctx.db, WaitsFor::Nobody, None).await?;
        return Ok(kept.page.clone());
    }
    match post(ctx, author, kept, false).await {
        Err(AppError::NotSaved | AppError::Away) => Err(AppError::NotSaved),
        Err(_) => Ok(href::kept()),
        posted => posted,
    }
}

/// Posts kept words by the rights and the stage of now. Refuses words on an older version, unless they are to be posted all the same: they
/// then follow the lines they were written on. Where the forum lets people in, they wait for its secretariat.
pub async fn post(
    ctx: &Context,
    author: &Reader,
    kept: &newcomer::Model,
    though_older: bool,
) -> Result<Href, AppError> {
    // Whoever sent the form was not known to be who posts it now, and says nothing for anybody else.
    let fields = typed(kept)?.without(&["as"]);
    let db = ctx.db.read();
    let (draft, forum) = draft::Entity::cited(db, Some(author), fields.text("draft"), ctx.now).await?;
    let roles = access::roles(db, Some(author), &forum, ctx.now).await?;
    let may = access::may(&roles, &forum, &draft, Action::Comment, ctx.now);
    if may == Err(Denied::NotLetIn(Joining::Confirmed)) && kept.declined.is_none() {
        kept.waits_for(&ctx.db, WaitsFor::Secretariat, None).await?;
        return Ok(href::kept());
    }
    let number: i32 = fields.parse("version")?;
    if number != draft.latest && !though_older {
        return Err(AppError::Conflict(Message::new("refusal-kept-older").with("version", draft.latest)));
    }
    let version = version::Entity::kept(&ctx.db, draft.id, number).await?;
    let mut opening = opening(&version, &fields)?;
    opening.said.once = Some(format!("newcomer-{}", kept.id));
    let thread = author.open_thread(&ctx.db, &draft, opening, ctx.now).await?;
    let page = href::posted(&draft.reference, thread.number.unsigned_abs());
    kept.waits_for(&ctx.db, WaitsFor::Nobody, Some(page.clone())).await?;
    Ok(page)
}

/// The fields of the form as they were typed.
pub fn typed(kept: &newcomer::Model) -> Result<Fields, AppError> {
    if kept.typed.is_empty() {
        return Ok(Fields::default());
    }
    serde_json::from_str(&kept.typed).map_err(|error| {
        tracing::error!(%error, "Kept words cannot be read");
        AppError::Internal
    })
}
