//! One form for each step that the reader may take at this stage.

use chrono::{DateTime, Timelike, Utc};
use domain::{
    permission::Action,
    stage::{LAST_CALL, LATER_ROUND, ROUND, SIGN_OFF, SILENCE, Stage, StepKind},
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

/// The form of a step, if the reader may take it now.
pub fn form(kind: StepKind, head: &Head) -> Option<AnyView> {
    if !head.may(kind.action()) || !fits(kind, &head.stage) {
        return None;
    }
    let fields = match kind {
        StepKind::OpenRound => open_round(head),
        StepKind::Extend => {
            let more = head.stage.deadline().map(|closes| closes + chrono::TimeDelta::days(7));
            let to = more.unwrap_or(context().now);
            view! { {instant("extend-to", "procedure-extend-to", to, head)}{reason("extend-reason")} }.into_any()
        }
        StepKind::Close => reason("close-reason"),
        StepKind::OpenLastCall => instant("call-closes", "procedure-closes", from_now(LAST_CALL), head),
        StepKind::OpenSignOff => instant("sign-off-closes", "procedure-closes", from_now(SIGN_OFF), head),
        StepKind::OpenSilence => {
            let until = from_now(SILENCE + chrono::TimeDelta::hours(1));
            instant("silence-until", "procedure-silence-until", until, head)
        }
        StepKind::BreakSilence => reason("break-reason"),
        StepKind::TakeBack => reason("take-back-reason"),
        StepKind::Suspend => reason("suspend-reason"),
        StepKind::Withdraw => reason("withdraw-reason"),
        StepKind::Supersede => view! {
            <Field name="supersede-by" label=t("procedure-supersede-by") hint=t("procedure-supersede-by-hint") required=true/>
        }
        .into_any(),
        StepKind::Adopt | StepKind::Resume => ().into_any(),
    };
    Some(step_form(head, kind.key(), matches!(kind, StepKind::Withdraw), fields))
}

/// The permission table lets some steps through that the clock has taken already; those have no form.
fn fits(kind: StepKind, stage: &Stage) -> bool {
    match kind {
        StepKind::OpenSignOff => matches!(stage, Stage::LastCall { .. }),
        StepKind::Adopt => matches!(stage, Stage::SignOff { .. }),
        _ => true,
    }
}

fn open_round(head: &Head) -> AnyView {
    let length = if head.stage.round().is_some() { LATER_ROUND } else { ROUND };
    let closes = instant("closes", "procedure-closes", from_now(length), head);
    view! {
        <Field
            name="opens"
            kind="datetime-local"
            label=t("procedure-opens")
            hint=t("procedure-opens-hint")
        />
        {closes}
    }
    .into_any()
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

/// The full hour so long from now.
fn from_now(length: chrono::TimeDelta) -> DateTime<Utc> {
    let instant = context().now + length;
    instant.with_minute(0).and_then(|hour| hour.with_second(0)).unwrap_or(instant)
}

/// The form that sets who may see the draft.
pub fn visibility(head: &Head) -> Option<AnyView> {
    if !head.may(Action::ChangeVisibility) {
        return None;
    }
    let (chosen, zone) = (head.draft.visibility.0, head.forum.zone.clone());
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
