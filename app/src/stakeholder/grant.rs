//! The form that gives somebody the right to speak for a stakeholder, where the reader may say so.

use domain::Tier;
use leptos::prelude::*;

use super::stakeholder_page::StakeholderPage;
use crate::{
    context::context,
    href, t,
    ui::{Field, Pick, PostForm, time},
    words::t,
};

/// What the field `scope` has for a mandate that counts everywhere.
pub const EVERYWHERE: &str = "everywhere";

/// The form that gives somebody the right to speak, for those who may.
pub fn grant(page: &StakeholderPage) -> Option<AnyView> {
    if page.scopes.is_empty() {
        return None;
    }
    let ctx = context();
    let zone = ctx.zone.clone().unwrap_or_else(|| "UTC".to_owned());
    let tiers = Tier::ALL.iter();
    let tiers: Vec<_> =
        tiers.map(|tier| (tier.key().to_owned(), t(&format!("stakeholder-tier-{}", tier.key())))).collect();
    let hint = t!("procedure-in-zone", place = time::city(&zone));
    let scope = scope(page);
    let email = ctx.query.text("propose").to_owned();
    Some(
        view! {
            <section class="sect" aria-labelledby="grant">
                <h2 id="grant">{t("stakeholder-grant")}</h2>
                <PostForm action=href::post::mandates(&page.stakeholder.slug) class="form" labelled_by="grant">
                    <input type="hidden" name="zone" value=zone.clone()/>
                    {scope}
                    <Field name="email" label=t("stakeholder-email") hint=t("stakeholder-email-hint") kind="email" value=email/>
                    <Field name="title" label=t("stakeholder-title") hint=t("stakeholder-title-hint")/>
                    <Pick name="tier" label=t("stakeholder-tier") options=tiers value="lead"/>
                    <div class="pairs">
                        <Field
                            name="starts"
                            label=t("stakeholder-starts")
                            hint=hint.clone()
                            kind="datetime-local"
                            value=time::for_field(ctx.now, &zone)
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

/// Where the mandate counts: everywhere for the stakeholder's own, in one forum for that of its secretariat.
fn scope(page: &StakeholderPage) -> AnyView {
    let everywhere =
        page.scopes.everywhere.then(|| (EVERYWHERE.to_owned(), t("stakeholder-scope-everywhere")));
    let forums = page
        .scopes
        .forums
        .iter()
        .map(|forum| (forum.slug.clone(), t!("stakeholder-scope-forum", forum = forum.name.as_str())));
    let options: Vec<_> = everywhere.into_iter().chain(forums).collect();
    let hint = if page.scopes.forums.is_empty() { String::new() } else { t("stakeholder-scope-hint") };
    view! { <Pick name="scope" label=t("stakeholder-scope") options=options hint=hint/> }.into_any()
}
