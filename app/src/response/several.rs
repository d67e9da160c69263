//! Answering several threads at once: a box in each row, and one form for all of them.

use leptos::prelude::*;

use crate::{context::context, error::AppError, href, t, thread::AnswerFields, ui::PostForm, words::t};

/// The id of the form that the boxes in the rows belong to.
pub const FORM: &str = "several";

/// The box that chooses a thread.
pub fn choice(number: u32) -> AnyView {
    let chosen = context().chosen("threads", &number.to_string(), false);
    let label = t!("response-choose", number = number);
    view! { <p><input type="checkbox" form=FORM name="threads" value=number checked=chosen aria-label=label/></p> }
        .into_any()
}

/// The one answer for all that were chosen, or for all in the filter that wait.
pub fn form(reference: &str, waiting: u32) -> AnyView {
    let ctx = context();
    let refusal = ctx.refusal("threads").map(AppError::sentence);
    let refusal = refusal.map(|refusal| view! { <span class="refused">{refusal}</span> });
    let all = ctx.chosen("all", "yes", false);
    view! {
        <section class="sect" aria-labelledby="several-h">
            <h2 class="label" id="several-h">{t("response-several")}</h2>
            <PostForm action=href::post::responses(reference) class="form" id=FORM>
                <fieldset class="field" id="threads" tabindex="-1">
                    <legend>{t("response-several-which")}</legend>
                    <span class="hint">{t("response-several-hint")}</span>
                    {refusal}
                    <label class="choice">
                        <input type="checkbox" name="all" value="yes" checked=all/>
                        <span>{t!("response-several-all", count = waiting)}</span>
                    </label>
                </fieldset>
                <AnswerFields/>
                <p class="row"><button class="button">{t("response-several-button")}</button></p>
            </PostForm>
        </section>
    }
    .into_any()
}
