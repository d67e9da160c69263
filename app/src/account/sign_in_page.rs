//! `/sign-in`: by a link sent by e-mail, or as one of the demo's cast.

use entity::Reader;
use leptos::prelude::*;

use crate::{
    context::{Context, context},
    error::AppError,
    form::local,
    href, t,
    ui::{Field, Frame, PostForm},
    words::t,
};

pub struct SignIn {
    back: String,
    sent: bool,
    cast: Vec<Reader>,
}

pub async fn load(at: Context) -> Result<SignIn, AppError> {
    let back = at.query.get("back").and_then(local).unwrap_or("/").to_owned();
    let cast = if at.demo { Reader::cast(&at.db, at.now).await? } else { Vec::new() };
    Ok(SignIn { back, sent: at.query.get("sent").is_some(), cast })
}

pub fn view(page: SignIn) -> impl IntoView {
    let back = page.back.clone();
    view! {
        <Frame title=t("sign-in-title")>
            <header class="head">
                <div class="title stack">
                    <h1>{t("sign-in-title")}</h1>
                    <p class="lede">{t("sign-in-lede")}</p>
                </div>
            </header>
            {page.sent.then(|| view! { <div class="notice" role="status"><p>{t("sign-in-sent")}</p></div> })}
            <PostForm action=href::post::sign_in() class="form long">
                <input type="hidden" name="back" value=back/>
                <Field
                    name="email"
                    label=t("sign-in-email")
                    hint=t("sign-in-email-hint")
                    kind="email"
                    required=true
                    autocomplete="email"
                />
                <p class="row"><button class="button">{t("sign-in-send")}</button></p>
            </PostForm>
            <Cast cast=page.cast back=page.back/>
        </Frame>
    }
}

/// The people of a demo, each a button to sign in as them.
#[component]
fn Cast(cast: Vec<Reader>, back: String) -> impl IntoView {
    let demo = context().demo;
    let people = cast.into_iter().map(|person| one_of(person, back.clone())).collect_view();
    demo.then(|| {
        view! {
            <section aria-labelledby="cast">
                <h2 class="shift" id="cast">{t("sign-in-cast")}</h2>
                <p class="quiet shift">{t("sign-in-cast-why")}</p>
                <ul class="ledger cast">{people}</ul>
            </section>
        }
    })
}

fn one_of(person: Reader, back: String) -> impl IntoView {
    let does = match person.first_voice() {
        Some(voice) => {
            t!(
                "sign-in-speaks",
                title = voice.mandate.title.as_str(),
                stakeholder = voice.stakeholder.name.as_str()
            )
        }
        None if person.account.admin => t("sign-in-admin"),
        None => t("sign-in-personal"),
    };
    let roles: Vec<_> = person.roles.iter().map(|role| t(&format!("role-{}", role.role.key()))).collect();
    view! {
        <li>
            <p class="small quiet">{roles.join(", ")}</p>
            <PostForm action=href::post::sign_in_as()>
                <input type="hidden" name="account" value=person.account.id/>
                <input type="hidden" name="back" value=back/>
                <h3><button class="act">{person.account.name}</button></h3>
                <p>{does}</p>
            </PostForm>
        </li>
    }
}
