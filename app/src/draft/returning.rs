//! A draft for somebody who has been on it before: a low head, so that the text begins on the first screen, and what came since.

use entity::reading::Lately;
use leptos::prelude::*;

use super::{Head, head_view, stage_words, text_notes, text_page::TextPage};
use crate::{
    href, rich, t,
    ui::Day,
    words::{comma, t},
};

/// The head of the page: the title, the reference, the versions, where the draft is and what comes next, in three rows at most.
pub fn head(head: &Head, version: u32, ways: Option<AnyView>) -> AnyView {
    let language = head.draft.language.clone();
    view! {
        <header class="head tight">
            <h1 lang=language dir="auto">{head.draft.title.clone()}</h1>
            <p class="ref nb"><bdi lang="en" dir="ltr">{head.reference().to_owned()}</bdi></p>
            <div class="stage">{stage_words::stage(head)}{stage_words::next(head)}</div>
            {(head.latest() > 0).then(|| view! {
                <ul class="versions" aria-label=t("draft-version")>{head_view::versions(head, version)}</ul>
            })}
            <div class="go">{ways}</div>
        </header>
    }
    .into_any()
}

/// The ways to read, and beside them what came since the reader was here; the ways alone for others.
pub fn views(page: &TextPage) -> AnyView {
    let views = text_notes::views(page);
    match &page.lately {
        Some(lately) => view! { <div class="lately">{views}<p>{said(page, lately)}</p></div> }.into_any(),
        None => views,
    }
}

/// What came since, each part with the way to it.
fn said(page: &TextPage, lately: &Lately) -> AnyView {
    let day = view! { <Day at=lately.since/> };
    if lately.is_empty() {
        return rich!("draft-lately-nothing", day = day);
    }
    let reference = page.head.reference();
    let version = lately.version.map(|version| {
        let words = t!("draft-version-lower", version = version);
        match version {
            1 => words.into_any(),
            _ => view! { <a href=href::diff(reference, version - 1, version)>{words}</a> }.into_any(),
        }
    });
    let comments = (lately.comments > 0).then(|| {
        let id = if lately.more { "draft-lately-more" } else { "draft-lately-comments" };
        let words = crate::words::with(id, [("count", lately.comments.into())]);
        view! { <a href=href::threads_where(reference, &[("sort", "newest")])>{words}</a> }.into_any()
    });
    let answers = (lately.answers > 0).then(|| {
        let mine = href::threads_where(reference, &[("mine", "yes"), ("state", "answered")]);
        view! { <a href=mine>{t!("draft-lately-answers", count = lately.answers)}</a> }.into_any()
    });
    let mut parts = Vec::new();
    for part in [version, comments, answers].into_iter().flatten() {
        if !parts.is_empty() {
            parts.push(comma().into_any());
        }
        parts.push(part);
    }
    rich!("draft-lately", day = day, what = parts)
}
