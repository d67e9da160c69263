//! Whom a stakeholder trusts with saying who speaks for it, and the forms that say so.

use domain::permission::{self, Action};
use entity::access;
use leptos::prelude::*;

use super::stakeholder_page::StakeholderPage;
use crate::{
    href, rich, t,
    ui::{Day, Field, PostForm, Sure},
    words::t,
};

/// The focal points, with the forms for whoever may name or dismiss one.
pub fn focal_points(page: &StakeholderPage) -> AnyView {
    let may = |own: fn(bool) -> Action| {
        page.reader.as_ref().is_some_and(|reader| {
            let id = page.stakeholder.id;
            let action = own(reader.looks_after.contains(&id));
            permission::is_for(&access::roles_for(reader, id), action)
        })
    };
    let own = page.reader.as_ref().is_some_and(|reader| reader.looks_after.contains(&page.stakeholder.id));
    let names = may(|own| Action::NameFocalPoint { own }) && (own || page.focal_points.is_empty());
    let dismisses = may(|own| Action::DismissFocalPoint { own });
    let none = page
        .focal_points
        .is_empty()
        .then(|| view! { <p class="quiet">{t("stakeholder-no-focal-point")}</p> });
    let list = page.focal_points.iter().map(|one| {
        let name = page.names.get(&one.account_id).cloned().unwrap_or_else(|| t("stakeholder-gone"));
        let since = rich!("stakeholder-from", from = view! { <Day at=one.named_at/> });
        let (account, slug) = (one.account_id, &page.stakeholder.slug);
        let whom = name.clone();
        let dismiss = dismisses.then(|| {
            let means = t!("stakeholder-focal-point-dismiss-means", name = whom.as_str());
            view! {
                <PostForm action=href::post::focal_point_ends(slug)>
                    <input type="hidden" name="account" value=account/>
                    <Sure step=t("stakeholder-focal-point-dismiss") means=means whom/>
                </PostForm>
            }
        });
        view! { <li><p><b><bdi>{name}</bdi></b></p><p class="small quiet">{since}</p>{dismiss}</li> }
    });
    let list = list.collect_view();
    view! {
        <section class="sect" aria-labelledby="focal">
            <h2 id="focal">{t("stakeholder-focal-points")}</h2>
            <div class="stack">
                <p class="quiet">{t("stakeholder-focal-points-lede")}</p>
                {none}
                <ul class="stack">{list}</ul>
                {names.then(|| form(page))}
            </div>
        </section>
    }
    .into_any()
}

fn form(page: &StakeholderPage) -> AnyView {
    view! {
        <PostForm action=href::post::focal_points(&page.stakeholder.slug) class="form" labelled_by="focal">
            <Field name="focal" label=t("stakeholder-email") hint=t("stakeholder-email-hint") kind="email"/>
            <p class="row"><button class="button second">{t("stakeholder-focal-point-name")}</button></p>
        </PostForm>
    }
    .into_any()
}
