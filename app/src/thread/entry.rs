//! One thread in a list.

use domain::{disposition::Life, gist, permission::Action};
use leptos::prelude::*;

use super::{Conversation, Discussion, Repair, Verdict, Wording, by, place};
use crate::{context::context, href, t, ui::Day, words::t};

/// The entry of a list: what identifies the thread, what was said, and how it stands; in a list of those whose place is in
/// doubt, with the form that settles it for someone who may.
pub fn view(discussion: &Discussion, one: &Conversation, triage: bool) -> AnyView {
    let thread = &one.thread;
    let quote = one.quote().map(str::to_owned);
    let mandate = one.opening().and_then(|opening| opening.mandate_id);
    let proposed = one.wished(one.suggestion());
    let proposed = proposed.map(|(quote, proposed)| view! { <Wording quote proposed brief=true/> });
    let quote = quote.map(|quote| {
        view! { <blockquote class="quoted" dir="auto">{gist(&quote, 240)}</blockquote> }
    });
    view! {
        <li id=format!("t{}", one.number())>
            {identity(discussion, one)}
            <div>
                <h2 dir="auto"><a href=href::thread(discussion.head.reference(), one.number())>{heading(one)}</a></h2>
                {by(&discussion.speakers, thread.raised_by, thread.stakeholder_id, mandate)}
                {quote}
                {proposed}
                {one.doubt().and(one.placement()).and_then(place::doubt)}
                {triage.then(|| repair(discussion, one))}
            </div>
            {standing(one)}
        </li>
    }
    .into_any()
}

/// Its number, where it stands, and when it was opened.
fn identity(discussion: &Discussion, one: &Conversation) -> AnyView {
    let page = href::thread(discussion.head.reference(), one.number());
    let late = one.thread.late.then(|| view! { <br/>{t("conversation-late")} });
    view! {
        <p class="small quiet">
            <a href=page class="nb">{t!("conversation-number", number = one.number())}</a><br/>
            {place::where_now(discussion, one)}<br/>
            <Day at=one.thread.created_at/>
            {late}
        </p>
    }
    .into_any()
}

/// What it says in a few words; struck when it was taken back.
fn heading(one: &Conversation) -> AnyView {
    let words = match one.opening() {
        Some(opening) if opening.erased.is_some() => t("conversation-erased"),
        Some(opening) if opening.hidden.is_some() => t("conversation-hidden"),
        Some(opening) => gist(&opening.body, 110),
        None => t!("conversation-title", number = one.number()),
    };
    match one.life {
        Life::Withdrawn { .. } => view! { <span class="struck">{words}</span> }.into_any(),
        _ => words.into_any(),
    }
}

/// Its answer, and how many replies it has.
fn standing(one: &Conversation) -> AnyView {
    let answer = match one.life {
        Life::Withdrawn { .. } => view! { <p class="pos open">{t("conversation-withdrawn")}</p> }.into_any(),
        _ => view! { <Verdict disposition=one.answer().map(|answer| answer.disposition)/> }.into_any(),
    };
    let replies = one.replies();
    let replies =
        (replies > 0).then(|| view! { <p class="quiet">{t!("conversation-replies", count = replies)}</p> });
    view! { <div class="small">{answer}{replies}</div> }.into_any()
}

fn repair(discussion: &Discussion, one: &Conversation) -> Option<AnyView> {
    let own = one.is_of(context().reader.as_ref().map(|reader| reader.account.id));
    let may = one.place.is_some() && discussion.head.may(Action::RepairPlacement { own });
    may.then(|| {
        let (reference, latest) = (discussion.head.reference().to_owned(), discussion.head.latest());
        let candidates = discussion.candidates(one);
        view! { <Repair reference number=one.number() latest candidates/> }.into_any()
    })
}
