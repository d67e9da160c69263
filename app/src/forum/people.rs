//! Who sits in a forum and who runs it.

use domain::permission::Role;
use leptos::prelude::*;

use super::forum_page::ForumPage;
use crate::{
    href, stakeholder, t,
    thread::Mark,
    words::{comma, t},
};

/// The seats, each with those who speak for it now.
pub fn seats(page: &ForumPage) -> AnyView {
    let count = u32::try_from(page.seats.len()).unwrap_or(u32::MAX);
    if page.seats.is_empty() {
        return view! {
            <section class="sect" aria-labelledby="seats">
                <h2 id="seats">{t("forum-seats")}</h2>
                <p class="quiet">{t("forum-no-seats")}</p>
            </section>
        }
        .into_any();
    }
    let rows = page.seats.iter().map(|seat| {
        let speakers = page.mandates.iter().filter(|one| one.stakeholder_id == seat.id);
        let speakers: Vec<_> = speakers
            .map(|one| {
                let name = page.names.get(&one.account_id).cloned().unwrap_or_default();
                let here = one.forum_id.map(|granted| {
                    let forum =
                        page.parent.as_ref().filter(|parent| parent.id == granted).unwrap_or(&page.forum);
                    view! { <p class="small quiet">{stakeholder::only_in(&forum.name)}</p> }
                });
                view! { <p><bdi>{name}</bdi>{comma()}<bdi>{one.title.clone()}</bdi></p>{here} }
            })
            .collect();
        let shown = match speakers.is_empty() {
            true => view! { <p class="quiet">{t("forum-nobody-speaks")}</p> }.into_any(),
            false => speakers.into_any(),
        };
        let class = seat.class.0;
        view! {
            <tr role="row">
                <th scope="row" role="rowheader">
                    <a href=href::stakeholder(&seat.slug)><bdi>{seat.name.clone()}</bdi></a>
                </th>
                <td role="cell"><p><Mark class/>{t(&format!("class-{}", class.key()))}</p></td>
                <td role="cell">{shown}</td>
            </tr>
        }
    });
    let rows = rows.collect_view();
    let columns = ["forum-column-seat", "forum-column-class", "forum-column-speaks"];
    let columns = columns.map(|id| view! { <th scope="col" role="columnheader" class="label">{t(id)}</th> });
    view! {
        <section aria-labelledby="seats">
            <h2 class="shift" id="seats">{t!("forum-seats-count", seats = count)}</h2>
            <table class="rows seats" role="table" aria-labelledby="seats">
                <thead role="rowgroup"><tr role="row">{columns.into_iter().collect_view()}</tr></thead>
                <tbody role="rowgroup">{rows}</tbody>
            </table>
        </section>
    }
    .into_any()
}

/// The secretariat, the editors and those who observe.
pub fn roles(page: &ForumPage) -> AnyView {
    let of = |role: Role| {
        let mut names: Vec<_> = page
            .roles
            .iter()
            .filter(|one| one.role.0 == role)
            .filter_map(|one| page.names.get(&one.account_id).cloned())
            .collect();
        names.sort();
        names.dedup();
        (!names.is_empty()).then(|| {
            let names = names.join(comma());
            view! { <dt>{t(&format!("role-{}", role.key()))}</dt><dd dir="auto">{names}</dd> }
        })
    };
    let list: Vec<_> = [Role::Secretariat, Role::Editor, Role::Observer, Role::Participant]
        .into_iter()
        .filter_map(of)
        .collect();
    let shown = match list.is_empty() {
        true => view! { <p class="quiet">{t("forum-no-roles")}</p> }.into_any(),
        false => view! { <dl class="terms">{list}</dl> }.into_any(),
    };
    view! {
        <section class="sect" aria-labelledby="people">
            <h2 id="people">{t("forum-people")}</h2>
            {shown}
        </section>
    }
    .into_any()
}
