//! One form for each step that the reader may take at this stage.

use chrono::{DateTime, Timelike, Utc};
use domain::{
    permission::{Action, Role},
    stage::{LAST_CALL, LATER_ROUND, ROUND, SIGN_OFF, SILENCE, Stage},
};
use entity::verb::Step;
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

/// A kind of step, as the forms name it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    OpenRound,
    Extend,
    Close,
    OpenLastCall,
    OpenSignOff,
    Adopt,
    OpenSilence,
    BreakSilence,
    TakeBack,
    Suspend,
    Resume,
    Supersede,
    Withdraw,
}

/// In the order in which they stand on the page.
pub const KINDS: [Kind; 13] = [
    Kind::OpenRound,
    Kind::Extend,
    Kind::Close,
    Kind::OpenLastCall,
    Kind::OpenSignOff,
    Kind::Adopt,
    Kind::OpenSilence,
    Kind::BreakSilence,
    Kind::TakeBack,
    Kind::Resume,
    Kind::Supersede,
    Kind::Suspend,
    Kind::Withdraw,
];

impl Kind {
    pub const fn key(self) -> &'static str {
        match self {
            Self::OpenRound => "open-round",
            Self::Extend => "extend",
            Self::Close => "close",
            Self::OpenLastCall => "open-last-call",
            Self::OpenSignOff => "open-sign-off",
            Self::Adopt => "adopt",
            Self::OpenSilence => "open-silence",
            Self::BreakSilence => "break-silence",
            Self::TakeBack => "take-back",
            Self::Suspend => "suspend",
            Self::Resume => "resume",
            Self::Supersede => "supersede",
            Self::Withdraw => "withdraw",
        }
    }

    const fn action(self) -> Action {
        match self {
            Self::OpenRound => Action::OpenRound,
            Self::Extend => Action::ExtendDeadline,
            Self::Close => Action::CloseRound,
            Self::OpenLastCall => Action::OpenLastCall,
            Self::OpenSignOff => Action::OpenSignOff,
            Self::Adopt => Step::Adopt.action(),
            Self::OpenSilence => Action::OpenSilence,
            Self::BreakSilence => Action::BreakSilence,
            Self::TakeBack => Action::TakeBack,
            Self::Suspend => Action::Suspend,
            Self::Resume => Step::Resume.action(),
            Self::Supersede => Action::Supersede,
            Self::Withdraw => Action::WithdrawDraft,
        }
    }

    /// Whether somebody with these roles takes it at some stage.
    pub fn who(self, roles: &[Role]) -> bool {
        domain::permission::is_for(roles, self.action())
    }
}

/// The form of a step, if the reader may take it now.
pub fn form(kind: Kind, head: &Head) -> Option<AnyView> {
    if !head.may(kind.action()) || !fits(kind, &head.stage) {
        return None;
    }
    let fields = match kind {
        Kind::OpenRound => open_round(head),
        Kind::Extend => {
            let more = head.stage.deadline().map(|closes| closes + chrono::TimeDelta::days(7));
            let to = more.unwrap_or(context().now);
            view! { {instant("extend-to", "procedure-extend-to", to, head)}{reason("extend-reason")} }.into_any()
        }
        Kind::Close => reason("close-reason"),
        Kind::OpenLastCall => instant("call-closes", "procedure-closes", from_now(LAST_CALL), head),
        Kind::OpenSignOff => instant("sign-off-closes", "procedure-closes", from_now(SIGN_OFF), head),
        Kind::OpenSilence => {
            let until = from_now(SILENCE + chrono::TimeDelta::hours(1));
            instant("silence-until", "procedure-silence-until", until, head)
        }
        Kind::BreakSilence => reason("break-reason"),
        Kind::TakeBack => reason("take-back-reason"),
        Kind::Suspend => reason("suspend-reason"),
        Kind::Withdraw => reason("withdraw-reason"),
        Kind::Supersede => view! {
            <Field name="supersede-by" label=t("procedure-supersede-by") hint=t("procedure-supersede-by-hint") required=true/>
        }
        .into_any(),
        Kind::Adopt | Kind::Resume => ().into_any(),
    };
    Some(step_form(head, kind.key(), matches!(kind, Kind::Withdraw), fields))
}

/// The permission table lets some steps through that the clock has taken already; those have no form.
fn fits(kind: Kind, stage: &Stage) -> bool {
    match kind {
        Kind::OpenSignOff => matches!(stage, Stage::LastCall { .. }),
        Kind::Adopt => matches!(stage, Stage::SignOff { .. }),
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
    let at = context().now + length;
    at.with_minute(0).and_then(|at| at.with_second(0)).unwrap_or(at)
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
