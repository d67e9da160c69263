//! The official answer to a thread: what it says, whether the text bears it out, and the form that gives it.

use domain::{
    disposition::{Answer, Disposition, Life, Satisfaction},
    permission::Action,
};
use leptos::prelude::*;

use super::{Conversation, Discussion, Found, Outcome, Verdict, place::lines_link};
use crate::{
    context::context,
    href, rich, t,
    ui::{Area, Day, Field, Icon, Markdown, Pick, PostForm},
    words::t,
};

/// The answer of a thread with what became of it, and what may be done about it.
pub fn section(discussion: &Discussion, one: &Conversation) -> AnyView {
    view! {
        <section class="sect" id="answer" tabindex="-1" aria-labelledby="answer-h">
            <h2 class="label" id="answer-h">{t("conversation-answer")}</h2>
            <div class="stack">
                {standing(discussion, one)}
                {acknowledge(discussion, one)}
                {answer_form(discussion, one)}
                {reopen_form(discussion, one)}
            </div>
        </section>
    }
    .into_any()
}

/// The answer that stands, an earlier one that does no longer, or that there is none.
fn standing(discussion: &Discussion, one: &Conversation) -> AnyView {
    let given = |answer: &Answer| given(discussion, answer);
    match &one.life {
        Life::Open => view! { <Verdict disposition=None/> }.into_any(),
        Life::Answered { answer } => view! { {given(answer)}{checked(discussion, one)} }.into_any(),
        Life::Acknowledged { answer, satisfaction, at } => {
            let said = acknowledged(*satisfaction);
            view! {
                {given(answer)}
                {checked(discussion, one)}
                <p class="quiet">{t(said)}" "<Day at=*at/></p>
            }
            .into_any()
        }
        Life::Reopened { earlier, reason, by, at } => {
            let name = discussion.speakers.name(*by);
            view! {
                <Verdict disposition=None/>
                <p class="quiet">{rich!("conversation-reopened-by", name = name, day = view! { <Day at=*at/> })}</p>
                <Markdown text=reason.as_str()/>
                <details><summary class="link">{t("conversation-earlier-answer")}</summary>{given(earlier)}</details>
            }
            .into_any()
        }
        Life::Withdrawn { answer, at } => {
            let earlier = answer.as_ref().map(given);
            view! {
                <p class="pos open">{t("conversation-withdrawn")}</p>
                <p class="quiet">{rich!("conversation-withdrawn-on", day = view! { <Day at=*at/> })}</p>
                {earlier}
            }
            .into_any()
        }
    }
}

fn given(discussion: &Discussion, answer: &Answer) -> AnyView {
    let name = discussion.speakers.name(answer.by);
    let other = match answer.disposition {
        Disposition::DuplicateOf { thread } => {
            let page = href::thread(discussion.head.reference(), thread);
            Some(view! { <p><a href=page>{t!("conversation-title", number = thread)}</a></p> })
        }
        _ => None,
    };
    view! {
        <div class="answer">
            <Verdict disposition=Some(answer.disposition)/>
            <Markdown text=answer.reason.as_str()/>
            {other}
            <p class="by">{rich!("conversation-answered-by", name = name, day = view! { <Day at=answer.at/> })}</p>
        </div>
    }
    .into_any()
}

fn acknowledged(satisfaction: Satisfaction) -> &'static str {
    match satisfaction {
        Satisfaction::Satisfied => "disposition-satisfied",
        Satisfaction::NotSatisfied => "disposition-not-satisfied",
        Satisfaction::Lapsed => "disposition-lapsed",
    }
}

