//! `/drafts/{reference}/steps`: where a draft is in its life, what comes next, and the forms that take it there.

use domain::{
    permission::is_for,
    stage::{self, Facts, Stage, StepKind},
};
use entity::verb;
use leptos::prelude::*;

use super::forms;
use crate::{
    context::{Context, context},
    draft::{DraftHead, Head, Tab, head_of, page_title},
    error::AppError,
    frame::Frame,
    href, t,
    ui::{PostForm, Sure, time},
    words::{say_with, t},
};

/// What the page shows.
pub struct StepsPage {
    head: Head,
    facts: Facts,
    /// What comes next, each with what it still needs.
    next: Vec<stage::Coming>,
}

/// Reads where the draft is and what comes next. Refuses with not found a draft that the reader may not see; whoever can take no step of
/// any draft here is sent to sign in, or forbidden.
pub async fn load(ctx: Context) -> Result<StepsPage, AppError> {
    let head = head_of(&ctx, &ctx.param::<String>("reference")?).await?;
    if !StepKind::ALL.iter().any(|kind| is_for(&head.roles, kind.action())) {
        ctx.reader()?;
        return Err(AppError::Forbidden(domain::Message::new("procedure-who")));
    }
    let facts = verb::facts(ctx.db.read(), &head.forum, &head.draft, ctx.now).await?;
    let next = head.stage.next_steps(&facts, ctx.now);
    Ok(StepsPage { head, facts, next })
}

/// Shows the steps that lead on, and a form for each that the reader may take.
pub fn view(page: StepsPage) -> impl IntoView {
    let head = page.head.clone();
    let title = page_title(&head, &t("procedure-title"));
    let done = done();
    let (next, words) = (next(&page), adoption(&page));
    let forms: Vec<_> =
        StepKind::ALL.iter().filter_map(|kind| forms::form(*kind, &head, &page.facts)).collect();
    let none = forms.is_empty().then(|| view! { <p class="empty">{t("procedure-nothing")}</p> });
    let visibility = forms::visibility(&head);
    view! {
        <Frame title=title>
            <DraftHead head tab=Tab::Apart heading=t("procedure-title")>
                {crate::draft::stage(&page.head)}
                {done}
            </DraftHead>
            <section class="sect" aria-labelledby="next-h">
                <h2 id="next-h">{t("procedure-next")}</h2>
                <div class="stack">{next}{words}</div>
            </section>
            {forms}
            {none}
            {visibility}
        </Frame>
    }
    .into_any()
}

/// What the last press of a button did.
fn done() -> Option<AnyView> {
    let ctx = context();
    let step = ctx.done("done")?;
    let known = StepKind::from_key(step).map(StepKind::key);
    let words = t!("procedure-done", step = known.unwrap_or("visibility"));
    Some(view! { <div class="notice" role="status"><p>{words}</p></div> }.into_any())
}

/// The steps that lead on, each with what it still needs.
fn next(page: &StepsPage) -> AnyView {
    if page.next.is_empty() {
        return view! { <p>{t("procedure-over")}</p> }.into_any();
    }
    let zone = &page.head.forum.zone;
    let steps = page.next.iter().map(|step| {
        let needs: Vec<_> = step
            .needs
            .iter()
            .map(|refusal| view! { <li>{say_with(&refusal.message(), zone)}</li> })
            .collect();
        let needs = (!needs.is_empty()).then(|| {
            view! { <p class="small quiet">{t("procedure-needs")}</p><ul class="plain quiet">{needs}</ul> }
        });
        let words = say_with(&step.message(), zone);
        let words = if step.is_ready() {
            match way(page, step.next) {
                Some(way) => view! { <p><a href=way><b>{words}</b></a></p> }.into_any(),
                None => view! { <p><b>{words}</b></p> }.into_any(),
            }
        } else {
            view! { <p>{words}</p> }.into_any()
        };
        view! { <li>{words}{needs}</li> }
    });
    let steps: Vec<_> = steps.collect();
    let waiting = (page.facts.unanswered > 0).then(|| {
        let link = href::responses(page.head.reference());
        view! { <p><a href=link>{t!("procedure-unanswered", count = page.facts.unanswered)}</a></p> }
    });
    view! { <ul class="stack">{steps}</ul>{waiting} }.into_any()
}

/// Where a step that can be taken is taken: at its form further down, or on the page of the next version.
fn way(page: &StepsPage, next: stage::Next) -> Option<href::Href> {
    let Some(kind) = next.kind() else {
        let publishes = next == stage::Next::PublishVersion;
        return publishes.then(|| href::working_text(page.head.reference()));
    };
    let is_offered = forms::form(kind, &page.head, &page.facts).is_some();
    is_offered.then(|| href::here(&format!("step-{}", kind.key())))
}

/// Whether the text can be adopted, in words.
fn adoption(page: &StepsPage) -> Option<AnyView> {
    let version = match page.head.stage {
        Stage::SignOff { version, .. } | Stage::Silence { version, .. } => version,
        _ => return None,
    };
    let link = href::sign_offs(page.head.reference());
    let sentence = crate::words::say(&page.facts.tally.message(version, &page.head.stage));
    Some(
        view! { <p class="tally">{sentence}</p><p><a href=link>{t("procedure-positions")}</a></p> }
            .into_any(),
    )
}

/// The form of a step: its fields, its button, and what it will do. A step that nothing is written for, and that cannot be taken back, is
/// asked for twice.
pub fn step_form(head: &Head, kind: StepKind, fields: AnyView) -> AnyView {
    let key = kind.key();
    let id = format!("step-{key}");
    let by = id.clone();
    let class = if kind == StepKind::Withdraw { "button grave" } else { "button second" };
    let why = t!("procedure-why", step = key);
    let button = t!("procedure-button", step = key);
    let press = match kind {
        StepKind::Adopt => {
            let whom = head.draft.title.clone();
            view! { <Sure step=button means=why.clone() whom/> }.into_any()
        }
        _ => view! { <p class="row"><button class=class>{button}</button></p> }.into_any(),
    };
    let why = (kind != StepKind::Adopt).then(|| view! { <p class="quiet">{why}</p> });
    view! {
        <section class="sect" aria-labelledby=by>
            <h2 id=id>{t!("procedure-step", step = key)}</h2>
            <PostForm action=href::post::step(head.reference()) class="form">
                <input type="hidden" name="step" value=key/>
                {why}
                {fields}
                {press}
            </PostForm>
        </section>
    }
    .into_any()
}

/// The hint of a field for an instant: on which clocks it is read.
pub fn on_clocks(zone: &str) -> String {
    t!("procedure-in-zone", place = time::city(zone))
}
