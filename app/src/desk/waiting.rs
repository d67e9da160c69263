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
pub async fn waiting(at: &Context) -> Result<Arc<[Slip]>, AppError> {
    if let Some(known) = at.waiting().get() {
        return Ok(known.clone());
    }
    let Some(reader) = &at.reader else { return Ok(Arc::default()) };
    let head = at.db.head();
    let slips = desk::slips(at.viewer()).await?;
    let count = u32::try_from(slips.len()).unwrap_or(u32::MAX);
    at.counted.keep(reader.account.id, head, at.now, count);
    Ok(at.waiting().get_or_init(|| slips.into()).clone())
}

/// How many things wait for the reader, for the bar at the top of every page; nothing when there are none.
#[component]
pub fn DeskCount() -> impl IntoView {
    Suspend::new(async {
        let at = context();
        let account = at.reader.as_ref().map(|reader| reader.account.id);
        let count = match account.and_then(|account| at.counted.get(account, at.db.head(), at.now)) {
            Some(count) => count,
            // A page is not refused because its bar could not be counted; the failure is in the log.
            None => waiting(&at).await.map_or(0, |slips| u32::try_from(slips.len()).unwrap_or(u32::MAX)),
        };
        (count > 0).then(|| view! { " "<span class="nb">{t!("desk-count", count = count)}</span> })
    })
}
