//! `/sign-in/connect`: somebody whom a provider knows and this site does not yet.

use leptos::prelude::*;

use super::{Unlinked, name};
use crate::{
    context::{Context, context},
    error::AppError,
    frame::Frame,
    href, t,
    ui::{Field, PostForm},
    words::t,
};

pub struct ConnectPage {
    unlinked: Option<Unlinked>,
    provider: String,
    /// Whether somebody is signed in, whose account it would be connected with.
    signed_in: bool,
}

pub async fn load(ctx: Context) -> Result<ConnectPage, AppError> {
    let provider = ctx.unlinked.as_ref().map(|one| name(&ctx, &one.provider)).unwrap_or_default();
    Ok(ConnectPage { unlinked: ctx.unlinked.clone(), provider, signed_in: ctx.reader.is_some() })
}

pub fn view(page: ConnectPage) -> AnyView {
    match page.unlinked {
        None => nothing(),
        Some(one) if page.signed_in => connect(&one, &page.provider),
        Some(one) => prove(&one, &page.provider),
    }
}

/// Asks whoever is signed in whether they are the same person.
fn connect(one: &Unlinked, provider: &str) -> AnyView {
    let account = context().reader.as_ref().map(|reader| reader.account.name.clone()).unwrap_or_default();
    let heading = t!("connect-title", provider = provider);
    let lede = t!("connect-lede", provider = provider);
    let (provider, called) = (provider.to_owned(), one.called.clone());
    view! {
        <Frame title=heading.clone()>
            <header class="head">
                <div class="title stack">
                    <h1>{heading}</h1>
                    <p class="lede">{lede}</p>
                </div>
                <dl class="facts">
                    <div><dt class="label">{provider}</dt><dd><bdi>{called}</bdi></dd></div>
                    <div><dt class="label">{t("connect-account")}</dt><dd><bdi>{account}</bdi></dd></div>
                </dl>
            </header>
            <section class="column">
                <PostForm action=href::post::connect() class="form">
                    <p class="row">
                        <button class="button">{t("connect-button")}</button>
                        <button class="button second" name="not_now" value="yes">{t("connect-not-now")}</button>
                    </p>
                </PostForm>
            </section>
        </Frame>
    }
    .into_any()
}

/// Asks for an address that is theirs: what a provider says of one connects nobody with an account.
fn prove(one: &Unlinked, provider: &str) -> AnyView {
    let (lede, email) = match (one.has_account, &one.email) {
        (true, Some(email)) => ("connect-has-account", email.clone()),
        (_, email) => ("connect-no-account", email.clone().unwrap_or_default()),
    };
    let lede = t!(lede, provider = provider);
    let action = if one.waits { href::post::join_again() } else { href::post::sign_in() };
    let kept = one.waits.then(|| view! { <p>{t("connect-words-kept")}</p> });
    view! {
        <Frame title=t("connect-prove-title")>
            <header class="head">
                <div class="title stack">
                    <h1>{t("connect-prove-title")}</h1>
                    <p class="lede">{lede}</p>
                    {kept}
                </div>
            </header>
            <section class="column">
                <PostForm action=action class="form long">
                    <input type="hidden" name="back" value=href::connect()/>
                    <Field
                        name="email"
                        label=t("sign-in-email")
                        hint=t("connect-email-hint")
                        kind="email"
                        value=email
                        required=true
                        autocomplete="email"
                    />
                    <p class="row"><button class="button">{t("sign-in-send")}</button></p>
                </PostForm>
            </section>
        </Frame>
    }
    .into_any()
}

fn nothing() -> AnyView {
    view! {
        <Frame title=t("connect-nothing-title")>
            <header class="head">
                <div class="title stack">
                    <h1>{t("connect-nothing-title")}</h1>
                    <p class="lede">{t("connect-nothing")}</p>
                    <p><a href=href::sign_in("/")>{t("joining-sign-in")}</a></p>
                </div>
            </header>
        </Frame>
    }
    .into_any()
}
