//! The ways to look at what changed.

use leptos::prelude::*;

use super::Lay;
use crate::{
    href::{self, Href},
    words::t,
};

/// Links to the same comparison side by side, as one text and whole, and what its marks mean.
pub fn views(page: &Href, lay: Lay) -> AnyView {
    let one = |this: Lay, key: Option<&str>, words: &str| {
        let query = key.map(|key| ("view", key));
        let page = href::with_query(page.clone(), query.as_slice());
        let current = (this == lay).then_some("page");
        view! { <a href=page aria-current=current>{t(words)}</a> }
    };
    view! {
        <nav class="views" aria-label=t("diff-views")>
            {one(Lay::SideBySide, None, "diff-side-by-side")}
            " "
            {one(Lay::OneText, Some("one"), "diff-one-text")}
            " "
            {one(Lay::Whole, Some("whole"), "diff-whole")}
            " "
            <span class="quiet"><del>{t("diff-gone")}</del>" \u{a0} "<ins>{t("diff-new")}</ins></span>
        </nav>
    }
    .into_any()
}
