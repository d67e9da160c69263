//! The forms that found a forum, enter an organisation and register a person.

use domain::{ForumKind, class::Class};
use leptos::prelude::*;

use super::admin_page::Admin;
use crate::{
    href,
    ui::{Area, Field, Pick, PostForm, time},
    words::t,
};

/// The form that founds a forum, with the forums it can be a working group of.
pub fn forum(page: &Admin) -> AnyView {
    let kinds = ForumKind::ALL.iter();
    let kinds: Vec<_> =
        kinds.map(|kind| (kind.key().to_owned(), t(&format!("forum-kind-{}", kind.key())))).collect();
    let none = (String::new(), t("admin-no-parent"));
    let parents = page.forums.iter().filter(|forum| forum.parent_id.is_none());
    let parents: Vec<_> =
        std::iter::once(none).chain(parents.map(|forum| (forum.slug.clone(), forum.name.clone()))).collect();
    let zones: Vec<_> =
        time::zones().into_iter().map(|zone| (zone.clone(), zone.replace('_', " "))).collect();
    view! {
        <section class="sect" aria-labelledby="found">
            <h2 id="found">{t("admin-found")}</h2>
            <PostForm action=href::post::new_forum() class="form" labelled_by="found">
                <Field name="forum_name" label=t("admin-forum-name")/>
                <Field name="forum_slug" label=t("admin-slug") hint=t("admin-slug-hint")/>
                <Field name="prefix" label=t("admin-prefix") hint=t("admin-prefix-hint")/>
                <Pick name="kind" label=t("admin-kind") options=kinds/>
                <Pick name="parent" label=t("admin-parent") options=parents/>
                <Pick name="zone" label=t("admin-zone") options=zones value="UTC"/>
                <Area name="charter" label=t("forum-charter-field") hint=t("forum-charter-hint") rows=8/>
                <p class="row"><button class="button second">{t("admin-found-send")}</button></p>
            </PostForm>
        </section>
    }
    .into_any()
}

/// The form that enters an organisation.
pub fn stakeholder() -> AnyView {
    let classes = Class::ALL.iter();
    let classes: Vec<_> =
        classes.map(|class| (class.key().to_owned(), t(&format!("class-{}", class.key())))).collect();
    view! {
        <section class="sect" aria-labelledby="enter">
            <h2 id="enter">{t("admin-enter")}</h2>
            <PostForm action=href::post::new_stakeholder() class="form" labelled_by="enter">
                <Field name="stakeholder_name" label=t("admin-stakeholder-name")/>
                <Field name="stakeholder_slug" label=t("admin-slug") hint=t("admin-slug-hint")/>
                <Pick name="class" label=t("admin-class") options=classes/>
                <Field name="place" label=t("admin-place")/>
                <Area name="about" label=t("admin-about") rows=4/>
                <p class="row"><button class="button second">{t("admin-enter-send")}</button></p>
            </PostForm>
        </section>
    }
    .into_any()
}

/// The form that registers a person.
pub fn account() -> AnyView {
    let options = ["no", "yes"].map(|value| (value.to_owned(), t(&format!("admin-is-admin-{value}"))));
    view! {
        <section class="sect" aria-labelledby="register">
            <h2 id="register">{t("admin-register")}</h2>
            <PostForm action=href::post::new_account() class="form" labelled_by="register">
                <Field name="account_name" label=t("admin-account-name")/>
                <Field name="email" label=t("admin-email") hint=t("admin-email-hint") kind="email"/>
                <Pick name="admin" label=t("admin-is-admin") options=options.to_vec() value="no"/>
                <p class="row"><button class="button second">{t("admin-register-send")}</button></p>
            </PostForm>
        </section>
    }
    .into_any()
}
