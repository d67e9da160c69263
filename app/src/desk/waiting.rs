//! Everything that waits for the reader.

use leptos::prelude::*;

use super::{Slip, mine, official};
use crate::{
    context::{Context, context},
    error::AppError,
    t,
};

/// All that waits for the reader, official duties first; nothing when nobody is signed in.
pub async fn waiting(at: &Context) -> Result<Vec<Slip>, AppError> {
    let Some(reader) = &at.reader else { return Ok(Vec::new()) };
    let mut slips = official::waiting(at, reader).await?;
    slips.extend(mine::waiting(at, reader).await?);
    Ok(slips)
}

/// How many things wait for the reader, for the bar at the top of every page; nothing when there are none.
#[component]
pub fn DeskCount() -> impl IntoView {
    Suspend::new(async {
        // A page is not refused because its bar could not be counted; the failure is in the log.
        let slips = waiting(&context()).await.unwrap_or_default();
        let count = u32::try_from(slips.len()).unwrap_or(u32::MAX);
        (count > 0).then(|| view! { " "<span class="nb">{t!("desk-count", count = count)}</span> })
    })
}
