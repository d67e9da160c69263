//! `/forums/{slug}/invitations`: inviting people by mail, and how each invitation stands.

use std::collections::BTreeMap;

use domain::{
    Tier,
    permission::{self, Action, Place},
};
use entity::{forum, invitation, stakeholder};
use leptos::prelude::*;

use super::{
    forum_page,
    inviting::{ROLES, Row, listed, named, verdicts},
};
use crate::{
    context::{Context, context},
    error::AppError,
    frame::Frame,
    href,
    joining::declining::to_hear,
    t,
    ui::{Ago, Area, Day, Field, Pick, PostForm, Sure},
    words::{comma, number, say, t},
};

/// How many invitations are shown.
const SHOWN: u64 = 500;

/// What the page shows.
pub struct Invitations {
    forum: forum::Model,
    seats: Vec<stakeholder::Model>,
    sent: Vec<invitation::Model>,
    /// The seats that were invited, by id.
    whom: BTreeMap<i64, stakeholder::Model>,
    /// The list as it was typed, and a verdict on each of its people.
    list: String,
    checked: Vec<Row>,
    saved: bool,
}

/// Reads the invitations for who manages the forum. Refuses as its management does.
pub async fn load(ctx: Context) -> Result<Invitations, AppError> {
    ctx.reader()?;
    let db = ctx.db.read();
    let (forum, own) = forum_page::seen(&ctx).await?;
    permission::may(&own, Action::ManageForum, &Place::forum(forum.visibility.0), ctx.now)
        .map_err(|denied| AppError::Forbidden(denied.message()))?;
    let seats = forum.seats(db).await?;
    let sent = invitation::Entity::of_forum(db, forum.id, SHOWN).await?;
    let whom = stakeholder::Entity::among(db, sent.iter().filter_map(|one| one.stakeholder_id)).await?;
    let (mut list, mut checked) = (String::new(), Vec::new());
    if let Some(form) = ctx.returned.as_ref().map(|returned| &returned.fields)
        && form.get("list").is_some()
    {
        list = listed(form);
        checked = verdicts(&ctx, &forum, named(form)).await?;
    }
    Ok(Invitations { saved: ctx.query.get("saved").is_some(), forum, seats, sent, whom, list, checked })
}

/// Shows the forms that invite, and the invitations that were sent.
pub fn view(page: Invitations) -> impl IntoView {
    let heading = t!("invite-heading", forum = page.forum.name.as_str());
    let saved =
        page.saved.then(|| view! { <div class="notice" role="status"><p>{t("forum-saved")}</p></div> });
    view! {
        <Frame title=heading.clone()>
            <header class="head">
                <div class="title stack">
                    <p class="quiet"><a href=href::manage_forum(&page.forum.slug)>{t!("forum-manage-heading", forum = page.forum.name.as_str())}</a></p>
                    <h1>{heading}</h1>
                    <p class="lede">{t("invite-lede")}</p>
                </div>
            </header>
            {saved}
            {checked(&page)}
            {one(&page)}
            {several(&page)}
            {sent(&page)}
        </Frame>
    }
}

fn one(page: &Invitations) -> AnyView {
    let roles = ROLES.map(|role| (role.key().to_owned(), t(&format!("role-{}", role.key())))).to_vec();
    let nobody = (String::new(), t("invite-nobody"));
    let seats = page.seats.iter().map(|seat| (seat.slug.clone(), seat.name.clone()));
    let seats: Vec<_> = std::iter::once(nobody).chain(seats).collect();
    let tiers = Tier::ALL.iter();
    let tiers: Vec<_> =
        tiers.map(|tier| (tier.key().to_owned(), t(&format!("stakeholder-tier-{}", tier.key())))).collect();
    view! {
        <section class="sect" aria-labelledby="one-h">
            <h2 id="one-h">{t("invite-one")}</h2>
            <PostForm action=href::post::invitations(&page.forum.slug) class="form" labelled_by="one-h">
                <Field name="name" label=t("invite-name")/>
                <Field name="email" label=t("invite-email") kind="email"/>
                <Pick name="role" label=t("invite-role") options=roles/>
                <Pick name="stakeholder" label=t("invite-seat") hint=t("invite-seat-hint") options=seats/>
                <Pick name="tier" label=t("stakeholder-tier") options=tiers value="practitioner"/>
                <p class="row"><button class="button">{t("invite-send")}</button></p>
            </PostForm>
        </section>
    }
    .into_any()
}

fn several(page: &Invitations) -> AnyView {
    let list = page.list.clone();
    view! {
        <section class="sect" aria-labelledby="several-h">
            <h2 id="several-h">{t("invite-several")}</h2>
            <PostForm action=href::post::invitations(&page.forum.slug) class="form" labelled_by="several-h" files=true>
                <Area name="list" label=t("invite-list") hint=t("invite-list-hint") value=list rows=8/>
                <Field name="file" label=t("invite-file") kind="file" accept=".csv,text/csv,text/plain"/>
                <p class="row"><button class="button second" name="preview" value="yes">{t("invite-check")}</button></p>
            </PostForm>
        </section>
    }
    .into_any()
}

