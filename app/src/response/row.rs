//! One comment of the matrix with its answer, and what came of it.

use domain::{
    anchor::Anchor,
    disposition::{Disposition, Life},
    gist,
};
use leptos::prelude::*;

use super::{quoted, several};
use crate::{
    context::context,
    href, rich, t,
    thread::{Conversation, Discussion, Found, Outcome, Verdict, Wording, place, stub},
    ui::{Day, Markdown},
    words::t,
};

/// The row of a thread; with a box to choose it for an answer, for those who may give one.
pub fn view(discussion: &Discussion, one: &Conversation, may_answer: bool) -> AnyView {
    let reference = discussion.head.reference();
    let number = one.number();
    let choose = (may_answer && one.life.needs_answer()).then(|| several::choice(number));
    let quote = one.thread.anchor.as_ref().map(|anchor| {
        view! { <blockquote dir="auto">{words(discussion, one, anchor)}</blockquote> }
    });
    view! {
        <tr role="row" id=format!("r{number}")>
            <th scope="row" role="rowheader">
                <a href=href::thread(reference, number) class="nb">{t!("conversation-number", number = number)}</a>
                {choose}
            </th>
            <td role="cell" data-label=t("response-from")>{from(discussion, one)}</td>
            <td role="cell" data-label=t("response-on")><p>{place::where_now(discussion, one)}</p>{quote}</td>
            <td role="cell" data-label=t("response-comment-short")>{comment(discussion, one)}</td>
            <td role="cell" data-label=t("response-answer-short")>{answer(one)}</td>
            <td role="cell" data-label=t("response-result")>{result(discussion, one)}</td>
        </tr>
    }
    .into_any()
}

/// The beginning of the words it is about, in what they stand in.
fn words(discussion: &Discussion, one: &Conversation, anchor: &Anchor) -> AnyView {
    let made_on = discussion.head.version(one.made_on()).ok();
    let language = &discussion.head.draft.language;
    let shown = made_on.and_then(|version| quoted::quoted(&version.text(), anchor, language));
    shown.unwrap_or_else(|| in_marks(&anchor.quote).into_any())
}

/// The beginning of some words, between quotation marks unless it brings its own.
fn in_marks(quote: &str) -> String {
    let words = gist(quote, 120);
    match words.starts_with(['“', '«', '"', '„']) {
        true => words,
        false => t!("response-quote", words = words),
    }
}

fn from(discussion: &Discussion, one: &Conversation) -> AnyView {
    let thread = &one.thread;
    let speakers = &discussion.speakers;
    let class = match speakers.stakeholder(thread.stakeholder_id) {
        Some(stakeholder) => t(&format!("class-{}", stakeholder.class.0.key())),
        None => t("response-personal"),
    };
    let late = thread.late.then(|| view! { <p class="quiet">{t("conversation-late")}</p> });
    view! {
        <p><b><bdi>{speakers.voice(thread.raised_by, thread.stakeholder_id)}</bdi></b></p>
        <p class="quiet">{rich!("response-class-and-day", class = class, day = view! { <Day at=thread.created_at/> })}</p>
        {late}
    }
    .into_any()
}

/// What was said first, the wording it proposes, and how many replies there are.
fn comment(discussion: &Discussion, one: &Conversation) -> AnyView {
    let said = one.opening().map(|opening| match stub(opening) {
        Some(said) => view! { <p class="stub">{said}</p> }.into_any(),
        None if matches!(one.life, Life::Withdrawn { .. }) || opening.withdrawn_at.is_some() => {
            view! { <div class="struck"><Markdown text=opening.body.clone()/></div> }.into_any()
        }
        None => view! { <Markdown text=opening.body.clone()/> }.into_any(),
    });
    let proposed = one.wished(one.suggestion());
    let proposed = proposed.map(|(quote, proposed)| view! { <Wording quote proposed brief=true/> });
    let replies = one.replies();
    let replies = (replies > 0).then(|| {
        let page = href::thread(discussion.head.reference(), one.number());
        view! { <p><a href=page>{t!("conversation-replies", count = replies)}</a></p> }
    });
    view! { {said}{proposed}{replies} }.into_any()
}

fn answer(one: &Conversation) -> AnyView {
    match (&one.life, one.answer()) {
        (_, Some(answer)) => {
            let disposition = Some(answer.disposition);
            view! { <Verdict disposition/><Markdown text=answer.reason.as_str()/> }.into_any()
        }
        (Life::Withdrawn { at, .. }, None) => {
            let day = view! { <Day at=*at/> };
            view! {
                <p class="pos open">{t("conversation-withdrawn")}</p>
                <p class="quiet">{rich!("conversation-withdrawn-on", day = day)}</p>
            }
            .into_any()
        }
        (_, None) => {
            let waited = (context().now - one.thread.created_at).num_days();
            view! { <Verdict disposition=None/><p class="quiet">{t!("response-waits", days = waited)}</p> }
                .into_any()
        }
    }
}

/// What became of the text: "Line 6: 3 words. Word for word."
fn result(discussion: &Discussion, one: &Conversation) -> AnyView {
    let reference = discussion.head.reference();
    let change = |change: crate::thread::Link, words: String| {
        let page = href::hunk(reference, change.from, change.to, &change.hunk);
        view! { <a href=page class="nb">{words}</a> }
    };
    let words = match discussion.outcome(one) {
        Outcome::None if one.life.needs_answer() => t("response-none-yet").into_any(),
        Outcome::None => t("response-none").into_any(),
        Outcome::NoChange(Disposition::DuplicateOf { thread }) => {
            let page = href::thread(reference, thread);
            let link = view! { <a href=page class="nb">{t!("conversation-number", number = thread)}</a> };
            rich!("response-see", other = link)
        }
        Outcome::NoChange(Disposition::Deferred) => t("response-none-here").into_any(),
        Outcome::NoChange(Disposition::Noted) if one.suggestion().is_none() => {
            t("response-none-asked").into_any()
        }
        Outcome::NoChange(_) => t("response-none").into_any(),
        Outcome::Awaited => t("response-awaited").into_any(),
        Outcome::Whole => t("response-whole").into_any(),
        Outcome::Unchanged { .. } => {
            let version = discussion.head.latest();
            view! { <span class="unsure">{t!("response-unchanged", version = version)}</span> }.into_any()
        }
        Outcome::TakenOut { change: link } => {
            rich!("response-taken-out", link = change(link, t("response-words")))
        }
        Outcome::Changed { change: link, lines, words, found } => {
            let id = match found {
                Found::Verbatim => "response-verbatim",
                Found::Otherwise => "response-changed",
                Found::Unsure => "response-changed-unsure",
            };
            let link = change(link, place::lines_in_words(lines));
            rich!(id, link = link, words = t!("response-word-count", count = words))
        }
    };
    view! { <p>{words}</p> }.into_any()
}
