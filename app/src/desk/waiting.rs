//! Everything that waits for the reader.

use std::sync::Arc;

use entity::reading::desk::{self, Slip};
use leptos::prelude::*;

use crate::{
    context::{Context, context},
    error::AppError,
    t,
};

/// All that waits for the reader, official duties first; nothing when nobody is signed in. Looked up once a request.
pub async fn waiting(ctx: &Context) -> Result<Arc<[Slip]>, AppError> {
    if let Some(known) = ctx.waiting().get() {
        return Ok(known.clone());
    }
    let Some(reader) = &ctx.reader else { return Ok(Arc::default()) };
    let head = ctx.db.head();
    let slips = desk::slips(ctx.viewer()).await?;
    let count = u32::try_from(slips.len()).unwrap_or(u32::MAX);
    ctx.counted.keep(reader.account.id, head, ctx.now, count);
    Ok(ctx.waiting().get_or_init(|| slips.into()).clone())
}

/// How many things wait for the reader, for the bar at the top of every page; nothing when there are none.
#[component]
pub fn DeskCount() -> impl IntoView {
    Suspend::new(async {
        let ctx = context();
        let account = ctx.reader.as_ref().map(|reader| reader.account.id);
        let count = match account.and_then(|account| ctx.counted.get(account, ctx.db.head(), ctx.now)) {
            Some(count) => count,
            // A page is not refused because its bar could not be counted; the failure is in the log.
            None => waiting(&ctx).await.map_or(0, |slips| u32::try_from(slips.len()).unwrap_or(u32::MAX)),
        };
        (count > 0).then(|| view! { " "<span class="nb">{t!("desk-count", count = count)}</span> })
    })
}
