//! Saying no, in a sentence.

use leptos::prelude::*;

use crate::{href::Href, ui::PostForm, words::t};

/// A form that folds open to the sentence why not. `about` is a hidden field; `whom` is for those who hear the page.
pub fn declining(action: Href, about: (&'static str, i64), whom: &str) -> AnyView {
    let (name, id) = about;
    view! {
        <details class="sure">
            <summary><span class="act grave">{t("joining-decline")}{to_hear(whom)}</span></summary>
            <PostForm action=action class="form">
                <input type="hidden" name=name value=id/>
                <label class="field">
                    <span>{t("joining-decline-why")}</span>
                    <span class="hint">{t("joining-decline-hint")}</span>
                    <textarea name="answer" rows="2" dir="auto"></textarea>
                </label>
                <p class="row"><button class="button second grave">{t("joining-decline")}</button></p>
            </PostForm>
        </details>
    }
    .into_any()
}

/// Whom a button is about, for those who hear the page.
pub fn to_hear(name: &str) -> AnyView {
    view! { <span class="vh">": "{name.to_owned()}</span> }.into_any()
}
