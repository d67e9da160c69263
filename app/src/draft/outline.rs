//! The clauses of a text with how much is said of each, and who speaks.

use domain::class::Class;
use entity::reading::Margin;
use leptos::prelude::*;

use super::section::{Heading, anchor};
use crate::{
    t,
    thread::Mark,
    words::{number, t},
};

/// How many steps of heat there are.
const HOTTEST: u32 = 5;

/// The outline of a text in this language and direction, where they are not those of the page.
pub fn outline(
    headings: &[Heading<'_>],
    margin: &Margin,
    language: Option<&(String, &'static str)>,
) -> AnyView {
    let language = language.cloned();
    let counts: Vec<u32> = headings.iter().map(|heading| margin.count(heading.lines.iter())).collect();
    let most = counts.iter().copied().max().unwrap_or(0).max(1);
    let rows = headings.iter().zip(&counts).filter_map(|(heading, &count)| {
        let place = format!("#{}", anchor(heading.id?));
        let heat = (count > 0).then(|| {
            let heat = (count * HOTTEST).div_ceil(most);
            view! { <span>{number(count)}<span class="vh">{t!("draft-outline-comments", count = count)}</span></span><span class="heat" data-heat=heat></span> }
        });
        let (mark, from) = heading.clause.apart();
        let shown = mark.unwrap_or_default().to_owned();
        let title = heading.clause.text.chars().skip(from as usize).collect::<String>().trim().to_owned();
        let (lang, dir) = language.clone().unzip();
        let dir = dir.unwrap_or("auto");
        Some(view! { <li><a href=place><span class="no">{shown}</span><span lang=lang dir=dir>{title}</span>{heat}</a></li> })
    });
    view! {
        <nav class="outline over" id="outline" aria-labelledby="contents">
            <h2 class="label" id="contents">{t("draft-outline")}</h2>
            <p class="shut"><a href="#text">{t("frame-close")}</a></p>
            <ol>{rows.collect::<Vec<_>>()}</ol>
            <h2 class="label">{t("draft-key")}</h2>
            <ul class="key">{Class::ALL.iter().map(|class| key(*class)).collect::<Vec<_>>()}</ul>
        </nav>
    }
    .into_any()
}

fn key(class: Class) -> impl IntoView {
    view! { <li><Mark class/>{t(&format!("class-{}", class.key()))}</li> }
}
