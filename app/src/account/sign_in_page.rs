//! `/sign-in`: by a link sent by e-mail, or as one of the demo's cast.

use std::sync::Arc;

use domain::permission::Action;
use entity::access;
use leptos::prelude::*;

use crate::{
    context::{Context, Persona, context},
    error::AppError,
    frame::Frame,
    href,
    leading::local,
    provider,
    ui::{Field, PostForm},
    words::t,
};

/// What the page shows.
pub struct SignIn {
    /// The path on this site to go to afterwards.
    back: String,
    /// Whether a link was just sent.
    sent: bool,
    /// Whether strangers may register.
    registers: bool,
    /// Whom one can be in a demo; none elsewhere.
    cast: Option<Arc<[Persona]>>,
}

/// Reads where to go afterwards; anything but a path on this site becomes `/`.
pub async fn load(ctx: Context) -> Result<SignIn, AppError> {
    let back = ctx.query.get("back").and_then(local).unwrap_or("/").to_owned();
    let registers = match access::require_somewhere(ctx.db.read(), Action::Join, ctx.now).await {
        Ok(()) => true,
        Err(error @ entity::Error::Database(_)) => return Err(error.into()),
        Err(_) => false,
    };
    Ok(SignIn { registers, back, sent: ctx.query.get("sent").is_some(), cast: ctx.cast.clone() })
}

/// Shows the form for an e-mail address, and in a demo the cast.
pub fn view(page: SignIn) -> impl IntoView {
    let back = page.back.clone();
    let (hint, sent) = match page.registers {
        true => ("sign-in-email-hint-new", "sign-in-sent-new"),
        false => ("sign-in-email-hint", "sign-in-sent"),
    };
    view! {
        <Frame title=t("sign-in-title")>
            <header class="head">
                <div class="title stack">
                    <h1>{t("sign-in-title")}</h1>
                    <p class="lede">{t("sign-in-lede")}</p>
                </div>
            </header>
            {page.sent.then(|| view! { <div class="notice" role="status"><p>{t(sent)}</p></div> })}
            <PostForm action=href::post::sign_in() class="form long">
                <input type="hidden" name="back" value=back/>
                <Field
                    name="email"
                    label=t("sign-in-email")
                    hint=t(hint)
                    kind="email"
                    required=true
                    autocomplete="email"
                />
                <p class="row"><button class="button">{t("sign-in-send")}</button></p>
            </PostForm>
            {provider::buttons(&context(), &page.back)}
            {page.cast.map(|cast| view! { <Cast cast back=page.back/> })}
        </Frame>
    }
}

/// The people of a demo, each a button to sign in as them.
#[component]
fn Cast(cast: Arc<[Persona]>, back: String) -> impl IntoView {
    let one = |Persona { name, email, role }| {
        let back = back.clone();
        view! {
            <li>
                <PostForm action=href::post::sign_in_as()>
                    <input type="hidden" name="email" value=email/>
                    <input type="hidden" name="back" value=back/>
                    <h3><button class="act">{name}</button></h3>
                    <p>{role}</p>
                </PostForm>
            </li>
        }
    };
    let people = cast.iter().cloned().map(one).collect_view();
    view! {
        <section aria-labelledby="cast">
            <h2 class="shift" id="cast">{t("sign-in-cast")}</h2>
            <p class="quiet shift">{t("sign-in-cast-why")}</p>
            <ul class="ledger cast">{people}</ul>
        </section>
    }
    .into_any()
}