/// What the text says of a promised change: it is there, with its link; it is not there, which is marked; or it cannot be told yet.
pub fn checked(discussion: &Discussion, one: &Conversation) -> Option<AnyView> {
    let reference = discussion.head.reference();
    let version = discussion.head.latest();
    let words = match discussion.outcome(one) {
        Outcome::None | Outcome::NoChange(_) | Outcome::Whole => return None,
        Outcome::Awaited => {
            view! { <p class="quiet">{t!("conversation-awaited", version = version)}</p> }.into_any()
        }
        Outcome::Unchanged { .. } => {
            view! { <p class="placed unsure">{t!("conversation-unchanged", version = version)}</p> }
                .into_any()
        }
        Outcome::TakenOut { change } => {
            let link = href::hunk(reference, change.from, change.to, &change.hunk);
            let link = view! { <a href=link>{t("conversation-see-change")}</a> };
            view! { <p class="checked"><span>{rich!("conversation-taken-out", link = link)}</span></p> }
                .into_any()
        }
        Outcome::Changed { change, lines, words, found } => {
            let id = match found {
                Found::Verbatim => "conversation-verified",
                Found::Otherwise => "conversation-changed",
                Found::Unsure => "conversation-changed-unsure",
            };
            let count = t!("conversation-words-changed", count = words);
            let link = href::hunk(reference, change.from, change.to, &change.hunk);
            let link = view! { <a href=link>{t("conversation-see-change")}</a> };
            let there = lines_link(reference, version, lines);
            let sentence =
                rich!(id, version = crate::words::number(version), lines = there, count = count, link = link);
            view! {
                <p class="checked">{(found == Found::Verbatim).then(|| view! { <Icon name="tick"/> })}<span>{sentence}</span></p>
            }
            .into_any()
        }
    };
    Some(words)
}

/// Asks the raiser whether the answer satisfies.
fn acknowledge(discussion: &Discussion, one: &Conversation) -> Option<AnyView> {
    let own = one.is_of(context().reader.as_ref().map(|reader| reader.account.id));
    let asked = match one.life {
        Life::Answered { .. } => true,
        Life::Acknowledged { satisfaction, .. } => satisfaction == Satisfaction::Lapsed,
        _ => false,
    };
    let asked = own && asked && discussion.head.may(Action::Acknowledge { own });
    asked.then(|| {
        view! {
            <PostForm action=href::post::acknowledgement(discussion.head.reference(), one.number()) class="stack">
                <p>{t("conversation-acknowledge")}</p>
                <p class="row">
                    <button class="button second" name="satisfied" value="yes">{t("conversation-acknowledge-yes")}</button>
                    <button class="button second" name="satisfied" value="no">{t("conversation-acknowledge-no")}</button>
                </p>
            </PostForm>
        }
        .into_any()
    })
}

fn answer_form(discussion: &Discussion, one: &Conversation) -> Option<AnyView> {
    let asked = one.life.needs_answer() && discussion.head.may(Action::Answer);
    asked.then(|| {
        view! {
            <PostForm action=href::post::answer(discussion.head.reference(), one.number()) class="form">
                <AnswerFields/>
                <p class="row"><button class="button">{t("conversation-answer-button")}</button></p>
            </PostForm>
        }
        .into_any()
    })
}

/// What an answer consists of: a disposition, the other thread for a duplicate, and a reason.
#[component]
pub fn AnswerFields() -> impl IntoView {
    let disposition = |key: &&str| ((*key).to_owned(), t(&format!("disposition-{key}")));
    let none = (String::new(), t("conversation-disposition-none"));
    let options: Vec<_> = std::iter::once(none).chain(Disposition::KEYS.iter().map(disposition)).collect();
    view! {
        <div class="pairs">
            <Pick name="disposition" label=t("conversation-disposition") options=options/>
            <Field name="duplicate" label=t("conversation-duplicate") hint=t("conversation-duplicate-hint")/>
        </div>
        <Area name="reason" label=t("conversation-reason") hint=t("conversation-reason-hint") rows=4 required=true/>
    }
    .into_any()
}

fn reopen_form(discussion: &Discussion, one: &Conversation) -> Option<AnyView> {
    let asked = one.answer().is_some() && discussion.head.may(Action::Reopen);
    asked.then(|| {
        let open = context().refusal("reopening").is_some();
        view! {
            <details open=open>
                <summary class="link">{t("conversation-reopen")}</summary>
                <PostForm action=href::post::reopening(discussion.head.reference(), one.number()) class="form">
                    <Area name="reopening" label=t("conversation-reopen-reason") rows=3 required=true/>
                    <p class="row"><button class="button second">{t("conversation-reopen-button")}</button></p>
                </PostForm>
            </details>
        }
        .into_any()
    })
}