/// The verdict on each of a list, and the button that invites them if all can be.
fn checked(page: &Invitations) -> Option<AnyView> {
    let fine = page.checked.iter().filter(|row| row.verdict.is_ok()).count();
    let wrong = page.checked.len() - fine;
    let rows = page.checked.iter().map(verdict).collect_view();
    let list = page.list.clone();
    let send = (wrong == 0).then(|| {
        view! {
            <PostForm action=href::post::invitations(&page.forum.slug)>
                <input type="hidden" name="list" value=list/>
                <button class="button">{t!("invite-all", people = u32::try_from(fine).unwrap_or(u32::MAX))}</button>
            </PostForm>
        }
    });
    let mend = (wrong > 0)
        .then(|| view! { <p>{t!("invite-mend", rows = u32::try_from(wrong).unwrap_or(u32::MAX))}</p> });
    (!page.checked.is_empty()).then(|| {
        view! {
            <section class="sect" aria-labelledby="checked-h">
                <h2 id="checked-h">{t("invite-checked")}</h2>
                <div class="stack">
                    {mend}
                    <ol class="stack">{rows}</ol>
                    {send}
                </div>
            </section>
        }
        .into_any()
    })
}

fn verdict(row: &Row) -> AnyView {
    let line = t!("invite-line", line = u32::try_from(row.entry.line).unwrap_or(u32::MAX));
    let (name, email) = (row.entry.name.clone(), row.entry.email.clone());
    let said = match &row.verdict {
        Ok(invitee) => {
            let role = t(&format!("role-{}", invitee.role.key()));
            let whom = row.entry.stakeholder.clone();
            let whom = (!whom.is_empty()).then(|| view! { {comma()}<bdi>{whom}</bdi> });
            view! { <p><span aria-hidden="true">"✓ "</span>{t("invite-fine")}{comma()}{role}{whom}</p> }
                .into_any()
        }
        Err(message) => {
            view! { <p class="refused"><span aria-hidden="true">"✗ "</span>{say(message)}</p> }.into_any()
        }
    };
    view! {
        <li>
            <p><span class="quiet">{line}</span>{comma()}<b><bdi>{name}</bdi></b>" "<bdi dir="ltr">{email}</bdi></p>
            {said}
        </li>
    }
    .into_any()
}

fn sent(page: &Invitations) -> AnyView {
    if page.sent.is_empty() {
        return view! {
            <section class="sect" aria-labelledby="sent-h">
                <h2 id="sent-h">{t("invite-sent")}</h2>
                <p class="quiet">{t("invite-none")}</p>
            </section>
        }
        .into_any();
    }
    let count = u32::try_from(page.sent.len()).unwrap_or(u32::MAX);
    let rows = page.sent.iter().map(|one| invited(page, one)).collect_view();
    view! {
        <section class="sect" aria-labelledby="sent-h">
            <h2 id="sent-h">{t("invite-sent")}" "<span class="quiet">{number(count)}</span></h2>
            <ul class="stack">{rows}</ul>
        </section>
    }
    .into_any()
}

fn invited(page: &Invitations, one: &invitation::Model) -> AnyView {
    let standing = one.standing(context().now);
    let (id, slug, name) = (one.id, &page.forum.slug, one.name.clone());
    let seat = one.stakeholder_id.and_then(|id| page.whom.get(&id)).map(|seat| seat.name.clone());
    let seat = seat.map(|seat| view! { {comma()}<bdi>{seat}</bdi> });
    let until = standing.is_open().then(|| view! { {comma()}{t("invite-until")}" "<Day at=one.expires_at/> });
    let acts =
        (!matches!(standing, invitation::Standing::Accepted | invitation::Standing::Revoked)).then(|| {
            let heard = to_hear(&name);
            view! {
                <div class="row">
                    <PostForm action=href::post::invite_again(slug)>
                        <input type="hidden" name="invitation" value=id/>
                        <button class="act">{t("invite-again")}{heard}</button>
                    </PostForm>
                    <PostForm action=href::post::invite_revoked(slug)>
                        <input type="hidden" name="invitation" value=id/>
                        <Sure step=t("invite-revoke") means=t("invite-revoke-means") whom=name/>
                    </PostForm>
                </div>
            }
        });
    view! {
        <li>
            <p><b><bdi>{one.name.clone()}</bdi></b>" "<bdi dir="ltr">{one.email.clone()}</bdi></p>
            <p class="small quiet">
                <b>{t(&format!("invite-is-{}", standing.key()))}</b>{comma()}<Ago at=one.sent_at/>{comma()}
                {t(&format!("role-{}", one.role.0.key()))}{seat}{until}
            </p>
            {acts}
        </li>
    }
    .into_any()
}
