//! The wishes to speak for a stakeholder, as those see them who decide.

use std::collections::BTreeMap;

use domain::Tier;
use entity::{account, wish};
use leptos::prelude::*;

use super::declining::{declining, to_hear};
use crate::{
    context::Context,
    error::AppError,
    href,
    thread::Mark,
    ui::{Ago, PostForm},
    words::{comma, t},
};

/// Wishes that wait, and the names of those who ask.
pub struct Wishes {
    wishes: Vec<wish::Model>,
    people: BTreeMap<i64, account::Model>,
}

/// Those that wait in these forums, or for these stakeholders, and that the reader may decide.
pub async fn wishes(ctx: &Context, forums: &[i64], stakeholders: &[i64]) -> Result<Wishes, AppError> {
    let db = ctx.db.read();
    let mut wishes = Vec::new();
    if let Some(reader) = &ctx.reader {
        for one in wish::Entity::waiting(db, forums.iter().copied(), stakeholders.iter().copied()).await? {
            if reader.decides(db, &one, ctx.now).await.is_ok() {
                wishes.push(one);
            }
        }
    }
    let people = account::Entity::among(db, wishes.iter().map(|one| one.account_id)).await?;
    Ok(Wishes { wishes, people: people.into_iter().map(|one| (one.id, one)).collect() })
}

/// The wishes with the forms that grant and decline each; nothing where none waits.
pub fn deciding(wishes: &Wishes) -> Option<AnyView> {
    let list = wishes.wishes.iter().map(|one| entry(one, wishes.people.get(&one.account_id))).collect_view();
    (!wishes.wishes.is_empty()).then(|| {
        view! {
            <section class="sect" aria-labelledby="wishes-h">
                <h2 id="wishes-h">{t("wish-waiting")}</h2>
                <div class="stack">
                    <p class="quiet">{t("wish-waiting-why")}</p>
                    <ul class="stack">{list}</ul>
                </div>
            </section>
        }
        .into_any()
    })
}

fn entry(one: &wish::Model, person: Option<&account::Model>) -> AnyView {
    let (id, class) = (one.id, one.class.0);
    let name = person.map(|person| person.name.clone()).unwrap_or_default();
    let email = person.map(|person| person.email.clone()).unwrap_or_default();
    let is_new =
        one.stakeholder_id.is_none().then(|| view! { <span class="quiet">" "{t("wish-is-new")}</span> });
    view! {
        <li class="stack">
            <p>
                <b><bdi>{name.clone()}</bdi></b>" "<bdi class="quiet">{email}</bdi>{comma()}<bdi>{one.title.clone()}</bdi>
                {comma()}<span class="quiet"><Ago at=one.created_at/></span>
            </p>
            <p><Mark class/><bdi>{one.name.clone()}</bdi>{is_new}</p>
            <blockquote dir="auto">{one.evidence.clone()}</blockquote>
            {granting(one, &name)}
            {declining(href::post::wish_declined(), ("wish", id), &name)}
        </li>
    }
    .into_any()
}

fn granting(one: &wish::Model, name: &str) -> AnyView {
    let id = one.id;
    let slug = one.stakeholder_id.is_none().then(|| {
        view! {
            <label class="field">
                <span>{t("admin-slug")}</span>
                <span class="hint">{t("admin-slug-hint")}</span>
                <input name="slug" value=short(&one.name)/>
            </label>
        }
    });
    let tiers = Tier::ALL.iter().map(|tier| {
        let words = t(&format!("stakeholder-tier-{}", tier.key()));
        view! { <option value=tier.key() selected=*tier == Tier::Practitioner>{words}</option> }
    });
    let tiers = tiers.collect_view();
    view! {
        <details class="sure">
            <summary><span class="act">{t("wish-grant")}{to_hear(name)}</span></summary>
            <PostForm action=href::post::wish_granted() class="form">
                <input type="hidden" name="wish" value=id/>
                {slug}
                <label class="field"><span>{t("stakeholder-tier")}</span><select name="tier">{tiers}</select></label>
                <label class="field">
                    <span>{t("wish-checked")}</span>
                    <span class="hint">{t("wish-checked-hint")}</span>
                    <textarea name="checked" rows="2" dir="auto"></textarea>
                </label>
                <p class="row"><button class="button">{t("wish-grant")}</button></p>
            </PostForm>
        </details>
    }
    .into_any()
}

/// A short name for addresses, as a start: the Latin letters and digits of a name, with dashes between its words.
fn short(name: &str) -> String {
    let letters = name.to_lowercase();
    let words = letters.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join("-").chars().take(60).collect()
}
