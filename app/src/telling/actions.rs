//! What somebody says of mails, and what they follow.

use domain::{
    Message,
    telling::{Occasion, Often},
};
use entity::{
    follow::{self, Subject},
    preference,
};

use crate::{
    context::Context,
    error::AppError,
    fields::Fields,
    href::{self, Href},
    leading::local,
};

/// Keeps how often somebody wants to be told of what; a choice that is not offered is none.
pub async fn prefer(ctx: Context, form: Fields) -> Result<Href, AppError> {
    let reader = ctx.reader()?;
    for occasion in Occasion::ALL {
        let chosen = form.optional(occasion.key()).and_then(Often::from_key);
        if let Some(often) = chosen.filter(|often| occasion.choices().contains(often)) {
            preference::Entity::keep(ctx.db.owner(), reader.account.id, *occasion, often).await?;
        }
    }
    Ok(href::with_query(href::settings(), &[("saved", "mails")]))
}

/// Follows something that the reader may see, or stops; stops also what they may not see any more.
pub async fn follow(ctx: Context, form: Fields) -> Result<Href, AppError> {
    let reader = ctx.reader()?;
    let subject: Subject = form
        .required("subject")?
        .parse()
        .map_err(|_| AppError::field("subject", Message::new("follow-unknown")))?;
    let wanted = form.text("wanted") == "yes";
    let followed = follow::Entity::is_wanted(ctx.db.read(), reader.account.id, &subject).await?;
    if wanted || followed.is_none() {
        ctx.viewer().can_follow(&subject).await?;
    }
    if followed != Some(wanted) {
        follow::Entity::keep(&ctx.db, reader.account.id, &subject, wanted, ctx.now).await?;
    }
    let (page, place) = form.text("back").split_once('#').unwrap_or((form.text("back"), ""));
    let back = local(page).unwrap_or("/");
    let is_name = place.chars().all(|letter| letter.is_ascii_alphanumeric() || letter == '-');
    Ok(if place.is_empty() || !is_name { back.to_owned() } else { format!("{back}#{place}") })
}
