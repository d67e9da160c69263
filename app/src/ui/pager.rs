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
    let ctx = context();
    let link = |number: u32| {
        let query = ctx.query.clone().with("page_number", number.to_string()).to_query();
        format!("{}?{query}", ctx.path)
    };
    Some(view! {
        <nav class="pager row" aria-label=t("pager-label")>
            {(page > 1).then(|| view! { <a rel="prev" href=link(page - 1)>{t("pager-before")}</a> })}
            <span class="quiet">{t!("pager-here", page = page, pages = pages)}</span>
            {(page < pages).then(|| view! { <a rel="next" href=link(page + 1)>{t("pager-after")}</a> })}
        </nav>
    })
}

/// Links to the stretches before and after this one of a list that goes by cursor, and back to its start; nothing when all of it is shown.
#[component]
pub fn Stretches(
    /// Where this stretch begins and where it ends, when there is more before and after it.
    before: Option<String>,
    after: Option<String>,
) -> impl IntoView {
    if before.is_none() && after.is_none() {
        return None;
    }
    let ctx = context();
    let link = |name: &str, cursor: &str| {
        let rest = ctx.query.clone().without(&["before", "after", "page_number"]);
        let query = if name.is_empty() { rest } else { rest.with(name, cursor) }.to_query();
        if query.is_empty() { ctx.path.clone() } else { format!("{}?{query}", ctx.path) }
    };
    let start = before.as_ref().map(|_| view! { <a href=link("", "")>{t("pager-start")}</a> });
    let before =
        before.map(|cursor| view! { <a rel="prev" href=link("before", &cursor)>{t("pager-before")}</a> });
    let after =
        after.map(|cursor| view! { <a rel="next" href=link("after", &cursor)>{t("pager-after")}</a> });
    Some(view! { <nav class="pager row" aria-label=t("pager-label")>{start}" "{before}" "{after}</nav> })
}
