//! The ways to the providers.

use leptos::prelude::*;

use super::name;
use crate::{
    context::{Context, context},
    href, t,
    words::t,
};

/// A button for each provider, which leads back to a page; nothing where there is none.
pub fn buttons(ctx: &Context, back: &str) -> Option<AnyView> {
    if ctx.providers.is_empty() {
        return None;
    }
    let one = |provider: &super::Provider| {
        let way = href::sign_in_with(&provider.key, back);
        view! { <li><a class="button second" href=way rel="nofollow">{provider.words()}</a></li> }
    };
    let all = ctx.providers.iter().map(one).collect_view();
    Some(
        view! {
            <section class="sect" aria-labelledby="providers">
                <h2 id="providers">{t("sign-in-providers")}</h2>
                <div class="stack">
                    <p class="quiet">{t("sign-in-providers-why")}</p>
                    <ul class="row">{all}</ul>
                </div>
            </section>
        }
        .into_any(),
    )
}

/// A button in the form of a stranger for each provider, which posts what was written by way of it; nothing where there is none.
pub fn posting(ctx: &Context) -> Option<AnyView> {
    if ctx.providers.is_empty() || ctx.reader.is_some() {
        return None;
    }
    let one = |provider: &super::Provider| {
        let words = t!("sign-in-with-posting", provider = provider.name.as_str());
        view! {
            <button class="button second" name="with" value=provider.key.clone() formnovalidate=true>{words}</button>
        }
    };
    let all = ctx.providers.iter().map(one).collect_view();
    Some(
        view! {
            <p class="small quiet">{t("sign-in-with-instead")}</p>
            <p class="row">{all}</p>
        }
        .into_any(),
    )
}

/// Says that a role of the reader asks for a provider, and leads there; nothing where they came by it.
#[component]
pub fn Lacking() -> impl IntoView {
    let ctx = context();
    let key = ctx.lacks.clone()?;
    let name = name(&ctx, &key);
    let known = ctx.providers.iter().any(|provider| provider.key == key);
    let way = known.then(|| {
        let words = t!("sign-in-with", provider = name.as_str());
        view! { <p><a href=href::sign_in_with(&key, &ctx.address()) rel="nofollow">{words}</a></p> }
    });
    Some(view! {
        <div class="notice" role="status">
            <p>{t!("sign-in-role-asks", provider = name)}</p>
            {way}
        </div>
    })
}
