//! `/drafts/{a}/changes/{b}`: what one text offers another that has its origin in common with it, taken or left one by one.

use domain::offer::{Change, Meeting, Offer, Part};
use entity::reading::offered::{Decided, Offered, Way};
use leptos::prelude::*;

use super::crosswalk_rows::hanging;
use crate::{
    context::Context,
    draft::{DraftHead, Head, Tab, head_of, page_title},
    error::AppError,
    frame::Frame,
    href, rich, t,
    thread::Wording,
    ui::{Area, Day, Icon, PostForm},
    words::{number, say, t},
};

/// What the page shows.
pub struct Changes {
    head: Head,
    offered: Offered,
    /// The name of the change on which the reader decides now.
    chosen: Option<String>,
}

/// Works out what is offered. Refuses with not found drafts that the reader may not see, and those that no referral joins directly.
pub async fn load(ctx: Context) -> Result<Changes, AppError> {
    let (ours, theirs) = (ctx.param::<String>("reference")?, ctx.param::<String>("other")?);
    let head = head_of(&ctx, &ours).await?;
    ctx.made_from_everything();
    let offered = ctx.viewer().offered(&ours, &theirs).await?;
    let asked = ctx.query.get("change").map(str::to_owned);
    let typed = ctx.returned.as_ref().and_then(|back| back.fields.get("change")).map(str::to_owned);
    let first = offered.open.first().map(|offer| offer.key.clone());
    let chosen = typed.or(asked).or(first).filter(|_| offered.against.is_none());
    Ok(Changes { head, offered, chosen })
}

/// Shows the sentence, each change with its form, and what was decided.
pub fn view(page: Changes) -> impl IntoView {
    let Changes { head, offered, chosen } = page;
    let heading = t!("changes-heading", forum = offered.other_forum.name.as_str());
    let title = page_title(&head, &heading);
    let tally =
        view! { <p class="tally">{lede(&offered)}" "<strong>{counts(&offered)}</strong></p> }.into_any();
    let next = beside(&offered);
    let open: Vec<_> = offered.open.iter().map(|offer| one(offer, &offered, chosen.as_deref())).collect();
    let none = offered.open.is_empty().then(|| {
        let words = if offered.translation { "changes-translation" } else { "changes-none" };
        view! { <p class="quiet axis">{t(words)}</p> }
    });
    let decided = decided(&offered.decided);
    view! {
        <Frame title=title>
            <DraftHead head tab=Tab::Went heading=heading next=next>{tally}</DraftHead>
            {none}
            <section aria-labelledby="open-h"><h2 class="vh" id="open-h">{t("changes-open")}</h2>{open}</section>
            {decided}
        </Frame>
    }
    .into_any()
}

fn link(reference: &str) -> AnyView {
    view! { <a href=href::draft(reference)><bdi>{reference.to_owned()}</bdi></a> }.into_any()
}

/// Since when the two go different ways.
fn lede(offered: &Offered) -> AnyView {
    let (ours, theirs) = (link(&offered.draft.reference), link(&offered.other.reference));
    let version = number(offered.version.number());
    match offered.way {
        Way::Down => rich!("changes-lede-down", theirs = theirs, ours = ours, version = version).into_any(),
        Way::Up => rich!("changes-lede-up", theirs = theirs, ours = ours, version = version).into_any(),
    }
}

fn counts(offered: &Offered) -> String {
    let taken = offered.decided.iter().filter(|one| one.row.taken).count();
    t!("changes-tally", open = offered.open.len(), taken = taken, left = offered.decided.len() - taken)
}

/// Why nothing can be decided now, where that is so; the way to both texts; and where comments stay.
fn beside(offered: &Offered) -> AnyView {
    let against = offered.against.as_ref().map(|message| view! { <p class="refusal">{say(message)}</p> });
    let (ours, theirs) = (offered.draft.reference.as_str(), offered.other.reference.as_str());
    let walk = href::crosswalk(theirs, ours);
    let comments = |reference: &str| {
        view! { <a href=href::threads(reference)><bdi>{reference.to_owned()}</bdi></a> }
    };
    view! {
        <h2 class="label">{t("changes-how")}</h2>
        <p>{t("changes-how-said")}</p>
        {against}
        <p><a href=walk>{t("referral-crosswalk")}</a></p>
        <p class="quiet">{rich!("changes-comments", ours = comments(ours), theirs = comments(theirs))}</p>
    }
    .into_any()
}

