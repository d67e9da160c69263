//! `/admin/peers`: the other installations, for the administrators of the site.

use entity::{
    peer::Known,
    reading::crossing::{Neighbour, Waiting},
};
use leptos::prelude::*;

use super::actions::require;
use crate::{
    context::Context,
    error::AppError,
    frame::Frame,
    href, t,
    ui::{Ago, Choice, Field, Pick, PostForm, Sure, time},
    words::t,
};

/// How many bundles in trouble are shown.
const SHOWN: u64 = 30;

/// What the page shows.
pub struct Peers {
    peers: Vec<Neighbour>,
    waiting: Vec<Waiting>,
    /// What to give to others: our address and the fingerprint of our key.
    address: String,
    fingerprint: String,
}

/// Reads the page for an administrator; refuses everyone else.
pub async fn load(ctx: Context) -> Result<Peers, AppError> {
    require(&ctx)?;
    let viewer = ctx.viewer();
    Ok(Peers {
        peers: viewer.neighbours().await?,
        waiting: viewer.on_the_way(SHOWN).await?,
        address: ctx.url.to_string(),
        fingerprint: ctx.fingerprint.to_string(),
    })
}

/// Shows what others need to know of us, the installations, what is on its way, and the forms.
pub fn view(page: Peers) -> impl IntoView {
    let list = page.peers.iter().map(one).collect_view();
    let known = match page.peers.is_empty() {
        true => view! { <p class="empty">{t("peer-none")}</p> }.into_any(),
        false => view! { <ol class="ledger">{list}</ol> }.into_any(),
    };
    view! {
        <Frame title=t("peer-title")>
            <header class="head">
                <div class="title stack">
                    <p class="quiet"><a href=href::admin()>{t("admin-title")}</a></p>
                    <h1>{t("peer-title")}</h1>
                    <p class="lede">{t("peer-lede")}</p>
                </div>
            </header>
            <section class="sect" aria-labelledby="ours">
                <h2 id="ours">{t("peer-ours")}</h2>
                <div class="stack">
                    <p>{t("peer-ours-why")}</p>
                    <dl class="terms">
                        <dt>{t("peer-address")}</dt><dd dir="ltr">{page.address.clone()}</dd>
                        <dt>{t("peer-fingerprint")}</dt><dd class="digest" dir="ltr">{in_groups(&page.fingerprint)}</dd>
                    </dl>
                </div>
            </section>
            <section class="sect" aria-labelledby="known"><h2 id="known">{t("peer-known")}</h2>{known}</section>
            {on_the_way(&page.waiting)}
            {entering()}
            {(!page.peers.is_empty()).then(|| forum(&page.peers))}
        </Frame>
    }
}

fn one(one: &Neighbour) -> AnyView {
    let peer = &one.peer;
    let state = t(&format!("peer-state-{}", peer.state.key()));
    let class = match peer.state.0 {
        Known::Waiting => "pos open",
        Known::Confirmed => "pos",
        Known::Blocked => "pos against",
    };
    let contact = match peer.last_contact {
        Some(at) => view! { <p class="small quiet">{t("peer-contact")}" "<Ago at/></p> }.into_any(),
        None => view! { <p class="small quiet">{t("peer-contact-none")}</p> }.into_any(),
    };
    let trouble = peer.trouble.clone().filter(|_| one.waiting > 0);
    let trouble = trouble.map(|why| {
        view! { <p class="refusal">{t!("peer-trouble", count = one.waiting)}" "<bdi dir="ltr">{why}</bdi></p> }
    });
    let by_hand = peer.by_hand.then(|| view! { <p class="small quiet">{t("peer-by-hand-said")}</p> });
    let forums = one.forums.iter().map(|forum| {
        view! { <li><a href=href::forum(&forum.slug)><bdi>{forum.name.clone()}</bdi></a></li> }
    });
    let forums = (!one.forums.is_empty()).then(|| view! { <ul class="names">{forums.collect_view()}</ul> });
    view! {
        <li>
            <p class="small quiet" dir="ltr"><bdi>{peer.host.clone()}</bdi></p>
            <div class="stack">
                <p><b><bdi>{peer.name.clone()}</bdi></b>" "<span class="quiet" dir="ltr">{peer.address.clone()}</span></p>
                <p class=class><span>{state}</span></p>
                <p class="digest" dir="ltr">{in_groups(&peer.fingerprint)}</p>
                {contact}{trouble}{by_hand}{forums}
                {decisions(one)}
            </div>
        </li>
    }
    .into_any()
}

