//! The form that says where a thread belongs.

use domain::text::LineRange;
use leptos::prelude::*;

use super::{Conversation, Discussion, gist, place::lines_in_words};
use crate::{context::context, error::AppError, href, ui::PostForm, words::t};

impl Discussion {
    /// The lines of the newest version that a thread may stand on with their words, likeliest first.
    pub fn candidates(&self, one: &Conversation) -> Vec<(LineRange, String)> {
        let Some(place) = one.placement() else { return Vec::new() };
        let mut lines: Vec<LineRange> = Vec::new();
        for candidate in place.lines.into_iter().chain(place.candidates.iter().copied()) {
            if !lines.contains(&candidate) {
                lines.push(candidate);
            }
        }
        lines.into_iter().map(|lines| (lines, gist(&self.words_at(lines), 160))).collect()
    }
}

/// One choice for each place a thread may have, and a field for any other; several of these forms can stand on a page.
#[component]
pub fn Repair(
    reference: String,
    number: u32,
    /// The newest version, so that one published meanwhile is noticed.
    latest: u32,
    candidates: Vec<(LineRange, String)>,
) -> impl IntoView {
    let Returned { here, lines: typed, other, refusal } = Returned::of(number);
    let id = format!("lines-{number}");
    let choices = candidates.into_iter().map(move |(lines, words)| {
        let chosen = typed.as_deref() == Some(lines.to_string().as_str());
        view! {
            <label class="choice">
                <input type="radio" name="lines" value=lines.to_string() checked=chosen/>
                <span>{lines_in_words(lines)}<span class="words hint" dir="auto">{words}</span></span>
            </label>
        }
    });
    let refusal = refusal.map(|refusal| view! { <span class="refused">{refusal}</span> });
    view! {
        <PostForm action=href::post::placement(&reference, number) class="stack">
            <input type="hidden" name="thread" value=number/>
            <input type="hidden" name="version" value=latest/>
            <fieldset class="field" id=here.then_some("lines")>
                <legend>{t("conversation-repair")}</legend>
                {choices.collect_view()}
                <p class="range">
                    <label for=id.clone()>{t("conversation-repair-other")}</label>
                    <input class="short" id=id name="other" value=other/>
                </p>
                {refusal}
            </fieldset>
            <p class="row"><button class="button second">{t("conversation-repair-button")}</button></p>
        </PostForm>
    }
    .into_any()
}

/// What was chosen for this thread before the form came back.
#[derive(Default)]
struct Returned {
    here: bool,
    lines: Option<String>,
    other: String,
    refusal: Option<String>,
}

impl Returned {
    fn of(number: u32) -> Self {
        let at = context();
        let Some(returned) = at.returned.as_ref() else { return Self::default() };
        if returned.fields.text("thread") != number.to_string() {
            return Self::default();
        }
        Self {
            here: true,
            lines: returned.fields.get("lines").map(str::to_owned),
            other: returned.fields.text("other").to_owned(),
            refusal: at.refusal("lines").map(AppError::sentence),
        }
    }
}
