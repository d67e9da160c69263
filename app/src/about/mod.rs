//! Pages of text about the site itself.

pub mod accessibility_page;
pub mod api_page;
pub mod help_page;
pub mod privacy_page;

use leptos::prelude::*;

use crate::{context::Context, error::AppError, frame::Frame, ui::Markdown, words::t};

/// There is nothing to load for a page of text.
pub async fn load(_: Context) -> Result<(), AppError> {
    Ok(())
}

/// A page whose sections come from the catalogue: `help-reading` is a heading, and `help-reading-text` what stands under it.
fn text_page(title: &'static str, sections: &'static [&'static str]) -> AnyView {
    let section = |id: &&str| {
        view! {
            <section class="stack">
                <h2>{t(id)}</h2>
                <Markdown text=t(&format!("{id}-text"))/>
            </section>
        }
    };
    view! {
        <Frame title=t(title)>
            <header class="head"><div class="title stack"><h1>{t(title)}</h1></div></header>
            <div class="column apart">{sections.iter().map(section).collect_view()}</div>
        </Frame>
    }
    .into_any()
}
