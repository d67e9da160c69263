//! That a comment is posted, for who has just done so: with its receipt, at the top of the page and in focus.

use entity::{comment, thread};
use leptos::prelude::*;

use crate::{
    context::Context,
    error::AppError,
    href::{self, Href},
    t,
    words::t,
};

/// A comment of the reader's own.
#[derive(Clone, Debug)]
pub struct Posted {
    receipt: String,
    /// The receipt as a file that can be verified.
    file: Href,
    /// The comment on this page.
    own: Href,
}

impl Posted {
    /// What to say to who was led here by their form: the address says which comment it was. Nothing to anybody else.
    pub async fn find(
        ctx: &Context,
        draft: (i64, &str),
        thread: Option<u32>,
        own: impl FnOnce(i32) -> Href,
    ) -> Result<Option<Self>, AppError> {
        let posted = ctx.done("posted").map(|_| ctx.query::<i32>("posted").unwrap_or(1));
        let thread = thread.and_then(|thread| i32::try_from(thread).ok());
        let (Some(reader), Some(comment), Some(thread)) = (&ctx.reader, posted, thread) else {
            return Ok(None);
        };
        let (id, reference) = draft;
        let found = thread::Entity::with_numbers(ctx.db.read(), id, [thread]).await?.into_values().next();
        let found = match found {
            Some(found) => comment::Entity::stretch(ctx.db.read(), found.id, comment..=comment).await?,
            None => Vec::new(),
        };
        let Some(found) = found.into_iter().find(|one| one.number == comment) else { return Ok(None) };
        Ok((found.author_id == reader.account.id).then(|| Self {
            file: href::receipt(reference, thread, comment),
            own: own(comment),
            receipt: found.receipt,
        }))
    }
}

/// The notice. It is what the address leads to, so that browsers put the focus on it and screen readers read it first.
pub fn notice(posted: &Posted) -> AnyView {
    let Posted { receipt, file, own } = posted.clone();
    view! {
        <div class="notice" role="status" id="posted" tabindex="-1" aria-labelledby="posted-h">
            <h2 id="posted-h">{t("posted-title")}</h2>
            <p>{t!("posted-receipt", receipt = receipt)}</p>
            <p><a href=own>{t("posted-see")}</a>" "<a href=file>{t("posted-file")}</a></p>
        </div>
    }
    .into_any()
}
