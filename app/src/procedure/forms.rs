//! One form for each step that the reader may take at this stage.

use chrono::{DateTime, TimeDelta, Utc};
use domain::{
    permission::Action,
    stage::{Facts, LAST_CALL, LATER_ROUND, ROUND, SIGN_OFF, SILENCE, Step, StepKind},
    typed::Reason,
    visibility::Visibility,
};
use leptos::prelude::*;

use super::{
    steps_page::{on_clocks, step_form},
    visibility::VisibilityFields,
};
use crate::{
    context::context,
    draft::Head,
    href,
    ui::{Area, Field, PostForm, time},
    words::t,
};

/// A deadline that was extended lies so much later.
const EXTENSION: TimeDelta = TimeDelta::days(7);

/// The form of a step, if the reader may take it now and the stage would let it pass as the form first offers it, or if it just came
/// back refused. What a step still needs stands at the head of the page.
pub fn form(kind: StepKind, head: &Head, facts: &Facts) -> Option<AnyView> {
    let ctx = context();
    let step = offered(kind, head, ctx.now)?;
    let came_back = ctx.returned.as_ref().is_some_and(|form| form.fields.text("step") == kind.key());
    let passes = || head.stage.clone().take(step.clone(), facts, ctx.now).is_ok();
    let shown = came_back || (head.may(kind.action()) && passes());
    shown.then(|| step_form(head, kind, fields(&step, head)))
}

/// A step as its form offers it. Its reason is still to be written.
fn offered(kind: StepKind, head: &Head, now: DateTime<Utc>) -> Option<Step> {
    let reason = Reason::parse(kind.key()).ok()?;
    let after = |length: TimeDelta| time::evening(now + length, &head.forum.zone);
    Some(match kind {
        StepKind::OpenRound => {
            let length = if head.stage.round().is_some() { LATER_ROUND } else { ROUND };
            Step::OpenRound { opens: now, closes: after(length) }
        }
        StepKind::Extend => {
            let to = head.stage.deadline()? + EXTENSION;
            Step::Extend { to: to.max(after(EXTENSION)), reason }
        }
        StepKind::Close => Step::Close { early: Some(reason) },
        StepKind::OpenLastCall => Step::OpenLastCall { closes: after(LAST_CALL) },
        StepKind::OpenSignOff => Step::OpenSignOff { closes: after(SIGN_OFF) },
        StepKind::OpenSilence => Step::OpenSilence { until: after(SILENCE) },
        StepKind::BreakSilence => Step::BreakSilence { reason },
        StepKind::TakeBack => Step::TakeBack { reason },
        StepKind::Adopt => Step::Adopt,
        StepKind::Suspend => Step::Suspend { reason },
        StepKind::Resume => Step::Resume,
        StepKind::Withdraw => Step::Withdraw { reason },
        StepKind::Supersede => Step::Supersede { by: String::new() },
    })
}

fn fields(step: &Step, head: &Head) -> AnyView {
    match step {
        Step::OpenRound { closes, .. } => {
            let closes = instant("closes", "procedure-closes", *closes, head);
            let (label, hint) = (t("procedure-opens"), t("procedure-opens-hint"));
            view! { <Field name="opens" kind="datetime-local" label hint/>{closes} }.into_any()
        }
        Step::Extend { to, .. } => {
            let to = instant("extend-to", "procedure-extend-to", *to, head);
            view! { {to}{reason("extend-reason")} }.into_any()
        }
        Step::Close { .. } => reason("close-reason"),
        Step::OpenLastCall { closes } => instant("call-closes", "procedure-closes", *closes, head),
        Step::OpenSignOff { closes } => instant("sign-off-closes", "procedure-closes", *closes, head),
        Step::OpenSilence { until } => instant("silence-until", "procedure-silence-until", *until, head),
        Step::BreakSilence { .. } => reason("break-reason"),
        Step::TakeBack { .. } => reason("take-back-reason"),
        Step::Suspend { .. } => reason("suspend-reason"),
        Step::Withdraw { .. } => reason("withdraw-reason"),
        Step::Supersede { .. } => view! {
            <Field name="supersede-by" label=t("procedure-supersede-by") hint=t("procedure-supersede-by-hint") required=true/>
        }
        .into_any(),
        Step::Adopt | Step::Resume => ().into_any(),
    }
}

/// A field for an instant on the clocks of the forum.
fn instant(name: &'static str, label: &'static str, start: DateTime<Utc>, head: &Head) -> AnyView {
    let zone = head.forum.zone.clone();
    let (hint, value) = (on_clocks(&zone), time::for_field(start, &zone));
    view! { <Field name kind="datetime-local" label=t(label) hint value required=true/> }.into_any()
}

fn reason(name: &'static str) -> AnyView {
    view! { <Area name label=t("procedure-reason") hint=t("procedure-reason-hint") rows=3 required=true/> }
        .into_any()
}

/// The form that sets who may see the draft.
pub fn visibility(head: &Head) -> Option<AnyView> {
    if !head.may(Action::ChangeVisibility) {
        return None;
    }
    let (chosen, zone) = (head.draft.visibility.0, head.forum.zone.clone());
    if chosen.then(Visibility::Members, head.draft.latest > 0, context().now).is_err() {
        let heading = t("procedure-visibility-heading");
        return Some(
            view! {
                <section class="sect" aria-labelledby="step-visibility">
                    <h2 id="step-visibility">{heading}</h2>
                    <p>{t("procedure-stays-public")}</p>
                </section>
            }
            .into_any(),
        );
    }
    Some(
        view! {
            <section class="sect" aria-labelledby="step-visibility">
                <h2 id="step-visibility">{t("procedure-visibility-heading")}</h2>
                <PostForm action=href::post::show_to(head.reference()) class="form">
                    <VisibilityFields chosen zone/>
                    <p class="row"><button class="button second">{t("procedure-visibility-save")}</button></p>
                </PostForm>
            </section>
        }
        .into_any(),
    )
}
