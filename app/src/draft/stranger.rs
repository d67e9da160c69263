//! Who somebody is, in the form of a comment: for those who are not known here, or not let in yet.

use domain::Joining;
use leptos::prelude::*;

use super::{Head, composer::refusal};
use crate::{context::Context, provider, rich, t, words::t};

/// Name, address and who will see it; for whoever is signed in only the last.
pub fn fields(ctx: &Context, head: &Head) -> AnyView {
    let who = ctx.reader.is_none().then(|| who(ctx));
    let seen = match head.forum.joining.0 {
        Joining::Open => t("composer-seen-open"),
        Joining::Confirmed | Joining::Invited => {
            t!("composer-seen-confirmed", forum = head.forum.name.as_str())
        }
    };
    view! {
        {who}
        <p class="seen-by"><b>{t("composer-seen")}</b>" "{seen}</p>
    }
    .into_any()
}

fn who(ctx: &Context) -> AnyView {
    view! {
        <div class="who-am">
            {field(ctx, "name", "text", "name", ("composer-name", "composer-name-hint"))}
            {field(ctx, "email", "email", "email", ("composer-email", "composer-email-hint"))}
        </div>
        {provider::posting(ctx)}
    }
    .into_any()
}

/// The way to sign in instead, which takes along what was typed. It stands after the button that sends the form, as a browser that is told to
/// send it by the keyboard presses the first.
pub fn sign_in(ctx: &Context) -> Option<AnyView> {
    ctx.reader.is_none().then(|| {
        let button =
            view! { <button class="act" name="sign-in" value="yes" formnovalidate=true>{t("composer-sign-in")}</button> };
        view! { <p class="small quiet">{rich!("composer-have-account", sign_in = button)}</p> }.into_any()
    })
}

fn field(
    ctx: &Context,
    name: &'static str,
    kind: &'static str,
    autocomplete: &'static str,
    (label, hint): (&str, &str),
) -> AnyView {
    let invalid = ctx.refusal(name).map(|_| "true");
    let described = match invalid {
        Some(_) => format!("{name}-h {name}-e"),
        None => format!("{name}-h"),
    };
    view! {
        <p class="field">
            <label for=name>{t(label)}</label>
            <span class="hint" id=format!("{name}-h")>{t(hint)}</span>
            {refusal(ctx, name)}
            <input
                id=name
                name=name
                type=kind
                value=ctx.typed(name)
                dir=(kind == "text").then_some("auto")
                autocomplete=autocomplete
                required=true
                aria-describedby=described
                aria-invalid=invalid
            />
        </p>
    }
    .into_any()
}
