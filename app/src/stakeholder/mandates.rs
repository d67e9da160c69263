//! Who speaks for a stakeholder, now and before, by whose grant, and the way to end it.

use entity::mandate;
use leptos::prelude::*;

use super::stakeholder_page::StakeholderPage;
use crate::{
    context::context,
    href, rich, t,
    ui::{Day, PostForm, Sure},
    words::{comma, t},
};

/// The mandates, now and before, with the forms for whoever may grant or end one.
pub fn mandates(page: &StakeholderPage) -> AnyView {
    let now = context().now;
    let (live, other): (Vec<_>, Vec<_>) = page.mandates.iter().partition(|one| one.is_live(now));
    let (to_come, past): (Vec<_>, Vec<_>) = other.into_iter().partition(|one| !one.is_over(now));
    let current = match live.is_empty() {
        true => view! { <p class="quiet">{t("stakeholder-nobody")}</p> }.into_any(),
        false => list(page, &live),
    };
    let section = |id: &'static str, heading: &'static str, which: &[&mandate::Model]| {
        (!which.is_empty()).then(|| {
            let list = list(page, which);
            view! { <section class="sect" aria-labelledby=id><h2 id=id>{t(heading)}</h2>{list}</section> }
        })
    };
    view! {
        <section class="sect" aria-labelledby="speaks">
            <h2 id="speaks">{t("stakeholder-speaks")}</h2>
            {current}
        </section>
        {section("comes", "stakeholder-comes", &to_come)}
        {section("spoke", "stakeholder-spoke", &past)}
    }
    .into_any()
}

fn list(page: &StakeholderPage, which: &[&mandate::Model]) -> AnyView {
    let list = which.iter().map(|one| {
        let name = page.names.get(&one.account_id).cloned().unwrap_or_else(|| t("stakeholder-gone"));
        let tier = t(&format!("stakeholder-tier-{}", one.tier.key()));
        let from = view! { <Day at=one.starts_at/> };
        let dates = match one.ends_at {
            Some(ends) => rich!("stakeholder-from-to", from = from, to = view! { <Day at=ends/> }),
            None => rich!("stakeholder-from", from = from),
        };
        let end = page.ends.contains(&one.id).then(|| end(page, one, &name));
        view! {
            <li>
                <p><b><bdi>{name}</bdi></b>{comma()}<bdi>{one.title.clone()}</bdi></p>
                <p class="small quiet">{tier}". "{dates}" "{by(page, one)}</p>
                {end}
            </li>
        }
    });
    view! { <ul class="stack">{list.collect_view()}</ul> }.into_any()
}

/// By whom it was granted, and where it counts.
fn by(page: &StakeholderPage, one: &mandate::Model) -> String {
    match one.forum_id.and_then(|forum| page.granted_in.get(&forum)) {
        Some(forum) => only_in(&forum.name),
        None => {
            let name = page.names.get(&one.granted_by).cloned().unwrap_or_else(|| t("stakeholder-gone"));
            t!("stakeholder-granted-by-focal-point", name = name)
        }
    }
}

/// "Granted by the secretariat of Dovetail Network, for Dovetail Network only."
pub fn only_in(forum: &str) -> String {
    t!("stakeholder-granted-by-forum", forum = forum)
}

fn end(page: &StakeholderPage, one: &mandate::Model, name: &str) -> AnyView {
    let (name, id) = (name.to_owned(), one.id);
    view! {
        <PostForm action=href::post::mandate_ends(&page.stakeholder.slug)>
            <input type="hidden" name="mandate" value=id/>
            <Sure step=t("stakeholder-end") means=t!("stakeholder-end-means", name = name.as_str()) whom=name/>
        </PostForm>
    }
    .into_any()
}
