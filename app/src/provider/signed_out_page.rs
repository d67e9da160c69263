//! `/signed-out`: that one is signed out here, and how to be at the provider as well.

use leptos::prelude::*;

use super::Provider;
use crate::{context::Context, error::AppError, frame::Frame, href, t, words::t};

pub struct SignedOut {
    /// The provider that still knows whoever signed out.
    provider: Option<Provider>,
    /// Whether they have erased who they are.
    erased: bool,
}

pub async fn load(ctx: Context) -> Result<SignedOut, AppError> {
    let key = ctx.query.get("of");
    let provider = ctx.providers.iter().find(|provider| Some(provider.key.as_str()) == key).cloned();
    Ok(SignedOut { provider, erased: ctx.query.get("erased").is_some() })
}

pub fn view(page: SignedOut) -> impl IntoView {
    let (lede, out) = match &page.provider {
        None if page.erased => (t("own-erased"), None),
        Some(provider) => (
            t!("signed-out-of", provider = provider.name.as_str()),
            Some((href::out_of(&provider.key), t!("signed-out-there", provider = provider.name.as_str()))),
        ),
        None => (t("signed-out-lede"), None),
    };
    let out = out.map(
        |(way, words)| view! { <p class="row"><a class="button" href=way rel="nofollow">{words}</a></p> },
    );
    view! {
        <Frame title=t("signed-out-title")>
            <header class="head">
                <div class="title stack">
                    <h1>{t("signed-out-title")}</h1>
                    <p class="lede">{lede}</p>
                    {out}
                    <p><a href=href::home()>{t("joining-home")}</a></p>
                </div>
            </header>
        </Frame>
    }
}
