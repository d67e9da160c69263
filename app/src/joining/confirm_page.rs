//! `/join/{token}`: the page a mail leads to. Opening it changes nothing, as mail scanners do that too; its button does.

use domain::{WaitsFor, text::Digest};
use entity::{account, newcomer, sign_in_link};
use leptos::prelude::*;

use super::Waiting;
use crate::{
    context::Context,
    error::AppError,
    frame::Frame,
    href, t,
    ui::{Field, PostForm},
    words::t,
};

pub struct ConfirmPage {
    token: String,
    found: Found,
}

enum Found {
    /// Words that are posted with the press of the button, or nothing but a person who registers.
    Waiting(Box<Waiting>, Person),
    /// The link was used, and this is where it led.
    Used(Option<href::Href>),
    /// There is no such link, or it is too old.
    Unknown,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Person {
    New,
    Known,
    /// Known, by a link that is too old to sign anybody in.
    Late,
}

pub async fn load(ctx: Context) -> Result<ConfirmPage, AppError> {
    let token: String = ctx.param("token")?;
    let db = ctx.db.read();
    let digest = Digest::of(token.as_bytes()).to_string();
    let found = match newcomer::Entity::by_digest(db, &digest, ctx.now).await? {
        None => Found::Unknown,
        Some(row) if row.state.0 == WaitsFor::Mail => {
            let known = account::Entity::by_email(db, &row.email).await?.is_some();
            let late = ctx.now >= row.sent_at + sign_in_link::LIFETIME;
            let person = match (known, late) {
                (false, _) => Person::New,
                (true, false) => Person::Known,
                (true, true) => Person::Late,
            };
            Found::Waiting(Box::new(Waiting::of(&ctx, row).await?), person)
        }
        Some(row) => Found::Used((row.state.0 == WaitsFor::Nobody).then_some(row.page)),
    };
    Ok(ConfirmPage { token, found })
}

pub fn view(page: ConfirmPage) -> AnyView {
    match page.found {
        Found::Waiting(waiting, person) => confirm(&page.token, &waiting, person),
        Found::Used(page) => over("joining-link-used", page),
        Found::Unknown => over("joining-link-unknown", None),
    }
}

fn confirm(token: &str, waiting: &Waiting, person: Person) -> AnyView {
    let (writes, facts) = (waiting.row.draft_id.is_some(), waiting.facts());
    let (token, by_link) = (token.to_owned(), href::join_by_link(token));
    let (heading, button) = match (writes, person) {
        (true, Person::New) => ("joining-confirm-post", "joining-confirm-post-button"),
        (true, _) => ("joining-confirm-known", "joining-confirm-known-button"),
        (false, Person::New) => ("joining-confirm-register", "joining-confirm-register-button"),
        (false, _) => ("sign-in-link-heading", "sign-in-link-button"),
    };
    let said = writes.then(|| {
        let name = t!("joining-confirm-name", name = waiting.row.name.as_str());
        let name = (person == Person::New).then(|| view! { <p>{name}</p> });
        view! { <div class="prose stack">{waiting.said()}{name}</div> }
    });
    let asks_name = person == Person::New && waiting.row.name.is_empty();
    let name = asks_name.then(|| {
        view! { <Field name="name" label=t("joining-name") hint=t("joining-name-hint") required=true autocomplete="name"/> }
    });
    let form = match person {
        Person::Late => view! {
            <p>{t("joining-confirm-late")}</p>
            <PostForm action=href::post::join_again() class="form">
                <input type="hidden" name="token" value=token/>
                <p class="row"><button class="button">{t("joining-send-again")}</button></p>
            </PostForm>
        }
        .into_any(),
        _ => view! {
            <PostForm action=by_link class="form">
                {name}
                <p class="row"><button class="button">{t(button)}</button></p>
                <p class="small quiet">{t("joining-confirm-note")}</p>
            </PostForm>
        }
        .into_any(),
    };
    view! {
        <Frame title=t(heading)>
            <header class="head">
                <div class="title stack"><h1>{t(heading)}</h1><p class="lede">{t("joining-confirm-lede")}</p></div>
                {facts}
            </header>
            <section class="column">{said}{form}</section>
        </Frame>
    }
    .into_any()
}

/// That there is nothing to confirm any more.
fn over(why: &str, page: Option<href::Href>) -> AnyView {
    let why = t(why);
    let led = page.map(|page| view! { <p><a href=page>{t("joining-link-led")}</a></p> });
    view! {
        <Frame title=t("joining-link-over")>
            <header class="head">
                <div class="title stack">
                    <h1>{t("joining-link-over")}</h1>
                    <p class="lede">{why}</p>
                    {led}
                    <p><a href=href::sign_in("/")>{t("joining-sign-in")}</a></p>
                </div>
            </header>
        </Frame>
    }
    .into_any()
}
