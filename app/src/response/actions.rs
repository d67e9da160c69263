//! Answering several threads at once.

use std::collections::BTreeSet;

use domain::{Message, typed::Reason};
use entity::thread;

use crate::{
    context::Context,
    draft::{Head, head_of},
    error::AppError,
    fields::Fields,
    href::{self, Href},
    leading::local,
    thread::{
        Listed,
        actions::{disposition, words},
        asked,
    },
};

/// Gives one answer to the threads that were chosen, or to all that wait in the filter of the page; to all of them or to none. Refuses when
/// none was chosen, without a disposition or a reason, and what `Reader::answer` refuses.
pub async fn answer(ctx: Context, form: Fields) -> Result<Href, AppError> {
    let reader = ctx.reader()?;
    let head = head_of(&ctx, &ctx.param::<String>("reference")?).await?;
    let threads = chosen(&ctx, &head, &form).await?;
    let Some(first) = threads.first() else {
        return Err(AppError::field("threads", Message::new("response-several-none")));
    };
    let answer = disposition(&form, first.number.unsigned_abs())?;
    for other in &threads {
        disposition(&form, other.number.unsigned_abs())?;
    }
    let reason = words("reason", Reason::parse(form.text("reason")))?;
    let draft = &head.draft;
    reader.answer(&ctx.db, draft, &threads, answer, reason, ctx.now).await?;
    let filter = back(&form).with("done", threads.len().to_string());
    Ok(href::responses_where(&draft.reference, &filter))
}

/// The threads that were chosen; all that wait in the filter, when that was asked.
async fn chosen(ctx: &Context, head: &Head, form: &Fields) -> Result<Vec<thread::Model>, AppError> {
    if form.optional("all").is_none() {
        let boxes: BTreeSet<i32> = form.all("threads").filter_map(|number| number.parse().ok()).collect();
        let ticked = thread::Entity::with_numbers(ctx.db.read(), head.draft.id, boxes).await?;
        return Ok(ticked.into_values().collect());
    }
    let passing = Listed::whole(ctx.viewer(), head, &asked(&back(form))).await?;
    Ok(passing.into_iter().filter(|one| one.life_at(ctx.now).needs_answer()).collect())
}

/// The query of the page the form stood on: its filter.
fn back(form: &Fields) -> Fields {
    let query =
        form.get("page").and_then(local).and_then(|page| page.split_once('?')).map(|(_, query)| query);
    Fields::parse_urlencoded(query.unwrap_or_default().as_bytes())
}
