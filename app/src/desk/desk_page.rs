//! `/desk`: what waits for me.

use std::sync::Arc;

use domain::permission::Action;
use entity::{access, reading::desk::Slip};
use leptos::prelude::*;

use super::{body, label, waiting};
use crate::{context::Context, error::AppError, frame::Frame, href, words::t};

/// What the page shows.
pub struct Desk {
    slips: Arc<[Slip]>,
    /// The reader's name, and those they speak for.
    who: String,
    /// Whether the reader administers the site.
    admin: bool,
}

/// Reads what waits for the reader; sends a stranger to sign in.
pub async fn load(ctx: Context) -> Result<Desk, AppError> {
    let reader = ctx.reader()?;
    let speaks_for = reader.voices.iter().map(|voice| voice.stakeholder.name.as_str());
    let who: Vec<_> = std::iter::once(reader.account.name.as_str()).chain(speaks_for).collect();
    Ok(Desk {
        slips: waiting(&ctx).await?,
        who: who.join(", "),
        admin: access::may_everywhere(Some(reader), Action::CreateForum),
    })
}

/// Shows one entry for each thing that waits, or that nothing does.
pub fn view(page: Desk) -> impl IntoView {
    let empty = page.slips.is_empty().then(|| {
        view! {
            <p class="empty shift">{t("desk-empty")}" "<a href=href::home()>{t("desk-empty-way")}</a></p>
        }
    });
    let slips = page.slips.iter().map(|slip| {
        view! { <li><h3 class="label">{label(slip)}</h3><div>{body(slip)}</div></li> }
    });
    let slips = slips.collect_view();
    let admin = page.admin.then(|| view! { <p><a href=href::admin()>{t("desk-admin")}</a></p> });
    view! {
        <Frame title=t("desk-title")>
            <header class="head">
                <div class="title stack">
                    <h1>{t("desk-title")}</h1>
                    <p class="lede"><bdi>{page.who}</bdi></p>
                    {admin}
                </div>
            </header>
            {match empty {
                Some(empty) => empty.into_any(),
                None => view! {
                    <h2 class="vh">{t("home-waiting")}</h2>
                    <ol class="ledger">{slips}</ol>
                }
                .into_any(),
            }}
        </Frame>
    }
}
