//! Where a draft is in its life and what comes next, as sentences.

use chrono::{DateTime, Utc};
use domain::stage::Stage;
use leptos::prelude::*;

use super::Head;
use crate::{
    context::context,
    href, rich, t,
    ui::{Day, There, WhereYouAre, time},
    words::{say, t},
};

/// Where the draft is now, with its deadline in the forum's zone and in the reader's.
pub fn stage(head: &Head) -> AnyView {
    let zone = head.forum.zone.clone();
    let timed = |message: &'static str, until: DateTime<Utc>| {
        let when = view! { <There at=until zone=zone.clone()/> };
        let left = view! { <strong class="nb">{time::left_in_words(until)}</strong> };
        let zone = zone.clone();
        view! { <p class="stage">{rich!(message, when = when, left = left)}</p><WhereYouAre at=until zone/> }
            .into_any()
    };
    match &head.stage {
        Stage::Drafting if head.latest() == 0 => plain("draft-stage-unpublished"),
        Stage::Drafting => plain("draft-stage-drafting"),
        Stage::Consultation { opens, .. } if context().now < *opens => timed("draft-stage-announced", *opens),
        Stage::Consultation { closes, .. } => timed("draft-stage-open", *closes),
        Stage::Disposition { .. } if head.threads.standing == 0 => plain("draft-stage-uncommented"),
        Stage::Disposition { .. } if head.threads.unanswered == 0 => plain("draft-stage-answered"),
        Stage::Disposition { .. } => plain("draft-stage-disposition"),
        Stage::LastCall { closes, .. } => timed("draft-stage-last-call", *closes),
        Stage::SignOff { closes, .. } if context().now >= *closes => plain("draft-stage-sign-off-over"),
        Stage::SignOff { closes, .. } => timed("draft-stage-sign-off", *closes),
        Stage::Silence { until, .. } => timed("draft-stage-silence", *until),
        Stage::Adopted { version, at } => {
            let message = t!("draft-stage-adopted-version", version = *version);
            view! { <p class="stage">{rich!("draft-stage-adopted", what = message, day = view! { <Day at=*at/> })}</p> }
                .into_any()
        }
        Stage::Suspended { since, reason, .. } => ended("draft-stage-suspended", *since, reason.as_str()),
        Stage::Withdrawn { at, reason } => ended("draft-stage-withdrawn", *at, reason.as_str()),
        Stage::Superseded { by, at, .. } => {
            let other = view! { <a href=href::draft(by)>{by.clone()}</a> };
            let day = view! { <Day at=*at/> };
            view! { <p class="stage">{rich!("draft-stage-superseded", other = other, day = day)}</p> }
                .into_any()
        }
    }
}

/// What happens next, and what it still needs.
pub fn next(head: &Head) -> AnyView {
    let sentence = match &head.stage {
        Stage::Drafting if head.latest() == 0 => t("draft-next-unpublished"),
        Stage::Drafting => t("draft-next-drafting"),
        Stage::Consultation { opens, .. } if context().now < *opens => t("draft-next-announced"),
        Stage::Consultation { .. } => t("draft-next-open"),
        Stage::Disposition { .. } => t("draft-next-disposition"),
        Stage::LastCall { .. } => t("draft-next-last-call"),
        Stage::SignOff { version, .. } => say(&head.tally.message(*version, &head.stage)),
        Stage::Silence { .. } => t("draft-next-silence"),
        Stage::Adopted { .. } => t("draft-next-adopted"),
        Stage::Suspended { .. } => t("draft-next-suspended"),
        Stage::Withdrawn { .. } | Stage::Superseded { .. } => t("draft-next-over"),
    };
    let sentence = match &head.stage {
        Stage::Disposition { .. } if head.threads.unanswered == 0 => t("draft-next-answered"),
        _ => sentence,
    };
    let waits = match &head.stage {
        Stage::Consultation { .. } => head.threads.standing > 0,
        Stage::Disposition { .. } => head.threads.unanswered > 0,
        _ => false,
    };
    view! { <p>{sentence}{waits.then(|| view! { " "{waiting(head)} })}{objections(head)}</p> }.into_any()
}

/// That objections stand on the newest version, as one that ended a last call does, with the way to them.
fn objections(head: &Head) -> Option<AnyView> {
    let said = matches!(head.stage, Stage::Disposition { .. } | Stage::LastCall { .. });
    let count = head.tally.objections();
    (said && count > 0).then(|| {
        let page = href::sign_offs(head.reference());
        view! { " "<a href=page>{t!("draft-tab-objections", count = count)}</a>"." }.into_any()
    })
}

/// How many comments have no answer yet, with the way to them.
fn waiting(head: &Head) -> AnyView {
    if head.threads.unanswered == 0 {
        return t("draft-next-none-waiting").into_any();
    }
    let words = t!("draft-next-waiting", waiting = head.threads.unanswered, all = head.threads.standing);
    view! { <a href=href::responses(head.reference())>{words}</a> }.into_any()
}

fn plain(message: &'static str) -> AnyView {
    view! { <p class="stage">{t(message)}</p> }.into_any()
}

fn ended(message: &'static str, since: DateTime<Utc>, reason: &str) -> AnyView {
    let day = view! { <Day at=since/> };
    let reason = view! { <span dir="auto">{reason.to_owned()}</span> };
    view! { <p class="stage">{rich!(message, day = day, reason = reason)}</p> }.into_any()
}
