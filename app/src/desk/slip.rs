//! One thing that waits for somebody.

use domain::disposition::Disposition;
use entity::reading::desk::Slip;
use leptos::prelude::*;

use crate::{
    href, rich, t,
    ui::{Deadline, Moment, PostForm, time},
    words::t,
};

/// What kind of thing it is, as a heading.
pub fn label(slip: &Slip) -> String {
    t(match slip {
        Slip::AnswersDue { .. } => "desk-answers",
        Slip::Triage { .. } => "desk-triage",
        Slip::ObjectionStands { .. } => "desk-objection",
        Slip::SignOffDue { .. } => "desk-sign-off",
        Slip::SignOffToRenew { resolved: true, .. } => "desk-resolved",
        Slip::SignOffToRenew { .. } => "desk-renew",
        Slip::PositionCarried { .. } => "desk-carried",
        Slip::AnswerToJudge { .. } => "desk-judge",
        Slip::PlaceToConfirm { .. } => "desk-confirm",
        Slip::Reply { .. } => "desk-reply",
        Slip::MandateGranted { .. } => "desk-granted",
        Slip::Newcomers { .. } => "desk-newcomers",
        Slip::Wish { .. } => "desk-wish",
        Slip::NobodySpeaks { .. } => "desk-nobody",
        Slip::Referral { overdue: true, .. } => "desk-referral-overdue",
        Slip::Referral { .. } => "desk-referral",
        Slip::ChangesOffered { .. } => "desk-offered",
        Slip::MandateEnds { .. } => "desk-mandate",
    })
}

/// What waits, as a sentence with the way to it.
pub fn body(slip: &Slip) -> AnyView {
    match slip {
        Slip::AnswersDue { reference, title, comments } => {
            let link = link_to(href::responses(reference), t!("desk-comments", comments = *comments));
            sentence(rich!("desk-answers-due", comments = link, draft = draft(reference, title)))
        }
        Slip::Triage { reference, title, uncertain, detached } => {
            let queue = t!("desk-places", uncertain = *uncertain, detached = *detached);
            let filter = href::threads_where(
                reference,
                &[("placement", if *uncertain > 0 { "uncertain" } else { "detached" })],
            );
            sentence(rich!(
                "desk-triage-due",
                places = link_to(filter, queue),
                draft = draft(reference, title)
            ))
        }
        Slip::ObjectionStands { reference, seat, slug } => {
            let link = link_to(href::seat(reference, slug), t!("desk-objection-of", seat = seat.as_str()));
            sentence(rich!("desk-objection-stands", objection = link, reference = cited(reference)))
        }
        Slip::SignOffDue { reference, title, seat, closes, zone } => {
            let link = link_to(href::sign(reference), t!("desk-position-of", seat = seat.as_str()));
            let until = view! { <Deadline at=*closes zone=zone.clone()/> };
            sentence(rich!(
                "desk-sign-off-due",
                position = link,
                draft = draft(reference, title),
                until = until
            ))
        }
        Slip::SignOffToRenew { reference, seat, signed, newest, resolved } => {
            let link = link_to(href::sign(reference), t!("desk-position-of", seat = seat.as_str()));
            let message = if *resolved { "desk-resolved-due" } else { "desk-renew-due" };
            let changes = link_to(href::diff(reference, *signed, *newest), t("desk-changes"));
            let words = rich!(message, position = link, reference = cited(reference), changes = changes);
            sentence(words)
        }
        Slip::PositionCarried { reference, seat, signed, newest, until } => {
            let link = link_to(href::sign(reference), t!("desk-position-of", seat = seat.as_str()));
            let changes = link_to(href::diff(reference, *signed, *newest), t("desk-wording"));
            sentence(rich!(
                "desk-carried-over",
                position = link,
                reference = cited(reference),
                version = crate::words::number(*newest),
                changes = changes,
                day = view! { <Moment at=*until/> },
                left = time::left_in_words(*until)
            ))
        }
        Slip::AnswerToJudge { reference, thread, disposition } => judge(reference, *thread, *disposition),
        Slip::PlaceToConfirm { reference, thread, line } => confirm(reference, *thread, *line),
        Slip::Reply { reference, thread, who, gist } => {
            let thread = number(reference, *thread);
            let gist = view! { <q dir="auto">{gist.clone()}</q> };
            let who = view! { <bdi>{who.clone()}</bdi> };
            sentence(rich!("desk-replied", who = who, thread = thread, words = gist))
        }
        Slip::MandateGranted { seat, slug, name, forum, may_end } => {
            let message = if *may_end { "desk-granted-told" } else { "desk-granted-holder" };
            let seat = link_to(href::stakeholder(slug), seat.clone());
            let (name, forum) = (name.clone(), forum.clone());
            let name = view! { <bdi>{name}</bdi> };
            let forum = view! { <bdi>{forum}</bdi> };
            sentence(rich!(message, seat = seat, name = name, forum = forum))
        }
        Slip::Newcomers { slug, forum, people } => {
            let people = link_to(href::manage_forum(slug), t!("desk-newcomers-count", people = *people));
            let forum = view! { <bdi>{forum.clone()}</bdi> };
            sentence(rich!("desk-newcomers-wait", people = people, forum = forum))
        }
        Slip::Wish { name, seat, forum, slug } => {
            let page =
                slug.as_ref().map_or_else(|| href::manage_forum(forum), |slug| href::stakeholder(slug));
            let seat = link_to(page, seat.clone());
            sentence(rich!("desk-wish-waits", name = view! { <bdi>{name.clone()}</bdi> }, seat = seat))
        }
        Slip::NobodySpeaks { seat, slug } => {
            sentence(rich!("desk-nobody-speaks", seat = link_to(href::stakeholder(slug), seat.clone())))
        }
        Slip::Referral { reference, number, title, body, came, due, zone, .. } => {
            let link = link_to(href::referral(reference, *number), title.clone());
            let id = if *came { "desk-referral-came" } else { "desk-referral-sent" };
            let due = due.map(|due| view! { " "{t("uptake-due")}" "<Deadline at=due zone=zone.clone()/> });
            let told = rich!(id, text = link, body = view! { <bdi>{body.clone()}</bdi> });
            sentence(view! { {told}{due} }.into_any())
        }
        Slip::ChangesOffered { reference, title, other, forum, changes } => {
            let changes = t!("desk-offered-changes", changes = *changes);
            sentence(rich!(
                "desk-offered-wait",
                changes = link_to(href::changes(reference, other), changes),
                forum = view! { <bdi>{forum.clone()}</bdi> },
                draft = draft(reference, title)
            ))
        }
        Slip::MandateEnds { seat, slug, ends } => {
            let seat = link_to(href::stakeholder(slug), seat.clone());
            sentence(rich!("desk-mandate-ends", seat = seat, day = view! { <Moment at=*ends/> }))
        }
    }
}

