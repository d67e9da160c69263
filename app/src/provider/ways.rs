//! By which providers a person may sign in, in their settings.

use entity::{identity, session::Begun};
use leptos::prelude::*;

use super::name;
use crate::{
    context::context,
    href, rich, t,
    ui::{Ago, PostForm, Sure},
    words::t,
};

/// How a session was begun, in words.
pub fn begun(key: &str) -> String {
    match Begun::read(key) {
        Begun::Link => t("settings-begun-link"),
        Begun::Cast => t("settings-begun-cast"),
        Begun::Token => t("settings-begun-token"),
        Begun::Provider(key) => t!("settings-begun-provider", provider = name(&context(), &key)),
    }
}

/// The providers that are connected, and those that can be; nothing where there are none of either.
pub fn ways(own: Vec<identity::Model>) -> Option<AnyView> {
    let ctx = context();
    let others: Vec<_> = ctx
        .providers
        .iter()
        .filter(|provider| !own.iter().any(|own| own.provider == provider.key))
        .map(|provider| {
            let words = t!("settings-ways-connect", provider = provider.name.as_str());
            let way = href::sign_in_with(&provider.key, &href::settings());
            view! { <a class="button second" href=way rel="nofollow">{words}</a> }
        })
        .collect();
    if own.is_empty() && others.is_empty() {
        return None;
    }
    let connect = (!others.is_empty()).then(|| view! { <p class="row shift">{others}</p> });
    let own: Vec<_> = own.into_iter().map(one).collect();
    let list = (!own.is_empty()).then(|| view! { <ul class="ledger close">{own}</ul> });
    Some(
        view! {
            <section aria-labelledby="ways">
                <h2 class="shift" id="ways">{t("settings-ways")}</h2>
                <p class="quiet shift">{t("settings-ways-why")}</p>
                {list}
                {connect}
            </section>
        }
        .into_any(),
    )
}

fn one(own: identity::Model) -> AnyView {
    let name = name(&context(), &own.provider);
    let used = rich!("settings-ways-used", when = view! { <Ago at=own.used_at/> });
    view! {
        <li>
            <p class="small quiet"><Ago at=own.connected_at/></p>
            <div>
                <p><b>{name.clone()}</b>" "<bdi>{own.called}</bdi></p>
                <p class="quiet">{used}</p>
                <PostForm action=href::post::disconnect()>
                    <input type="hidden" name="identity" value=own.id/>
                    <Sure step=t("settings-ways-disconnect") means=t("settings-ways-disconnect-means") whom=name/>
                </PostForm>
            </div>
        </li>
    }
    .into_any()
}
