//! What the receiver of a referral may say before it answers.

use entity::reading::referral::Sent;
use leptos::prelude::*;

use crate::{
    href, t,
    ui::{Area, Choice, Field, PostForm, time},
    words::t,
};

/// Taking it on, declining it, or pointing to another body.
pub fn first(sent: &Sent) -> AnyView {
    let zoned = t!("referral-other-day-hint", zone = time::city(&zone(sent)));
    let action = href::post::receive_referral(&sent.draft.reference, sent.referral.number);
    let options = vec![
        ("receive", t("referral-receive")),
        ("counter", t("referral-counter")),
        ("redirect", t("referral-redirect")),
        ("decline", t("referral-decline")),
    ];
    view! {
        <PostForm action class="form" labelled_by="do-h">
            <h2 class="h3" id="do-h">{t("referral-do-heading")}</h2>
            <Choice name="do" legend=t("referral-do") options value="receive"/>
            <Field name="day" label=t("referral-other-day") hint=zoned kind="datetime-local"/>
            <Field name="who" label=t("referral-who-works") hint=t("referral-optional")/>
            <Field name="body" label=t("referral-which-body") hint=t("referral-only-redirect")/>
            <Area name="said" label=t("referral-said") hint=t("referral-said-hint") rows=3/>
            <p class="row"><button class="button">{t("referral-do-it")}</button></p>
        </PostForm>
    }
    .into_any()
}

/// Saying how far it is, or naming another day.
pub fn going(sent: &Sent) -> AnyView {
    let zoned = t!("referral-other-day-hint", zone = time::city(&zone(sent)));
    let action = href::post::receive_referral(&sent.draft.reference, sent.referral.number);
    let options = vec![
        ("interim", t("referral-interim")),
        ("counter", t("referral-counter")),
        ("assign", t("referral-assign")),
    ];
    view! {
        <details>
            <summary class="link">{t("referral-going")}</summary>
            <PostForm action class="form">
                <Choice name="do" legend=t("referral-do") options value="interim"/>
                <Field name="day" label=t("referral-other-day") hint=zoned kind="datetime-local"/>
                <Field name="who" label=t("referral-who-works") hint=t("referral-optional")/>
                <Area name="said" label=t("referral-said") hint=t("referral-said-hint") rows=3/>
                <p class="row"><button class="button second">{t("referral-do-it")}</button></p>
            </PostForm>
        </details>
    }
    .into_any()
}

/// The time zone in which the receiver names days.
pub fn zone(sent: &Sent) -> String {
    sent.to.as_ref().map_or_else(|| sent.forum.zone.clone(), |to| to.zone.clone())
}
