//! One draft on the first page.

use domain::stage::Stage;
use entity::{draft, forum};
use leptos::prelude::*;

use super::home_page::Home;
use crate::{
    context::context,
    href, rich, t,
    ui::{Day, Deadline, time},
    words::{comma, t},
};

/// A draft that is open for comment, or will be.
pub fn open(page: &Home, draft: &draft::Model, forum: &forum::Model) -> AnyView {
    let stage = draft.stage_at(context().now);
    let deadline = |at| view! { <Deadline at zone=forum.zone.clone()/> };
    let (left, until) = match &stage {
        Stage::Consultation { opens, closes, .. } if context().now < *opens => {
            let until = rich!("home-from", opens = deadline(*opens), closes = deadline(*closes));
            (view! { <p class="left quiet">{t("home-announced")}</p> }.into_any(), until)
        }
        Stage::LastCall { closes, .. } => (left(*closes), rich!("home-last-call", when = deadline(*closes))),
        stage => match stage.deadline() {
            Some(closes) => (left(closes), rich!("home-until", when = deadline(closes))),
            None => (().into_any(), ().into_any()),
        },
    };
    let comments = page.counts.get(&draft.id).map_or(0, |count| count.standing);
    let facts = rich!(
        "home-facts",
        reference = view! { <span class="nb">{draft.reference.clone()}</span> },
        forum = view! { <bdi>{forum.name.clone()}</bdi> },
        version = t!("home-version", version = draft.latest.unsigned_abs()),
        comments = t!("home-comments", comments = comments)
    );
    view! {
        <li>
            {left}
            <div>
                {heading(draft)}
                <p>{until}</p>
                <p class="quiet">{facts}{changed(page, draft)}</p>
            </div>
        </li>
    }
    .into_any()
}

/// A draft that was adopted, with who adopted it.
pub fn adopted(page: &Home, draft: &draft::Model, forum: &forum::Model) -> AnyView {
    let day = match draft.stage_at(context().now) {
        Stage::Adopted { at, .. } => Some(view! { <Day at/> }),
        _ => None,
    };
    let (tally, reserved) = page.agreed.get(&draft.id).cloned().unzip();
    let (positions, seats) = tally.map_or((0, 0), |tally| (tally.in_place, tally.counted()));
    let reserved = reserved.filter(|seats| !seats.is_empty()).map(|seats| {
        let names = seats.join(comma());
        view! { " "<bdi>{t!("home-reservations", count = seats.len(), seats = names)}</bdi> }
    });
    let comments = page.counts.get(&draft.id).copied().unwrap_or_default();
    let answered = t!("home-answered", comments = comments.standing, unanswered = comments.unanswered);
    view! {
        <li>
            <p class="left quiet">{day}</p>
            <div>
                {heading(draft)}
                <p>{t!("home-positions", positions = positions, seats = seats)}{reserved}" "{answered}</p>
                <p class="quiet"><span class="nb">{draft.reference.clone()}</span>{comma()}<bdi>{forum.name.clone()}</bdi></p>
            </div>
        </li>
    }
    .into_any()
}

fn heading(draft: &draft::Model) -> AnyView {
    let language = draft.language.clone();
    let title = draft.title.clone();
    view! { <h3 lang=language dir="auto"><a href=href::draft(&draft.reference)>{title}</a></h3> }.into_any()
}

fn left(until: chrono::DateTime<chrono::Utc>) -> AnyView {
    let (number, words) = time::left(until);
    view! { <p class="left">{number.map(|number| view! { <b>{number}</b> })}{words}</p> }.into_any()
}

/// How many words changed since the version before, with the way to them.
fn changed(page: &Home, draft: &draft::Model) -> Option<AnyView> {
    let words = page.changed.get(&draft.newest())?.words();
    let (before, latest) = (draft.latest.unsigned_abs() - 1, draft.latest.unsigned_abs());
    let link = view! {
        <a href=href::diff(&draft.reference, before, latest)>{t!("home-words", words = words)}</a>
    };
    Some(view! { " "{rich!("home-since", words = link, version = t!("home-version-small", version = before))} }.into_any())
}