fn one(offer: &Offer, offered: &Offered, chosen: Option<&str>) -> AnyView {
    let (count, name) = offered.name(offer);
    let count = count.map(hanging);
    let (icon, words) = match (offer.meeting, offer.change) {
        (Meeting::Conflict, _) => ("object", "changes-conflict"),
        (Meeting::Gone, _) => ("stale", "changes-gone"),
        (Meeting::Clean, Change::Added) => ("new", "changes-added"),
        (Meeting::Clean, Change::Removed) => ("dropped", "changes-removed"),
        (Meeting::Clean, Change::Reworded) => ("adapted", "changes-clean"),
    };
    let is_chosen = chosen == Some(offer.key.as_str());
    let ways = (chosen.is_some() && !is_chosen).then(|| {
        let page = href::changes(&offered.draft.reference, &offered.other.reference);
        let page = href::with_query(page, &[("change", &offer.key)]);
        view! { <p><a class="act" href=format!("{page}#decide")>{t("changes-decide")}</a></p> }
    });
    let form = is_chosen.then(|| form(offer, offered));
    let held = (offer.meeting == Meeting::Conflict).then(|| apart(offer));
    view! {
        <section class="hunk" id=format!("o-{}", offer.key)>
            <div class="where">
                <h3><span>{count}<bdi>{name}</bdi></span></h3>
                <p class="rel"><Icon name=icon/><span>{t(words)}</span></p>
                {ways}
            </div>
            <div class="stack">
                <p class="label">{t!("changes-they", forum = offered.other_forum.name.as_str())}</p>
                <Wording quote=offer.before.clone() proposed=offer.after.clone()/>
                {held}
                {form}
            </div>
        </section>
    }
    .into_any()
}

/// What both changed otherwise: the words that stood there, theirs and ours.
fn apart(offer: &Offer) -> AnyView {
    let parts = offer.parts.iter().filter_map(|part| match part {
        Part::Agreed(_) => None,
        Part::Apart { before, theirs, ours } => Some((before.clone(), theirs.clone(), ours.clone())),
    });
    let said = |words: String| if words.trim().is_empty() { t("changes-nothing") } else { words };
    let rows = parts.map(|(before, theirs, ours)| {
        view! {
            <dl class="terms">
                <dt>{t("changes-before")}</dt><dd dir="auto">{said(before)}</dd>
                <dt>{t("changes-theirs")}</dt><dd dir="auto">{said(theirs)}</dd>
                <dt>{t("changes-ours")}</dt><dd dir="auto">{said(ours)}</dd>
            </dl>
        }
    });
    rows.collect::<Vec<_>>().into_any()
}

fn form(offer: &Offer, offered: &Offered) -> AnyView {
    let action = href::post::changes(&offered.draft.reference, &offered.other.reference);
    let rows = (offer.wording.chars().count() / 70 + offer.wording.lines().count()).clamp(2, 14) as u32;
    let (key, edition, wording) = (offer.key.clone(), offered.edition, offer.wording.clone());
    let removes = offer.change == Change::Removed && offer.meeting == Meeting::Clean;
    let hint = t(if removes { "changes-wording-removes" } else { "changes-wording-hint" });
    view! {
        <PostForm action class="form" id="decide" labelled_by="open-h">
            <input type="hidden" name="change" value=key/>
            <input type="hidden" name="edition" value=edition/>
            <Area name="wording" label=t("changes-wording") hint=hint rows value=wording/>
            <Area name="why" label=t("changes-why") hint=t("changes-why-hint") rows=2/>
            <p class="row">
                <button class="button" name="do" value="take">{t("changes-take")}</button>
                <button class="button second" name="do" value="leave">{t("changes-leave")}</button>
            </p>
        </PostForm>
    }
    .into_any()
}

fn decided(all: &[Decided]) -> Option<AnyView> {
    let one = |one: &Decided| {
        let (icon, class, words) = match one.row.taken {
            true => ("endorse", "pos", "changes-taken"),
            false => ("recuse", "pos", "changes-left"),
        };
        let reason = one.row.reason.clone();
        let reason =
            reason.map(|reason| view! { <blockquote class="quoted" dir="auto">{reason}</blockquote> });
        let version = one.row.next.unsigned_abs();
        view! {
            <li>
                <p class="small quiet"><Day at=one.row.decided_at/></p>
                <div>
                    <p class=class><Icon name=icon/><span>{t!(words, version = version)}</span></p>
                    <Wording quote=one.row.before.clone() proposed=one.row.after.clone() brief=true/>
                    {reason}
                    <p class="small quiet"><bdi>{one.name.clone()}</bdi></p>
                </div>
            </li>
        }
    };
    let all: Vec<_> = all.iter().rev().map(one).collect();
    (!all.is_empty()).then(|| {
        view! { <section aria-labelledby="done-h"><h2 id="done-h" class="shift">{t("changes-decided")}</h2><ol class="ledger">{all}</ol></section> }.into_any()
    })
}
