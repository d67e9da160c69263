//! The form that says where a thread belongs.

use domain::text::LineRange;
use leptos::prelude::*;

use super::place::lines_in_words;
use crate::{context::context, error::AppError, href, ui::PostForm, words::t};

/// One button for each place a thread may have, and a field for any other; several of these forms can stand on a page.
#[component]
pub fn Repair(
    reference: String,
    number: u32,
    /// The newest version, so that one published meanwhile is noticed.
    latest: u32,
    candidates: Vec<(LineRange, String)>,
) -> impl IntoView {
    let Returned { here, typed, refusal } = Returned::of(number);
    let id = format!("lines-{number}");
    let choices = candidates.into_iter().map(|(lines, words)| {
        view! {
            <div class="choice">
                <button class="button second nb" name="lines" value=lines.to_string()>{lines_in_words(lines)}</button>
                <span class="words" dir="auto">{words}</span>
            </div>
        }
    });
    let choices = choices.collect_view();
    let refusal = refusal.map(|refusal| view! { <span class="refused">{refusal}</span> });
    let (legend, action) = (format!("place-{number}"), href::post::placement(&reference, number));
    view! {
        <div class="stack" role="group" aria-labelledby=legend>
            <p id=legend.clone()><b>{t("conversation-repair")}</b></p>
            <PostForm action=action.clone()>{meant(number, latest)}{choices}</PostForm>
            <PostForm action=action>
                {meant(number, latest)}
                <p class="range" id=here.then_some("lines")>
                    <label for=id.clone()>{t("conversation-repair-other")}</label>
                    <input class="short" id=id name="lines" value=typed/>
                    <button class="button second">{t("conversation-repair-button")}</button>
                </p>
                {refusal}
            </PostForm>
        </div>
    }
    .into_any()
}

/// Which thread it is about, and which version the lines are of.
fn meant(number: u32, latest: u32) -> AnyView {
    view! { <input type="hidden" name="thread" value=number/><input type="hidden" name="version" value=latest/> }
        .into_any()
}

/// What was typed for this thread before the form came back.
#[derive(Default)]
struct Returned {
    here: bool,
    typed: String,
    refusal: Option<String>,
}

impl Returned {
    fn of(number: u32) -> Self {
        let ctx = context();
        let Some(returned) = ctx.returned.as_ref() else { return Self::default() };
        if returned.fields.text("thread") != number.to_string() {
            return Self::default();
        }
        Self {
            here: true,
            typed: returned.fields.text("lines").to_owned(),
            refusal: ctx.refusal("lines").map(AppError::sentence),
        }
    }
}