/// An answer, with the question whether it satisfies.
fn judge(reference: &str, thread: u32, disposition: Disposition) -> AnyView {
    let answer = t(&format!("disposition-{}", disposition.key())).to_lowercase();
    let words = rich!(
        "desk-judge-due",
        thread = number(reference, thread),
        answer = answer,
        reference = cited(reference)
    );
    view! {
        <p>{words}</p>
        <PostForm action=href::post::acknowledgement(reference, thread) class="row">
            <button class="button second" name="satisfied" value="yes">{t("desk-yes")}</button>
            <button class="button second" name="satisfied" value="no">{t("desk-no")}</button>
        </PostForm>
    }
    .into_any()
}

fn confirm(reference: &str, thread: u32, line: Option<u32>) -> AnyView {
    let cited = cited(reference);
    let words = match line {
        Some(line) => rich!(
            "desk-confirm-due",
            thread = number(reference, thread),
            reference = cited,
            line = t!("desk-line", line = line)
        ),
        None => rich!("desk-confirm-lost", thread = number(reference, thread), reference = cited),
    };
    view! {
        <p>{words}</p>
        <p class="acts"><a href=href::thread(reference, thread)>{t("desk-look")}</a></p>
    }
    .into_any()
}

fn sentence(words: AnyView) -> AnyView {
    view! { <p>{words}</p> }.into_any()
}

fn link_to(to: String, words: String) -> AnyView {
    view! { <a href=to>{words}</a> }.into_any()
}

fn draft(reference: &str, title: &str) -> AnyView {
    view! { <bdi>{title.to_owned()}</bdi>" ("{cited(reference)}")" }.into_any()
}

fn cited(reference: &str) -> AnyView {
    view! { <a class="nb" href=href::draft(reference)>{reference.to_owned()}</a> }.into_any()
}

fn number(reference: &str, thread: u32) -> AnyView {
    link_to(href::thread(reference, thread), t!("desk-thread", number = thread))
}
