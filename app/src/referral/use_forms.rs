//! Recording that a text is used elsewhere, and disputing it.

use domain::{
    adoption::Status,
    crosswalk::bodies,
    permission::{Action, Role},
};
use entity::reading::uptake::{Used, name};
use leptos::prelude::*;

use super::table::status_in_words;
use crate::{
    context::context,
    draft::Head,
    href,
    ui::{Area, Field, Pick, PostForm},
    words::t,
};

/// The form for whoever may record a use of the text: for a stakeholder they speak for, or with evidence for the secretariat.
pub fn record(head: &Head) -> Option<AnyView> {
    let ctx = context();
    let reader = ctx.reader.as_ref()?;
    let newest = head.newest().ok()?;
    let text = newest.text();
    let mut voices: Vec<(String, String)> = reader
        .voices_in(&head.forum, ctx.now)
        .map(|voice| (voice.stakeholder.id.to_string(), voice.stakeholder.name.clone()))
        .collect();
    if head.may(Action::RecordAdoption { own: false }) {
        voices.push((String::new(), t("uptake-by-secretariat")));
    }
    if voices.is_empty() {
        return None;
    }
    let clause = |clause: u32| {
        let id = newest.clauses.get(clause as usize)?.id.0.to_string();
        let (number, words) = name(&text, clause);
        let tick = |field: &'static str, label: &str| {
            let checked = ctx.chosen(field, &id, false);
            view! { <label class="choice"><input type="checkbox" name=field value=id.clone() checked=checked/>" "<span>{t(label)}</span></label> }
        };
        Some(view! {
            <fieldset class="field"><legend>{number.map(|number| view! { <b>{number}</b>" " })}<bdi>{words}</bdi></legend>
                <div class="choices">{tick("verbatim", "crosswalk-verbatim")}{tick("adapted", "crosswalk-adapted")}</div>
            </fieldset>
        })
    };
    let clauses: Vec<_> = bodies(&text).into_iter().filter_map(clause).collect();
    let statuses: Vec<_> =
        Status::ALL.iter().map(|one| (one.key().to_owned(), status_in_words(*one))).collect();
    let (action, version) = (href::post::adoptions(head.reference()), head.latest());
    let view = view! {
        <section class="column" aria-labelledby="use-h">
            <details><summary class="link" id="use-h">{t("uptake-record")}</summary>
                <PostForm action class="form">
                    <input type="hidden" name="version" value=version/>
                    <Pick name="stakeholder" label=t("uptake-speaks") options=voices/>
                    <Field name="who" label=t("uptake-who") required=true/>
                    <Field name="instrument" label=t("uptake-instrument") required=true/>
                    <Field name="country" label=t("uptake-country") hint=t("uptake-country-hint") required=true/>
                    <Field name="dated" label=t("uptake-dated") kind="date" required=true/>
                    <Pick name="status" label=t("uptake-state") options=statuses/>
                    <Field name="link" label=t("uptake-link") hint=t("referral-optional")/>
                    {clauses}
                    <Area name="evidence" label=t("uptake-evidence") hint=t("uptake-evidence-hint") rows=2/>
                    <p class="row"><button class="button">{t("uptake-save")}</button></p>
                </PostForm>
            </details>
        </section>
    };
    Some(view.into_any())
}

/// The form that says what an instrument became, for whoever may record it.
pub fn change(one: &Used) -> Option<AnyView> {
    let ctx = context();
    let reader = ctx.reader.as_ref()?;
    let own = one.row.stakeholder_id;
    let own =
        own.is_some_and(|id| reader.voices_in(&one.forum, ctx.now).any(|voice| voice.stakeholder.id == id));
    let runs = |role: &entity::role::Model| role.forum_id == one.forum.id && role.role.0 == Role::Secretariat;
    if !own && !reader.roles.iter().any(runs) {
        return None;
    }
    let action = href::post::adoption_change(&one.draft.reference, one.row.number);
    let others = Status::ALL.iter().filter(|status| **status != one.status());
    let others =
        others.map(|status| view! { <option value=status.key()>{status_in_words(*status)}</option> });
    let others: Vec<_> = others.collect();
    let id = |what: &str| format!("{what}-{}", one.row.id);
    let (became, since, proof) = (id("became"), id("since"), id("proof"));
    let evidence = (!own).then(|| {
        view! {
            <p class="field"><label for=proof.clone()>{t("uptake-evidence")}</label>
                <textarea id=proof name="proof" rows="2" required dir="auto"></textarea></p>
        }
    });
    let view = view! {
        <details><summary class="link">{t("uptake-change")}</summary>
            <PostForm action class="form">
                <p class="field"><label for=became.clone()>{t("uptake-state")}</label>
                    <select id=became name="became">{others}</select></p>
                <p class="field"><label for=since.clone()>{t("uptake-since")}</label>
                    <input id=since name="since" type="date" required/></p>
                {evidence}
                <p class="row"><button class="button second">{t("uptake-save")}</button></p>
            </PostForm>
        </details>
    };
    Some(view.into_any())
}

/// The form that disputes one use.
pub fn dispute(one: &Used) -> AnyView {
    let action = href::post::disputes(&one.draft.reference, one.row.number);
    let id = format!("dispute-{}", one.row.id);
    view! {
        <details><summary class="link">{t("uptake-dispute")}</summary>
            <PostForm action class="form">
                <p class="field">
                    <label for=id.clone()>{t("uptake-dispute-why")}</label>
                    <textarea id=id name="dispute" rows="2" required dir="auto"></textarea>
                </p>
                <p class="row"><button class="button second">{t("uptake-dispute")}</button></p>
            </PostForm>
        </details>
    }
    .into_any()
}
