//! Who speaks for a stakeholder, now and before, and the forms that say so.

use domain::Tier;
use entity::mandate;
use leptos::prelude::*;

use super::stakeholder_page::StakeholderPage;
use crate::{
    context::context,
    href, rich, t,
    ui::{Day, Field, Pick, PostForm, Sure, time},
    words::{comma, t},
};

pub fn mandates(page: &StakeholderPage) -> AnyView {
    let now = context().now;
    let (live, other): (Vec<_>, Vec<_>) = page.mandates.iter().partition(|one| one.is_live(now));
    let (to_come, past): (Vec<_>, Vec<_>) = other.into_iter().partition(|one| one.starts_at > now);
    let current = match live.is_empty() {
        true => view! { <p class="quiet">{t("stakeholder-nobody")}</p> }.into_any(),
        false => list(page, &live, true),
    };
    let section = |id: &'static str, heading: &'static str, which: &[&mandate::Model]| {
        (!which.is_empty()).then(|| {
            let list = list(page, which, false);
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

fn list(page: &StakeholderPage, which: &[&mandate::Model], live: bool) -> AnyView {
    let list = which.iter().map(|one| {
        let name = page.names.get(&one.account_id).cloned().unwrap_or_else(|| t("stakeholder-gone"));
        let tier = t(&format!("stakeholder-tier-{}", one.tier.key()));
        let from = view! { <Day at=one.starts_at/> };
        let dates = match one.ends_at {
            Some(ends) => rich!("stakeholder-from-to", from = from, to = view! { <Day at=ends/> }),
            None => rich!("stakeholder-from", from = from),
        };
        let end = (live && page.may_grant).then(|| end(page, one, &name));
        view! {
            <li>
                <p><b><bdi>{name}</bdi></b>{comma()}<bdi>{one.title.clone()}</bdi></p>
                <p class="small quiet">{tier}". "{dates}</p>
                {end}
            </li>
        }
    });
    view! { <ul class="stack">{list.collect_view()}</ul> }.into_any()
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

/// The form that gives somebody the right to speak, for those who may.
pub fn grant(page: &StakeholderPage) -> Option<AnyView> {
    if !page.may_grant {
        return None;
    }
    let at = context();
    let zone = at.zone.clone().unwrap_or_else(|| "UTC".to_owned());
    let tiers = Tier::ALL.iter();
    let tiers: Vec<_> =
        tiers.map(|tier| (tier.key().to_owned(), t(&format!("stakeholder-tier-{}", tier.key())))).collect();
    let hint = t!("procedure-in-zone", place = time::city(&zone));
    Some(
        view! {
            <section class="sect" aria-labelledby="grant">
                <h2 id="grant">{t("stakeholder-grant")}</h2>
                <PostForm action=href::post::mandates(&page.stakeholder.slug) class="form" labelled_by="grant">
                    <input type="hidden" name="zone" value=zone.clone()/>
                    <Field name="email" label=t("stakeholder-email") hint=t("stakeholder-email-hint") kind="email"/>
                    <Field name="title" label=t("stakeholder-title") hint=t("stakeholder-title-hint")/>
                    <Pick name="tier" label=t("stakeholder-tier") options=tiers value="lead"/>
                    <div class="pairs">
                        <Field
                            name="starts"
                            label=t("stakeholder-starts")
                            hint=hint.clone()
                            kind="datetime-local"
                            value=time::for_field(at.now, &zone)
                        />
                        <Field name="ends" label=t("stakeholder-ends") hint=t("stakeholder-ends-hint") kind="datetime-local"/>
                    </div>
                    <p class="row"><button class="button">{t("stakeholder-grant-send")}</button></p>
                </PostForm>
            </section>
        }
        .into_any(),
    )
}
