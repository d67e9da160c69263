//! What of a referral goes to another installation and comes from it, on the page of the referral and of the forum.

use entity::{
    dispatch,
    reading::{crossing::Crossing, referral::Sent},
};
use leptos::prelude::*;

use crate::{
    href, t,
    ui::{Day, Field, Moment, PostForm},
    words::t,
};

/// The files, what is on its way, and the form for what somebody brings.
pub fn section(sent: &Sent, crossing: &Crossing) -> Option<AnyView> {
    sent.referral.sent_at?;
    let (reference, number) = (sent.draft.reference.as_str(), sent.referral.number);
    let file = href::referral_bundle(reference, number);
    let other = crossing.peer.as_ref().map(|peer| {
        let state = (!peer.is_confirmed()).then(|| {
            view! { " "{t(&format!("peer-state-{}", peer.state.key()))}"." }
        });
        view! { <p>{t!("bundle-other", peer = peer.name.as_str(), host = peer.host.as_str())}{state}</p> }
    });
    let kept = crossing.kept.as_ref().map(|kept| {
        let page = href::referral_evidence(reference, number);
        let size = kept.size / 1024 + 1;
        view! {
            <p><a href=page>{t("bundle-evidence")}</a>" "
                <span class="quiet">{t!("bundle-evidence-size", size = size)}" "<Day at=kept.made_at/></span></p>
        }
    });
    let acts = sent.may_send() || sent.may_receive();
    let way = crossing.dispatches.iter().filter(|one| acts && one.ended_at.is_none()).take(1);
    let refused = crossing.dispatches.first().filter(|one| acts && one.state.0 == dispatch::State::Refused);
    let way: Vec<_> = way.chain(refused).map(fate).collect();
    let bring = (acts && crossing.peer.is_some())
        .then(|| bring(href::post::referral_bundles(reference, number), t("bundle-bring-answer")));
    Some(
        view! {
            <section aria-labelledby="bundle">
                <h2 id="bundle">{t("bundle-heading")}</h2>
                {other}{way}
                <p><a href=file>{t("bundle-file")}</a>" "<span class="quiet">{t("bundle-file-why")}</span></p>
                {kept}{bring}
            </section>
        }
        .into_any(),
    )
}

/// For whoever receives for a forum: taking in what came as a file.
pub fn receiving(slug: &str) -> AnyView {
    view! {
        <section class="sect" aria-labelledby="bring">
            <h2 id="bring">{t("bundle-receive")}</h2>
            <div class="stack">
                <p>{t("bundle-receive-why")}</p>
                {bring(href::post::forum_bundles(slug), t("bundle-bring"))}
            </div>
        </section>
    }
    .into_any()
}

fn bring(action: href::Href, label: String) -> AnyView {
    view! {
        <details><summary class="link">{label.clone()}</summary>
            <PostForm action files=true class="form">
                <Field name="bundle" label=t("bundle-file-field") hint=t("bundle-file-hint") kind="file" accept=".zip,application/zip"/>
                <p class="row"><button class="button second">{t("bundle-bring-send")}</button></p>
            </PostForm>
        </details>
    }
    .into_any()
}

/// What became of something that is sent.
pub fn fate(one: &dispatch::Model) -> AnyView {
    let why = one.trouble.clone().map(|why| view! { " "<bdi dir="ltr">{why}</bdi> });
    let tries = u32::try_from(one.tries).unwrap_or(u32::MAX);
    match one.state.0 {
        dispatch::State::Waiting if one.trouble.is_none() => {
            view! { <p class="small quiet">{t("bundle-waiting")}</p> }.into_any()
        }
        dispatch::State::Waiting => {
            view! { <p class="refusal">{t!("bundle-again", tries = tries)}" "<Moment at=one.due_at/>"."{why}</p> }.into_any()
        }
        dispatch::State::Refused => view! { <p class="refusal">{t("bundle-refused")}{why}</p> }.into_any(),
        dispatch::State::Sent => view! { <p class="small quiet">{t("bundle-sent")}</p> }.into_any(),
    }
}
