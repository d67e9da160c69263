//! One thing that waits for somebody.

use chrono::{DateTime, Utc};
use domain::disposition::Disposition;
use leptos::prelude::*;

use crate::{
    href, rich, t,
    ui::{Deadline, Moment, PostForm, time},
    words::t,
};

/// Something a person is waited for, with what is needed to say so.
#[derive(Clone, Debug, PartialEq)]
pub enum Slip {
    AnswersDue {
        reference: String,
        title: String,
        comments: u32,
    },
    Triage {
        reference: String,
        title: String,
        uncertain: u32,
        detached: u32,
    },
    ObjectionStands {
        reference: String,
        seat: String,
        slug: String,
    },
    SignOffDue {
        reference: String,
        title: String,
        seat: String,
        closes: DateTime<Utc>,
        zone: String,
    },
    SignOffToRenew {
        reference: String,
        seat: String,
        signed: u32,
        newest: u32,
        resolved: bool,
    },
    PositionCarried {
        reference: String,
        seat: String,
        signed: u32,
        newest: u32,
        until: DateTime<Utc>,
    },
    AnswerToJudge {
        reference: String,
        thread: u32,
        disposition: Disposition,
    },
    PlaceToConfirm {
        reference: String,
        thread: u32,
        line: Option<u32>,
    },
    Reply {
        reference: String,
        thread: u32,
        who: String,
        gist: String,
    },
    /// A forum lets somebody speak for a stakeholder, in itself only.
    MandateGranted {
        seat: String,
        slug: String,
        name: String,
        forum: String,
        may_end: bool,
    },
    MandateEnds {
        seat: String,
        slug: String,
        ends: DateTime<Utc>,
    },
}

impl Slip {
    /// What kind of thing it is, as a heading.
    pub fn label(&self) -> String {
        t(match self {
            Self::AnswersDue { .. } => "desk-answers",
            Self::Triage { .. } => "desk-triage",
            Self::ObjectionStands { .. } => "desk-objection",
            Self::SignOffDue { .. } => "desk-sign-off",
            Self::SignOffToRenew { resolved: true, .. } => "desk-resolved",
            Self::SignOffToRenew { .. } => "desk-renew",
            Self::PositionCarried { .. } => "desk-carried",
            Self::AnswerToJudge { .. } => "desk-judge",
            Self::PlaceToConfirm { .. } => "desk-confirm",
            Self::Reply { .. } => "desk-reply",
            Self::MandateGranted { .. } => "desk-granted",
            Self::MandateEnds { .. } => "desk-mandate",
        })
    }

    /// What waits, as a sentence with the way to it.
    pub fn body(&self) -> AnyView {
        match self {
            Self::AnswersDue { reference, title, comments } => {
                let link = link(href::responses(reference), t!("desk-comments", comments = *comments));
                sentence(rich!("desk-answers-due", comments = link, draft = draft(reference, title)))
            }
            Self::Triage { reference, title, uncertain, detached } => {
                let queue = t!("desk-places", uncertain = *uncertain, detached = *detached);
                let filter = href::threads_where(
                    reference,
                    &[("placement", if *uncertain > 0 { "uncertain" } else { "detached" })],
                );
                sentence(rich!(
                    "desk-triage-due",
                    places = link(filter, queue),
                    draft = draft(reference, title)
                ))
            }
            Self::ObjectionStands { reference, seat, slug } => {
                let link = link(href::seat(reference, slug), t!("desk-objection-of", seat = seat.as_str()));
                sentence(rich!("desk-objection-stands", objection = link, reference = cited(reference)))
            }
            Self::SignOffDue { reference, title, seat, closes, zone } => {
                let link = link(href::sign(reference), t!("desk-position-of", seat = seat.as_str()));
                let until = view! { <Deadline at=*closes zone=zone.clone()/> };
                sentence(rich!(
                    "desk-sign-off-due",
                    position = link,
                    draft = draft(reference, title),
                    until = until
                ))
            }
            Self::SignOffToRenew { reference, seat, signed, newest, resolved } => {
                let link = link(href::sign(reference), t!("desk-position-of", seat = seat.as_str()));
                let message = if *resolved { "desk-resolved-due" } else { "desk-renew-due" };
                let changes = self::link(href::diff(reference, *signed, *newest), t("desk-changes"));
                let words = rich!(message, position = link, reference = cited(reference), changes = changes);
                sentence(words)
            }
            Self::PositionCarried { reference, seat, signed, newest, until } => {
                let link = link(href::sign(reference), t!("desk-position-of", seat = seat.as_str()));
                let changes = self::link(href::diff(reference, *signed, *newest), t("desk-wording"));
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
            Self::AnswerToJudge { reference, thread, disposition } => judge(reference, *thread, *disposition),
            Self::PlaceToConfirm { reference, thread, line } => confirm(reference, *thread, *line),
            Self::Reply { reference, thread, who, gist } => {
                let thread = number(reference, *thread);
                let gist = view! { <q dir="auto">{gist.clone()}</q> };
                let who = view! { <bdi>{who.clone()}</bdi> };
                sentence(rich!("desk-replied", who = who, thread = thread, words = gist))
            }
            Self::MandateGranted { seat, slug, name, forum, may_end } => {
                let message = if *may_end { "desk-granted-told" } else { "desk-granted-holder" };
                let seat = link(href::stakeholder(slug), seat.clone());
                let (name, forum) = (name.clone(), forum.clone());
                let name = view! { <bdi>{name}</bdi> };
                let forum = view! { <bdi>{forum}</bdi> };
                sentence(rich!(message, seat = seat, name = name, forum = forum))
            }
            Self::MandateEnds { seat, slug, ends } => {
                let seat = link(href::stakeholder(slug), seat.clone());
                sentence(rich!("desk-mandate-ends", seat = seat, day = view! { <Moment at=*ends/> }))
            }
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

fn link(to: String, words: String) -> AnyView {
    view! { <a href=to>{words}</a> }.into_any()
}

fn draft(reference: &str, title: &str) -> AnyView {
    view! { <bdi>{title.to_owned()}</bdi>" ("{cited(reference)}")" }.into_any()
}

fn cited(reference: &str) -> AnyView {
    view! { <a class="nb" href=href::draft(reference)>{reference.to_owned()}</a> }.into_any()
}

fn number(reference: &str, thread: u32) -> AnyView {
    link(href::thread(reference, thread), t!("desk-thread", number = thread))
}
