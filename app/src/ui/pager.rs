//! The way through a long list.

use leptos::prelude::*;

use crate::{context::context, t, words::t};

/// Links to the pages before and after this one of a list, by the query parameter `page_number`; nothing when all is on one page.
#[component]
pub fn Pager(
    /// The number of this page, from 1.
    page: u32,
    /// How many pages there are.
    pages: u32,
) -> impl IntoView {
    if pages < 2 {
        return None;
    }
    let at = context();
    let link = |number: u32| {
        let query = at.query.clone().with("page_number", number.to_string()).to_query();
        format!("{}?{query}", at.path)
    };
    Some(view! {
        <nav class="pager row" aria-label=t("pager-label")>
            {(page > 1).then(|| view! { <a rel="prev" href=link(page - 1)>{t("pager-before")}</a> })}
            <span class="quiet">{t!("pager-here", page = page, pages = pages)}</span>
            {(page < pages).then(|| view! { <a rel="next" href=link(page + 1)>{t("pager-after")}</a> })}
        </nav>
    })
}