fn decisions(one: &Neighbour) -> AnyView {
    let (id, name) = (one.peer.id, one.peer.name.clone());
    let decide = |decision: &'static str, step: String, means: String| {
        let whom = name.clone();
        view! {
            <PostForm action=href::post::peer_decision()>
                <input type="hidden" name="peer" value=id/>
                <input type="hidden" name="decision" value=decision/>
                <Sure step=step whom=whom means=means/>
            </PostForm>
        }
    };
    let confirm = (one.peer.state.0 != Known::Confirmed)
        .then(|| decide("confirm", t("peer-confirm"), t("peer-confirm-means")));
    let block =
        (one.peer.state.0 != Known::Blocked).then(|| decide("block", t("peer-block"), t("peer-block-means")));
    let retry = (one.waiting > 0 && one.peer.is_confirmed()).then(|| {
        let name = name.clone();
        view! {
            <PostForm action=href::post::peer_retry()>
                <input type="hidden" name="peer" value=id/>
                <p><button class="button second">{t("peer-retry")}<span class="vh">": "{name}</span></button></p>
            </PostForm>
        }
    });
    view! { <div class="row">{confirm}{block}{retry}</div> }.into_any()
}

fn on_the_way(waiting: &[Waiting]) -> Option<AnyView> {
    if waiting.is_empty() {
        return None;
    }
    let rows = waiting.iter().map(|one| {
        let page = href::referral(&one.reference, one.number);
        view! {
            <li>
                <p class="small quiet"><Ago at=one.dispatch.made_at/></p>
                <div>
                    <p><a href=page><bdi>{format!("{}/{}", one.reference, one.number)}</bdi></a>" → "<bdi>{one.peer.clone()}</bdi></p>
                    {super::crossing::fate(&one.dispatch)}
                </div>
            </li>
        }
    });
    Some(
        view! {
            <section aria-labelledby="way">
                <h2 class="shift" id="way">{t("peer-on-the-way")}</h2>
                <ol class="ledger close">{rows.collect_view()}</ol>
            </section>
        }
        .into_any(),
    )
}

fn entering() -> AnyView {
    let ways = vec![("https", t("peer-way-https")), ("hand", t("peer-way-hand"))];
    view! {
        <section class="sect" aria-labelledby="enter">
            <h2 id="enter">{t("peer-add")}</h2>
            <PostForm action=href::post::peers() class="form" labelled_by="enter">
                <Field name="peer_name" label=t("peer-name") hint=t("peer-name-hint") required=true/>
                <Field name="address" label=t("peer-address") hint=t("peer-address-hint") required=true/>
                <Field name="fingerprint" label=t("peer-fingerprint") hint=t("peer-fingerprint-hint") required=true/>
                <Choice name="way" legend=t("peer-way") options=ways value="https"/>
                <p class="row"><button class="button">{t("peer-add-send")}</button></p>
            </PostForm>
        </section>
    }
    .into_any()
}

fn forum(peers: &[Neighbour]) -> AnyView {
    let options: Vec<_> = peers.iter().map(|one| (one.peer.id.to_string(), one.peer.name.clone())).collect();
    let zones: Vec<_> =
        time::zones().into_iter().map(|zone| (zone.clone(), zone.replace('_', " "))).collect();
    view! {
        <section class="sect" aria-labelledby="forum">
            <h2 id="forum">{t("peer-forum")}</h2>
            <div class="stack">
                <p>{t("peer-forum-why")}</p>
                <PostForm action=href::post::peer_forums() class="form" labelled_by="forum">
                    <Pick name="peer" label=t("peer-which") options=options/>
                    <Field name="forum_name" label=t("admin-forum-name") required=true/>
                    <Field name="forum_slug" label=t("admin-slug") hint=t("peer-forum-slug-hint") required=true/>
                    <Pick name="zone" label=t("admin-zone") options=zones value="UTC"/>
                    <p class="row"><button class="button second">{t("peer-forum-send")}</button></p>
                </PostForm>
            </div>
        </section>
    }
    .into_any()
}

/// Hexadecimal digits as people can compare them, four at a time.
fn in_groups(digits: &str) -> String {
    let digits: Vec<char> = digits.chars().collect();
    digits.chunks(4).map(|four| four.iter().collect()).collect::<Vec<String>>().join(" ")
}
