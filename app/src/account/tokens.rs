//! The tokens by which programs act for a person, in their settings.

use domain::scope::Scope;
use entity::token;
use leptos::prelude::*;

use crate::{
    context::context,
    href, rich, t,
    ui::{Ago, Day, Field, Markdown, Pick, PostForm},
    words::t,
};

/// How many days a token may hold, as a form offers them.
pub const DAYS: [i64; 4] = [7, 30, 90, 365];

/// The tokens with a form for another one.
pub fn section(tokens: Vec<token::Model>) -> AnyView {
    let list = match tokens.is_empty() {
        true => view! { <p class="quiet shift">{t("token-none")}</p> }.into_any(),
        false => {
            let rows: Vec<_> = tokens.into_iter().map(row).collect();
            view! { <ul class="ledger close">{rows}</ul> }.into_any()
        }
    };
    view! {
        <section aria-labelledby="tokens">
            <h2 class="shift" id="tokens">{t("token-title")}</h2>
            <div class="quiet shift"><Markdown text=t("token-why")/></div>
            {list}
            <h3 class="shift">{t("token-new")}</h3>
            {form()}
        </section>
    }
    .into_any()
}

/// The token that was just made, which is shown this once; nothing otherwise.
pub fn made() -> Option<AnyView> {
    let made = context().token.clone()?;
    Some(
        view! {
            <div class="notice" role="status" id="token-made">
                <p>{t("token-made")}</p>
                <p><code dir="ltr">{made}</code></p>
            </div>
        }
        .into_any(),
    )
}

/// One token, with what it is for and a button that takes it back.
fn row(token: token::Model) -> AnyView {
    let scopes: Vec<_> = token.scopes.iter().map(|scope| scope_said(*scope)).collect();
    let used = match token.last_used_at {
        Some(used) => rich!("token-used", when = view! { <Ago at=used/> }),
        None => t("token-never-used").into_any(),
    };
    let ends = rich!("token-ends", day = view! { <Day at=token.expires_at/> });
    view! {
        <li>
            <p class="small quiet"><Ago at=token.created_at/></p>
            <div>
                <p><bdi>{token.name}</bdi></p>
                <p class="quiet">{scopes.join(" · ")}</p>
                <p class="quiet">{ends}" "{used}</p>
                <PostForm action=href::post::token_ends()>
                    <input type="hidden" name="token" value=token.id/>
                    <p><button class="act">{t("token-revoke")}</button></p>
                </PostForm>
            </div>
        </li>
    }
    .into_any()
}

fn scope_said(scope: Scope) -> String {
    t!("token-scope", scope = scope.key())
}

fn form() -> AnyView {
    let days = DAYS.map(|days| (days.to_string(), t!("token-days-of", days = days))).to_vec();
    let ctx = context();
    let scopes: Vec<_> = Scope::ALL
        .iter()
        .map(|scope| {
            let checked = ctx.chosen("scopes", scope.key(), *scope == Scope::Read);
            view! {
                <p><label class="choice">
                    <input type="checkbox" name="scopes" value=scope.key() checked=checked/>
                    <span>{scope_said(*scope)}</span>
                </label></p>
            }
        })
        .collect();
    let refused = ctx.refusal("scopes").map(|error| view! { <p class="error">{error.sentence()}</p> });
    view! {
        <PostForm action=href::post::tokens() class="form long">
            <Field name="token_name" label=t("token-name") hint=t("token-name-hint") required=true/>
            <fieldset class="field" id="scopes" tabindex="-1">
                <legend>{t("token-scopes")}</legend>
                {refused}
                {scopes}
            </fieldset>
            <Pick name="days" label=t("token-days") options=days value="90".to_owned()/>
            <p class="row"><button class="button">{t("token-make")}</button></p>
        </PostForm>
    }
    .into_any()
}
