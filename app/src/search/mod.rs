//! Finding something by its words, on every page.

pub mod search_page;

use leptos::prelude::*;

use crate::{context::context, href, words::t};

/// The field on every page. It works without a script, and leads to an address that can be kept.
#[component]
pub fn SearchField() -> impl IntoView {
    let ctx = context();
    let typed = if ctx.path == href::search() { ctx.query.text("q").to_owned() } else { String::new() };
    view! {
        <form class="find" role="search" method="get" action=href::search() aria-label=t("search-site")>
            <input name="q" type="search" dir="auto" aria-label=t("search-label") placeholder=t("search-label") value=typed/>
            <button class="act">{t("search-button")}</button>
        </form>
    }
    .into_any()
}
