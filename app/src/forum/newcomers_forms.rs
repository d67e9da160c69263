//! How people come to speak in a forum, and who waits to be let in.

use domain::Joining;
use entity::forum;
use leptos::prelude::*;

use super::manage_page::Manage;
use crate::{
    href,
    joining::declining::{declining, to_hear},
    ui::{Ago, Pick, PostForm},
    words::{comma, t},
};

/// Who wrote and waits to be let in, with what they wrote; nothing where nobody does.
pub fn asking(page: &Manage) -> Option<AnyView> {
    let slug = page.forum.slug.clone();
    let people = page.asking.iter().map(|(row, fields)| {
        let (id, written, reference) = (row.id, row.created_at, fields.text("draft").to_owned());
        let name = row.name.clone();
        let words = fields.text("comment").to_owned();
        let wording = fields.optional("suggestion").map(|wording| {
            view! { <p class="quiet">{t("joining-wording")}</p><blockquote dir="auto">{wording.to_owned()}</blockquote> }
        });
        let heard = to_hear(&name);
        view! {
            <li class="stack">
                <p><b><bdi>{name.clone()}</bdi></b>{comma()}<a href=href::draft(&reference)><bdi lang="en" dir="ltr">{reference.clone()}</bdi></a>{comma()}<span class="quiet"><Ago at=written/></span></p>
                <blockquote dir="auto">{words}</blockquote>
                {wording}
                <PostForm action=href::post::newcomers(&slug)>
                    <input type="hidden" name="newcomer" value=id/>
                    <button class="button">{t("forum-let-in")}{heard}</button>
                </PostForm>
                {declining(href::post::newcomers_declined(&slug), ("newcomer", id), &name)}
            </li>
        }
    });
    let people = people.collect_view();
    (!page.asking.is_empty()).then(|| {
        view! {
            <section class="sect" aria-labelledby="asking-h">
                <h2 id="asking-h">{t("forum-asking")}</h2>
                <div class="stack">
                    <p class="quiet">{t("forum-asking-why")}</p>
                    <ul class="stack">{people}</ul>
                </div>
            </section>
        }
        .into_any()
    })
}

/// The choice between the ways in.
pub fn joining(forum: &forum::Model) -> AnyView {
    let options =
        Joining::ALL.iter().map(|one| (one.key().to_owned(), t(&format!("forum-joining-{}", one.key()))));
    let (options, value) = (options.collect::<Vec<_>>(), forum.joining.0.key());
    let invitations = href::invitations(&forum.slug);
    view! {
        <section class="sect" aria-labelledby="joining-h">
            <h2 id="joining-h">{t("forum-joining")}</h2>
            <PostForm action=href::post::joining(&forum.slug) class="form" labelled_by="joining-h">
                <Pick name="joining" label=t("forum-joining-field") options value/>
                <p class="row"><button class="button second">{t("forum-joining-save")}</button></p>
                <p><a href=invitations>{t("invite-link")}</a></p>
            </PostForm>
        </section>
    }
    .into_any()
}
