//! Whom a provider says to belong to a stakeholder: a proposal, which grants nothing, for those who may grant.

use entity::{account, identity};
use leptos::prelude::*;

use super::name;
use crate::{context::context, href, t, words::t};

/// The people with the way to the form that lets one speak, filled in; nothing where there are none.
pub fn proposed(stakeholder: &str, people: &[(identity::Model, account::Model)]) -> Option<AnyView> {
    if people.is_empty() {
        return None;
    }
    let ctx = context();
    let list = people.iter().map(|(identity, account)| {
        let by = t!("proposed-by", provider = name(&ctx, &identity.provider));
        let way = href::grant_to(stakeholder, &account.email);
        view! {
            <li>
                <p><b><bdi>{account.name.clone()}</bdi></b>" "<span class="quiet"><bdi>{account.email.clone()}</bdi></span></p>
                <p class="small quiet">{by}</p>
                <p><a href=way>{t("proposed-grant")}<span class="vh">": "{account.name.clone()}</span></a></p>
            </li>
        }
    });
    Some(
        view! {
            <section class="sect" aria-labelledby="proposed">
                <h2 id="proposed">{t("proposed-title")}</h2>
                <div class="stack">
                    <p class="quiet">{t("proposed-why")}</p>
                    <ul class="stack">{list.collect_view()}</ul>
                </div>
            </section>
        }
        .into_any(),
    )
}
