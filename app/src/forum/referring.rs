//! What a forum refers to others, and how long it takes to answer them.

use domain::referral::Refers;
use entity::forum;
use leptos::prelude::*;

use crate::{
    href,
    ui::{Field, Pick, PostForm},
    words::t,
};

/// The form for both.
pub fn form(forum: &forum::Model) -> AnyView {
    let options =
        Refers::ALL.iter().map(|one| (one.key().to_owned(), t(&format!("forum-refers-{}", one.key()))));
    let (options, value) = (options.collect::<Vec<_>>(), forum.refers.0.key());
    let days = forum.answer_days.to_string();
    view! {
        <section class="sect" aria-labelledby="referring-h">
            <h2 id="referring-h">{t("forum-referring")}</h2>
            <PostForm action=href::post::referring(&forum.slug) class="form" labelled_by="referring-h">
                <Pick name="refers" label=t("forum-refers") options value/>
                <Field name="answer-days" label=t("forum-answer-days") hint=t("forum-answer-days-hint") kind="number" value=days/>
                <p class="row"><button class="button second">{t("forum-joining-save")}</button></p>
            </PostForm>
        </section>
    }
    .into_any()
}
