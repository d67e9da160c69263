//! Giving and taking seats and roles.

use leptos::prelude::*;

use super::manage_page::{GIVEN, Manage};
use crate::{
    href,
    ui::{Field, Pick, PostForm, Sure},
    words::{comma, t},
};

/// The seats with a button that takes each away, and a form that gives one.
pub fn seats(page: &Manage) -> AnyView {
    let slug = page.forum.slug.clone();
    let seated = page.seats.iter().map(|seat| {
        let (id, name) = (seat.id, seat.name.clone());
        let at = href::stakeholder(&seat.slug);
        view! {
            <li>
                <PostForm action=href::post::vacancies(&slug)>
                    <input type="hidden" name="stakeholder" value=id/>
                    <a href=at><bdi>{name.clone()}</bdi></a>
                    <Sure step=t("forum-take-seat") means=t("forum-take-seat-means") whom=name/>
                </PostForm>
            </li>
        }
    });
    let seated = seated.collect_view();
    let nobody = (page.seats.is_empty() && page.others.is_empty() && page.forum.parent_id.is_none()).then(|| {
        view! { <p class="quiet">{t("forum-no-organisation")}" "<a href=href::stakeholders()>{t("stakeholder-all")}</a></p> }
    });
    let give = (!page.others.is_empty()).then(|| {
        let options = page.others.iter().map(|one| (one.slug.clone(), one.name.clone())).collect();
        view! {
            <PostForm action=href::post::seats(&slug) class="form" labelled_by="seats-h">
                <Pick name="seat" label=t("forum-seat-for") options/>
                <p class="row"><button class="button second">{t("forum-give-seat")}</button></p>
            </PostForm>
        }
    });
    let inherited = (page.seats.is_empty() && page.forum.parent_id.is_some())
        .then(|| view! { <p class="quiet">{t("forum-seats-inherited")}</p> });
    view! {
        <section class="sect" aria-labelledby="seats-h">
            <h2 id="seats-h">{t("forum-seats")}</h2>
            <div class="stack">
                {inherited}
                {nobody}
                <ul class="names">{seated}</ul>
                {give}
            </div>
        </section>
    }
    .into_any()
}

/// The roles with a button that takes each away, and a form that gives one.
pub fn roles(page: &Manage) -> AnyView {
    let slug = page.forum.slug.clone();
    let given = page.roles.iter().map(|role| {
        let name = page.names.get(&role.account_id).cloned().unwrap_or_default();
        let (account, key) = (role.account_id, role.role.key());
        let words = t(&format!("role-{key}"));
        view! {
            <li>
                <PostForm action=href::post::dismissals(&slug)>
                    <input type="hidden" name="account" value=account/>
                    <input type="hidden" name="role" value=key/>
                    <span><bdi>{name.clone()}</bdi>{comma()}{words}</span>
                    <Sure step=t("forum-take-role") means=t("forum-take-role-means") whom=name/>
                </PostForm>
            </li>
        }
    });
    let given = given.collect_view();
    let may = GIVEN.map(|role| {
        let key = role.key();
        view! { <dt>{t(&format!("role-{key}"))}</dt><dd>{t(&format!("role-{key}-may"))}</dd> }
    });
    let may = may.into_iter().collect_view();
    let options = GIVEN.map(|role| (role.key().to_owned(), t(&format!("role-{}", role.key())))).to_vec();
    view! {
        <section class="sect" aria-labelledby="roles-h">
            <h2 id="roles-h">{t("forum-roles")}</h2>
            <div class="stack">
                <ul class="names">{given}</ul>
                <dl class="terms">{may}</dl>
                <PostForm action=href::post::roles(&slug) class="form" labelled_by="roles-h">
                    <Field name="email" label=t("forum-role-email") kind="email"/>
                    <Pick name="giving" label=t("forum-role-which") options/>
                    <p class="row"><button class="button second">{t("forum-give-role")}</button></p>
                </PostForm>
            </div>
        </section>
    }
    .into_any()
}
