//! `/sign-in/to/{provider}`: between a form and a provider, as browsers let no form lead to another site under the policy of these pages.

use leptos::prelude::*;
use leptos_meta::Meta;

use crate::{context::Context, error::AppError, frame::Frame, href, t};

pub struct LeavingPage {
    name: String,
    way: href::Href,
}

/// Reads which provider it leads to; not found where there is none of this name.
pub async fn load(ctx: Context) -> Result<LeavingPage, AppError> {
    let key: String = ctx.param("provider")?;
    let provider = ctx.providers.iter().find(|one| one.key == key).ok_or(AppError::NotFound)?;
    Ok(LeavingPage { name: provider.name.clone(), way: href::post_with(&provider.key) })
}

/// Goes on by itself, and by a link where that is switched off.
pub fn view(page: LeavingPage) -> impl IntoView {
    let heading = t!("leaving-title", provider = page.name.as_str());
    view! {
        <Frame title=heading.clone()>
            <Meta http_equiv="refresh" content=format!("0; url={}", page.way)/>
            <header class="head">
                <div class="title stack">
                    <h1>{heading}</h1>
                    <p class="lede">{t!("leaving-lede", provider = page.name.as_str())}</p>
                    <p class="row"><a class="button" href=page.way>{t!("leaving-go", provider = page.name.as_str())}</a></p>
                </div>
            </header>
        </Frame>
    }
}
